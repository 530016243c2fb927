import type { LanguageData } from "../language-data.ts";

export const ARMENIAN: LanguageData = {
  tags: ["hy"],
  oramaName: "armenian",
};
