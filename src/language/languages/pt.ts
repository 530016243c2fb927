import type { LanguageData } from "../language-data.ts";

export const PORTUGUESE: LanguageData = {
  tags: ["pt"],
  oramaName: "portuguese",
};
