import type { LanguageData } from "../language-data.ts";

export const ROMANIAN: LanguageData = {
  tags: ["ro"],
  oramaName: "romanian",
};
