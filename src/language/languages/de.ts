import type { LanguageProfile } from "../language-profile.ts";

export const GERMAN: LanguageProfile = {
  tags: ["de"],
  complementizers: "dass daß ob",
  oramaName: "german",
  abbreviations: {
    titles: "Hr Hrn Frl Dr Prof St",
    connectives: "vgl bzw sog ggf evtl inkl insb z.B d.h",
    neverLastHere: "gem geb gest",
    counted: `Nr Art Abs Kap Bd *Str *str ca
      Jan Feb Febr Apr Jun Jul Aug Sept Okt Nov Dez`,
    possiblyLast: "etc usw Chr",
  },
  units: "Artikel Absatz Satz Kapitel Abschnitt Teil Band Seite",
  writesOrdinalsWithFullStop: true,
  capitalizesNouns: true,
  // Those of polite address: Amtliches Regelwerk der deutschen Rechtschreibung (2024), § 65.
  capitalizedPronouns: "Sie Ihnen Ihr Ihre Ihrem Ihren Ihrer Ihres",
  numberWords: `zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
    siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert
    tausend Million Millionen Milliarden Dutzend doppelt dritte vierte fünfte siebte neunte zehnte`,
  lineHyphens: {
    frequentWords: "der die das und nicht ein ist den dem",
    conjunctions: "und oder bzw beziehungsweise sowie",
    oldSpellings: "daß muß mußte mußten läßt wußte wußten bewußt gewiß schloß",
  },
  negations: `nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne weder
    keineswegs keinesfalls nirgends nirgendwo`,
  rejections: `falsch* lüge* lügner* gelogen* erfunden* gefälscht* fälschung* unsinn quatsch unwahr* unecht*
    angeblich* vermeintlich* fraglich* zweifelhaft* unbelegt* unbestätigt* dementiert* widerrufen*
    widerlegt* umstritten* paraphras* sinngemäß* satire* satirisch* parodie* ironi* blödsinn
    schwachsinn fake* fingiert* erlogen* verfälscht* entstellt* apokryph* desinformation propaganda
    gerücht* humbug mumpitz`,
  denyingPhrases: String.raw`(?<!(?:ein|die|diese) )wenige[rn]?|weit davon entfernt|hätte(?:n|t|st)?|wäre(?:n|t|st)?|(?:lieber|eher)(?: \p{L}+){0,4} als|als ob|anstatt|(?:ist|war|sind|waren|sei) (?:nur |alles |bloß )?(?:eine? )?(?:\p{L}+ )?(?:Lügen?|Fälschung(?:en)?|Märchen|Verleumdung(?:en)?|Unwahrheit(?:en)?)|eine? (?:\p{L}+ )?(?:Lüge|Fälschung|Verleumdung|Unwahrheit) (?:ist|war|sei)`,
  denials: `kaum selten schwerlich weiger* verweiger* leugn* bestreit* bestritt* verneint*
    versäum* unterließ* unterlass* verhinder* verbot* verbiet* lehnte* ablehn* abgelehnt*
    bezweifel* vermied* vermeid* verzicht* unwahr* unmöglich* außerstande`,
  conditions: "wenn falls sofern solange nur",
  contrasts:
    "aber allerdings hingegen sondern jedoch doch allein dennoch trotzdem obwohl obgleich außer ausgenommen",
  emphasisRemark: String.raw`Herv(?:orh(?:eb(?:ung(?:en)?)?)?)?\.? (?:von mir|hinzugefügt|(?:nicht )?im Orig(?:inal)?\.?|i\. ?O\.?|d\. ?(?:V|Verf|A|Aut)\.?|de[sr] (?:Verf(?:assers|asserin)?\.?|Autors|Autorin)|durch (?:(?:den|die) )?(?:Verf(?:asser(?:in)?)?\.?|Autor(?:in)?))|(?:eigene|meine|unsere) Herv(?:orhebung(?:en)?)?\.?`,
  letterWords: {
    names: "Brief Schreiben",
    to: "an",
    same: ["de(?:n|m|r)?selben?", "dieselbe[nr]?", "dem nämlichen"],
  },
  datelineWords: `den dem der am im an d Morgen Abend Nacht Mittag morgens mittags nachmittags abends nachts früh Anfang
      Mitte Ende Poststempel wahrscheinlich`,
  dateWordings: {
    plain: "im # | im Jahr # | im Jahre # | am # | den # | in den #n | die #",
    about: "um # | ca. # | etwa # | gegen # | ungefähr # | circa #",
    uncertain: "vermutlich # | wohl # | vielleicht # | wahrscheinlich #",
    before: "vor # | bis #",
    after: "nach # | seit # | ab #",
    between: "zwischen # und # | von # bis # | # bis #",
    either: "# oder #",
    century: "# Jahrhundert | # Jh. | # Jhd. | # Jhdt.",
    decade: "#er Jahre | #er-Jahre | #er",
    beforeChrist: "# v. Chr. | # vor Christus | # v. u. Z.",
    afterChrist: "# n. Chr. | # nach Christus | # u. Z.",
    partOf:
      "Anfang # | Anfang der # | Anfang des # | Mitte # | Mitte der # | Mitte des # | Ende # | Ende der # | Ende des # | frühes # | spätes #",
    seasons: ["Frühling Frühjahr", "Sommer", "Herbst", "Winter"],
  },
  quotingRemark: String.raw`(?:eigene|meine|unsere) Übers(?:etzung|\.)|Übers(?:etzung|etzt)?\.? (?:d\. ?(?:V|Verf|A)\.?|de[sr] Verf(?:assers|asserin)?\.?|von mir|durch (?:(?:den|die) )?Verf(?:asser(?:in)?)?\.?)|so im Orig(?:inal|\.)|im Original so|Auslassung(?:en)? (?:von mir|im Original|d\. ?V(?:erf)?\.?)`,
  provisos: String.raw`(?:dies|das|satz|absatz|artikel|§)(?: [^\s.]+){0,5} (?:gilt|gelten) (?:jedoch )?nicht|etwas anderes gilt`,
  exceptions: "sofern nicht|soweit nicht|es sei denn|ausgenommen",
  reservations: "jedoch|allerdings",
  citation: {
    pages: "S Seite Seiten",
    notes: "A Anm Anmerkung Fn Fußnote",
    locators:
      "Z Zeile Zeilen V Vers Verse Kap Kapitel Abs Absatz Abschn Abschnitt Art Artikel Anm Fn Fußn Sp Spalte Rn Rz Bd Bl Akt Aufzug Szene Auftritt Buch Gesang",
    printLocators: "Z Zeile Zeilen Anm Fn Fußn Sp Spalte Rn Rz Bd Bl",
    connectives: "vgl siehe s aus in zit zitiert nach bei hrsg f ff Hg",
    secondHand: String.raw`zit(?:iert)?\.? (?:nach|bei|in)`,
    backReferences: String.raw`ebd|ebenda|ebda|a\. ?a\. ?O|ders|dies`,
  },
  titlesOfAddress: `Herr Herrn Frau Fräulein Doktor Professor König Königin Kaiser Kaiserin Graf Gräfin Baron Fürst
    Präsident Kanzler Minister General Bischof Papst Sankt`,
  authorWords: "von",
  nameWords: "von vom van der den des und zu zum zur",
  sourceWords: "Quelle Quellen via Link",
  publisherWords: "Verlag Universität* Buchhandlung",
  quotationWords: "Zitat Auszug Textstelle Text",
  contributorLabels: String.raw`übers(?:\.|etzt von)|hrsg\.(?: von)?|hg\.`,
};
