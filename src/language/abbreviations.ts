import { findLanguage, LANGUAGES } from "./languages/index.ts";
import { ROMAN_BELOW_500, ROMAN_NUMERAL } from "./numerals.ts";
import { allWords, wordPattern, wordsOf } from "./word-lists.ts";

/** Returns an expression that matches a text up to and including an abbreviation and white space. */
function endsWithAbbreviation(...patterns: readonly string[]): RegExp {
  return new RegExp(String.raw`(?:^|[\s("'“‘„«»\[—–-])(?:${patterns.join("|")})\.\s+$`, "u");
}

const COUNTED = wordPattern(allWords(({ abbreviations }) => abbreviations?.counted));
const UNIT = ["§", wordPattern(allWords(({ units }) => units))].join("|");

const AFTER_NEVER_LAST = endsWithAbbreviation(
  wordPattern(allWords(({ abbreviations }) => abbreviations?.titles)),
  wordPattern(allWords(({ abbreviations }) => abbreviations?.connectives)),
);
const AFTER_NEVER_LAST_IN = new Map(
  LANGUAGES.flatMap((language) => {
    const words = wordsOf(language.abbreviations?.neverLastHere);
    return words.length === 0 ? [] : [[language, endsWithAbbreviation(wordPattern(words))]];
  }),
);
const AFTER_COUNTED = endsWithAbbreviation(COUNTED);
const COUNT = new RegExp(String.raw`^[([]?(?:\d|${ROMAN_BELOW_500}\b|\p{L}[)\]])`, "u");
const AFTER_POSSIBLY_LAST = endsWithAbbreviation(
  // Initials, as in “J. Hale”, “U.S.” and “Ph.D.”.
  String.raw`[\p{Lu}\p{Ll}]|(?:[\p{Lu}\p{Ll}]{1,2}\.[-\s]?)+[\p{Lu}\p{Ll}]`,
  // Doubled ones, as in “EE. UU.”, that are no Roman numeral.
  String.raw`(?![IXCM])(?<twin>\p{Lu})\k<twin>`,
  wordPattern(allWords(({ abbreviations }) => abbreviations?.possiblyLast)),
);

const AFTER_ORDINAL = endsWithAbbreviation(String.raw`\d{1,3}`, ROMAN_NUMERAL);
const AFTER_COUNTED_NUMBER = new RegExp(
  String.raw`(?:^|[\s(])(?:(?:${COUNTED})\.|${UNIT})\s\d{1,3}\.\s+$`,
  "u",
);
const AFTER_PART_OF_DATE = /\d{4}\.\s+(?:\d{1,2}\.\s+){0,2}$/;

const ENUMERATORS = LANGUAGES.flatMap(({ enumerator }) => enumerator ?? []);
const AFTER_ENUMERATOR = new RegExp(
  String.raw`^\s*[([]?(?:${[String.raw`(?:(?:${UNIT})\s)?\d{1,3}`, ROMAN_BELOW_500, String.raw`\p{L}`, ...ENUMERATORS].join("|")})[.)\]]+\s+$`,
  "u",
);

/**
 * Whether the full stop at the end of `before` belongs to an abbreviation or to a number, and ends no
 * sentence. `after` is the text that follows.
 */
export function isAbbreviation(before: string, after: string, language: string): boolean {
  const data = findLanguage(language);
  return (
    AFTER_NEVER_LAST.test(before) ||
    (data !== undefined && AFTER_NEVER_LAST_IN.get(data)?.test(before) === true) ||
    (AFTER_COUNTED.test(before) && COUNT.test(after)) ||
    (AFTER_PART_OF_DATE.test(before) && data?.writesDatesWithFullStops === true)
  );
}

/** Whether the full stop at the end of a text may belong both to a word or number and to a sentence. */
export function mayBeAbbreviation(text: string, language: string): boolean {
  if (AFTER_POSSIBLY_LAST.test(text)) return true;
  return (
    findLanguage(language)?.writesOrdinalsWithFullStop === true &&
    AFTER_ORDINAL.test(text) &&
    !AFTER_COUNTED_NUMBER.test(text)
  );
}

/** Whether a text only numbers the sentence after it: “1.”, “(a)”, “Article 1.” */
export function isEnumerator(text: string): boolean {
  return AFTER_ENUMERATOR.test(text);
}
