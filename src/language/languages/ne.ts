import type { LanguageProfile } from "../language-profile.ts";

export const NEPALI: LanguageProfile = {
  tags: ["ne"],
  oramaName: "nepali",
};
