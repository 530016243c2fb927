import type { LanguageProfile } from "../language-profile.ts";

export const LITHUANIAN: LanguageProfile = {
  tags: ["lt"],
  oramaName: "lithuanian",
  stopWordsCodePage: "windows-1257",
  nameWords: "ir",
  sourceWords: "šaltinis šaltiniai nuoroda",
};
