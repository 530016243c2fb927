import type { LanguageData } from "../language-data.ts";

export const HINDI: LanguageData = {
  tags: ["hi"],
  oramaName: "indian",
};
