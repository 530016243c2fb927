import type { LanguageProfile } from "../language-profile.ts";

export const SWEDISH: LanguageProfile = {
  tags: ["sv"],
  complementizersWithoutComma: "att",
  oramaName: "swedish",
  conditions: "om endast bara förutsatt såvida",
  ambiguousConditions: "om",
  contrasts: "men dock utan emellertid fast utom",
  numberWords: `två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton tjugo trettio fyrtio femtio
    sextio sjuttio åttio nittio hundra tusen miljon miljoner dussin hälften dubbelt`,
  lineHyphens: { frequentWords: "och det som inte han var till", conjunctions: "och eller" },
  negations: "inte ej icke aldrig ingen inget inga",
  rejections: `falsk* lögn* påhitt* osann* påstådd* förmodad* tveksam* apokryf* dementera* vederlagd* återkallad*
    parafras* satir* parodi* ironi* rykte* desinformation nonsens struntprat förfalskad* felaktig*
    felcitera* fejk* bluff* trams*`,
  denials: "knappt sällan vägra* förnek* förbjöd förbjud* undvik* undvek tvivla*",
  denyingPhrases: String.raw`skulle(?: \p{L}+){0,3} ha|hellre(?: \p{L}+){0,4} än|i stället för|som om|(?:är|var) (?:en )?(?:\p{L}+ )?(?:lögn|lögner|förtal)`,
  datelineWords: "den i på morgonen kvällen natten middag",
  emphasisRemark:
    "(?:min|vår) (?:kursivering|betoning)|(?:kursivering|betoning)(?:en)? (?:min|tillagd|i original(?:et)?)",
  quotingRemark: "(?:min|vår|egen) översättning|så i original(?:et)?",
  provisos: String.raw`(?:detta|det|första|andra|bestämmels\p{L}+)(?: [^\s.]+){0,5} (?:gäller|tillämpas) (?:dock )?inte`,
  exceptions: "utom|med undantag",
  reservations: "dock",
  citation: {
    pages: "s sid sida",
    locators: "kap kapitel art artikel v not rad akt scen bok",
    printLocators: "not rad",
    connectives: "se jfr cit citerad citerat i efter",
    secondHand: String.raw`cit(?:erad|erat|\.) (?:i|efter|av)`,
    backReferences: String.raw`a\. ?a`,
  },
  titlesOfAddress: `Herr Fru Fröken Doktor Professor Kung Drottning Greve President Minister General Biskop Påve Sankt`,
  authorWords: "av",
  nameWords: "av och",
  sourceWords: "källa källor via länk",
  publisherWords: "Förlag* förlag Universitet*",
  quotationWords: "citat",
  contributorLabels: String.raw`övers\.|översatt av`,
};
