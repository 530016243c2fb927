import type { LanguageProfile } from "../language-profile.ts";

export const LATVIAN: LanguageProfile = {
  tags: ["lv"],
  complementizers: "ka",
  writesOrdinalsWithFullStop: true,
  nameWords: "un",
  sourceWords: "avots avoti saite",
};
