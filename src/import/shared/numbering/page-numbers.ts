import { PAGE_NUMBER, parseRomanNumeral } from "../../../language/numerals.ts";

/** No command before a brace, of which it would begin an argument, as in TeX. */
const NO_COMMAND = String.raw`(?<!\\\p{L}{1,30}\*?(?:\{[^{}]{0,30}\})?)`;

/** The names of a page before its number, the letters before it that a point follows, and the names after it. */
const PAGE_WORDS =
  "pages?|pg|pp|seite|sida|p[aá]g(?:ina)?|blz|bladz(?:ijde)?|strona|strana|стр(?:аница)?|pb|fol(?:io)?";
const PAGE_LETTERS = "[psfс]";
export const PAGE_COUNTER = "쪽|페이지|면|頁|ページ|页";

/** The source of a regular expression for the name of a page before its number in a line of its own. */
export const PAGE_NAME = String.raw`(?:${PAGE_WORDS}|[ps])(?![\p{L}\p{N}])[.:]?\s*`;

/** The number of a printed page with its name in brackets: “[Pg 12]”, “{S. 12}”, “[fol. 12r]”, “［12頁］”. */
export const NAMED_PAGE = String.raw`[[{|［【](?:(?:(?:${PAGE_WORDS})[.:]?|${PAGE_LETTERS}[.:])\s*(?<page>\d{1,4}[rv]?|(?<=[\s.:])[ivxlc]{1,7})|第?\s*(?<countedPage>\d{1,4})\s*(?:${PAGE_COUNTER}))[\]}|］】]`;

/** The number of a printed page in braces and in bars, as the sources of regular expressions. */
export const BRACED_PAGE = String.raw`${NO_COMMAND}\{(?<braced>${PAGE_NUMBER})\}`;
export const BARRED_PAGE = String.raw`\|(?<barred>${PAGE_NUMBER})\|`;

/** Returns those of the numbers in braces or bars that count on over all texts, as pages do. */
export function findPageNumbers(texts: readonly string[]): ReadonlySet<string> {
  const pattern = new RegExp(`${BRACED_PAGE}|${BARRED_PAGE}`, "giu");
  const printed = texts.flatMap((text) =>
    [...text.matchAll(pattern)].map(({ groups }) => groups?.["braced"] ?? groups?.["barred"] ?? ""),
  );
  const values = new Set(printed.map(pageNumberOf));
  return new Set(
    printed.filter((number) => {
      const value = pageNumberOf(number);
      return value !== undefined && (values.has(value - 1) || values.has(value + 1));
    }),
  );
}

/** Returns the value of a number of a page. Those in Roman numerals are negative, so that they count by themselves. */
export function pageNumberOf(printed: string): number | undefined {
  if (/^\d+$/.test(printed)) return Number(printed);
  const roman = parseRomanNumeral(printed.toLowerCase());
  return roman === undefined ? undefined : -roman;
}
