import type { LanguageData } from "../language-data.ts";

export const NEPALI: LanguageData = {
  tags: ["ne"],
  oramaName: "nepali",
};
