import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { memoizeByText } from "../foundation/memoize-by-text.ts";
import { applyFolds, foldsOf } from "./fold.ts";
import type { LanguageProfile } from "./language-profile.ts";
import { ENGLISH } from "./languages/en.ts";
import { findLanguage } from "./languages/index.ts";
import { MAX_TAGS } from "./tags.ts";
import { wordPattern, wordsOf } from "./word-lists.ts";

/** Source of a regular expression for any Roman numeral in capital letters. */
export const ROMAN_NUMERAL = "[IVXLCDM]+";

/** The same for sections and pages. D and M are left out, since they are more often initials. */
export const ROMAN_BELOW_500 = "[IVXLC]+";
export const SMALL_ROMAN_BELOW_500 = "[ivxlc]+";

/** The same for the number of a printed page, with the flag `i`: up to 9999, or “lxxxviii” in a preface. */
export const PAGE_NUMBER = String.raw`\d{1,4}|[ivxlc]{1,8}`;

/**
 * Source of a regular expression for the number of a verse in the signs that only verses have: U+FD3E and U+FD3F around it, in
 * either order, or U+06DD before it.
 */
export const SIGNED_VERSE = String.raw`[\ufd3e\ufd3f]\s?\p{Nd}{1,3}\s?[\ufd3e\ufd3f]|\u06dd\s?\p{Nd}{1,3}`;

const ROMAN_DIGITS: ReadonlyMap<string, number> = new Map([
  ["i", 1],
  ["v", 5],
  ["x", 10],
  ["l", 50],
  ["c", 100],
]);

/**
 * Returns the value of a Roman numeral below 500 in lower case, as on the pages of a preface. Returns
 * undefined if a letter is no such digit. The order of the digits is not checked.
 */
export function parseRomanNumeral(numeral: string): number | undefined {
  let sum = 0;
  let previous = 0;
  for (const letter of [...numeral].reverse()) {
    const value = ROMAN_DIGITS.get(letter);
    if (value === undefined) return undefined;
    sum += value < previous ? -value : value;
    previous = value;
  }
  return numeral === "" ? undefined : sum;
}

const HAN_DIGITS = "一二三四五六七八九";

const HAN_DIGIT = `[${HAN_DIGITS}]`;
/** The powers of ten up to a thousand, of which each may have a digit before it. */
const HAN_POWERS = [..."千百十"];
const HAN_BELOW_10_000 = new RegExp(
  `^${HAN_POWERS.map((power) => `(?:(${HAN_DIGIT}?)${power})?[零〇]?`).join("")}(${HAN_DIGIT}?)$`,
);
const MYRIAD = 10_000;

/** Returns the value of a Han numeral below 10¹², such as 十八 for 18 and 三万五千 for 35,000, or undefined if it is none. */
export function parseHanNumeral(numeral: string): number | undefined {
  const parts = numeral.split(/[億亿]/);
  if (parts.length === 1) parts.unshift("");
  const [hundredMillions = "", rest = "", ...others] = parts;
  const myriads = rest.split(/[万萬]/);
  if (myriads.length === 1) myriads.unshift("");
  const [tenThousands = "", last = "", ...more] = myriads;
  const values = [hundredMillions, tenThousands, last].map(valueBelow10000);
  if (others.length + more.length > 0 || values.includes(undefined)) return undefined;
  const value = values.reduce<number>((sum, part) => sum * MYRIAD + (part ?? 0), 0);
  return value === 0 ? undefined : value;
}

/** Returns the value of a Han numeral below 10,000, or of an empty one; undefined for any other text. */
function valueBelow10000(numeral: string): number | undefined {
  const [, ...digits] = HAN_BELOW_10_000.exec(numeral) ?? [];
  if (digits.length === 0) return undefined;
  const ones = digits.at(-1) ?? "";
  return HAN_POWERS.reduce(
    (sum, _, index) => {
      const digit = digits[index];
      // A power without a digit is one of it.
      const factor = digit === undefined ? 0 : digit === "" ? 1 : HAN_DIGITS.indexOf(digit) + 1;
      return sum + factor * 10 ** (HAN_POWERS.length - index);
    },
    HAN_DIGITS.indexOf(ones) + (ones === "" ? 0 : 1),
  );
}

/** Returns the value of Han digits in the places of Arabic ones, such as 一〇八 for 108, or undefined for other texts. */
export function parseHanDigits(digits: string): number | undefined {
  if (!/^[〇一二三四五六七八九]+$/.test(digits)) return undefined;
  return [...digits].reduce((value, digit) => value * 10 + HAN_DIGITS.indexOf(digit) + 1, 0);
}

const numberWordsOf = memoizeByObject((language: LanguageProfile) => {
  const folds = foldsOf(language.tags[0]);
  const words = wordsOf(language.numberWords).map((word) => applyFolds(word, folds));
  // A language without such words has an empty pattern, and no word is empty.
  return new RegExp(`^(?!$)(?:${wordPattern(words)})$`, "u");
});

/** Whether a word is a number in a text with a BCP 47 tag: “seven”, “twice”. In an unknown language, English ones are. */
export function isNumberWord(word: string, tag: string): boolean {
  const language = findLanguage(tag) ?? ENGLISH;
  return numberWordsOf(language).test(applyFolds(word, foldsOf(language.tags[0])));
}

/** The content of a character class: the characters of Han numerals. */
export const HAN_NUMERALS = "〇零一二三四五六七八九十百千万萬亿億两兩";
const HAN_NUMERAL = new RegExp(`^[${HAN_NUMERALS}]+$`);

/** Whether a text in Chinese characters is nothing but a number. */
export function isHanNumeral(text: string): boolean {
  return HAN_NUMERAL.test(text);
}

/** Han numerals, Roman ones of several letters, and words. */
const WRITTEN_NUMBER = new RegExp(
  String.raw`[${HAN_NUMERALS}]+|(?<![\p{L}\p{N}])[IVXLC]{2,}(?![\p{L}\p{N}])|(?:(?!\p{Script=Han})\p{L})+`,
  "gu",
);

/**
 * Returns a regular expression for the signs between the thousands of a number in digits: the one of the language in Unicode’s CLDR, and
 * apostrophes, which are in no number otherwise.
 */
const thousandsSigns = memoizeByText(MAX_TAGS, (tag) => {
  const parts = new Intl.NumberFormat(tag).formatToParts(MILLION);
  const sign = parts.find(({ type }) => type === "group")?.value.normalize("NFKC") ?? ",";
  const signs = `[${sign}'’]`;
  // In India, groups before the last one have two digits.
  return new RegExp(
    String.raw`(?<=(?<!\d)\d{1,3}(?:${signs}\d{2,3})*)${signs}(?=(?:\d{2,3}${signs})*\d{3}(?!\d))`,
    "g",
  );
});

/** A number with a sign between its thousands in every language. */
const MILLION = 1_000_000;

/**
 * Writes the numbers of a text in digits: 二十一, XXI and, below the limit of the language’s list, “twelve”. `tag` is its BCP 47
 * tag. A word that is no number is left as it is.
 */
export function writeNumbersInDigits(text: string, tag: string): string {
  const cardinals = wordsOf(findLanguage(tag)?.partNumbers?.cardinals);
  const digits = text.normalize("NFKC").replace(thousandsSigns(tag), "");
  return digits.replace(WRITTEN_NUMBER, (written) => {
    const word = cardinals.indexOf(written.toLowerCase()) + 1;
    const value =
      word ||
      (parseHanNumeral(written) ??
        parseHanDigits(written) ??
        (/^[IVXLC]{2,}$/.test(written) ? parseRomanNumeral(written.toLowerCase()) : undefined));
    return value === undefined ? written : `${value}`;
  });
}
