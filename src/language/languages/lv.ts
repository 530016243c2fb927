import type { LanguageProfile } from "../language-profile.ts";

export const LATVIAN: LanguageProfile = {
  tags: ["lv"],
  writesOrdinalsWithFullStop: true,
  nameWords: "un",
  sourceWords: "avots avoti saite",
};
