import type { LanguageProfile } from "../language-profile.ts";

/** Folded words that begin with “ne” and negate nothing. */
const WITH_NE = [
  // Superlatives.
  String.raw`nej\p{L}{2,}si(?:ho|mu|m|ch|mi)?`,
  String.raw`nej\p{L}+eji`,
  "nej(?:vice?|mene|drive|prve|lepe|hure|dale?|spise?|vyse?|nize?|blize?)",
  // Pronouns, adverbs and conjunctions.
  String.raw`nej(?:en|ak)\p{L}*`,
  String.raw`nek(?:do|oho|omu|om|ym|de|dy|am|udy|dejsi\p{L}*|olik\p{L}*|ter\p{L}*)`,
  String.raw`nec(?:o|im|eho|emu|em)(?:koli\p{L}*)?`,
  "neb(?:o|oli|ot)?",
  String.raw`neda(?:vn|lek)\p{L}*`,
  String.raw`neustal[eyi]\p{L}*`,
  // Nouns, adjectives and verbs.
  String.raw`neb(?:e|i|es\p{L}*|em|ezpec\p{L}*|oht\p{L}*|ozt\p{L}*)`,
  String.raw`nedel(?:e|i|ich|im|emi|ni\p{L}*)?`,
  String.raw`neduh\p{L}*`,
  String.raw`neht\p{L}*|nehet`,
  "nehod(?:a|y|e|u|ou|ach|am|ami)?",
  String.raw`nech(?:a(?:[tlv]\p{L}*|m|me|s|te|ji)?|te|me|t)?`,
  String.raw`nem(?:oc\p{L}*|ec\p{L}*|c[iu]\p{L}*|k[aouy]|y|eho|emu|ych|ou|ovit\p{L}*|luvn\p{L}*)`,
  String.raw`nenavi\p{L}*`,
  String.raw`ne(?:on|olit|olog|uro|utral|utron|ktar|gativ)\p{L}*`,
  String.raw`nep(?:ratel|ritel|rijemn)\p{L}*`,
  String.raw`nerv(?!al)\p{L}*`,
  String.raw`nes(?:l[aioy]?|ou|eme|ete|en[aioy]?|eni\p{L}*|mysl\p{L}*|tast\p{L}*|test\p{L}*)`,
  String.raw`netopyr\p{L}*|neter(?:e|i|emi|im|ich)?`,
  String.raw`nevest\p{L}*`,
].join("|");

export const CZECH: LanguageProfile = {
  tags: ["cs"],
  complementizers: "že aby zda",
  writesOrdinalsWithFullStop: true,
  datelineWords: "v ve dne r roku ráno večer noci poledne",
  rejections: `lež lži lživ* faleš* vymyšlen* smyšlen* údajn* pochybn* apokryf* dementov* odvolan* vyvrácen*
    parafráz* satir* parodi* ironi* fáma* dezinforma* nesmysl* blbost hloupost podvrh* padělan*
    podvržen* mylně chybn*`,
  numberWords: `dva dvě dvou tři tří čtyři čtyř pět pěti šest šesti sedm sedmi osm osmi devět devíti deset deseti
    jedenáct dvanáct patnáct dvacet třicet čtyřicet padesát sto tisíc tisíce milion miliony milionů`,
  negations: "ne není nejsou nebyl nebyla nebylo nemá neví nedá nejí ani bez nic nikdo nikdy nelze",
  // The prefix of verbs. Other words that begin with the same letters are given whole, or by a stem that no negated verb has:
  // nejsi is one, and nejlepší is none.
  negatedForms: String.raw`(?!(?:${WITH_NE})$)ne\p{L}{3,}`,
  denials: "stěží sotva zřídka málo odmít* popř* zakáz* zamít* přesta* zabrán* vyhnul*",
  conditions: "pokud jestliže kdyby jen pouze li ledaže",
  denyingPhrases: String.raw`by|bych|bychom|(?:spíše|raději)(?: \p{L}+){0,4} než|místo toho|(?:je|byla?|bylo) (?:\p{L}+ )?(?:lež|lží|výmysl(?:em)?|pomluv(?:a|ou))`,
  contrasts: "ale avšak však nýbrž ovšem ačkoli kromě",
  emphasisRemark:
    "(?:zvýraznění|zvýraznil|kurzíva|podtržení) (?:moje?|vlastní|autora|autorky|v originále|přidáno)",
  quotingRemark: String.raw`(?:překlad|přel\.) (?:můj|vlastní|autora|autorky)|tak v originále`,
  provisos: String.raw`to neplatí|ustanovení(?: [^\s.]+){0,5} se nepoužije`,
  exceptions: "ledaže|s výjimkou",
  citation: {
    pages: "s str",
    locators: "kap kapitola čl článek pozn v d jednání výstup scéna kniha",
    printLocators: "pozn d",
    connectives: "viz srov",
    backReferences: "tamtéž",
  },
  authorWords: "od",
  nameWords: "a z v",
  sourceWords: "zdroj zdroje odkaz",
  publisherWords: "Nakladatelství Univerzit*",
  quotationWords: "citát citace",
  contributorLabels: String.raw`přel(?:\.|ožil[ao]?)|ed\.`,
};
