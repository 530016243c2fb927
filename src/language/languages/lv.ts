import type { LanguageData } from "../language-data.ts";

export const LATVIAN: LanguageData = {
  tags: ["lv"],
  writesOrdinalsWithFullStop: true,
};
