import type { LanguageData } from "../language-data.ts";

export const DANISH: LanguageData = {
  tags: ["da"],
  oramaName: "danish",
  writesOrdinalsWithFullStop: true,
};
