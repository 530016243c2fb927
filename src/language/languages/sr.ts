import type { LanguageData } from "../language-data.ts";

export const SERBIAN: LanguageData = {
  tags: ["sr"],
  oramaName: "serbian",
  stopWordsCodePage: "windows-1250",
  writesOrdinalsWithFullStop: true,
};
