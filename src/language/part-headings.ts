import { LANGUAGES } from "./languages/index.ts";
import { wordPattern, wordsOf } from "./word-lists.ts";

const PART_NAMES = LANGUAGES.flatMap(({ partNames }) =>
  partNames === undefined ? [] : [partNames],
);

/**
 * Sources of regular expressions with the flags `iu` for the names of the parts of a text in any
 * language. Each one is a level of headings, from the highest down.
 */
export const PART_NAME_BY_LEVEL: readonly string[] = Array.from(
  { length: Math.max(...PART_NAMES.map(({ length }) => length)) },
  (_, level) => wordPattern(PART_NAMES.flatMap((names) => wordsOf(names[level]))),
);

/**
 * Source of a regular expression with the flags `iu` for a number in words that counts the parts of a
 * text: “one”, “the first”.
 */
export const PART_NUMBER = LANGUAGES.flatMap(({ partNumbers }) => {
  if (partNumbers === undefined) return [];
  const { cardinals, ordinals, article } = partNumbers;
  return [
    `${wordPattern(wordsOf(cardinals))}|(?:${article} )?(?:${wordPattern(wordsOf(ordinals))})`,
  ];
}).join("|");

const FOREIGN_NUMBER = String.raw`(?:\d{1,3}|[IVXLC]{1,7})`;

const FOREIGN_FIRST =
  "erste[rs]?|premi(?:er|ère)|primer[oa]?|prim[oa]|primeir[oa]|eerste|första|første|перв(?:ая|ый|ое)";

const FOREIGN_ORDINAL = `${FOREIGN_FIRST}|${"zweite[rs]?|dritte[rs]?|vierte[rs]?|fünfte[rs]?|sechste[rs]?|siebente[rs]?|siebte[rs]?|achte[rs]?|neunte[rs]?|zehnte[rs]?|letzte[rs]?|deuxième|second[eao]?|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|derni(?:er|ère)|tercer[oa]?|cuart[oa]|quint[oa]|terz[oa]|quart[oa]|segund[oa]|terceir[oa]|втор(?:ая|ой|ое)|треть[яе]|третий|четв[её]рт(?:ая|ый|ое)|пят(?:ая|ый|ое)|шест(?:ая|ой|ое)|седьм(?:ая|ой|ое)|восьм(?:ая|ой|ое)|девят(?:ая|ый|ое)|десят(?:ая|ый|ое)"}`;

/** Names of parts in other languages, from the highest level down, as in `PART_NAME_BY_LEVEL`. */
const FOREIGN_NAMES = [
  "band|tome|tomo|deel|том",
  "buch|teil|livre|partie|libro|parte|livro|boek|книга|часть|księga|część",
  "akt|aufzug|acte|acto|atto|ato|действие|акт",
  "kapitel|auftritt|szene|brief|gesang|chapitre|scène|lettre|chant|capítulo|escena|carta|canto|capitolo|scena|lettera|cena|hoofdstuk|kapittel|глава|сцена|письмо|песнь|rozdział|kapitola|fejezet|luku|κεφάλαιο",
];

const HAN_NUMBER = "[\\d０-９〇零一二三四五六七八九十百]{1,6}";
const CJK_NAMES = ["[卷巻冊]|권", "[部篇編编]|부|편", "幕|막", "[章回話话節节場场]|장|절|화|회"];

/**
 * Patterns of headings in other languages, for each level of `PART_NAME_BY_LEVEL`: a name with its number alone in a line, or
 * before a sign; in Chinese, Japanese and Korean, the number within the name, perhaps with a title after a space.
 */
export const FOREIGN_HEADING_BY_LEVEL: readonly RegExp[] = FOREIGN_NAMES.map(
  (names, level) =>
    new RegExp(
      [
        String.raw`^(?:${names})\s+(?:${FOREIGN_NUMBER}|${FOREIGN_ORDINAL})(?:\.?$|\s*[.:—–-]\s*\S)`,
        String.raw`^(?:${FOREIGN_NUMBER}\.?|${FOREIGN_ORDINAL})\s+(?:${names})(?:\.?$|\s*[.:—–-]\s*\S)`,
        String.raw`^[第제]\s*${HAN_NUMBER}\s*(?:${CJK_NAMES[level]})(?:$|[\s\u3000：:．.][^。]{0,40}$)`,
      ].join("|"),
      "iu",
    ),
);

const FIRST_NUMBER = [
  "(?:no\\.? ?)?(?:1|I)",
  FOREIGN_FIRST,
  ...LANGUAGES.flatMap(({ partNumbers }) => {
    if (partNumbers === undefined) return [];
    const { cardinals, ordinals, article } = partNumbers;
    const [one, first] = [wordsOf(cardinals)[0], wordsOf(ordinals)[0]];
    return [`${one}|(?:${article} )?${first}`];
  }),
].join("|");

/** A heading, in any language, that has the first number of its level: “CHAPTER I”, “Erstes Kapitel”, “第一章”. */
export const FIRST_PART = new RegExp(
  String.raw`^(?:\S+ (?:${FIRST_NUMBER})|(?:${FIRST_NUMBER})\.? \S+)(?![\p{L}\p{N}])|^[第제]\s*[1１一]\s*\P{N}`,
  "iu",
);

/** Titles of the notes of a text or of a part. */
const NOTES_TITLES = [
  "foot-?notes?|end-?notes?|notes(?: and references)?|(?:translator|editor|author)[’']?s[’']? notes",
  "fu(?:ß|ss)noten|endnoten|anmerkungen|voetnoten|eindnoten|noten|fotnoter|slutnoter|noter",
  "notes de bas de page|notas(?: al pie| finales| de rodapé| finais)?|note(?: a piè di pagina)?|note de subsol",
  "примечания|сноски|примітки|przypisy|poznámky(?: pod čarou)?|bilješke|jegyzetek|dipnotlar|alaviitteet|σημειώσεις|υποσημειώσεις",
  "הערות(?: שוליים)?|هوامش|الهوامش|حواشي|각주|미주|주석|注釈|脚注|原注|訳注|注释|尾注|註釋|註解|附註|注記|[註注주]|후주",
].join("|");

/** The title above the notes of a text or of a part, in any language. */
export const NOTES_TITLE = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:${NOTES_TITLES})[^\p{L}\p{N}]*$`,
  "iu",
);

/** Source of a regular expression with the flag `u` for a word before the name of an author: “by”, “By”. */
export const AUTHOR_WORD = [
  ...new Set(LANGUAGES.flatMap(({ authorWords }) => wordsOf(authorWords))),
]
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  .join("|");
