import type { LanguageProfile } from "../language-profile.ts";

export const ESTONIAN: LanguageProfile = {
  tags: ["et"],
  conditions: "kui ainult üksnes",
  complementizers: "et",
  writesOrdinalsWithFullStop: true,
  negations: "ei ega ära mitte ilma",
  nameWords: "ja",
  sourceWords: "allikas allikad link",
};
