import type { LanguageProfile } from "../language-profile.ts";

export const ESTONIAN: LanguageProfile = {
  tags: ["et"],
  conditions: "kui ainult üksnes",
  contrasts: "kuid aga ent vaid ometi",
  complementizers: "et",
  writesOrdinalsWithFullStop: true,
  negations: "ei ega ära mitte ilma",
  nameWords: "ja",
  sourceWords: "allikas allikad link",
  quotationWords: "tsitaat",
};
