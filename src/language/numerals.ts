import { fold } from "./fold.ts";
import { allWords } from "./word-lists.ts";

/** Source of a regular expression for any Roman numeral in capital letters. */
export const ROMAN_NUMERAL = "[IVXLCDM]+";

/** The same for sections and pages. D and M are left out, since they are more often initials. */
export const ROMAN_BELOW_500 = "[IVXLC]+";
export const SMALL_ROMAN_BELOW_500 = "[ivxlc]+";

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

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  allWords(({ numberWords }) => numberWords).map(fold),
);

/** Whether a folded word is a number: “seven”, “twice”. */
export function isNumberWord(word: string): boolean {
  return NUMBER_WORDS.has(word);
}
