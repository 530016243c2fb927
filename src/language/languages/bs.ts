import type { LanguageProfile } from "../language-profile.ts";

export const BOSNIAN: LanguageProfile = {
  tags: ["bs"],
  conditions: "ako samo jedino ukoliko",
  contrasts: "ali no međutim nego već osim",
  complementizers: "da",
  writesOrdinalsWithFullStop: true,
  negations: "ne ni nije nisu nema bez niko ništa nikad nikada",
  nameWords: "i",
  sourceWords: "izvor izvori link",
};
