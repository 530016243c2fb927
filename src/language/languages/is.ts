import type { LanguageProfile } from "../language-profile.ts";

export const ICELANDIC: LanguageProfile = {
  tags: ["is"],
  conditions: "ef aðeins einungis",
  contrasts: "en heldur nema samt þó",
  writesOrdinalsWithFullStop: true,
  negations: "ekki aldrei enginn engin ekkert án",
  nameWords: "og",
  sourceWords: "heimild heimildir tengill",
  quotationWords: "tilvitnun",
};
