import type { LanguageProfile } from "../language-profile.ts";

export const TURKISH: LanguageProfile = {
  tags: ["tr"],
  oramaName: "turkish",
  stopWordsCodePage: "windows-1254",
  writesOrdinalsWithFullStop: true,
  contrasts: "ama fakat ancak lakin oysa",
  negations: "değil yok hiç asla hiçbir",
};
