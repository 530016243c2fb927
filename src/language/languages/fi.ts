import type { LanguageProfile } from "../language-profile.ts";

export const FINNISH: LanguageProfile = {
  tags: ["fi"],
  oramaName: "finnish",
  writesOrdinalsWithFullStop: true,
  contrasts: "mutta kuitenkin vaan paitsi",
  datelineWords: "pnä aamulla illalla yöllä",
};
