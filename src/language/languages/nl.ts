import type { LanguageData } from "../language-data.ts";

export const DUTCH: LanguageData = {
  tags: ["nl"],
  oramaName: "dutch",
};
