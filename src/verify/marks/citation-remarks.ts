import type { CitationWords } from "../../language/language-profile.ts";
import { LANGUAGES } from "../../language/languages/index.ts";
import { AUTHOR_WORD } from "../../language/part-headings.ts";
import { allWords, wordPattern, wordsOf } from "../../language/word-lists.ts";

const wordsFor = (listOf: (words: CitationWords) => string | undefined) =>
  wordPattern([
    ...new Set(LANGUAGES.flatMap(({ citation }) => wordsOf(citation && listOf(citation)))),
  ]);

const ARABIC = String.raw`\p{Nd}(?:[\p{Nd}.,:–-]*\p{Nd})?(?:\.?[ºª]|\p{Ll}(?!\p{L}))?(?:\s?(?:ff?|sqq?)\b\.?)?(?![\p{L}\p{N}])`;
const ONE_ROMAN = "(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})";
const ROMAN = String.raw`${ONE_ROMAN}(?:\s?[–-]\s?${ONE_ROMAN})?(?![\p{L}\p{N}])`;
const HAN_DIGITS = "[〇零一二三四五六七八九十百]{1,6}";
/** Source of a regular expression for the names of places after their numbers: 条, 조. */
export const UNITS_AFTER = wordsFor(({ unitsAfter }) => unitsAfter);
const ONE_COUNTED = String.raw`(?:\p{Nd}+|(?<=[第제]\s?)${HAN_DIGITS})\s?(?:${UNITS_AFTER})`;
// One may follow another without a space: 第4条第2項, 제12조제2항, 4条2項.
const COUNTED = String.raw`${ONE_COUNTED}(?:\s?[第제]?\s?${ONE_COUNTED})*(?!\p{L})`;
// “six” is no page “ix”: something divides a Roman numeral from the word before it.
const PAGES = String.raw`(?:${wordsFor(({ pages }) => pages)})(?:\.?\s*(?:${ARABIC}|${COUNTED})|(?:\.\s*|\s+)${ROMAN})`;
const LOCATORS = wordsFor(({ locators }) => locators);
/** The names of a note before its number, as in “[note 3]”. */
export const NOTE_NAMES = wordsFor(({ notes }) => notes);
// “c. 1907” and “d. 1907” are about that year and “died”.
const BEGIN = String.raw`(?<![\p{L}\p{N}])(?![cd]\.\s?[12]\d{3}(?!\p{N}))`;

// Languages that have the word after the number.
const PAGE_UNITS = wordPattern(
  LANGUAGES.flatMap(({ citation }) =>
    wordsOf(citation?.pages).filter((word) => wordsOf(citation?.unitsAfter).includes(word)),
  ),
);

/** The number of a page, as in “p. 12” and “12頁”. */
export const PAGE = String.raw`${BEGIN}(?:${PAGES}|[第제]?\s?\p{Nd}{1,4}\s?(?:${PAGE_UNITS})(?!\p{L}))`;

/** A number that says by itself which place it means, without brackets around it: “§ 4”, “5 §”, “v. 3”, “12頁”. */
export const BARE_PLACE = String.raw`(?:${PAGE}|[§¶]{1,2}\s*(?:${ARABIC}|${ROMAN})|${BEGIN}(?:${LOCATORS})\.\s*(?:${ARABIC}|${ROMAN})|${BEGIN}[第제]?\s?${COUNTED}|${BEGIN}\p{Nd}{1,3}\s?§)`;

/** The same with names of places in full, as in brackets: “(note 3)”. */
const PLACE = String.raw`(?:${BARE_PLACE}|${BEGIN}(?:${LOCATORS})(?:\s*${ARABIC}|\s+${ROMAN})|${BEGIN}第\p{Nd}+)`;

const PRINT_WORDS = new Set([
  ...allWords(({ citation }) => citation?.printLocators),
  // Before the number that another word says to be that of a place.
  ..."第제",
]);
const isOfText = (word: string) => !PRINT_WORDS.has(word);
const TEXT_LOCATORS = wordPattern(allWords(({ citation }) => citation?.locators).filter(isOfText));
const TEXT_UNITS = wordPattern(allWords(({ citation }) => citation?.unitsAfter).filter(isOfText));

/**
 * Source of a regular expression with the flags `iu` for a place of a text that is the same in all of its editions, with the groups
 * `unit` or `unitAfter` and `number` or `numberBefore`: “Article 5”, “§ 5”, “v. 3–4”, “第五条”, “5 §”. A
 * single letter before a Roman number is an initial, as that number is: “M. L. King”.
 */
export const TEXT_PLACE = String.raw`(?:${BEGIN}(?<unit>§{1,2}|¶{1,2}|(?:${TEXT_LOCATORS})(?![\p{L}\p{M}]))\.?\s*(?<number>${ARABIC}|(?<!(?<![\p{L}\p{M}])\p{L}\.?\s*)${ROMAN})|(?:${BEGIN}|(?=[第제])|(?<=${TEXT_UNITS}))[第제]?\s?(?<numberBefore>\p{Nd}{1,4}|(?<=[第제]\s?)${HAN_DIGITS})\s?(?<unitAfter>§|${TEXT_UNITS}))`;

/** Before the words that are from there. */
export const PLACE_AT_START = String.raw`^\(?${PLACE}\)?\s?[:.)]?\s+(?=\S)`;

const ALL_PLACES = new RegExp(PLACE, "giu");
const BACK_REFERENCE = new RegExp(
  String.raw`${BEGIN}(?:${LANGUAGES.flatMap(({ citation }) => citation?.backReferences ?? []).join("|")})(?![\p{L}\p{N}])\.?`,
  "giu",
);
/** Source of a regular expression with the flags `iu` for a word before the place where words are from: “Source”. */
export const SOURCE_WORD = wordPattern([
  ...new Set(LANGUAGES.flatMap(({ sourceWords }) => wordsOf(sourceWords))),
]);
/** The same with the colon that makes it a label. */
export const SOURCE_LABEL = String.raw`(?:${SOURCE_WORD})\s?[:：]`;
const LABEL_AT_START = new RegExp(String.raw`^(\s*\p{P}*\s*)${SOURCE_LABEL}`, "iu");
const AUTHOR_WORD_AT_START = new RegExp(
  String.raw`^(\s*\p{P}*\s*)(?:${AUTHOR_WORD})\s+(?=\p{Lu})`,
  "u",
);
/** The same with the flag `iu` for a word that announces a quotation, with a colon: “Quote:”. */
export const QUOTATION_LABEL = String.raw`(?:${wordPattern(allWords(({ quotationWords }) => quotationWords))}|q)\s?[:：]`;
/** Words before the name of a translator or an editor. */
const CONTRIBUTOR = String.raw`(?<![\p{L}\p{N}])(?:${LANGUAGES.flatMap(({ contributorLabels }) => contributorLabels ?? []).join("|")})\s*`;
const CONTRIBUTOR_LABEL = new RegExp(CONTRIBUTOR, "giu");
const NAMED_CONTRIBUTOR = new RegExp(
  String.raw`[,;]?\s*${CONTRIBUTOR}([^,;()（）[\]]{1,60})`,
  "giu",
);

/** Removes from a citation the words that say of a name that it is of a translator or an editor. */
export function removeContributorLabels(citation: string): string {
  return citation.replace(CONTRIBUTOR_LABEL, "");
}

/** Returns a citation without its translators and editors, and their names. */
export function separateContributors(citation: string): {
  readonly rest: string;
  readonly names: readonly string[];
} {
  return {
    rest: citation.replace(NAMED_CONTRIBUTOR, ""),
    names: [...citation.matchAll(NAMED_CONTRIBUTOR)].map(([, name = ""]) => name),
  };
}

const CONNECTIVE = new RegExp(`^(?:${wordsFor(({ connectives }) => connectives)})$`, "iu");

/** Removes from a citation the places that it names and its references to the work cited before. */
export function removePlaces(citation: string): string {
  return citation.replace(ALL_PLACES, " ").replace(BACK_REFERENCE, " ");
}

const SECOND_HAND = new RegExp(
  String.raw`(?<!\p{L})(?:${LANGUAGES.flatMap(({ citation }) => citation?.secondHand ?? []).join("|")})(?!\p{L}).*$`,
  "isu",
);

/** Removes from a citation the work that only quotes the words: “quoted in Smith, 12”. */
export function removeSecondHand(citation: string): string {
  return citation.replace(SECOND_HAND, "");
}

/** The label and the names that programs for reading add to a passage that they copy. */
const READER_LABEL = /^(\s*\p{P}*\s*)excerpt from\s?[:：,]?\s+/iu;
const READER_NAME = /(?<=[.,;”’"]|^\s*)\s+(?:Apple Books|iBooks|Kindle Edition)\.?\s*$/u;

/** The citation below such a passage, in one line or several, with an address and a notice after it. */
const READER_CITATION =
  /[\n\u2028]\s*(?:Excerpt From\s?[:：]?\s[\s\S]{2,400}|[^\n\u2028]{2,200}\sKindle Edition\.?\s*)$/iu;
const READER_NOTICE = /\s*This material may be protected by copyright\.?\s*$/u;

/** Returns the citation that a program for reading added at the end of a text, as it is and in one line. */
export function readerCitationAfter(
  text: string,
): { readonly whole: string; readonly line: string } | undefined {
  const [whole] = READER_CITATION.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const line = whole
    .replace(READER_NOTICE, "")
    .replace(/\s*https?:\/\/\S+\s*$/u, "")
    .trim()
    .replace(/\s*[\n\u2028]\s*/g, ", ");
  return { whole, line };
}

/** Removes “Source:” and “by” from the beginning of a citation, and the names that programs for reading add. */
export function removeSourceLabel(citation: string): string {
  return citation
    .replace(READER_LABEL, "$1")
    .replace(READER_NAME, "")
    .replace(LABEL_AT_START, "$1")
    .replace(AUTHOR_WORD_AT_START, "$1");
}

/** Whether a word connects the names and the numbers of a citation: “see”. */
export function isCitationConnective(word: string): boolean {
  return CONNECTIVE.test(word);
}

const LETTER_NAME = new RegExp(
  `^(?:${wordPattern(allWords(({ letterWords }) => letterWords?.names))})$`,
  "iu",
);

/** Whether a word says before a date of what it is: “letter of 9 March 1871”. */
export function isLetterName(word: string): boolean {
  return LETTER_NAME.test(word);
}

/** Remarks of authors on their quotations, such as “sic”, as sources of regular expressions. */
export const REMARKS = ["sic", ...LANGUAGES.flatMap(({ quotingRemark }) => quotingRemark ?? [])];
/** Their remarks on emphasis: “emphasis added”. */
export const EMPHASES = LANGUAGES.flatMap(({ emphasisRemark }) => emphasisRemark ?? []);
