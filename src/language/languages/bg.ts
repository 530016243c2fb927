import type { LanguageData } from "../language-data.ts";

export const BULGARIAN: LanguageData = {
  tags: ["bg"],
  oramaName: "bulgarian",
};
