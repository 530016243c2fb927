import edtf, { type EdtfValue } from "edtf";

/** A day, as the number of days since 1 January 1970 in the proleptic Gregorian calendar. */
export type Day = number;

/** A stretch of days, both ends included; an open end is infinite. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

/** A date in the Extended Date/Time Format (ISO 8601-2), with the days that it may mean. */
export interface EdtfDate extends Period {
  readonly edtf: string;
  /** For readers: “5 August 2019”, “about September 2018”. */
  readonly label: string;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Reads an EDTF date of level 0 to 2. Undefined for what is none, or never was a day. */
export function edtfDate(text: string): EdtfDate | undefined {
  const value = edtfValue(text);
  if (value === undefined) return undefined;
  return { edtf: text, ...periodOf(value), label: labelOf(value) };
}

export function isoDay(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** “5 August 2019”, the form in which every front end writes a day. */
export function dayLabel(day: Day): string {
  return DAY.format(day * MILLISECONDS_A_DAY);
}

/** “5–10 August 2019”, “until 5 August 2019”. */
export function periodLabel({ first, last }: Period): string {
  if (first === Number.NEGATIVE_INFINITY) return `until ${dayLabel(last)}`;
  if (last === Number.POSITIVE_INFINITY) return `from ${dayLabel(first)} on`;
  return DAY.formatRange(first * MILLISECONDS_A_DAY, last * MILLISECONDS_A_DAY);
}

export function dayOf(milliseconds: number): Day {
  return Math.floor(milliseconds / MILLISECONDS_A_DAY);
}

/** Sorts by the first day that may be meant; what has no date comes last. */
export function byFirstDay(a: Period | undefined, b: Period | undefined): number {
  const [first, second] = [a, b].map((period) => period?.first ?? Number.POSITIVE_INFINITY);
  // Not by subtraction: the difference of two infinities is no number.
  if (first === undefined || second === undefined || first === second) return 0;
  return first < second ? -1 : 1;
}

/** Whether the two may mean the same day. */
export function overlaps(a: Period, b: Period): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** A date in figures, of one day, month or year, or of the two ends of a time. */
export interface NumericDate {
  /** Year, month and day, both counted from 1, as far as they are known. */
  readonly ends: readonly (readonly number[])[];
  /** 1 for spring to 4 for winter. */
  readonly season?: number;
  /** EDTF’s `~`: near the day, the month or the year. */
  readonly isApproximate: boolean;
  /** EDTF’s `?`: perhaps another one altogether. */
  readonly isUncertain: boolean;
}

/** A date in figures; undefined for what figures cannot say, such as a set or an open end. */
export function numericDateOf({ edtf: text }: EdtfDate): NumericDate | undefined {
  const value = edtfValue(text);
  if (value?.type === "Season") {
    const [year = 0, season = 0] = value.values;
    const isNamed = season >= SPRING && season < SPRING + 4;
    return isNamed
      ? { ends: [[year]], season: season - SPRING + 1, ...marksOf([value]) }
      : undefined;
  }
  const ends = value?.type === "Interval" ? [value.lower, value.upper] : [value];
  const dates = ends.flatMap((end) => (isPlainDate(end) ? [end] : []));
  if (dates.length < ends.length) return undefined;
  return {
    ends: dates.map(({ values: [year = 0, month, day] }) => [
      year,
      ...(month === undefined ? [] : [month + 1]),
      ...(day === undefined ? [] : [day]),
    ]),
    ...marksOf(dates),
  };
}

/** EDTF's season 21. */
const SPRING = 21;

function isPlainDate(end: EdtfValue["lower"]): end is EdtfValue {
  if (typeof end !== "object" || end === null) return false;
  return end.type === "Date" && !end.unspecified?.value;
}

function marksOf(dates: readonly EdtfValue[]) {
  return {
    isApproximate: dates.some(({ approximate }) => Boolean(approximate?.value)),
    isUncertain: dates.some(({ uncertain }) => Boolean(uncertain?.value)),
  };
}

const TIMES = /T[^/]*/g;

function edtfValue(text: string): EdtfValue | undefined {
  try {
    // A time of day is checked, and then left out: from another time zone it would move the day.
    const days = text.replace(TIMES, "");
    if (days !== text) edtf(text);
    const value = edtf(days);
    // The package rolls 29 February over to 1 March in any year, and takes figures for milliseconds.
    const exists =
      stripQualifiers(value.edtf) === stripQualifiers(days) && !Number.isNaN(value.min);
    return exists ? value : undefined;
  } catch {
    return undefined;
  }
}

function periodOf({ type, min, max, edtf: written }: EdtfValue): Period {
  const ends = {
    first: min === null ? Number.NEGATIVE_INFINITY : dayOf(min),
    last: max === null ? Number.POSITIVE_INFINITY : dayOf(max),
  };
  if (type !== "List" && type !== "Set") return ends;
  // The package looks at the first and the last member alone, and of a span at its beginning.
  const members = written
    .slice(1, -1)
    .split(/,|\.\./)
    .flatMap((member) => edtfDate(member) ?? []);
  return {
    first: Math.min(ends.first, ...members.map(({ first }) => first)),
    last: Math.max(ends.last, ...members.map(({ last }) => last)),
  };
}

const stripQualifiers = (text: string) => text.replace(/[~?%]/g, "");

const LONG = { month: "long", year: "numeric", timeZone: "UTC" } as const;
const MONTH = new Intl.DateTimeFormat("en-GB", LONG);
const DAY = new Intl.DateTimeFormat("en-GB", { ...LONG, day: "numeric" });

function labelOf(value: EdtfValue): string {
  if (value.type === "Interval") return intervalLabel(value);
  const label = value.approximate?.value ? `about ${plainLabel(value)}` : plainLabel(value);
  return value.uncertain?.value ? `${label} (uncertain)` : label;
}

function intervalLabel({ lower, upper }: EdtfValue): string {
  const ends = [lower, upper];
  if (!ends.every(isPlainDay)) return `${endLabel(lower)} to ${endLabel(upper)}`;
  const [first, last] = ends;
  return DAY.formatRange(first?.min ?? 0, last?.min ?? 0);
}

function isPlainDay(end: EdtfValue["lower"]): end is EdtfValue {
  if (typeof end !== "object" || end === null) return false;
  return end.precision === 3 && !end.approximate?.value && !end.uncertain?.value;
}

function endLabel(end: EdtfValue["lower"]): string {
  return typeof end === "object" && end !== null ? labelOf(end) : "an open end";
}

function plainLabel({ type, precision, min, edtf: written }: EdtfValue): string {
  // Seasons, sets, years before the common era and unspecified digits stay in EDTF's own form.
  if (type !== "Date" || min < Date.UTC(1000, 0) || /X/.test(written))
    return stripQualifiers(written);
  switch (precision) {
    case 2:
      return MONTH.format(min);
    case 3:
      return DAY.format(min);
    default:
      return stripQualifiers(written);
  }
}
