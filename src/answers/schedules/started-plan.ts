import type { Context } from "../../command/types.ts";
import { dateOfDay, formatIsoDay } from "../../corpus/date.ts";
import { itemAt } from "../../foundation/lazy-list.ts";
import { type KeptSchedule, zoneOf } from "../../keeping/kept.ts";
import { type PlanContent, type PlanSource, planFrom, planOf } from "../../options/rhythm/plan.ts";
import type { PlanState } from "../../reply/reply.ts";
import { dayOfDate, type LocalDate } from "../../rhythm/cadence.ts";
import type { ZonedTime } from "../../rhythm/calendar-file.ts";
import { type PlanCalendar, type PlanProgress, stepDates } from "../../rhythm/plan-progress.ts";
import { progressOf } from "../../rhythm/plan-run.ts";
import type { Selection } from "../../rhythm/schedule.ts";
import type { Library } from "../../search/library.ts";
import { comingOccasions } from "./coming-occasions.ts";
import { nameStep } from "./plan.ts";

/** The plan of a schedule as the corpus has it now. */
export interface ScheduledPlan {
  readonly source: PlanSource;
  readonly plan: PlanContent;
}

/** A plan that a schedule posts, and how far it has come. */
export interface StartedPlan extends ScheduledPlan {
  readonly schedule: string;
  readonly calendar: PlanCalendar;
  readonly progress: PlanProgress;
  /** The date of the next post, if there is one. */
  readonly from: LocalDate | undefined;
  readonly at: ZonedTime;
  readonly isPaused: boolean;
}

/** Returns the plan that a schedule posts. Undefined if it posts none, or the corpus no longer has it. */
export function scheduledPlan(
  { kind, options }: Selection,
  context: Context,
): ScheduledPlan | undefined {
  const source = kind === "plan" ? planFrom(options, context) : undefined;
  const plan = source && planOf(source, context.library);
  return source && plan && { source, plan };
}

/** Returns the plan that a schedule posts, and how far it has come. Undefined if that is not known. */
export function startedPlan(kept: KeptSchedule, context: Context): StartedPlan | undefined {
  const { schedule, occasions, marks } = kept;
  const { id, what, cadence, time, state } = schedule;
  const planned = scheduledPlan(what, context);
  if (planned === undefined || marks === undefined) return undefined;
  // A post that is due but not made yet comes before all others.
  const pending = occasions.find(({ state, slot }) => state === "due" && slot >= 0)?.date;
  const from = pending ?? comingOccasions(kept, context, 1)[0]?.date;
  const { steps, holidays } = planned.plan;
  return {
    ...planned,
    schedule: id,
    calendar: { cadence, steps, holidays },
    progress: progressOf(marks, what.options, from ?? formatIsoDay(context.day)),
    from,
    at: { time, zone: zoneOf(schedule, context.kept) },
    isPaused: state === "paused",
  };
}

/** Returns the dates of the steps that are left, in order; fewer if there is no date for all. */
export function remainingDates({
  calendar,
  progress,
  from,
}: Pick<StartedPlan, "calendar" | "progress" | "from">): readonly LocalDate[] {
  return from === undefined ? [] : stepDates(calendar, progress, from);
}

/** Returns what comes next of a plan, and when it ends. */
export function planState(
  { plan, progress }: StartedPlan,
  dates: readonly LocalDate[],
  library: Library,
): PlanState {
  const { position } = progress;
  const of = plan.steps.length;
  const [first] = dates;
  const last = position + dates.length === of ? dates.at(-1) : undefined;
  return {
    title: plan.title,
    ...(position < of && {
      next: {
        number: position + 1,
        ...nameStep(itemAt(plan.steps, position), library),
        ...(first !== undefined && { date: dateOfDay(dayOfDate(first)) }),
      },
    }),
    left: Math.max(of - position, 0),
    of,
    ...(last !== undefined && { end: dateOfDay(dayOfDate(last)) }),
  };
}
