import edtf, {
  Date as CalendarDate,
  type EdtfCalendarDate,
  type EdtfInterval,
  type EdtfIntervalEnd,
  type EdtfSeason,
  type EdtfValue,
} from "edtf";
import { english, type Translate } from "../catalogue/catalogue.ts";

/** The number of days since 1 January 1970 in the proleptic Gregorian calendar. */
export type Day = number;

/** A range of days, both ends included. An open end is infinite. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

/** A date in the Extended Date/Time Format (ISO 8601-2), with the range of days it may denote. */
export interface EdtfDate extends Period {
  readonly edtf: string;
  /** The date for readers: “5 August 2019”, “about September 2018”. */
  readonly label: string;
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Parses an EDTF date of level 0 to 2. Returns undefined if it is invalid or never existed. */
export function parseEdtfDate(text: string): EdtfDate | undefined {
  const value = parseExistingDate(text);
  if (value === undefined) return undefined;
  return { edtf: text, ...periodOf(value), label: describeValue(value, english) };
}

/** Formats a date for readers of a language. Citations have the date’s own label. */
export function formatDate({ edtf: text, label }: EdtfDate, t: Translate): string {
  const value = t.language === english.language ? undefined : parseExistingDate(text);
  return value === undefined ? label : describeValue(value, t);
}

/**
 * Parses an EDTF date like `parseEdtfDate`, but not a number other than a year of four digits: EDTF reads
 * two digits as a century and three as a decade, which people do not mean by them.
 */
export function parseUnambiguousEdtfDate(text: string): EdtfDate | undefined {
  return /^\d+$/.test(text) && text.length !== 4 ? undefined : parseEdtfDate(text);
}

/** Formats a day as `2019-08-05`, or `-0043-03-15` before Christ. */
export function formatIsoDay(day: Day): string {
  return new Date(day * MILLISECONDS_PER_DAY)
    .toISOString()
    .replace(/^-00/, "-")
    .replace(/T.*$/, "");
}

/** Formats a day for readers: “5 August 2019”. */
export function formatDay(day: Day, t: Translate = english): string {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const year = date.getUTCFullYear();
  if (year >= 1000) return calendarIn(t).day.format(date);
  return formatInEra([year, date.getUTCMonth(), date.getUTCDate()], t);
}

/** Formats a day of every year: “5 August”. */
export function formatCalendarDay(day: Day, t: Translate = english): string {
  return calendarIn(t).calendarDay.format(day * MILLISECONDS_PER_DAY);
}

/** Formats a month of any year: “August”. Months count from 1. */
export function formatMonthName(month: number, t: Translate): string {
  return calendarIn(t).monthName.format(Date.UTC(2000, month - 1, 1));
}

/** Returns a day as a date. */
export function dateOfDay(day: Day): EdtfDate {
  return { edtf: formatIsoDay(day), first: day, last: day, label: formatDay(day) };
}

/** Formats a period: “5–10 August 2019”, “until 5 August 2019”. */
export function formatPeriod({ first, last }: Period, t: Translate = english): string {
  if (first === Number.NEGATIVE_INFINITY) return t("date.until", { day: formatDay(last, t) });
  if (last === Number.POSITIVE_INFINITY) return t("date.since", { day: formatDay(first, t) });
  if (new Date(first * MILLISECONDS_PER_DAY).getUTCFullYear() < 1000) {
    return first === last ? formatDay(first, t) : `${formatDay(first, t)} – ${formatDay(last, t)}`;
  }
  return calendarIn(t).day.formatRange(first * MILLISECONDS_PER_DAY, last * MILLISECONDS_PER_DAY);
}

/** Formats a period as an interval in EDTF, with `..` for an open end. */
export function formatEdtfInterval({ first, last }: Period): string {
  const [start, end] = [first, last].map((day) =>
    Number.isFinite(day) ? formatIsoDay(day) : "..",
  );
  return `${start}/${end}`;
}

/** Returns the day of a timestamp in milliseconds since 1970, UTC. */
export function dayOf(milliseconds: number): Day {
  return Math.floor(milliseconds / MILLISECONDS_PER_DAY);
}

/**
 * Returns a day of the calendar. Months and days count from 1, and those before or after the ones that a year has are those
 * of the year before or after it: the day 0 is the last one of the month before.
 */
export function calendarDay(year: number, month: number, day: number): Day {
  // `Date.UTC` takes the years from 0 to 99 for those of the 20th century.
  return dayOf(new Date(0).setUTCFullYear(year, month - 1, day));
}

/** Returns the year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * MILLISECONDS_PER_DAY).getUTCFullYear();
}

/** Returns the day of a moment in a time zone of IANA's database. */
export function dayInZone(milliseconds: number, zone: string): Day {
  const parts = formatOfZone(zone).formatToParts(milliseconds);
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  return dayOf(Date.UTC(part("year"), part("month") - 1, part("day")));
}

/** Whether IANA's database, as this version of Node has it, has a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return formatOfZone(name) !== undefined;
  } catch {
    return false;
  }
}

/** The formats of zones that were used: making one takes longer than an answer. */
const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function formatOfZone(timeZone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(timeZone);
  if (known !== undefined) return known;
  const parts = { year: "numeric", month: "numeric", day: "numeric" } as const;
  const format = new Intl.DateTimeFormat("en", { timeZone, ...parts });
  zoneFormats.set(timeZone, format);
  return format;
}

/** Compares by the first day that may be meant. Undated items sort last. */
export function byFirstDay(a: Period | undefined, b: Period | undefined): number {
  const first = a === undefined ? Number.POSITIVE_INFINITY : a.first;
  const second = b === undefined ? Number.POSITIVE_INFINITY : b.first;
  // Not by subtraction: the difference of two infinities is NaN.
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Returns whether the two periods share a day. */
export function overlaps(a: Period, b: Period): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** A date in numbers: one day, month or year, or the two ends of an interval. */
export interface NumericDate {
  /** Year, month and day, as far as they are known. Months and days count from 1. */
  readonly ends: readonly (readonly [number, ...number[]])[];
  /** 1 for spring to 4 for winter. */
  readonly season?: number;
  /** EDTF’s `~`: the true date is near this one. */
  readonly isApproximate: boolean;
  /** EDTF’s `?`: the true date may be another one altogether. */
  readonly isUncertain: boolean;
}

/** Converts a date to numbers. Returns undefined for sets, open ends, and missing digits. */
export function numericDateOf({ edtf: text }: EdtfDate): NumericDate | undefined {
  const value = parseExistingDate(text);
  if (value === undefined) return undefined;
  if (value.type === "Season") {
    const [year, season] = value.values;
    if (season < SPRING || season > WINTER) return undefined;
    return { ends: [[year]], season: season - SPRING + 1, ...qualifiersOf([value]) };
  }
  const ends = value.type === "Interval" ? [value.lower, value.upper] : [value];
  if (!ends.every(isFullyNumeric)) return undefined;
  return {
    ends: ends.map(({ values: [year, month, day] }) => [
      year,
      ...(month === undefined ? [] : [month + 1]),
      ...(day === undefined ? [] : [day]),
    ]),
    ...qualifiersOf(ends),
  };
}

/** EDTF’s numbers for the seasons. */
const SPRING = 21;
const WINTER = 24;

function isFullyNumeric(end: EdtfValue | EdtfIntervalEnd): end is EdtfCalendarDate {
  return isDate(end) && end.type === "Date" && end.unspecified.value === 0;
}

function isDate<T>(end: T | number | null): end is T {
  return typeof end === "object" && end !== null;
}

function qualifiersOf(dates: readonly (EdtfCalendarDate | EdtfSeason)[]) {
  return {
    isApproximate: dates.some(({ approximate }) => approximate.value !== 0),
    isUncertain: dates.some(({ uncertain }) => uncertain.value !== 0),
  };
}

const TIMES = /T[^/]*/g;

/** The characters of EDTF. Parsing any other text with the package takes milliseconds. */
const EDTF_CHARACTERS = /^[-\dESTXYZ.,:/~?%+[\]{}]+$/;

/** Parses a date with the package, and rejects what the package accepts but never existed. */
function parseExistingDate(text: string): EdtfValue | undefined {
  if (!EDTF_CHARACTERS.test(text)) return undefined;
  try {
    // A time of day is validated, then dropped: a time zone would shift the day.
    const days = text.replace(TIMES, "");
    if (days !== text) edtf(text);
    const value = plainDate(days) ?? edtf(days);
    // The package turns 29 February of a common year into 1 March, and reads five or more digits
    // as milliseconds. Either changes the text.
    const exists =
      stripQualifiers(value.edtf) === stripQualifiers(days) && !Number.isNaN(value.min);
    return exists ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A year, a month or a day. The month is none of EDTF’s seasons. */
const PLAIN_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/;

/** Makes a date without the package’s parser, which takes more than a millisecond for one. */
function plainDate(text: string): EdtfCalendarDate | undefined {
  const [, year, month, day] = PLAIN_DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return new CalendarDate([Number(year)]);
  const values = [Number(year), Number(month) - 1] as const;
  return new CalendarDate(day === undefined ? values : [...values, Number(day)]);
}

function periodOf(value: EdtfValue): Period {
  if (value.type === "Season" && value.values[1] <= WINTER) return periodOfSeason(value.values);
  const { type, min, max, edtf: text } = value;
  const period = {
    first: min === null ? Number.NEGATIVE_INFINITY : dayOf(min),
    last: max === null ? Number.POSITIVE_INFINITY : dayOf(max),
  };
  if (type !== "List" && type !== "Set") return period;
  // The package only considers the first and the last member, and the beginning of a range.
  const members = text
    .slice(1, -1)
    .split(/,|\.\./)
    .flatMap((member) => parseEdtfDate(member) ?? []);
  return {
    first: Math.min(period.first, ...members.map(({ first }) => first)),
    last: Math.max(period.last, ...members.map(({ last }) => last)),
  };
}

/**
 * Returns the months that a season may include north of the equator, from the earliest to the latest
 * convention. A winter begins in its year. (The package reads seasons as quarters.)
 */
function periodOfSeason([year, season]: EdtfSeason["values"]): Period {
  const firstMonth = 3 + 3 * (season - SPRING);
  return {
    first: calendarDay(year, firstMonth, 1),
    last: calendarDay(year, firstMonth + 4, 0),
  };
}

const stripQualifiers = (text: string) => text.replace(/[~?%]/g, "");

const LONG = { month: "long", year: "numeric", timeZone: "UTC" } as const;

/** The formats of dates in one language. */
interface CalendarFormats {
  readonly day: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
  readonly monthName: Intl.DateTimeFormat;
  /** A day of any year. */
  readonly calendarDay: Intl.DateTimeFormat;
}

const calendars = new Map<string, CalendarFormats>();

function calendarIn({ language }: Translate): CalendarFormats {
  const known = calendars.get(language);
  if (known !== undefined) return known;
  // British English has the day before the month.
  const locale = language === "en" ? "en-GB" : language;
  const calendar = {
    day: new Intl.DateTimeFormat(locale, { ...LONG, day: "numeric" }),
    month: new Intl.DateTimeFormat(locale, LONG),
    monthName: new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }),
    calendarDay: new Intl.DateTimeFormat(locale, { ...LONG, day: "numeric", year: undefined }),
  };
  calendars.set(language, calendar);
  return calendar;
}

function describeValue(value: EdtfValue, t: Translate): string {
  if (value.type === "Interval") return describeInterval(value, t);
  if (value.type === "Set") return describeSet(value.edtf, t);
  if (value.type !== "Date" && value.type !== "Season") return stripQualifiers(value.edtf);
  const { isApproximate, isUncertain } = qualifiersOf([value]);
  const exact = unqualifiedLabel(value, t);
  const date = isApproximate ? t("date.about", { date: exact }) : exact;
  return isUncertain ? t("date.uncertain", { date }) : date;
}

function describeInterval({ lower, upper }: EdtfInterval, t: Translate): string {
  if (isExactDay(lower) && isExactDay(upper)) {
    return calendarIn(t).day.formatRange(lower.min, upper.min);
  }
  if (!isDate(lower)) {
    return isDate(upper) ? t("date.or-earlier", { date: describeValue(upper, t) }) : t("date.any");
  }
  const first = describeValue(lower, t);
  return isDate(upper)
    ? t("date.range", { first, last: describeValue(upper, t) })
    : t("date.or-later", { date: first });
}

/** Returns “1749 or 1750” for [1749,1750]. Ranges within a set keep EDTF's notation. */
function describeSet(text: string, t: Translate): string {
  const members = text.slice(1, -1).split(",");
  const labels = members.map((member) => {
    const date = parseEdtfDate(member);
    return date && formatDate(date, t);
  });
  return text.startsWith("[") && labels.every((label) => label !== undefined)
    ? t.or(labels)
    : stripQualifiers(text);
}

function isExactDay(end: EdtfIntervalEnd): end is EdtfCalendarDate {
  if (!isDate(end) || end.type !== "Date" || end.precision !== 3 || end.values[0] < 1000)
    return false;
  return end.approximate.value === 0 && end.uncertain.value === 0;
}

/** Formats a date in a year before 1000, in which EDTF counts a year 0 for 1 BC. */
function formatInEra([year, month, day]: EdtfCalendarDate["values"], t: Translate): string {
  const era =
    year > 0
      ? t("date.year-ad", { year: String(year) })
      : t("date.year-bc", { year: String(1 - year) });
  if (month === undefined) return era;
  const name = calendarIn(t).monthName.format(Date.UTC(2000, month, 1));
  return day === undefined
    ? t("date.month-in-era", { month: name, era })
    : t("date.day-in-era", { day: String(day), month: name, era });
}

/** Formats a year, before 1000 with its era. */
function formatYear(year: number, t: Translate): string {
  return year < 1000 ? formatInEra([year], t) : t("date.year", { year: String(year) });
}

const SEASONS = ["spring", "summer", "autumn", "winter"] as const;

function unqualifiedLabel(value: EdtfCalendarDate | EdtfSeason, t: Translate): string {
  const text = stripQualifiers(value.edtf);
  if (value.type === "Season") {
    const [year, season] = value.values;
    const name = SEASONS[season - SPRING];
    return name === undefined ? text : t(`date.${name}`, { year: formatYear(year, t) });
  }
  if (value.unspecified.value !== 0) return describeUnspecified(text, t);
  if (value.values[0] < 1000) return formatInEra(value.values, t);
  switch (value.precision) {
    case 2:
      return calendarIn(t).month.format(value.min);
    case 3:
      return calendarIn(t).day.format(value.min);
    default:
      return /^\d{4}$/.test(text) ? t("date.year", { year: text }) : text;
  }
}

/** Returns “the 1750s” for 175X and “the 18th century” for 17XX. Other digits keep EDTF's notation. */
function describeUnspecified(text: string, t: Translate): string {
  const [, minus = "", century, decade] = /^(-?)(\d\d)(\d?)X+$/.exec(text) ?? [];
  if (century === undefined || text.length - minus.length !== 4) return text;
  const isBeforeChrist = minus !== "";
  if (decade === "") {
    const number = Number(century) + 1;
    return isBeforeChrist ? t("date.century-bc", { number }) : t("date.century", { number });
  }
  const year = Number(`${century}${decade}0`);
  // There is no year 0.
  const [first, last] = [String(Math.max(1, year)), String(year + 9)];
  if (isBeforeChrist) {
    return t("date.years-bc", { first: String(year + 10), last: String(year + 1) });
  }
  if (year < 1000) return t("date.years-ad", { first, last });
  // “The 1700s” are a century.
  return decade === "0" ? t("date.years", { first, last }) : t("date.decade", { year: first });
}
