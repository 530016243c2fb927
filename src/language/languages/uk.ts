import type { LanguageProfile } from "../language-profile.ts";

export const UKRAINIAN: LanguageProfile = {
  tags: ["uk"],
  oramaName: "ukrainian",
};
