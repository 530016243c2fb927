import type { LanguageData } from "../language-data.ts";

export const ARABIC: LanguageData = {
  tags: ["ar"],
  oramaName: "arabic",
};
