import type { LanguageProfile } from "../language-profile.ts";

export const CROATIAN: LanguageProfile = {
  tags: ["hr"],
  complementizers: "da",
  writesOrdinalsWithFullStop: true,
  negations: "ne ni nije nisu nema bez nitko ništa nikad nikada",
  conditions: "ako samo jedino ukoliko",
  contrasts: "ali no međutim nego",
  nameWords: "i",
  sourceWords: "izvor izvori poveznica",
};
