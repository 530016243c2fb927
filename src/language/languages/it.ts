import type { LanguageData } from "../language-data.ts";

export const ITALIAN: LanguageData = {
  tags: ["it"],
  oramaName: "italian",
};
