import { type Day, formatIsoDay } from "../corpus/date.ts";
import {
  type Cadence,
  MAX_DAYS,
  MAX_WEEKS,
  NTHS,
  WEEK,
  WEEKEND,
  type Weekday,
  WORKING_DAYS,
  weekdayOf,
} from "./cadence.ts";

const DAYS = String.raw`(?:D\d(?: D\d)*|week day|weekend)`;
const INTERVAL = String.raw`(other|[NO]\d+)`;
const EVERY_DAYS = new RegExp(`^every (?:${INTERVAL} )?day$`);
const EVERY_WEEKS = new RegExp(`^(${DAYS} )?every (?:${INTERVAL} )?week( ${DAYS})?$`);
const WEEKLY = new RegExp(`^(?:every )?(${DAYS})$`);
const EVERY_NTH = new RegExp(`^every ${INTERVAL} (${DAYS})$`);
const NTH_WEEKDAYS = /^(?:every )?((?:O\d+ |L )+)D(\d)$/;
const DAYS_OF_MONTH = /^(?:every )?(?:(?:O\d+|N\d+|L|day)(?: |$))+$/;
const LONE_DAY_OF_MONTH = /^(?:O\d+|L day)$/;

/**
 * Returns the cadences that words in the grammar may mean, from the day `start` on, which may have been typed. In the grammar of all
 * languages, D1 is Monday, N2 two, O3 third, and L last.
 */
export function cadencesOf(symbols: string, start: Day, isTyped: boolean): readonly Cadence[] {
  const grammar = symbols
    .replace(/\bevery every\b/g, "every")
    .replace(/D(\d) to D(\d)/g, (_, first, last) => rangeOf(Number(first), Number(last)));
  const inMonth = grammar.replace(/ ?\bevery month\b ?/, " ").trim();
  const isMonthly = inMonth !== grammar || LONE_DAY_OF_MONTH.test(grammar);
  const monthly = [...monthWeekdays(inMonth), ...(isMonthly ? monthDays(inMonth) : [])];
  if (isMonthly) return isTyped ? [] : monthly;

  const [everyDays, dayInterval] = EVERY_DAYS.exec(grammar) ?? [];
  if (everyDays !== undefined) return daysFrom(intervalOf(dayInterval), start, isTyped);
  const [everyWeeks, before = "", interval, after = ""] = EVERY_WEEKS.exec(grammar) ?? [];
  if (everyWeeks !== undefined) {
    return weeksFrom(intervalOf(interval), weekdaysIn(before + after), start, isTyped);
  }
  const [, weekly] = WEEKLY.exec(grammar) ?? [];
  if (weekly !== undefined) return weeksFrom(1, weekdaysIn(weekly), start, isTyped);
  const [, nth, days = ""] = EVERY_NTH.exec(grammar) ?? [];
  const hasWeeks = nth !== undefined && nth !== "O1";
  const weeks = hasWeeks ? weeksFrom(intervalOf(nth), weekdaysIn(days), start, isTyped) : [];
  // “every second Tuesday” may be of the month, but not if weeks have a beginning.
  return isTyped ? weeks : [...weeks, ...monthly];
}

function intervalOf(symbol: string | undefined): number {
  return symbol === undefined ? 1 : symbol === "other" ? 2 : Number(symbol.slice(1));
}

function weekdaysIn(days: string): readonly Weekday[] {
  if (days.trim() === "week day") return WORKING_DAYS;
  if (days.trim() === "weekend") return WEEKEND;
  return WEEK.filter((day) => days.includes(`D${day}`));
}

function daysFrom(every: number, start: Day, isTyped: boolean): readonly Cadence[] {
  if (every < 1 || every > MAX_DAYS) return [];
  if (every === 1 && !isTyped) return [{ kind: "daily" }];
  return [{ kind: "days", every, from: formatIsoDay(start) }];
}

function weeksFrom(
  every: number,
  weekdays: readonly Weekday[],
  start: Day,
  isTyped: boolean,
): readonly Cadence[] {
  if (every < 1 || every > MAX_WEEKS) return [];
  const on = weekdays.length === 0 ? [weekdayOf(start)] : [...weekdays];
  if (every === 1 && !isTyped) {
    return [on.length === WEEK.length ? { kind: "daily" } : { kind: "weekly", on }];
  }
  let first = start;
  while (!on.includes(weekdayOf(first))) first++;
  return [{ kind: "weeks", every, on, from: formatIsoDay(first) }];
}

function monthWeekdays(text: string): readonly Cadence[] {
  const [, ordinals, weekday] = NTH_WEEKDAYS.exec(text) ?? [];
  const nth = NTHS.filter((one) => ordinals?.includes(one === -1 ? "L" : `O${one} `));
  const count = ordinals?.trim().split(" ").length;
  const on = WEEK.find((day) => String(day) === weekday);
  return on === undefined || nth.length !== count ? [] : [{ kind: "month-weekdays", nth, on }];
}

function monthDays(text: string): readonly Cadence[] {
  const numbers = text.match(/(?<=[ON])\d+/g)?.map(Number) ?? [];
  const days = [
    ...new Set([...numbers.toSorted((a, b) => a - b), ...(/L/.test(text) ? [-1] : [])]),
  ];
  const areDays = DAYS_OF_MONTH.test(text) && days.every((day) => day !== 0 && day <= 31);
  return areDays && days.length > 0 ? [{ kind: "month-days", days }] : [];
}

/** Returns the weekdays from one to another, over the end of the week if they are in that order. */
function rangeOf(first: number, last: number): string {
  const count = ((last - first + WEEK.length) % WEEK.length) + 1;
  const days = Array.from({ length: count }, (_, index) => (first - 1 + index) % WEEK.length);
  return days.map((day) => `D${day + 1}`).join(" ");
}
