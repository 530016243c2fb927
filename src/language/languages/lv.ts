import type { LanguageProfile } from "../language-profile.ts";

export const LATVIAN: LanguageProfile = {
  tags: ["lv"],
  conditions: "ja tikai vienīgi",
  complementizers: "ka",
  writesOrdinalsWithFullStop: true,
  nameWords: "un",
  sourceWords: "avots avoti saite",
};
