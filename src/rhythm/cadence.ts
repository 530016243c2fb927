import * as v from "valibot";
import type { Translate } from "../catalogue/catalogue.ts";
import { type Day, dayOf, formatDay, formatIsoDay } from "../corpus/date.ts";
import { elementAt } from "../foundation/checked-access.ts";

/** A date as the calendar on the wall shows it, in ISO 8601: `2026-12-01`. */
export type LocalDate = string;

/** A day of the week as in ISO 8601: 1 is Monday, and 7 is Sunday. */
export type Weekday = (typeof WEEK)[number];

export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
export const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const WEEKEND: readonly Weekday[] = [6, 7];

/** Which of the same weekdays in a month; -1 is the last one. */
export const NTHS = [1, 2, 3, 4, 5, -1] as const;

const WEEKDAY = v.picklist(WEEK);
/** Checks a local date that was kept. */
export const LOCAL_DATE = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((date) => formatIsoDay(dayOfDate(date)) === date),
);

/** The maximum of weeks or days from one date to the next. */
export const MAX_WEEKS = 52;
export const MAX_DAYS = 366;

const some = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item), v.minLength(1), v.readonly());

/** Checks a cadence that was kept as JSON. */
export const CADENCE = v.variant("kind", [
  v.strictObject({ kind: v.literal("daily") }),
  v.strictObject({ kind: v.literal("weekly"), on: some(WEEKDAY) }),
  /** The weeks, from Monday to Sunday, are counted from that of `from`, which is the first date. */
  v.strictObject({
    kind: v.literal("weeks"),
    every: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_WEEKS)),
    on: some(WEEKDAY),
    from: LOCAL_DATE,
  }),
  /** The nth of these weekdays in each month; -1 is the last one. Months without a fifth one are left out. */
  v.strictObject({
    kind: v.literal("month-weekdays"),
    nth: some(v.picklist(NTHS)),
    on: WEEKDAY,
  }),
  /** Days of each month; -1 is the last one. Months without a day 29, 30 or 31 are left out. */
  v.strictObject({
    kind: v.literal("month-days"),
    days: some(v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(31), v.notValue(0))),
  }),
  v.strictObject({
    kind: v.literal("days"),
    every: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_DAYS)),
    from: LOCAL_DATE,
  }),
  v.strictObject({ kind: v.literal("once"), on: LOCAL_DATE }),
]);

/** On which dates something happens, as plain data. Lists are in ascending order, with -1 as the last. */
export type Cadence = v.InferOutput<typeof CADENCE>;

/** Returns the local dates of a cadence from `from` to `to`, both included, in order. */
export function localDatesOf(
  cadence: Cadence,
  from: LocalDate,
  to: LocalDate,
): readonly LocalDate[] {
  const last = dayOfDate(to);
  const dates: LocalDate[] = [];
  for (let day = dayOfDate(from); day <= last; day++) {
    if (fallsOn(cadence, day)) dates.push(formatIsoDay(day));
  }
  return dates;
}

/** Returns the first date of a cadence from a day on; undefined if none is left. */
export function nextDateOf(cadence: Cadence, from: Day): LocalDate | undefined {
  const last = cadence.kind === "once" ? dayOfDate(cadence.on) : Number.POSITIVE_INFINITY;
  const first = hasStart(cadence) ? Math.max(from, dayOfDate(cadence.from)) : from;
  for (let day = first; day <= last; day++) {
    if (fallsOn(cadence, day)) return formatIsoDay(day);
  }
  return undefined;
}

/** Whether one of the dates of a cadence is this day. */
function fallsOn(cadence: Cadence, day: Day): boolean {
  switch (cadence.kind) {
    case "daily":
      return true;
    case "weekly":
      return cadence.on.includes(weekdayOf(day));
    case "weeks": {
      const from = dayOfDate(cadence.from);
      const weeks = (mondayOf(day) - mondayOf(from)) / WEEK.length;
      return day >= from && weeks % cadence.every === 0 && cadence.on.includes(weekdayOf(day));
    }
    case "month-weekdays": {
      const { dayOfMonth, daysInMonth } = placeInMonth(day);
      const isLast = dayOfMonth + WEEK.length > daysInMonth;
      return (
        weekdayOf(day) === cadence.on &&
        cadence.nth.some((nth) =>
          nth === -1 ? isLast : nth === Math.ceil(dayOfMonth / WEEK.length),
        )
      );
    }
    case "month-days": {
      const { dayOfMonth, daysInMonth } = placeInMonth(day);
      return (
        cadence.days.includes(dayOfMonth) ||
        (dayOfMonth === daysInMonth && cadence.days.includes(-1))
      );
    }
    case "days": {
      const days = day - dayOfDate(cadence.from);
      return days >= 0 && days % cadence.every === 0;
    }
    case "once":
      return day === dayOfDate(cadence.on);
  }
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Returns the shortest time from one date of a cadence to the next, in milliseconds; infinite for a single date. */
export function periodOf(cadence: Cadence): number {
  const start = dayOfDate(hasStart(cadence) ? cadence.from : "2023-01-01");
  let shortest = Number.POSITIVE_INFINITY;
  let before: Day | undefined;
  // Every cadence with several dates has its shortest distance within two years.
  for (let day = start; day <= start + 2 * MAX_DAYS; day++) {
    if (cadence.kind === "once" || !fallsOn(cadence, day)) continue;
    if (before !== undefined) shortest = Math.min(shortest, day - before);
    before = day;
  }
  return shortest * MILLISECONDS_PER_DAY;
}

/** Puts a cadence into words that are also understood when they are typed: “every 2 weeks on Tuesday from …”. */
export function describeCadence(cadence: Cadence, t: Translate): string {
  switch (cadence.kind) {
    case "daily":
      return t("cadence.daily");
    case "weekly":
      if (hasSame(cadence.on, WORKING_DAYS)) return t("cadence.weekdays");
      if (hasSame(cadence.on, WEEKEND)) return t("cadence.weekends");
      return t("cadence.weekly", {
        days: t.and(cadence.on.map((day) => t(`cadence.weekly-${day}`))),
      });
    case "weeks": {
      const { every } = cadence;
      const from = formatDay(dayOfDate(cadence.from), t);
      const days = t.and(cadence.on.map((day) => t(`weekday.${day}`)));
      return every === 1
        ? t("cadence.each-week", { days, from })
        : t("cadence.weeks", { every, days, from });
    }
    case "month-weekdays":
      return t("cadence.month-weekdays", {
        nth: t.and(cadence.nth.map((nth) => t(`cadence.nth-${nth === -1 ? "last" : nth}`))),
        day: t(`weekday.${cadence.on}`),
      });
    case "month-days":
      return t("cadence.month-days", {
        days: t.and(
          cadence.days.map((day) =>
            day === -1 ? t("cadence.last-day") : t("cadence.day-of-month", { day }),
          ),
        ),
      });
    case "days": {
      const { every } = cadence;
      const from = formatDay(dayOfDate(cadence.from), t);
      return every === 1 ? t("cadence.each-day", { from }) : t("cadence.days", { every, from });
    }
    case "once":
      return t("cadence.once", { on: formatDay(dayOfDate(cadence.on), t) });
  }
}

/** Returns the day of a local date. */
export function dayOfDate(date: LocalDate): Day {
  return dayOf(Date.parse(date));
}

/** Returns the weekday of a day. */
export function weekdayOf(day: Day): Weekday {
  // 1 January 1970 was a Thursday.
  return elementAt(WEEK, (((day + 3) % WEEK.length) + WEEK.length) % WEEK.length);
}

function hasSame(some: readonly Weekday[], others: readonly Weekday[]): boolean {
  return some.length === others.length && some.every((day) => others.includes(day));
}

function hasStart(cadence: Cadence): cadence is Extract<Cadence, { from: LocalDate }> {
  return cadence.kind === "weeks" || cadence.kind === "days";
}

function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

function placeInMonth(day: Day): { readonly dayOfMonth: number; readonly daysInMonth: number } {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  const dayOfMonth = date.getUTCDate();
  return { dayOfMonth, daysInMonth: dayOf(next) - day + dayOfMonth - 1 };
}
