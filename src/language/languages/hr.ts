import type { LanguageProfile } from "../language-profile.ts";

export const CROATIAN: LanguageProfile = {
  tags: ["hr"],
  complementizers: "da",
  writesOrdinalsWithFullStop: true,
  negations: "ne ni nije nisu nema bez nitko ništa nikad nikada",
  conditions: "ako samo jedino ukoliko",
  denyingPhrases: String.raw`bi|bih|bismo|radije(?: \p{L}+){0,4} nego|umjesto|kao da|(?:je|bila?|bilo) (?:\p{L}+ )?(?:laž|kleveta|izmišljotina)`,
  contrasts: "ali no međutim nego osim",
  nameWords: "i",
  sourceWords: "izvor izvori poveznica",
  quotationWords: "citat navod",
};
