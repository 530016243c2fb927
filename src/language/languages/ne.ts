import type { LanguageProfile } from "../language-profile.ts";

export const NEPALI: LanguageProfile = {
  tags: ["ne"],
  isVerbFinal: true,
  conditions: "यदि मात्र",
  contrasts: "तर",
  oramaName: "nepali",
  sourceWords: "स्रोत लिङ्क",
};
