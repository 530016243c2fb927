import {
  PAGE_NUMBER,
  parseHanDigits,
  parseHanNumeral,
  parseRomanNumeral,
} from "../../../language/numerals.ts";
import { quantile } from "../quantile.ts";

/** No command before a brace, of which it would begin an argument, as in TeX. */
const NO_COMMAND = String.raw`(?<!\\\p{L}{1,30}\*?(?:\{[^{}]{0,30}\})?)`;

/** The names of a page before its number, the letters before it that a point follows, and the names after it. */
const PAGE_WORDS =
  "pages?|pg|pp|seite|sida|p[aá]g(?:ina)?|blz|bladz(?:ijde)?|strona|strana|стр(?:аница)?|pb|fol(?:io)?|ص|صفحة|עמ(?:['׳]|וד)?";
const PAGE_LETTERS = "[psfс]";
export const PAGE_COUNTER = "쪽|페이지|면|頁|ページ|页";

/** The source of a regular expression for the name of a page before its number in a line of its own. */
export const PAGE_NAME = String.raw`(?:${PAGE_WORDS}|[ps])(?![\p{L}\p{N}])[.:]?\s*`;

/** The source of a number of a page in Han numerals: 一二 and 十二 for 12. */
export const HAN_PAGE_NUMBER = "[〇一二三四五六七八九十百]{1,5}";

/** The number of a printed page with its name in brackets: “[Pg 12]”, “{S. 12}”, “[fol. 12r]”, “［12頁］”, “〔一二頁〕”. */
export const NAMED_PAGE = String.raw`[[{|［【〔](?:(?:(?:${PAGE_WORDS})[.:]?|${PAGE_LETTERS}[.:])\s*(?<page>\p{Nd}{1,4}[rv]?|(?<=[\s.:])[ivxlc]{1,7})|第?\s*(?<countedPage>\d{1,4}|${HAN_PAGE_NUMBER})\s*(?:${PAGE_COUNTER}))[\]}|］】〕]`;

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

/** The number of a printed page between slashes, with white space around it. */
export const SLASHED_PAGE = String.raw`(?<=^|\s)\/(?<slashed>\d{1,4})\/(?=\s|$)`;

/** Such a number in brackets, which can also be that of a note, of an item or of a paragraph. */
const BRACKETED_PAGE = String.raw`(?<=^|\s)\[(?<bracketed>\d{1,4})\](?=\s|$)`;

/** The minimum number of pages that count on, and the minimum length of most of them, in UTF-16 code units. */
const MIN_PAGES = 3;
const MIN_PAGE_LENGTH = 300;

/** How many pages are skipped at most, as between leaves with pictures. */
const MAX_STEP = 3;

/**
 * Returns the numbers of pages in brackets or slashes, as they are printed: all of one form count on over the texts, are as far
 * from each other as pages, and most do not begin a paragraph.
 */
export function findIsolatedPages(texts: readonly string[]): ReadonlySet<string> {
  const pages = [BRACKETED_PAGE, SLASHED_PAGE].flatMap((source) => {
    const pattern = new RegExp(source, "gu");
    let start = 0;
    const numbers = texts.flatMap((text) => {
      const found = [...text.matchAll(pattern)].map(({ 0: printed, index }) => ({
        ...{ printed, value: Number(/\d+/.exec(printed)?.[0]), at: start + index },
        beginsText: index === 0 && text.length > printed.length,
      }));
      start += text.length;
      return found;
    });
    const next = numbers.slice(1);
    const steps = next.map(({ value }, index) => value - (numbers[index]?.value ?? 0));
    const lengths = next.map(({ at }, index) => at - (numbers[index]?.at ?? 0));
    const arePages =
      numbers.length >= MIN_PAGES &&
      steps.every((step) => step >= 1 && step <= MAX_STEP) &&
      quantile(lengths, 0.5) >= MIN_PAGE_LENGTH &&
      numbers.filter(({ beginsText }) => beginsText).length * 2 <= numbers.length;
    return arePages ? numbers.map(({ printed }) => printed) : [];
  });
  return new Set(pages);
}

/** Returns the value of a number of a page. Those in Roman numerals are negative, so that they count by themselves. */
export function pageNumberOf(printed: string): number | undefined {
  if (/^\d+$/.test(printed)) return Number(printed);
  const han = parseHanNumeral(printed) ?? parseHanDigits(printed);
  if (han !== undefined) return han;
  const roman = parseRomanNumeral(printed.toLowerCase());
  return roman === undefined ? undefined : -roman;
}
