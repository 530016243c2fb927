import type { LanguageProfile } from "../language-profile.ts";

export const DANISH: LanguageProfile = {
  tags: ["da"],
  complementizersWithoutComma: "at",
  oramaName: "danish",
  writesOrdinalsWithFullStop: true,
  // Retskrivningsordbogen (2012), § 12: I is “you” of several, and i is “in”.
  capitalizedPronouns: "I De Dem Deres",
  rejections: `falsk* løgn* opdigt* usand* påstået angivelig* tvivlsom* apokryf* dementer* tilbagekaldt parafras*
    satir* parodi* ironi* rygte* desinformation vrøvl sludder forfalsk* forkert* fejlcitat* svindel*`,
  conditions: "hvis såfremt medmindre kun",
  contrasts: "men dog imidlertid undtagen",
  numberWords: `to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten tyve tredive fyrre halvtreds
    tres halvfjerds firs halvfems hundrede tusind million millioner dusin`,
  lineHyphens: { frequentWords: "og det som ikke han var til", conjunctions: "og eller" },
  negations: "ikke ej aldrig ingen intet uden",
  denials: "næppe sjældent nægte* benægte* forbød forbyd* undgik undgå* tvivle*",
  denyingPhrases: String.raw`ville(?: \p{L}+){0,3} have|hellere(?: \p{L}+){0,4} end|i stedet for|som om|(?:er|var) (?:en )?(?:\p{L}+ )?(?:løgne?|bagvaskelse)`,
  datelineWords: "den d i på morgen aften nat middag",
  emphasisRemark:
    "(?:min|vores) (?:kursivering|fremhævelse|understregning)|(?:kursivering|fremhævelse|understregning)(?:en)? (?:min|tilføjet|i originalen)",
  authorWords: "af",
  nameWords: "af og",
  sourceWords: "kilde kilder via link",
  publisherWords: "Forlag* Universitet*",
  quotationWords: "citat",
  contributorLabels: String.raw`overs\.|oversat af`,
};
