import type { LanguageProfile } from "../language-profile.ts";

export const CZECH: LanguageProfile = {
  tags: ["cs"],
  writesOrdinalsWithFullStop: true,
  datelineWords: "v ve dne r roku ráno večer noci poledne",
  negations: "ne není nejsou nebyl nebyla nebylo ani bez nic nikdo nikdy nelze",
  // The prefix of verbs. Nouns, pronouns and comparatives begin with the same letters.
  negatedForms: String.raw`(?!ne(?:b[eou]|d[ae]l|ho|j|k(?:d|t|olik|am|de)|co|c[ei]m|m[euo]|pr(?:itel|ijem)|sl|st|va|ve[dl]|vest))ne\p{L}{3,}`,
  contrasts: "ale avšak však nýbrž ovšem ačkoli",
  emphasisRemark:
    "(?:zvýraznění|zvýraznil|kurzíva|podtržení) (?:moje?|vlastní|autora|autorky|v originále|přidáno)",
  quotingRemark: String.raw`(?:překlad|přel\.) (?:můj|vlastní|autora|autorky)|tak v originále`,
  citation: {
    pages: "s str",
    locators: "kap čl pozn v d",
    connectives: "viz srov",
    backReferences: "tamtéž",
  },
};
