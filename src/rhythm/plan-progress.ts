import * as v from "valibot";
import { type Day, formatIsoDay, overlaps, type Period } from "../corpus/date.ts";
import type { LazyList } from "../foundation/lazy-list.ts";
import {
  type Cadence,
  dayOfDate,
  LOCAL_DATE,
  type LocalDate,
  localDatesOf,
  nextDateOf,
} from "./cadence.ts";

/** The ways to make up for missed steps: all at once, spread over the time that is left, or by ending later. */
export const PACES = ["catch-up", "keep-end", "move-end"] as const;

export type Pace = (typeof PACES)[number];

/** Checks progress that was kept as JSON. */
export const PLAN_PROGRESS = v.strictObject({
  /** How many steps are done. */
  position: v.pipe(v.number(), v.integer(), v.minValue(0)),
  pace: v.picklist(PACES),
  /** The date on which the last step was to come. */
  end: LOCAL_DATE,
});

/** How far a group has come in a plan. */
export type PlanProgress = v.InferOutput<typeof PLAN_PROGRESS>;

/** The dates of a plan: those of a cadence, except for holidays, or those that its steps have. */
export interface PlanCalendar {
  readonly cadence: Cadence;
  readonly holidays: readonly Period[];
  /** One for each step. Either all have a date, or none. */
  readonly steps: LazyList<{ readonly date?: Day }>;
}

/** Starts a plan at its first step, on the first date from `from` on. */
export function startPlan(calendar: PlanCalendar, from: LocalDate): PlanProgress {
  const progress = { position: 0, pace: "move-end", end: from } as const;
  return { ...progress, end: stepDates(calendar, progress, from).at(-1) ?? from };
}

/** Returns a plan with another pace, from the date `from` on. */
export function changePace(
  progress: PlanProgress,
  pace: Pace,
  calendar: PlanCalendar,
  from: LocalDate,
): PlanProgress {
  const changed = { ...progress, pace };
  if (pace !== "move-end") return changed;
  return { ...changed, end: stepDates(calendar, changed, from).at(-1) ?? progress.end };
}

/**
 * Whether the dates that are left until the end are fewer than the steps: then the pace makes a difference. Steps with
 * dates of their own have no pace.
 */
export function hasMissedSteps(
  progress: PlanProgress,
  calendar: PlanCalendar,
  from: LocalDate,
): boolean {
  const { steps } = calendar;
  const remaining = steps.length - progress.position;
  return !hasOwnDates(calendar) && remaining > datesLeft(progress, calendar, from);
}

/** Whether the steps of a plan have dates of their own. */
export function hasOwnDates({ steps }: Pick<PlanCalendar, "steps">): boolean {
  return steps.slice(0, 1).some(({ date }) => date !== undefined);
}

/** Returns how many steps come on a date: none on a holiday, or if all are done. */
export function stepsOn(date: LocalDate, progress: PlanProgress, calendar: PlanCalendar): number {
  const { position } = progress;
  const { steps } = calendar;
  const day = dayOfDate(date);
  if (hasOwnDates(calendar)) {
    const remaining = steps.slice(position);
    return remaining.filter((step) => step.date !== undefined && step.date <= day).length;
  }
  const remaining = steps.length - position;
  if (remaining <= 0 || isHoliday(day, calendar.holidays)) return 0;
  return stepsAtPace(progress.pace, remaining, datesLeft(progress, calendar, date));
}

/** Returns how many of the remaining steps come on a date, from which on there are `dates` until the end. */
function stepsAtPace(pace: Pace, remaining: number, dates: number): number {
  switch (pace) {
    case "move-end":
      return 1;
    case "catch-up":
      return Math.max(1, remaining - Math.max(0, dates - 1));
    case "keep-end":
      return Math.ceil(remaining / Math.max(1, dates));
  }
}

/** Returns the dates on which the remaining steps come if none is missed, from `from` on: one for each step. */
export function stepDates(
  calendar: PlanCalendar,
  progress: PlanProgress,
  from: LocalDate,
): readonly LocalDate[] {
  const { steps, cadence, holidays } = calendar;
  if (hasOwnDates(calendar)) {
    return steps
      .slice(progress.position)
      .flatMap(({ date }) => date ?? [])
      .map(formatIsoDay);
  }
  const left = steps.length - progress.position;
  const dates: LocalDate[] = [];
  const start = dayOfDate(from);
  let datesToEnd = datesLeft(progress, calendar, from);
  let date = nextDateOf(cadence, start);
  while (date !== undefined && dates.length < left && dayOfDate(date) < start + MAX_LENGTH) {
    const day = dayOfDate(date);
    if (!isHoliday(day, holidays)) {
      const count = stepsAtPace(progress.pace, left - dates.length, datesToEnd);
      for (let step = 0; step < count; step++) dates.push(date);
      datesToEnd--;
    }
    date = nextDateOf(cadence, day + 1);
  }
  return dates;
}

/** How many days a plan takes at most: a step a month for twenty years. Holidays may have no end. */
const MAX_LENGTH = 20 * 366;

/** Returns how many dates are left of a plan until its end, from the date `from` on. */
export function datesLeft(
  { end }: Pick<PlanProgress, "end">,
  calendar: PlanCalendar,
  from: LocalDate,
): number {
  return datesUntil(calendar, dayOfDate(from), dayOfDate(end));
}

/** Returns how many dates of a plan there are from one day to another, both included. */
function datesUntil({ cadence, holidays }: PlanCalendar, from: Day, to: Day): number {
  if (to < from) return 0;
  return localDatesOf(cadence, formatIsoDay(from), formatIsoDay(to)).filter(
    (date) => !isHoliday(dayOfDate(date), holidays),
  ).length;
}

function isHoliday(day: Day, holidays: readonly Period[]): boolean {
  return holidays.some((holiday) => overlaps(holiday, { first: day, last: day }));
}
