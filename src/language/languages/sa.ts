import type { LanguageProfile } from "../language-profile.ts";

export const SANSKRIT: LanguageProfile = {
  tags: ["sa"],
  oramaName: "sanskrit",
};
