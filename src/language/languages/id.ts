import type { LanguageData } from "../language-data.ts";

export const INDONESIAN: LanguageData = {
  tags: ["id"],
  oramaName: "indonesian",
};
