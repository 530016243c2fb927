import type { LanguageProfile } from "../language-profile.ts";

export const FRENCH: LanguageProfile = {
  tags: ["fr"],
  complementizersWithoutComma: "que qu’ qu'",
  oramaName: "french",
  abbreviations: {
    titles: "Dr Prof St Ste MM Mme Mmes Mlle Mgr",
    connectives: "av cf c.-à-d p.ex",
    neverLastHere: "M",
    counted: "n p pp art arts chap chaps fig figs vol vols janv févr avr juil déc",
    possiblyLast: "etc",
  },
  units: "Article Section Chapitre Partie",
  numberWords: `deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
    quarante cinquante soixante cent mille million millions milliards douzaine moitié double`,
  lineHyphens: { frequentWords: "le les des une dans est qui du", isInNumbers: true },
  negations: "ne pas jamais rien aucun aucune sans non ni",
  unmistakableNegations: "n'*",
  rejections: `faux fausse fausses mensonge* inventé* menteu* apocryph* absurdité* prétend* supposé* présumé*
    allégu* douteux douteuse* contesté* démenti* rétract* réfut* paraphras* satir* parodi* ironi*
    rumeur* désinformation intox canular* bidon foutaise* sottise* bêtise* absurde* inexact* erroné*
    truqué* fabriqué* falsifi* contrefai*`,
  denyingPhrases: String.raw`cess(?:e|ent|a|èrent|ait|aient|er) d(?:e|['’]\p{L}+)|(?<!un )peu de|loin de|aurai(?:s|t|ent)|aurions|auriez|eût|eussent|plutôt(?: \p{L}+){0,4} que|au lieu de?|comme si|(?:est|était|sont|étaient|fut|soit) (?:qu['’]une? |une? |des )?(?:\p{L}+ )?(?:mensonges?|calomnies?|falsifications?)`,
  denials: `guère rarement refus* nier nie nié niait démen* interdi* empêch* évit* manqu* rejet*
    dout* impossible* incapable*`,
  conditions: "si s’il s'il seulement condition pourvu moins",
  ambiguousConditions: "si",
  contrasts: "mais cependant toutefois pourtant néanmoins quoique sauf hormis excepté",
  emphasisRemark:
    "(?:c['’]est )?(?:moi qui souligne|nous qui soulignons)|(?:je|nous) soulign(?:e|ons)|soulign(?:é|ements?) (?:par (?:moi|nous|l['’]auteure?)|de l['’]auteure?|dans (?:le texte|l['’]original))|(?:italiques?|emphase|gras) (?:de l['’]auteure?|ajoutée?s?|dans (?:le texte|l['’]original))",
  letterWords: { names: "Lettre Épître", to: "à au aux", same: ["l[ae] même", "même", "mêmes"] },
  datelineWords:
    "le la ce cette au à en matin midi soir nuit après-midi minuit fin début date timbre probablement",
  dateWordings: {
    plain: "en # | au # | le # | dans les # | les # | l'an # | l’an #",
    about: "vers # | env. # | environ # | autour de #",
    uncertain: "probablement # | peut-être # | sans doute #",
    before: "avant # | avant le # | jusqu'en # | jusqu’en #",
    after: "après # | après le # | depuis # | à partir de #",
    between: "entre # et # | de # à #",
    either: "# ou #",
    century: "# siècle | # s.",
    decade: "années # | ann. #",
    beforeChrist: "# av. J.-C. | # avant J.-C. | # avant Jésus-Christ | # av. n. è.",
    afterChrist: "# apr. J.-C. | # ap. J.-C. | # après J.-C. | # de n. è.",
    partOf:
      "début # | début du # | début des # | milieu du # | milieu des # | fin # | fin du # | fin des #",
    seasons: ["printemps", "été", "automne", "hiver"],
  },
  quotingRemark: String.raw`(?:ma|notre) traduction|trad(?:uction|uit)?\.? (?:de l['’]auteure?|par (?:moi|nous|l['’]auteure?)|personnelle|libre)|ainsi dans (?:le texte|l['’]original)`,
  provisos: String.raw`(?:ce|cet|cette|ces|la|le|les|l['’])(?: ?[^\s.]+){0,5} ne s['’](?:applique|appliquent)|il n['’]en (?:est|va) pas`,
  exceptions: "sauf|à moins que|à l['’]exception|sous réserve",
  reservations: "toutefois|cependant",
  citation: {
    pages: "p pp page pages",
    notes: "n note",
    locators:
      "v vers l ligne chap chapitre art arts article articles section sect § n note t vol acte scène livre chant",
    printLocators: "l ligne n note t vol",
    connectives: "voir cf cité par dans in tiré de éd éds",
    secondHand: "cité(?:e?s?) (?:par|dans|d['’]après|in)",
    backReferences: String.raw`ouvr\. ?cité|art\. ?cité`,
  },
  titlesOfAddress: `M Mme Mlle MM Monsieur Madame Mademoiselle Docteur Professeur Roi Reine Comte Comtesse Duc
    Duchesse Président Ministre Général Abbé Évêque Pape Saint Sainte`,
  authorWords: "par",
  nameWords: "de du des la le les et",
  sourceWords: "source sources via lien",
  publisherWords: "Édition* Edition* Université* Presses Librairie",
  quotationWords: "citation extrait passage texte",
  contributorLabels: String.raw`trad(?:\.|uit par|uction de)|éd\.`,
};
