import type { LanguageData } from "../language-data.ts";

export const LITHUANIAN: LanguageData = {
  tags: ["lt"],
  oramaName: "lithuanian",
  stopWordsCodePage: "windows-1257",
};
