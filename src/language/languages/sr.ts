import type { LanguageProfile } from "../language-profile.ts";

export const SERBIAN: LanguageProfile = {
  tags: ["sr"],
  oramaName: "serbian",
  stopWordsCodePage: "windows-1250",
  writesOrdinalsWithFullStop: true,
};
