import type { LanguageData } from "../language-data.ts";

export const TAMIL: LanguageData = {
  tags: ["ta"],
  oramaName: "tamil",
};
