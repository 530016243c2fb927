import type { LanguageProfile } from "../language-profile.ts";

export const NORWEGIAN: LanguageProfile = {
  tags: ["nb", "nn", "no"],
  complementizersWithoutComma: "at",
  oramaName: "norwegian",
  writesOrdinalsWithFullStop: true,
  // Those of polite address: Språkrådet, “De og Dem – høflig tiltale”; in Nynorsk, De and Dykk.
  capitalizedPronouns: "De Dem Deres Dykk Dykkar",
  rejections: `falsk* løgn* oppdikt* usann* usant påstått angivelig* tvilsom* apokryf* dementer* tilbakekalt
    parafras* satir* parodi* ironi* rykte* desinformasjon tøv forfalsk* feilsitat* bløff*`,
  conditions: "hvis dersom såfremt medmindre kun bare",
  contrasts: "men dog imidlertid unntatt",
  numberWords: `to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten tjue tyve tretti tredve
    førti femti seksti sytti åtti nitti hundre tusen million millioner dusin`,
  lineHyphens: { frequentWords: "og det som ikke han var til", conjunctions: "og eller" },
  negations: "ikke ikkje aldri ingen intet uten",
  denials: "neppe sjelden nekte* benekte* forbød forby* unngikk unngå* tvile*",
  denyingPhrases: String.raw`ville(?: \p{L}+){0,3} ha|heller(?: \p{L}+){0,4} enn|i stedet for|som om|(?:er|var) (?:en )?(?:\p{L}+ )?(?:løgn|løgner|bakvaskelse)`,
  datelineWords: "den d i på morgen kveld aften natt middag",
  emphasisRemark:
    "(?:min|vår) (?:kursivering|uthevelse|utheving|understreking)|(?:kursivering|uthevelse|utheving|understreking)(?:en)? (?:min|lagt til|i originalen)",
  authorWords: "av",
  nameWords: "av og",
  sourceWords: "kilde kilder via lenke",
  publisherWords: "Forlag* Universitet*",
  quotationWords: "sitat",
};
