import type { LanguageData } from "../language-data.ts";

export const ICELANDIC: LanguageData = {
  tags: ["is"],
  writesOrdinalsWithFullStop: true,
};
