import type { LanguageData } from "../language-data.ts";

export const SANSKRIT: LanguageData = {
  tags: ["sa"],
  oramaName: "sanskrit",
};
