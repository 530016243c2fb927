import { type Day, type EdtfDate, numericDateOf } from "../date.ts";

/** A day of every year. Months and days count from 1. */
interface CalendarDay {
  readonly month: number;
  readonly day: number;
}

/**
 * Returns on which day of the year a date is remembered: its own, or the first one of an interval. Undefined if the date
 * is not known to the day: a month, a year, a date that is approximate or uncertain, or one of several.
 */
function calendarDayOf(date: EdtfDate): CalendarDay | undefined {
  const { edtf } = date;
  // Most dates need no parser, which takes longer than all else here.
  if (edtf.length <= MONTH_LENGTH) return undefined;
  const [, ...plain] = PLAIN_DAY.exec(edtf) ?? [];
  const [month, day] = plain.length > 0 ? plain.map(Number) : parsedDayOf(date);
  return month === undefined || day === undefined ? undefined : { month, day };
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

/**
 * Returns whether a date is remembered on a day, as a function of the date. In years without a 29 February, it is
 * remembered on the 28th.
 */
export function remembersOn(on: Day): (date: EdtfDate) => boolean {
  const places = calendarDaysOf(on);
  return (date) => {
    const day = calendarDayOf(date);
    return day !== undefined && places.includes(rankOf(day));
  };
}

/** Returns how many years lie between a date and a day of a later year; undefined if there are none. */
export function yearsBetween(date: EdtfDate, day: Day): number | undefined {
  const years = yearOf(day) - yearOf(date.first);
  return years > 0 ? years : undefined;
}

/** Returns how many days a date is remembered after a day, at most a year, in a year of 366 days, as a function of the date. */
export function daysUntilRemembered(day: Day): (date: EdtfDate) => number | undefined {
  const [today = 0] = calendarDaysOf(day);
  return (date) => {
    const remembered = calendarDayOf(date);
    return remembered && (rankOf(remembered) - today + DAYS_IN_LEAP_YEAR) % DAYS_IN_LEAP_YEAR;
  };
}

export const DAYS_IN_LEAP_YEAR = 366;

const MILLISECONDS_PER_DAY = 86_400_000;

/** Returns the places in a leap year of the dates that are remembered on a day. */
function calendarDaysOf(day: Day): readonly number[] {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const isLast = new Date((day + 1) * MILLISECONDS_PER_DAY).getUTCDate() === 1;
  const place = rankOf({ month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  const isFebruary28 = isLast && date.getUTCMonth() === 1 && date.getUTCDate() === 28;
  return isFebruary28 ? [place, place + 1] : [place];
}

/** Returns the place of a day in a leap year, counted from 0. */
function rankOf({ month, day }: CalendarDay): number {
  return (Date.UTC(2000, month - 1, day) - Date.UTC(2000, 0, 1)) / MILLISECONDS_PER_DAY;
}

function yearOf(day: Day): number {
  return new Date(day * MILLISECONDS_PER_DAY).getUTCFullYear();
}
