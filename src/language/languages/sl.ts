import type { LanguageProfile } from "../language-profile.ts";

export const SLOVENIAN: LanguageProfile = {
  tags: ["sl"],
  complementizers: "da",
  writesOrdinalsWithFullStop: true,
  negations: "ne ni niso nima brez nihče nič nikoli",
  conditions: "če samo le",
  contrasts: "ampak toda vendar temveč razen",
  nameWords: "in",
  sourceWords: "vir viri povezava",
};
