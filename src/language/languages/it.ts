import type { LanguageProfile } from "../language-profile.ts";

export const ITALIAN: LanguageProfile = {
  tags: ["it"],
  complementizersWithoutComma: "che",
  oramaName: "italian",
  writesFinalAccentsAsApostrophes: true,
  // Those of polite address: L. Serianni, Grammatica italiana (1989), VII.85.
  capitalizedPronouns: "Lei Loro Ella",
  conditions: "se solo soltanto purché condizione meno",
  ambiguousConditions: "se",
  contrasts: "ma però tuttavia eppure bensì tranne eccetto salvo fuorché",
  emphasisRemark:
    "(?:(?:il|i|l['’]) ?)?(?:corsiv[oi]|enfasi|grassetto|sottolineatur[ae]) (?:è |sono )?(?:mi[oae]i?|nostr[oaie]|aggiunt[oaie]|nell['’]originale|dell['’]autor[ei]|originale)",
  numberWords: `due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
    venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille mila milione milioni
    dozzina doppio`,
  negations: "non mai nessuno nessuna niente nulla né senza neanche nemmeno neppure",
  rejections: `falso falsa falsi false bugia bugie menzogn* inventat* apocrif* presunt* suppost* dubbi* smentit*
    ritrattat* confutat* parafras* satir* parodi* ironi* diceria* disinformazione fandonia*
    sciocchezz* assurd* errat* inesatt* falsificat* contraffatt* travisat* scorrett* bufal*`,
  denyingPhrases: String.raw`(?:smett(?:e|ono|eva|evano|ere)|smise(?:ro)?|cess(?:a|ano|ò|arono|ava|are)) di|(?<!(?:i|le|dei|delle) )poch[ie]|lungi da[li]?|avrebbe(?:ro)?|avrei|avremmo|piuttosto(?: \p{L}+){0,4} (?:che|di)|invece (?:di|che)|come se|(?:è|era|fu|sono|erano|sia) (?:una )?(?:\p{L}+ )?(?:menzogn[ae]|bugi[ae]|falsità|calunni[ae])`,
  denials: `raramente negare negò nega negava negato negarono rifiut* evit* impedì impedir*
    impediv* vietò vietat* proib* dubit* impossibil* incapac*`,
  letterWords: {
    names: "Lettera Epistola",
    to: "a al allo alla ai",
    same: ["l[oa] stess[oa]", "stess[oa]", "medesim[oa]"],
  },
  datelineWords: "il lì li addì dì di a in mattina sera notte mezzogiorno mezzanotte probabilmente",
  dateWordings: {
    plain: "nel # | il # | negli # | gli # | l'anno #",
    about: "verso il # | circa # | # circa | intorno al #",
    uncertain: "forse # | probabilmente #",
    before: "prima del # | fino al #",
    after: "dopo il # | dal #",
    between: "tra il # e il # | dal # al #",
    either: "# o #",
    century: "# secolo | secolo # | sec. # | # sec.",
    decade: "anni #",
    beforeChrist: "# a. C. | # avanti Cristo",
    afterChrist: "# d. C. | # dopo Cristo",
    seasons: ["primavera", "estate", "autunno", "inverno"],
  },
  quotingRemark: String.raw`(?:(?:la|mia|nostra) )?trad(?:uzione|\.)(?: (?:è )?(?:mia|nostra|dell['’]autor[ei]))|così nell['’]originale`,
  provisos: String.raw`(?:la|il|le|tale|questa|ciò)(?: [^\s.]+){0,5} non si applica|fanno eccezione`,
  exceptions: "salvo|tranne|eccetto|a meno che",
  reservations: "tuttavia",
  citation: {
    pages: "p pp pag pagg pagina pagine",
    notes: "n nota",
    locators: "v vv cap capitolo art artt articolo articoli comma nota n r atto scena libro canto",
    printLocators: "nota n r",
    connectives: "cfr vedi in cit citato citata da",
    secondHand: String.raw`cit(?:at[oaie]|\.) (?:da|in)`,
    backReferences: "ivi",
  },
  titlesOfAddress: `Signor Signora Signorina Sig Dottor Dottore Professor Re Regina Conte Contessa Presidente Ministro
    Generale Padre Don Donna Vescovo Papa San Santa`,
  authorWords: "da",
  nameWords: "di da del della dei degli delle la le e",
  sourceWords: "fonte fonti via link",
  publisherWords: "Edizion* Editrice Editore Universit*",
  quotationWords: "citazione brano testo",
  contributorLabels: String.raw`trad(?:\.|uzione di)|a cura di`,
};
