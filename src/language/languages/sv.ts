import type { LanguageData } from "../language-data.ts";

export const SWEDISH: LanguageData = {
  tags: ["sv"],
  oramaName: "swedish",
};
