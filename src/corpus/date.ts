import edtf, {
  type EdtfCalendarDate,
  type EdtfInterval,
  type EdtfIntervalEnd,
  type EdtfSeason,
  type EdtfValue,
} from "edtf";

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
  return { edtf: text, ...periodOf(value), label: describeDate(value) };
}

/**
 * Parses an EDTF date like `parseEdtfDate`, but not a number other than a year of four digits: EDTF reads
 * two digits as a century and three as a decade, which people do not mean by them.
 */
export function parseUnambiguousEdtfDate(text: string): EdtfDate | undefined {
  return /^\d+$/.test(text) && text.length !== 4 ? undefined : parseEdtfDate(text);
}

/** Formats a day as `2019-08-05`. */
export function formatIsoDay(day: Day): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Formats a day as every front end shows it: “5 August 2019”. */
export function formatDay(day: Day): string {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const year = date.getUTCFullYear();
  if (year > 0) return DAY.format(date);
  return formatBeforeChrist([year, date.getUTCMonth(), date.getUTCDate()]);
}

/** Returns a day as a date. */
export function dateOfDay(day: Day): EdtfDate {
  return { edtf: formatIsoDay(day), first: day, last: day, label: formatDay(day) };
}

/** Formats a period: “5–10 August 2019”, “until 5 August 2019”. */
export function formatPeriod({ first, last }: Period): string {
  if (first === Number.NEGATIVE_INFINITY) return `until ${formatDay(last)}`;
  if (last === Number.POSITIVE_INFINITY) return `from ${formatDay(first)} on`;
  return DAY.formatRange(first * MILLISECONDS_PER_DAY, last * MILLISECONDS_PER_DAY);
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
    const value = edtf(days);
    // The package turns 29 February of a common year into 1 March, and reads five or more digits
    // as milliseconds. Either changes the text.
    const exists =
      stripQualifiers(value.edtf) === stripQualifiers(days) && !Number.isNaN(value.min);
    return exists ? value : undefined;
  } catch {
    return undefined;
  }
}

function periodOf({ type, min, max, edtf: text }: EdtfValue): Period {
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

const stripQualifiers = (text: string) => text.replace(/[~?%]/g, "");

const LONG = { month: "long", year: "numeric", timeZone: "UTC" } as const;
const MONTH = new Intl.DateTimeFormat("en-GB", LONG);
const MONTH_NAME = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { ...LONG, day: "numeric" });

function describeDate(value: EdtfValue): string {
  if (value.type === "Interval") return describeInterval(value);
  if (value.type !== "Date" && value.type !== "Season") return stripQualifiers(value.edtf);
  const { isApproximate, isUncertain } = qualifiersOf([value]);
  const label = isApproximate ? `about ${unqualifiedLabel(value)}` : unqualifiedLabel(value);
  return isUncertain ? `${label} (uncertain)` : label;
}

function describeInterval({ lower, upper }: EdtfInterval): string {
  if (isExactDay(lower) && isExactDay(upper)) return DAY.formatRange(lower.min, upper.min);
  return `${describeEnd(lower)} to ${describeEnd(upper)}`;
}

function isExactDay(end: EdtfIntervalEnd): end is EdtfCalendarDate {
  if (!isDate(end) || end.type !== "Date" || end.precision !== 3 || end.values[0] <= 0)
    return false;
  return end.approximate.value === 0 && end.uncertain.value === 0;
}

function describeEnd(end: EdtfIntervalEnd): string {
  return isDate(end) ? describeDate(end) : "an open end";
}

/** EDTF counts a year 0, which is 1 BC. */
function formatBeforeChrist([year, month, day]: EdtfCalendarDate["values"]): string {
  const era = `${1 - year} BC`;
  if (month === undefined) return era;
  const name = MONTH_NAME.format(Date.UTC(2000, month, 1));
  return day === undefined ? `${name} ${era}` : `${day} ${name} ${era}`;
}

function unqualifiedLabel(value: EdtfCalendarDate | EdtfSeason): string {
  const text = stripQualifiers(value.edtf);
  if (value.type === "Date" && value.values[0] <= 0 && !/X/.test(value.edtf)) {
    return formatBeforeChrist(value.values);
  }
  // Seasons, unspecified digits and years before 1000 keep EDTF's own notation.
  if (value.type === "Season" || value.min < Date.UTC(1000, 0) || /X/.test(value.edtf)) return text;
  switch (value.precision) {
    case 2:
      return MONTH.format(value.min);
    case 3:
      return DAY.format(value.min);
    default:
      return text;
  }
}
