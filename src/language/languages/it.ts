import type { LanguageProfile } from "../language-profile.ts";

export const ITALIAN: LanguageProfile = {
  tags: ["it"],
  oramaName: "italian",
};
