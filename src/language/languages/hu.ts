import type { LanguageData } from "../language-data.ts";

export const HUNGARIAN: LanguageData = {
  tags: ["hu"],
  oramaName: "hungarian",
  writesOrdinalsWithFullStop: true,
};
