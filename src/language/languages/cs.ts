import type { LanguageData } from "../language-data.ts";

export const CZECH: LanguageData = {
  tags: ["cs"],
  writesOrdinalsWithFullStop: true,
};
