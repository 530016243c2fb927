import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { applyFolds, foldsOf } from "./fold.ts";
import type { LanguageProfile } from "./language-profile.ts";
import { ENGLISH } from "./languages/en.ts";
import { findLanguage } from "./languages/index.ts";
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

/** Returns the value of a Han numeral from 1 to 99, such as 十八 for 18, or undefined if it is none. */
export function parseHanNumeral(numeral: string): number | undefined {
  const [, tens, ones] =
    /^(?:([二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(numeral) ?? [];
  if (numeral === "" || ones === undefined) return undefined;
  const digit = (character: string) => HAN_DIGITS.indexOf(character) + 1;
  const ten = tens === undefined ? 0 : tens === "" ? 1 : digit(tens);
  return ten * 10 + (ones === "" ? 0 : digit(ones));
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

const HAN_NUMERAL = /^[〇零一二三四五六七八九十百千万萬亿億两兩]+$/;

/** Whether a text in Chinese characters is nothing but a number. */
export function isHanNumeral(text: string): boolean {
  return HAN_NUMERAL.test(text);
}
