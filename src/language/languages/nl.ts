import type { LanguageProfile } from "../language-profile.ts";

export const DUTCH: LanguageProfile = {
  tags: ["nl"],
  complementizersWithoutComma: "dat",
  oramaName: "dutch",
  conditions: "als indien mits alleen slechts tenzij",
  ambiguousConditions: "als",
  contrasts: "maar doch echter evenwel hoewel behalve",
  emphasisRemark:
    "(?:cursivering|nadruk|cursief|onderstreping) (?:van mij|toegevoegd|door mij|in (?:het )?origineel|in het oorspronkelijke|van de auteur)|mijn (?:cursivering|nadruk)",
  numberWords: `twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig dertig
    veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen miljard dozijn dubbel`,
  lineHyphens: {
    frequentWords: "het een van niet naar zijn dat",
    conjunctions: "en of",
    // Taalunie, Leidraad bij de Woordenlijst, 6.3: klinkerbotsing.
    vowelPairs: "aa ae ai au ee ei eu ie ij oe oi oo ou ui uu",
  },
  negations: "niet geen nooit niets niemand zonder noch",
  rejections: `vals leugen* verzonnen onwaar nepnieuws onzin vermeend* zogenaamd* twijfelachtig* apocrief*
    ontkracht* weerlegd* ingetrokken herroepen geparafraseerd* parafrase* satir* parodi* ironi*
    gerucht* desinformatie kolder flauwekul gelogen vervalst* verdraaid* onjuist* foutief*`,
  denyingPhrases: String.raw`(?<!een )weinige?|verre van|zou(?:den)?(?: \p{L}+){0,3} (?:hebben|zijn)|(?:liever|eerder)(?: \p{L}+){0,4} dan|in plaats van|alsof|(?:is|was|zijn|waren) (?:een )?(?:\p{L}+ )?(?:leugens?|verzinsels?|laster)|een (?:\p{L}+ )?(?:leugen|verzinsel) (?:is|was)`,
  denials: `nauwelijks zelden weiger* ontken* verbood verbied* verboden voorkom* vermijd* vermeed
    betwijfel* onmogelijk*`,
  letterWords: { names: "Brief", to: "aan", same: ["de(?:n|r)?zelfden?"] },
  datelineWords:
    "den de des op in te 's ochtends morgens middags avonds nachts morgen middag avond nacht",
  dateWordings: {
    plain: "in # | de # | in de # | het jaar #",
    about: "omstreeks # | ongeveer # | rond #",
    uncertain: "vermoedelijk # | waarschijnlijk # | misschien #",
    before: "vóór # | voor # | tot #",
    after: "na # | sinds # | vanaf #",
    between: "tussen # en # | van # tot #",
    either: "# of #",
    century: "# eeuw",
    decade: "jaren #",
    beforeChrist: "# v. Chr. | # voor Christus",
    afterChrist: "# n. Chr. | # na Christus",
    seasons: ["lente voorjaar", "zomer", "herfst najaar", "winter"],
  },
  quotingRemark: String.raw`(?:mijn|eigen|onze) vertaling|vert(?:aling|\.) (?:van mij|door mij|van de auteur)|zo in (?:het )?origineel`,
  provisos: String.raw`(?:dit|het|de|deze)(?: [^\s.]+){0,5} (?:geldt niet|gelden niet|(?:is|zijn) niet van toepassing)`,
  exceptions: "tenzij|behalve|met uitzondering",
  citation: {
    pages: "blz pag p pp bladzijde",
    notes: "nt noot voetnoot",
    locators: "vs vers hfst hoofdstuk art artikel lid r regel nt noot dl bedrijf scène boek",
    printLocators: "r regel nt noot dl",
    connectives: "zie vgl geciteerd in door bij naar",
    secondHand: "geciteerd (?:in|door|bij|naar)",
    backReferences: String.raw`aldaar|a\. ?w`,
  },
  titlesOfAddress: `Meneer Mevrouw Mejuffrouw Heer Dokter Professor Koning Koningin Graaf President Minister Generaal
    Bisschop Paus Sint`,
  authorWords: "door van",
  nameWords: "van der den de het en",
  sourceWords: "bron bronnen via link",
  publisherWords: "Uitgeverij* Universiteit*",
  quotationWords: "citaat tekst",
  contributorLabels: String.raw`vert(?:\.|aald door)|red\.`,
};
