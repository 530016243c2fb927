import type { LanguageData } from "../language-data.ts";

export const SLOVENIAN: LanguageData = {
  tags: ["sl"],
  writesOrdinalsWithFullStop: true,
};
