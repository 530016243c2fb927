import { type Day, type EdtfDate, numericDateOf, yearOf } from "../date.ts";

/** A day of every year. Months and days count from 1. */
interface CalendarDay {
  readonly month: number;
  readonly day: number;
}

/**
 * Returns on which day of the year a date is remembered, as its place in a leap year, counted from 0: that of its own
 * day, or of the first one of an interval. Undefined if the date is not known to the day: a month, a year, a date that
 * is approximate or uncertain, or one of several.
 */
export function rememberedPlaceOf(date: EdtfDate): number | undefined {
  const { edtf } = date;
  // Most dates need no parser, which takes longer than all else here.
  if (edtf.length <= MONTH_LENGTH) return undefined;
  const [, ...plain] = PLAIN_DAY.exec(edtf) ?? [];
  const [month, day] = plain.length > 0 ? plain.map(Number) : parsedDayOf(date);
  return month === undefined || day === undefined ? undefined : placeOf({ month, day });
}

/** The length of a year and a month, or a season, in EDTF. */
const MONTH_LENGTH = 7;
/** A day in EDTF. */
const PLAIN_DAY = /^\d{4}-(\d\d)-(\d\d)$/;

function parsedDayOf(date: EdtfDate): readonly number[] {
  const numbers = numericDateOf(date);
  if (numbers === undefined || numbers.isApproximate || numbers.isUncertain) return [];
  const [[, ...monthAndDay] = []] = numbers.ends;
  return monthAndDay;
}

/** Returns how many years lie between a date and a day of a later year; undefined if there are none. */
export function yearsBetween(date: EdtfDate, day: Day): number | undefined {
  const years = yearOf(day) - yearOf(date.first);
  return years > 0 ? years : undefined;
}

export const DAYS_IN_LEAP_YEAR = 366;

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Returns the places in a leap year of the dates that are remembered on a day, its own first. In years without a
 * 29 February, that is remembered on the 28th.
 */
export function placesRememberedOn(day: Day): readonly [number, ...number[]] {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const isLast = new Date((day + 1) * MILLISECONDS_PER_DAY).getUTCDate() === 1;
  const place = placeOf({ month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  const isFebruary28 = isLast && date.getUTCMonth() === 1 && date.getUTCDate() === 28;
  return isFebruary28 ? [place, place + 1] : [place];
}

/** Returns the place of a day in a leap year, counted from 0. */
function placeOf({ month, day }: CalendarDay): number {
  return (Date.UTC(2000, month - 1, day) - Date.UTC(2000, 0, 1)) / MILLISECONDS_PER_DAY;
}
