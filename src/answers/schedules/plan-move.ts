import type { Context } from "../../command/types.ts";
import { dateOfDay } from "../../corpus/date.ts";
import { type Action, action, type PaceChoice, type PlanMoveReply } from "../../reply/reply.ts";
import { dayOfDate } from "../../rhythm/cadence.ts";
import {
  changePace,
  datesLeft,
  hasMissedSteps,
  hasOwnDates,
  PACES,
  type Pace,
  type PlanProgress,
} from "../../rhythm/plan-progress.ts";
import type { Library } from "../../search/library.ts";
import { amountOf } from "./plan.ts";
import { planState, remainingDates, type StartedPlan } from "./started-plan.ts";

/**
 * Shows what each way to go on with a plan means: from the step at `position` on, which counts from 0, otherwise from
 * the next one. `version` is that of its schedule.
 */
export function planMoveReply(
  started: StartedPlan,
  position: number | undefined,
  version: number,
  { library }: Context,
): PlanMoveReply {
  const { schedule, plan, calendar, from } = started;
  const progress = movedProgress(started, position);
  const isOtherStep = progress.position !== started.progress.position;
  const isLeft = from !== undefined && progress.position < plan.steps.length;
  const isFree = isLeft && hasMissedSteps(progress, calendar, from);
  const paces: readonly Pace[] = isFree ? PACES : isLeft && isOtherStep ? ["move-end"] : [];
  const moved = { ...started, progress };
  const next = started.progress.position + 1;
  const options = { schedule, version, next, ...(isOtherStep && { step: progress.position + 1 }) };
  return {
    kind: "plan-move",
    plan: planState(moved, remainingDates(moved), library),
    isOtherStep,
    hasOwnDates: hasOwnDates(calendar),
    ...(isFree && {
      until: {
        end: dateOfDay(dayOfDate(progress.end)),
        dates: datesLeft(progress, calendar, from),
      },
    }),
    choices: paces.flatMap((pace) =>
      choiceOf(started, changedProgress(started, position, pace), library),
    ),
    actions: [
      ...paces.map((pace): Action => {
        const label = isFree ? (`pace-${pace}` as const) : "go-on";
        return action(label, { name: "plan move", options: { ...options, pace } });
      }),
      action("all-steps", { name: "plan show", options: { schedule } }),
    ],
    line: {
      name: "plan move",
      options: { schedule, ...(isOtherStep && { step: progress.position + 1 }) },
    },
  };
}

/** Returns the progress of a plan that goes on at another pace, and from another step. */
export function changedProgress(
  started: StartedPlan,
  position: number | undefined,
  pace: Pace,
): PlanProgress {
  const { calendar, from = started.progress.end } = started;
  return changePace(movedProgress(started, position), pace, calendar, from);
}

function movedProgress({ progress }: StartedPlan, position = progress.position): PlanProgress {
  return { ...progress, position };
}

/** Says what comes next at a pace, how much comes at most later, and when it ends. */
function choiceOf(
  started: StartedPlan,
  progress: PlanProgress,
  library: Library,
): readonly PaceChoice[] {
  const { position, pace } = progress;
  const { steps } = started.plan;
  const dates = remainingDates({ ...started, progress });
  const [first] = dates;
  if (first === undefined) return [];
  const counts = new Map<string, number>();
  for (const date of dates) counts.set(date, (counts.get(date) ?? 0) + 1);
  let to = position;
  const posts = [...counts.values()].map((count) => {
    to += count;
    return { steps: count, ...amountOf(steps.slice(to - count, to), library) };
  });
  const [next = { steps: 0, passages: 0, documents: 0 }, ...later] = posts;
  const most = (key: keyof typeof next) => Math.max(...later.map((one) => one[key]));
  const last = dates.length === steps.length - position ? dates.at(-1) : undefined;
  return [
    {
      pace,
      next: {
        date: dateOfDay(dayOfDate(first)),
        ...{ from: position + 1, to: position + next.steps },
        ...{ passages: next.passages, documents: next.documents },
      },
      ...(later.length > 0 && {
        later: {
          ...{ steps: most("steps"), passages: most("passages"), documents: most("documents") },
        },
      }),
      ...(last !== undefined && { end: dateOfDay(dayOfDate(last)) }),
    },
  ];
}
