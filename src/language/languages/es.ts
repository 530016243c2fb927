import type { LanguageProfile } from "../language-profile.ts";

export const SPANISH: LanguageProfile = {
  tags: ["es"],
  complementizersWithoutComma: "que",
  oramaName: "spanish",
  abbreviations: {
    titles: "Sra Sras Sres Srta Dr Dra Prof",
    connectives: "p.ej",
    neverLastHere: "Sr Av",
    counted: `Art Arts art arts Cap Caps cap caps Pág Págs pág págs Núm Núms núm núms
      Fig Figs fig figs Vol Vols vol vols p pp`,
    possiblyLast: "etc",
  },
  units: "Artículo Capítulo Parte",
  timeMarks: "a.m p.m",
  numberWords: `dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta
    cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones docena mitad
    doble`,
  lineHyphens: { frequentWords: "el los que una por del las", conjunctions: "y e o u" },
  negations: "no nunca jamás ningún ninguno ninguna nada nadie sin ni tampoco",
  rejections: `mentira* mentiros* inventad* bulo apócrif* supuest* presunt* dudos* desmentid* desmient* retract*
    refutad* parafras* paráfrasis sátira* satíric* parodia* ironía* irónic* rumor* desinformación
    patraña* engaño* tontería* disparate* erróne* inexact* incorrect* fals* manipulad*`,
  denyingPhrases: String.raw`dej(?:a|an|o|ó|aron|aba|aban|e|é|ar|ase|ara) de|(?<!(?:unos|unas|los|las) )poc[oa]s|lejos de|(?:habría|hubiera|hubiese)(?:s|n|mos)?|antes(?! de)(?: \p{L}+){0,4} que|en (?:vez|lugar) de|como si|(?:es|era|fue|son|eran|sea) (?:una?s? )?(?:\p{L}+ )?(?:mentiras?|falsedad(?:es)?|calumnias?|patrañas?)`,
  denials: `apenas raramente negar negó niega niegan negaba negaron negado rehus* rechaz* evit*
    impid* impedi* prohib* prohíb* dud* imposible* incapaz`,
  conditions: "si siempre condición solo sólo solamente menos",
  contrasts: "pero sino mas aunque sin embargo excepto salvo",
  emphasisRemark:
    "(?:(?:el|las?|los) )?(?:énfasis|cursivas?|subrayados?|negritas?) (?:es |son )?(?:añadid[oa]s?|mí[oa]s?|agregad[oa]s?|nuestr[oa]s?|original(?:es)?|en el original|del autor|de la autora)",
  letterWords: { names: "Carta Epístola", to: "a al", same: ["l[ao] mism[ao]", "mism[ao]"] },
  datelineWords: "a de del el la en por mañana tarde noche mediodía medianoche día probablemente",
  dateWordings: {
    plain: "en # | en el # | el # | en los # | los # | el año # | año #",
    about: "hacia # | alrededor de # | aprox. # | aproximadamente # | en torno a #",
    uncertain: "probablemente # | quizá # | quizás # | tal vez #",
    before: "antes de # | antes del # | hasta #",
    after: "después de # | después del # | desde # | a partir de #",
    between: "entre # y # | de # a #",
    either: "# o #",
    century: "siglo # | s. # | # siglo",
    decade: "años # | década de # | década de los # | los años #",
    beforeChrist: "# a. C. | # a. de C. | # antes de Cristo | # a. e. c.",
    afterChrist: "# d. C. | # d. de C. | # después de Cristo",
    partOf:
      "principios de # | principios del # | mediados de # | mediados del # | finales de # | finales del #",
    seasons: ["primavera", "verano", "otoño", "invierno"],
  },
  quotingRemark: String.raw`(?:(?:la|mi|nuestra) )?trad(?:ucción|\.)(?: (?:es )?(?:mía|nuestra|propia|del autor|de la autora))|así en el original`,
  provisos: String.raw`(?:lo|esta|este|la|el)(?: [^\s.]+){0,5} no (?:se aplica|será aplicable|es aplicable)|se exceptú`,
  exceptions: "salvo|excepto|a menos que|con excepción",
  reservations: "sin embargo|no obstante",
  citation: {
    pages: "p pp pág págs página páginas",
    notes: "n nota",
    locators:
      "v vv versículo cap capítulo art arts artículo artículos l línea n nota t vol acto escena libro canto",
    printLocators: "l línea n nota t vol",
    connectives: "véase ver cfr citado citada por en de",
    secondHand: "citad[oa]s? (?:por|en)",
    backReferences: String.raw`ib[ií]d(?:em)?|íd(?:em)?|ob\. ?cit`,
  },
  titlesOfAddress: `Señor Señora Señorita Sr Sra Srta Don Doña Doctor Doctora Profesor Rey Reina Conde Presidente
    Ministro General Padre Fray Obispo Papa San Santa`,
  authorWords: "por",
  nameWords: "de del la las los el y",
  sourceWords: "fuente fuentes vía via enlace",
  publisherWords: "Editorial Ediciones Universidad* Prensa",
  quotationWords: "cita pasaje extracto texto",
  contributorLabels: String.raw`trad(?:\.|ucido por|ucción de)|ed\.`,
};
