import type { LanguageProfile } from "../language-profile.ts";

export const LITHUANIAN: LanguageProfile = {
  tags: ["lt"],
  conditions: "jei jeigu tik",
  contrasts: "bet tačiau",
  complementizers: "kad",
  oramaName: "lithuanian",
  stopWordsCodePage: "windows-1257",
  nameWords: "ir",
  sourceWords: "šaltinis šaltiniai nuoroda",
  quotationWords: "citata",
};
