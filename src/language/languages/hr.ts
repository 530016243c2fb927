import type { LanguageData } from "../language-data.ts";

export const CROATIAN: LanguageData = {
  tags: ["hr"],
  writesOrdinalsWithFullStop: true,
};
