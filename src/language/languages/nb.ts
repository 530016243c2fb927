import type { LanguageData } from "../language-data.ts";

export const NORWEGIAN: LanguageData = {
  tags: ["nb", "nn", "no"],
  oramaName: "norwegian",
  writesOrdinalsWithFullStop: true,
};
