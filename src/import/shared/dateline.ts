import { parseWrittenDate } from "../../corpus/dates/written-date.ts";

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

/** Words that can be beside a place and a date: days of the week, times of day, and the like. */
const BESIDE =
  /^(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|morning|noon|afternoon|evening|night|midnight|postmark(?:ed)?|dated?|post-?mark|this|the|in|on|at|of|and|no|about|early|late|end|beginning|probably|perhaps|summer|winter|spring|autumn|\d{1,2})$/iu;

/**
 * Parses a line that is a place and a date, or a date alone: “Vienna, Nov. 2, 1793.”, “[London, May
 * 1817?]”. Returns undefined if other words are with them.
 */
export function parseDateline(line: string): Dateline | undefined {
  if (line.length > MAX_LENGTH || !hasYear(line)) return undefined;
  const isUncertain = /\?\W*$/.test(line);
  const words = line
    .replace(/[[\](){}_*?]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.filter(hasYear).length > MAX_YEARS) return undefined;
  const found = findDate(words);
  if (found === undefined) return undefined;
  const before = words.slice(0, found.start).map(trimSigns).filter(isSaid);
  const after = words.slice(found.end).map(trimSigns).filter(isSaid);
  // A sentence that has a date has words in small letters too.
  if (![...before, ...after].every((word) => /^[\p{Lu}\d&]/u.test(word) || word.length <= 3)) {
    return undefined;
  }
  if (before.length > 6 || after.length > 4) return undefined;
  const isPlain = /^\d{4}(?:-\d\d){0,2}$/.test(found.date);
  const date = isUncertain && isPlain ? `${found.date}?` : found.date;
  const place = placeIn(words.slice(0, found.start));
  return { date, ...(place !== undefined && { place }) };
}

function hasYear(word: string): boolean {
  return /\d{3}/.test(word);
}

function isSaid(word: string): boolean {
  return word !== "" && !BESIDE.test(word);
}

function trimSigns(word: string): string {
  return word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
}

/** Finds the longest run of words that is a date, beginning or ending with its year. */
function findDate(
  words: readonly string[],
): { readonly start: number; readonly end: number; readonly date: string } | undefined {
  const runs = words.flatMap((word, year) => {
    if (!hasYear(word)) return [];
    const ending = Array.from({ length: MAX_DATE_WORDS }, (_, back) => [year - back, year + 1]);
    const beginning = [2, 3].map((length) => [year, year + length]);
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
    const date = parseWrittenDate(text.replace(/(\d)(?:st|nd|rd|th|d)\b/giu, "$1"));
    if (date !== undefined) return { start, end, date };
  }
  return undefined;
}

/** Returns the words before a date as a place. Days of the week are none. */
function placeIn(words: readonly string[]): string | undefined {
  const place = words
    .filter((word) => !BESIDE.test(trimSigns(word)) || /^(?:the|of|in|on)$/i.test(word))
    .join(" ")
    .replace(/^[^\p{L}\p{N}]+|[\s\p{P}]+$/gu, "")
    .replace(/(?:^|[\s,]+)(?:the|of|in|on|this|den|le|el|il|de|am|op)$/iu, "")
    .replace(/^(?:the|[Ii]n|[Aa]t)\s+/u, "");
  return /^[\p{Lu}\d]/u.test(place) && /\p{L}{3}/u.test(place) ? place : undefined;
}
