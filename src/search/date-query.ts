import { type ParsedResult, parse } from "chrono-node/en";
import { edtfDate, overlaps, type Period, periodLabel } from "../corpus/date.ts";

/** What somebody may mean by a date they typed. */
export type DateQuery = ClearDate | AmbiguousDate;
export type ClearDate = PeriodQuery | YearlyQuery;

interface PeriodQuery {
  readonly kind: "period";
  readonly period: Period;
  readonly label: string;
}

/** A day or a month without a year: that of every year. */
interface YearlyQuery {
  readonly kind: "yearly";
  readonly month: number;
  readonly day?: number;
  readonly label: string;
}

/** Two readings, each to be typed instead: the day first, then the month first. */
interface AmbiguousDate {
  readonly kind: "ambiguous";
  readonly readings: readonly [string, string];
}

/**
 * Reads a date as people write it: EDTF first, then numeric forms, then English dates over the whole
 * input. Undefined when it is none. Nothing depends on the day on which it is asked.
 */
export function parseDateQuery(typed: string): DateQuery | undefined {
  const text = typed.trim().replace(/^(?:on |in )?(?:the )?/i, "");
  return (
    parseEdtf(text) ??
    parseRange(text) ??
    (isNumeric(text) ? parseNumeric(text) : parseWritten(text))
  );
}

/** Whether `text` is made of figures and of what stands between those of a date. */
export function isNumeric(text: string): boolean {
  return /^[\d\s./-]+$/.test(text) || /^\d{4}\s*[년年][\d\s월月일日]*$/.test(text);
}

/** Whether `days` may lie in what was asked for. */
export function matchesDate(query: ClearDate, days: Period): boolean {
  switch (query.kind) {
    case "period":
      return overlaps(query.period, days);
    case "yearly":
      return recursIn(query, days);
  }
}

function recursIn({ month, day }: YearlyQuery, days: Period): boolean {
  if (days.last - days.first >= 366) return true;
  const year = new Date(days.first * 86_400_000).getUTCFullYear();
  return [year, year + 1].some((one) => {
    const dated = inYear(one, month, day);
    return dated !== undefined && overlaps(dated.period, days);
  });
}

function parseEdtf(text: string): PeriodQuery | undefined {
  // The package reads two digits as a century, and other numbers as milliseconds.
  if (/^\d+$/.test(text) && text.length !== 4) return undefined;
  const date = edtfDate(text);
  if (date === undefined) return undefined;
  const ends = [date.first, date.last].filter(Number.isFinite).length;
  // All of time is no date, and neither is a year that no calendar reaches.
  if (ends === 0) return undefined;
  return { kind: "period", period: date, label: ends === 2 ? date.label : periodLabel(date) };
}

// A hyphen without spaces stands between years only: elsewhere it is a part of a date.
const RANGE = /^(.+?)(?: to | until | - |\s*(?:\.\.|[–—])\s*|(?<=^\d{4})-(?=\d{4}$))(.+)$/i;

/** 2018 to 2019, 5 August 2018 – 2 March 2019: both ends are dates of their own. */
function parseRange(text: string): PeriodQuery | undefined {
  const [, from, until] = RANGE.exec(text) ?? [];
  if (from === undefined || until === undefined) return undefined;
  const first = parseDateQuery(from);
  const last = parseDateQuery(until);
  return first?.kind === "period" && last?.kind === "period" ? spanning(first, last) : undefined;
}

function spanning(from: PeriodQuery, until: PeriodQuery): PeriodQuery | undefined {
  const period = { first: from.period.first, last: until.period.last };
  if (period.last < period.first) return undefined;
  return { kind: "period", period, label: periodLabel(period) };
}

/** 5/8/2019, 05.08.2019, 2019/08/05, 8/2019, 5/8: day or month first, with any separator. */
function parseNumeric(text: string): DateQuery | undefined {
  const figures = text
    .replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3")
    .replace(/\D+/g, "-")
    .replace(/-$/, "");
  const [one = 0, two = 0, three = 0] = figures.split("-").map(Number);
  const shape = figures.replace(/\d+/g, ({ length }) => (length === 4 ? "y" : "n".repeat(length)));
  switch (shape.replaceAll("nn", "n")) {
    case "y-n":
      return inYear(one, two);
    case "y-n-n":
      return inYear(one, two, three);
    case "n-y":
      return inYear(two, one);
    case "n-n-y":
      return disambiguate(inYear(three, two, one), inYear(three, one, two));
    case "n-n":
      return disambiguate(inAnyYear(two, one), inAnyYear(one, two));
    default:
      return undefined;
  }
}

/** The one reading that exists, or the question which of two is meant. */
function disambiguate<T extends PeriodQuery | YearlyQuery>(
  dayFirst: T | undefined,
  monthFirst: T | undefined,
): T | AmbiguousDate | undefined {
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst;
  if (dayFirst.label === monthFirst.label) return dayFirst;
  return { kind: "ambiguous", readings: [dayFirst.label, monthFirst.label] };
}

// What is counted from the day of asking, such as “next month”, comes out different on these two.
// Both are in leap years, which know 29 February.
const DAYS_OF_ASKING = [new Date(Date.UTC(2000, 1, 20)), new Date(Date.UTC(2004, 6, 10))];

// Of the short names chrono reads alone only those that are whole ones.
const SHORT_MONTHS = new Map(
  `January February March April May June July August September October November December`
    .split(" ")
    .map((name) => [name.slice(0, 3).toLowerCase(), name]),
);

function parseWritten(typed: string): DateQuery | undefined {
  const text = SHORT_MONTHS.get(typed.toLowerCase().replace(/\.$/, "")) ?? typed;
  // “5. August 2019”: the point after the day is German usage, which chrono lacks.
  const subject = text.replace(/^(\d{1,2})\.\s+(?=\p{L})/u, "$1 ");
  const [reading, other] = DAYS_OF_ASKING.map((day) => parseWhole(subject, day));
  if (reading === undefined || JSON.stringify(reading) !== JSON.stringify(other)) return undefined;

  const { from, until } = reading;
  const year = from.year ?? until?.year;
  if (year === undefined) return until ? undefined : inAnyYear(from.month, from.day);
  const first = inYear(year, from.month, from.day);
  const last = until && inYear(until.year ?? year, until.month, until.day);
  if (until === undefined) return first;
  return first && last && spanning(first, last);
}

/** The parts of a date that were written out; chrono fills in the others from the day of asking. */
interface Parts {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
}

/** The date that `text` is from its beginning to its end, when it is asked on `day`. */
function parseWhole(
  text: string,
  day: Date,
): { from: Parts; until: Parts | undefined } | undefined {
  const [result] = parse(text, day);
  if (result?.index !== 0 || result.text.length !== text.length) return undefined;
  const from = partsOf(result.start);
  const until = result.end ? partsOf(result.end) : undefined;
  return from && { from, until };
}

function partsOf(at: ParsedResult["start"]): Parts | undefined {
  const known = (part: "year" | "month" | "day") =>
    (at.isCertain(part) ? at.get(part) : null) ?? undefined;
  const month = known("month");
  return month === undefined ? undefined : { year: known("year"), month, day: known("day") };
}

function inYear(year: number, month: number, day?: number): PeriodQuery | undefined {
  const parts = day === undefined ? [month] : [month, day];
  return parseEdtf([String(year).padStart(4, "0"), ...parts.map(twoDigits)].join("-"));
}

function inAnyYear(month: number, day?: number): YearlyQuery | undefined {
  // A leap year, so that every day exists that any year has.
  const dated = inYear(2000, month, day);
  if (dated === undefined) return undefined;
  return {
    kind: "yearly",
    month,
    ...(day !== undefined && { day }),
    label: dated.label.replace(/ 2000$/, ""),
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
