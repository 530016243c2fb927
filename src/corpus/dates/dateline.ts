import { elementAt } from "../../foundation/checked-access.ts";
import {
  datelineWords,
  dateNames,
  isEraWord,
  monthNumbers,
  monthNumbersOf,
  writesDayFirst,
} from "../../language/date-words.ts";
import { fold } from "../../language/fold.ts";
import { parseWrittenDate } from "./written-date.ts";

/** The place and the date above or below a letter. */
export interface Dateline {
  /** In EDTF. */
  readonly date: string;
  readonly place?: string;
}

/** The maximum length of a dateline, in UTF-16 code units. */
const MAX_LENGTH = 90;

/** How many words a date has at most. */
const MAX_DATE_WORDS = 6;

/** How many years a line with a date has at most. */
const MAX_YEARS = 3;

/**
 * Parses a line that is a place and a date, or a date alone: “Vienna, Nov. 2, 1793.”, “[London, May
 * 1817?]”, “Wien, den 2. November 1793”. Returns undefined if other words are with them. The words are those of
 * the language of a BCP 47 tag, which also says what comes first in 12.3.1801, or of any language.
 */
export function parseDateline(line: string, language: string | undefined): Dateline | undefined {
  if (line.length > MAX_LENGTH || !hasYear(line)) return undefined;
  const isUncertain = /\?\W*$/.test(line);
  const beside = datelineWords(language);
  const isSaid = (word: string) => word !== "" && !isBeside(word, beside);
  const words = line
    .replace(/[[\](){}_*?]/g, " ")
    .replace(/[、，。]/g, ", ")
    .replace(/(?<=\p{Lo})(?=\d{4}年)|(?<=日)(?=\p{L})/gu, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && !isEraWord(word));
  if (words.filter(hasYear).length > MAX_YEARS) return undefined;
  const found = findDate(words, language);
  if (found === undefined) return undefined;
  const before = words.slice(0, found.start).map(trimSigns).filter(isSaid);
  const after = words.slice(found.end).map(trimSigns).filter(isSaid);
  // A sentence that has a date has words in small letters too.
  const isName = (word: string) => /^[\p{Lu}\p{Lo}\d&]/u.test(word) || word.length <= 3;
  if (![...before, ...after].every(isName) || /^\p{Ll}/u.test(before.at(-1) ?? "")) {
    return undefined;
  }
  const isCaseless = [...before, ...after].some((word) => /^\p{Lo}/u.test(word));
  if (isCaseless ? before.length + after.length > 2 : before.length > 6 || after.length > 4) {
    return undefined;
  }
  const isPlain = /^\d{4}(?:-\d\d){0,2}$/.test(found.date);
  const date = isUncertain && isPlain ? `${found.date}?` : found.date;
  const place = placeIn(words.slice(0, found.start), beside);
  return { date, ...(place !== undefined && { place }) };
}

function hasYear(word: string): boolean {
  return /\d{3}/.test(word);
}

/** Whether a word belongs neither to a place nor to a date. */
function isBeside(word: string, beside: ReadonlySet<string>): boolean {
  return /^\d{1,2}$/.test(word) || beside.has(fold(word));
}

function trimSigns(word: string): string {
  return word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
}

/** Finds the longest run of words that is a date, beginning or ending with its year. */
function findDate(
  words: readonly string[],
  language: string | undefined,
): { readonly start: number; readonly end: number; readonly date: string } | undefined {
  const runs = words.flatMap((word, year) => {
    if (!hasYear(word)) return [];
    const ending = Array.from({ length: MAX_DATE_WORDS }, (_, back) => [year - back, year + 1]);
    const last = words.findLastIndex((other, at) => at <= year + 4 && /^\d{1,2}\D*$/.test(other));
    // “1888 m. gegužės 3 d.”: the day is the last word or the one before.
    const lengths = last > year + 1 ? [last - year + 1, last - year + 2] : [];
    const beginning = [2, 3, ...lengths].map((length) => [year, year + length]);
    return [...ending, ...beginning, [year - 1, year + 2], [year, year + 2]];
  });
  const longestFirst = runs
    .map(([start = 0, end = 0]) => ({ start, end }))
    .filter(({ start, end }) => start >= 0 && end <= words.length)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start));
  for (const { start, end } of longestFirst) {
    const text = words
      .slice(start, end)
      .join(" ")
      .replace(/^[\p{P}\s]+|[\s,;:—–-]+$/gu, "")
      .replace(/(?<=\d)\.$/, "");
    // The number of a house is no year.
    if (/^\d{1,3}$/.test(text)) continue;
    const date = parseWrittenDate(disambiguate(text.replace(ORDINAL, "$1"), language));
    if (date !== undefined) return { start, end, date };
  }
  return undefined;
}

/** The ending of the number of a day: “3rd”, “1er”, “3den”. */
const ORDINAL =
  /(?<=^|\s)(\d{1,2})(?:st|nd|rd|th|d|e|er|den|de|ste|sten|te|ten|:?[ae]|-?го|-?е)(?=\s)/giu;

/** Writes a date that may have two meanings as a language means it: 12.3.1801, 12. listopada 1801. */
function disambiguate(text: string, language: string | undefined): string {
  if (language === undefined) return text;
  const months = monthNumbersOf(language);
  const inEnglish = text.replace(/\p{L}{3,}/gu, (word) => {
    const month = monthNumbers().has(fold(word)) ? undefined : months.get(fold(word));
    return month === undefined ? word : elementAt(dateNames("en", "long"), month - 1);
  });
  if (inEnglish !== text) return inEnglish;
  const [, first = "", second = "", year = ""] =
    /^(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4})$/.exec(text) ?? [];
  const isDayFirst = writesDayFirst(language);
  if (year === "" || isDayFirst === undefined) return text;
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  return [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
}

/** Returns the words before a date as a place. Days of the week are none. */
function placeIn(words: readonly string[], beside: ReadonlySet<string>): string | undefined {
  const isOther = (word: string) => !isBeside(trimSigns(word), beside);
  // A capital article or a preposition in a name belongs to it: “The Hague”, “Newcastle on Tyne”.
  const first = words.findIndex(
    (word) => isOther(word) || (/^\p{Lu}.*\p{L}$/u.test(word) && !/^(?:In|At)$/.test(word)),
  );
  const last = words.findLastIndex(isOther);
  const place = words
    .slice(first, last + 1)
    .join(" ")
    .replace(/^[^\p{L}\p{N}]+|[\s\p{P}]+$/gu, "");
  return /^[\p{Lu}\d].*?\p{L}{3}|^\p{Lo}{2}/u.test(place) ? place : undefined;
}
