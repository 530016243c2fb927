import type { LanguageData } from "../language-data.ts";

export const FINNISH: LanguageData = {
  tags: ["fi"],
  oramaName: "finnish",
  writesOrdinalsWithFullStop: true,
};
