import { type DateQuery, matchesDate, parseDateQuery } from "../../corpus/dates/date-query.ts";
import type { Document } from "../../corpus/document.ts";

// “In 1908:” has a colon, but a chapter and a verse may be in those numbers.
const YEAR = String.raw`(?<!\p{N}:?)[12]\d{3}(?!:?\p{N})`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|º)?`;
const NAMED_MONTH = String.raw`\p{L}[\p{L}\p{M}]{2,11}\.?`;
const ROMAN_MONTH = "(?:VI{0,3}|I[XV]|XI{0,2}|I{1,3})";
const MONTH_NUMBER = String.raw`(?:\d{1,2}|${ROMAN_MONTH})`;
const OF = String.raw`(?:\s(?:of|de|del))?`;
const SEPARATOR = String.raw`(?:[-/]|\.\s?)`;
const END = String.raw`(?![\p{L}\p{N}]|:\p{N})`;
/** A year with the month and the day, in any order, or a day of any year; the longest forms first. */
const FORMS = [
  String.raw`[12]\d{3}[01]\d[0-3]\d${END}`,
  String.raw`[12]\d{3}\s?[年년](?:\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?)?`,
  String.raw`[12]\d{3}${SEPARATOR}${MONTH_NUMBER}${SEPARATOR}\d{1,2}(?:T[\d:]+)?${END}`,
  String.raw`[12]\d{3}-(?:0[1-9]|1[0-2])${END}`,
  String.raw`(?:\d{1,2}${SEPARATOR})?${MONTH_NUMBER}${SEPARATOR}${YEAR}`,
  String.raw`\d{1,2}${SEPARATOR}${MONTH_NUMBER}${SEPARATOR}\d{2}${END}`,
  String.raw`${DAY}\.?${OF}\s${NAMED_MONTH},?${OF}\s${YEAR}(?:\sг\.?)?`,
  String.raw`${NAMED_MONTH}\s${DAY},?\s${YEAR}`,
  String.raw`${YEAR},?\s${NAMED_MONTH}\s${DAY}${END}`,
  String.raw`${NAMED_MONTH},?${OF}\s${YEAR}`,
  String.raw`${DAY}\.?${OF}\s${NAMED_MONTH}(?!\p{L})`,
  String.raw`${NAMED_MONTH}\s${DAY}${END}`,
  YEAR,
].map((form) => new RegExp(form, "uy"));
const WORD_START = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;

interface WrittenDate {
  readonly text: string;
  /** In UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Finds the dates in a text that the reader of dates understands. The word before a year may be a name. */
function findDates(text: string, century: string): readonly WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const { index: start } of text.matchAll(WORD_START)) {
    if (start < (dates.at(-1)?.end ?? 0)) continue;
    const found = FORMS.map((form) => {
      form.lastIndex = start;
      return form.exec(text)?.[0];
    }).find((one) => one !== undefined && readDate(one, century) !== undefined);
    if (found !== undefined) dates.push({ text: found, start, end: start + found.length });
  }
  return dates;
}

/** Reads a date of which the month may be a Roman number, and the year two digits of a century. */
function readDate(written: string, century: string): DateQuery | undefined {
  const numbered = written.replace(ROMAN, (month) => String(ROMAN_MONTHS.indexOf(month) + 1));
  return parseDateQuery(numbered.replace(SHORT_YEAR, century));
}

/** The place of the digits that a year leaves out: 3/3/07. */
const SHORT_YEAR = /(?<=^\d{1,2}[-./]\s?\d{1,2}[-./]\s?)(?=\d{2}$)/;
const ROMAN_MONTHS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const ROMAN = new RegExp(String.raw`(?<=\d[-./]\s?)${ROMAN_MONTH}(?=[-./])`, "u");

/** Removes from a text the dates with a day or a month. A year may as well be a number of something. */
export function removeDates(text: string): string {
  const dates = findDates(text, "").filter((one) => !/^\d+$/.test(one.text));
  return dates.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
}

/** Whether a text has dates of which none is that of a document, and none a number in what it says of its origin. */
export function namesOtherDate(text: string, { date, sources }: Document, own: string): boolean {
  if (date === undefined) return false;
  const known = [date, ...sources.flatMap(({ issued }) => issued ?? [])];
  const century = date.edtf.slice(0, 2);
  const dates = findDates(text, century);
  const isOwn = (written: string) => {
    const query = readDate(written, century);
    const readings = query?.kind === "ambiguous" ? query.readings.map(parseDateQuery) : [query];
    return readings.some(
      (one) =>
        one !== undefined &&
        one.kind !== "ambiguous" &&
        known.some((period) => matchesDate(one, period)),
    );
  };
  return dates.length > 0 && !dates.some(({ text }) => own.includes(text) || isOwn(text));
}
