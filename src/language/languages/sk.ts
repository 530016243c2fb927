import type { LanguageData } from "../language-data.ts";

export const SLOVAK: LanguageData = {
  tags: ["sk"],
  writesOrdinalsWithFullStop: true,
};
