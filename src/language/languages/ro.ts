import type { LanguageProfile } from "../language-profile.ts";

export const ROMANIAN: LanguageProfile = {
  tags: ["ro"],
  complementizersWithoutComma: "că",
  oramaName: "romanian",
  rejections: `fals* minciun* mincinos* inventat* presupus* îndoieln* apocrif* dezminți* retractat* parafraz*
    satir* parodi* ironi* zvon* dezinformare prostii absurd* eronat* contrafăcut* măsluit*`,
  numberWords: `doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece douăzeci treizeci
    patruzeci cincizeci sută sute mie mii milion milioane`,
  negations: "nu n- fără nici niciodată nimeni nimic",
  conditions: "dacă doar numai condiția",
  denyingPhrases: String.raw`(?:a[rmș]|ați|ai) fi|mai degrabă(?: \p{L}+){0,4} decât|în loc|ca și cum|(?:este|e|era|a fost|sunt) (?:o )?(?:\p{L}+ )?(?:minciun[ăi]|născociri?|calomnie)`,
  contrasts: "dar însă ci totuși deși",
  emphasisRemark: String.raw`(?:sublinierea|subliniere|italice|s\.) ?(?:mea|noastră|n\.|a autorului|autorului|în original|adăugată)`,
  authorWords: "de",
  nameWords: "de și din",
  sourceWords: "sursa sursă surse link",
  quotationWords: "citat",
  contributorLabels: String.raw`trad\.`,
};
