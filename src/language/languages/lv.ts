import type { LanguageProfile } from "../language-profile.ts";

export const LATVIAN: LanguageProfile = {
  tags: ["lv"],
  conditions: "ja tikai vienīgi",
  contrasts: "bet taču tomēr izņemot",
  complementizers: "ka",
  writesOrdinalsWithFullStop: true,
  nameWords: "un",
  sourceWords: "avots avoti saite",
  quotationWords: "citāts",
};
