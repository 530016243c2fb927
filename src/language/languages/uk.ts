import type { LanguageData } from "../language-data.ts";

export const UKRAINIAN: LanguageData = {
  tags: ["uk"],
  oramaName: "ukrainian",
};
