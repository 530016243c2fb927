import type { LanguageData } from "../language-data.ts";

export const POLISH: LanguageData = {
  tags: ["pl"],
  writesOrdinalsWithFullStop: true,
};
