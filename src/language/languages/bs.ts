import type { LanguageData } from "../language-data.ts";

export const BOSNIAN: LanguageData = {
  tags: ["bs"],
  writesOrdinalsWithFullStop: true,
};
