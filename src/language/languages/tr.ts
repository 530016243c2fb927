import type { LanguageData } from "../language-data.ts";

export const TURKISH: LanguageData = {
  tags: ["tr"],
  oramaName: "turkish",
  stopWordsCodePage: "windows-1254",
  writesOrdinalsWithFullStop: true,
};
