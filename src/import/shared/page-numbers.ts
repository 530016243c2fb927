import { parseRomanNumeral } from "../../language/numerals.ts";

const NUMBER = String.raw`\d{1,4}|[ivxlc]{1,6}`;

/** No command before a brace, of which it would begin an argument, as in TeX. */
const NO_COMMAND = String.raw`(?<!\\\p{L}{1,30}\*?(?:\{[^{}]{0,30}\})?)`;

/** The number of a printed page in braces and in bars, as the sources of regular expressions. */
export const BRACED_PAGE = String.raw`${NO_COMMAND}\{(?<braced>${NUMBER})\}`;
export const BARRED_PAGE = String.raw`\|(?<barred>${NUMBER})\|`;

/** Returns those of the numbers in braces or bars that count on over all texts, as pages do. */
export function findPageNumbers(texts: readonly string[]): ReadonlySet<string> {
  const pattern = new RegExp(`${BRACED_PAGE}|${BARRED_PAGE}`, "giu");
  const printed = texts.flatMap((text) =>
    [...text.matchAll(pattern)].map(({ groups }) => groups?.["braced"] ?? groups?.["barred"] ?? ""),
  );
  const values = new Set(printed.map(pageValueOf));
  return new Set(
    printed.filter((number) => {
      const value = pageValueOf(number);
      return values.has(value - 1) || values.has(value + 1);
    }),
  );
}

/** Returns the value of a number. Those in Roman numerals are negative, so that they count by themselves. */
function pageValueOf(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed);
  return -(parseRomanNumeral(printed.toLowerCase()) ?? Number.NaN);
}
