import type { LanguageData } from "../language-data.ts";

export const ESTONIAN: LanguageData = {
  tags: ["et"],
  writesOrdinalsWithFullStop: true,
};
