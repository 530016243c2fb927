import { type ParsedResult, parse } from "chrono-node/en";
import { elementAt } from "../../foundation/checked-access.ts";
import { parseDateUnits } from "../../language/date-words.ts";
import {
  calendarDay,
  formatEdtfInterval,
  formatPeriod,
  overlaps,
  type Period,
  parseEdtfDate,
  parseUnambiguousEdtfDate,
  yearOf,
} from "../date.ts";
import { parseDateWording, parseDayOfMonth, twoDigits } from "./date-wording.ts";

/** The meaning of a typed date. */
export type DateQuery = UnambiguousDate | AmbiguousDate;
export type UnambiguousDate = PeriodQuery | YearlyQuery;

interface PeriodQuery {
  readonly kind: "period";
  readonly period: Period;
  readonly edtf: string;
  readonly label: string;
}

/** A day or month of any year. */
interface YearlyQuery {
  readonly kind: "yearly";
  readonly month: number;
  readonly day?: number;
  readonly label: string;
}

/** A date with two readings, day first and month first. Typed instead, each of them is unambiguous. */
interface AmbiguousDate {
  readonly kind: "ambiguous";
  readonly readings: readonly [string, string];
}

/**
 * Parses a typed date: EDTF first, then dates in words such as “the 1750s”, then ranges, numeric dates and
 * English dates. The whole text must be a date; otherwise returns undefined. The result does not depend on
 * the current date.
 */
export function parseDateQuery(typed: string): DateQuery | undefined {
  return parseNested(typed, 0);
}

/** How deep dates are nested: “before c. 1749–51” is three deep. */
const MAX_DEPTH = 4;

function parseNested(typed: string, depth: number): DateQuery | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const text = typed.trim().replace(/^(?:on |in )?(?:the )?/i, "");
  const parseInside = (inside: string) => {
    const query = parseNested(inside, depth + 1);
    return query?.kind === "period" ? query : undefined;
  };
  return (
    parseEdtf(text) ??
    parseEdtf(parseDateWording(text, (inside) => parseInside(inside)?.edtf) ?? "") ??
    parseRange(text, parseInside) ??
    (isNumericDate(text)
      ? parseNumericDate(text)
      : (parseEnglishDate(text) ?? parseDayOfAnyYear(text)))
  );
}

/** Whether `text` consists of digits and separators of dates. */
export function isNumericDate(text: string): boolean {
  return /^[\d\s./-]+$/.test(text) || parseDateUnits(text) !== undefined;
}

/** Whether a date query and a period may have a day in common. */
export function matchesDate(query: UnambiguousDate, period: Period): boolean {
  switch (query.kind) {
    case "period":
      return overlaps(query.period, period);
    case "yearly":
      return recursIn(query, period);
  }
}

function recursIn({ month, day }: YearlyQuery, period: Period): boolean {
  if (period.last - period.first >= 366) return true;
  const firstYear = yearOf(period.first);
  const lastYear = period.first === period.last ? firstYear : yearOf(period.last);
  for (let year = firstYear; year <= lastYear; year++) {
    const first = calendarDay(year, month, day ?? 1);
    const endOfMonth = calendarDay(year, month + 1, 0);
    const last = day === undefined ? endOfMonth : first;
    // Most years have no 29 February.
    if (first <= endOfMonth && overlaps({ first, last }, period)) return true;
  }
  return false;
}

function parseEdtf(text: string): PeriodQuery | undefined {
  const date = parseUnambiguousEdtfDate(text);
  if (date === undefined) return undefined;
  const finiteEnds = [date.first, date.last].filter(Number.isFinite).length;
  // Neither all of time nor a year beyond the range of the calendar is a date.
  if (finiteEnds === 0) return undefined;
  const label = finiteEnds === 2 ? date.label : formatPeriod(date);
  return { kind: "period", period: date, edtf: text, label };
}

// A hyphen without spaces separates years only; elsewhere it is a part of a date.
const RANGE = /^(.+?)(?: to | until | - |\s*(?:\.\.|[–—])\s*|(?<=^\d{4})-(?=\d{4}$))(.+)$/i;

/** Parses a range of two complete dates, such as 2018 to 2019, or 5 August 2018 – 2 March 2019. */
function parseRange(
  text: string,
  parseDate: (text: string) => PeriodQuery | undefined,
): PeriodQuery | undefined {
  const [, from, until] = RANGE.exec(text) ?? [];
  if (from === undefined || until === undefined) return undefined;
  const first = parseDate(from);
  const last = first && parseDate(until);
  return first && last && joinPeriods(first, last);
}

/**
 * Returns the period from the start of one date to the end of another, or undefined if it ends before it
 * starts.
 */
function joinPeriods(from: PeriodQuery, until: PeriodQuery): PeriodQuery | undefined {
  const period = { first: from.period.first, last: until.period.last };
  if (period.last < period.first) return undefined;
  const edtf = `${from.edtf}/${until.edtf}`;
  return {
    kind: "period",
    period,
    // An interval of intervals is not EDTF.
    edtf: parseEdtfDate(edtf) === undefined ? formatEdtfInterval(period) : edtf,
    label: formatPeriod(period),
  };
}

/** Parses a day with its month in words, in any language that Ibid knows: “5 août”. */
function parseDayOfAnyYear(text: string): YearlyQuery | undefined {
  const found = parseDayOfMonth(text);
  return found && toYearlyQuery(found.month, found.day);
}

/**
 * Parses 5/8/2019, 05.08.2019, 2019/08/05, 8/2019, 5/8, with the day or the month first and any separator, and 8월 5일, whose
 * units leave no doubt.
 */
function parseNumericDate(text: string): DateQuery | undefined {
  const units = parseDateUnits(text);
  if (units !== undefined) {
    const { year, month, day } = units;
    if (month === undefined || year === 0) return undefined;
    if (year === undefined) return toYearlyQuery(month, day);
    return String(year).length === 4 ? toPeriodQuery(year, month, day) : undefined;
  }
  const digits = text
    .replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3")
    .replace(/\D+/g, "-")
    .replace(/-$/, "");
  const numbers = digits.split("-").map(Number);
  const part = (index: number) => elementAt(numbers, index);
  const shape = digits.replace(/\d+/g, ({ length }) => (length === 4 ? "y" : "n".repeat(length)));
  switch (shape.replaceAll("nn", "n")) {
    case "y-n":
      return toPeriodQuery(part(0), part(1));
    case "y-n-n":
      return toPeriodQuery(part(0), part(1), part(2));
    case "n-y":
      return toPeriodQuery(part(1), part(0));
    case "n-n-y":
      return disambiguate(
        toPeriodQuery(part(2), part(1), part(0)),
        toPeriodQuery(part(2), part(0), part(1)),
      );
    case "n-n":
      return disambiguate(toYearlyQuery(part(1), part(0)), toYearlyQuery(part(0), part(1)));
    default:
      return undefined;
  }
}

/** Returns the reading that exists, or both of them if they differ. */
function disambiguate<T extends UnambiguousDate>(
  dayFirst: T | undefined,
  monthFirst: T | undefined,
): T | AmbiguousDate | undefined {
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst;
  if (dayFirst.label === monthFirst.label) return dayFirst;
  return { kind: "ambiguous", readings: [dayFirst.label, monthFirst.label] };
}

// Relative dates such as “next month” differ between these two reference dates. Both are in leap years,
// which have a 29 February.
const REFERENCE_DATES = [new Date(Date.UTC(2000, 1, 20)), new Date(Date.UTC(2004, 6, 10))] as const;

// Of the short names that chrono parses on their own, only those of months are dates.
const SHORT_MONTHS = new Map(
  `January February March April May June July August September October November December`
    .split(" ")
    .map((name) => [name.slice(0, 3).toLowerCase(), name]),
);

/** The beginning of every date in English: a number, an ordinal, a month or a day of the week. */
const DATE_START =
  /^(?:\d|first|second|third|four|fif|six|seven|eigh|nin|ten|elev|twel|thir|twen|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)/i;

/** Abbreviations of months in old English letters, without their point, and the beginnings of the names. */
const OLD_MONTHS: readonly (readonly [form: RegExp, month: string])[] = [
  [/\bJan(?:u?r?y|['’]y)\b\.?/i, "Jan"],
  [/\bFeb(?:r?y|['’]y)\b\.?/i, "Feb"],
  [/\bApl\b\.?/i, "Apr"],
  [/\bAug(?:st|t)\b\.?/i, "Aug"],
  [/\b(?:Sept?b?r|7ber)\b\.?/i, "Sep"],
  [/\b(?:Octb?r|8ber)\b\.?/i, "Oct"],
  [/\b(?:Novb?r|9ber)\b\.?/i, "Nov"],
  [/\b(?:Decb?r|10ber|Xbe?r)\b\.?/i, "Dec"],
];

/** The maximum length of a date in words, in UTF-16 code units. */
const MAX_WORDS_LENGTH = 60;

/** Writes what old letters and deeds have in a date as it is written today: “this 2d day of March, A.D. 1907”, “Septr. 3d”. */
function modernizeDate(text: string): string {
  if (text.length > MAX_WORDS_LENGTH || !/\d/.test(text)) return text;
  const modern = text
    .replace(/^this /i, "")
    .replace(/\b(\d?[23])d\b\.?/g, "$1")
    .replace(/\bday of\b/i, "of")
    .replace(/(?<=\p{L}\.? )(?:the|ye) (?=\d)/iu, "")
    .replace(/,?\s(?:A\. ?D\.|AD|anno domini) ?(?=\d{3,4}$)/i, " ");
  return OLD_MONTHS.reduce((date, [form, month]) => date.replace(form, month), modern);
}

/** Digits after a hyphen and a year, which chrono takes for a time zone. */
const AFTER_YEAR = /\d{4}-\d{1,2}$/;

function parseEnglishDate(typed: string): DateQuery | undefined {
  const modern = modernizeDate(typed);
  // Chrono is slow to find that a text has no date, which most candidates for one have not.
  if (!DATE_START.test(modern) || AFTER_YEAR.test(modern)) return undefined;
  const unabbreviated = SHORT_MONTHS.get(modern.toLowerCase().replace(/\.$/, "")) ?? modern;
  // “5. August 2019”: the point after the day is German usage, which chrono lacks.
  const text = unabbreviated.replace(/^(\d{1,2})\.\s+(?=\p{L})/u, "$1 ");
  const reading = parseEntirely(text, REFERENCE_DATES[0]);
  if (reading === undefined) return undefined;
  const other = parseEntirely(text, REFERENCE_DATES[1]);
  if (JSON.stringify(reading) !== JSON.stringify(other)) return undefined;

  const { from, until } = reading;
  const year = from.year ?? until?.year;
  if (year === undefined) return until ? undefined : toYearlyQuery(from.month, from.day);
  const first = toPeriodQuery(year, from.month, from.day);
  if (until === undefined) return first;
  const last = toPeriodQuery(until.year ?? year, until.month, until.day);
  return first && last && joinPeriods(first, last);
}

/** The parts of a date that were typed. Chrono implies the others from the reference date. */
interface DateParts {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
}

interface DateRange {
  readonly from: DateParts;
  readonly until: DateParts | undefined;
}

/** Parses `text`, which must be a date or a range from its beginning to its end. */
function parseEntirely(text: string, referenceDate: Date): DateRange | undefined {
  const [result] = parse(text, referenceDate);
  if (result?.index !== 0 || result.text.length !== text.length) return undefined;
  const from = certainParts(result.start);
  const until = result.end ? certainParts(result.end) : undefined;
  return from && { from, until };
}

function certainParts(date: ParsedResult["start"]): DateParts | undefined {
  const certain = (part: "year" | "month" | "day") =>
    (date.isCertain(part) ? date.get(part) : null) ?? undefined;
  const month = certain("month");
  if (month === undefined) return undefined;
  return { year: certain("year"), month, day: certain("day") };
}

/** Returns a month or day of a year, or undefined if the calendar has none. */
function toPeriodQuery(year: number, month: number, day?: number): PeriodQuery | undefined {
  const parts = day === undefined ? [month] : [month, day];
  return parseEdtf([String(year).padStart(4, "0"), ...parts.map(twoDigits)].join("-"));
}

/** Returns a month or day of any year, or undefined if no year has it. */
function toYearlyQuery(month: number, day?: number): YearlyQuery | undefined {
  // A leap year has every day that any year has.
  const date = toPeriodQuery(2000, month, day);
  if (date === undefined) return undefined;
  return {
    kind: "yearly",
    month,
    ...(day !== undefined && { day }),
    label: date.label.replace(/ 2000$/, ""),
  };
}
