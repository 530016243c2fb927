import type { LanguageData } from "../language-data.ts";

export const IRISH: LanguageData = {
  tags: ["ga"],
  oramaName: "irish",
};
