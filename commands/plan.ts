import { discussionReply } from "../src/answers/discussion.ts";
import { alreadyChanged, replaced } from "../src/answers/schedules/change.ts";
import {
  planReply,
  planStepReply,
  type StepDates,
  stepsSubject,
} from "../src/answers/schedules/plan.ts";
import { changedProgress, planMoveReply } from "../src/answers/schedules/plan-move.ts";
import { SCHEDULING, schedulesReply } from "../src/answers/schedules/schedule.ts";
import { setUpSchedule, THREAD_LIVES } from "../src/answers/schedules/set-up.ts";
import {
  remainingDates,
  type StartedPlan,
  startedPlan,
} from "../src/answers/schedules/started-plan.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { hidden, integer, optional, text } from "../src/command/option-types.ts";
import type { Context } from "../src/command/types.ts";
import type { KeptSchedule } from "../src/keeping/kept.ts";
import { cadence, timeOfDay } from "../src/options/cadence.ts";
import { discuss } from "../src/options/discuss.ts";
import { page } from "../src/options/paging.ts";
import { firstPlan, type PlanSource, plan, planOf, planValue } from "../src/options/rhythm/plan.ts";
import { channel } from "../src/options/server/channel.ts";
import { scheduleOption } from "../src/options/server/schedule.ts";
import { oneOf, zone } from "../src/options/setting.ts";
import { notice } from "../src/reply/reply.ts";
import { PACES } from "../src/rhythm/plan-progress.ts";
import { movedOptions } from "../src/rhythm/plan-run.ts";

const planSchedule = optional(scheduleOption("option.plan-schedule", postsPlan));

/** `/plan show`: the steps of a plan, or one of them, with the dates of the schedule that posts it. */
export const showPlan = defineCommand({
  name: "plan show",
  alias: "plan",
  group: "command.plan",
  description: "command.plan-show",
  examples: ({ plan }) => [{ plan }],
  isUseful: ({ corpus }) => corpus.plans.size > 0,
  uses: ["schedules"],
  options: {
    plan: optional(plan("option.plan")),
    step: optional(integer("option.step", { min: 1, max: 1e6 })),
    schedule: planSchedule,
    steps: optional(hidden(integer("option.steps", { min: 1, max: 1e6 })), 1),
    discuss,
    page,
  },

  run({ plan: given, step, schedule, steps: count, discuss, page }, context) {
    const { library } = context;
    const started = startedPlanFor(given, schedule, context);
    const source = started?.source ?? given ?? firstPlan(library);
    const plan = started?.plan ?? (source && planOf(source, library));
    if (source === undefined || plan === undefined) {
      return notice({ kind: "nothing-listed", of: "plans" });
    }
    if (step === undefined || plan.steps.length === 0) {
      return planReply(source, plan, started && comingDates(started), page, context);
    }
    const position = Math.min(step, plan.steps.length) - 1;
    const reply = planStepReply(source, plan, { position, count }, context);
    const subject = discuss ? stepsSubject(reply, plan.steps, context.day, library) : undefined;
    return subject === undefined ? reply : discussionReply(subject, context);
  },
});

/** Returns the plan that a schedule posts: the one that is given, otherwise the only one that posts the plan, or any. */
function startedPlanFor(
  plan: PlanSource | undefined,
  schedule: KeptSchedule | undefined,
  context: Context,
): StartedPlan | undefined {
  const value = plan && planValue(plan);
  const [only, ...others] =
    schedule === undefined
      ? planSchedulesIn(context).filter(
          ({ schedule: { what } }) => value === undefined || what.options["plan"] === value,
        )
      : [schedule];
  return only === undefined || others.length > 0 ? undefined : startedPlan(only, context);
}

/** Returns the dates on which the steps come that are left: none while the schedule is paused. */
function comingDates(started: StartedPlan): StepDates {
  const { progress, at, schedule, isPaused } = started;
  const dates = isPaused ? [] : remainingDates(started);
  return { position: progress.position, dates, at, schedule };
}

const FOR_SERVERS = {
  group: "command.plan",
  guard: SCHEDULING,
  isForServers: true,
  isPrivate: true,
  needs: ["schedules"],
} as const;

/** `/plan start`: sets up the schedule that posts a plan. */
export const startPlanCommand = defineCommand({
  ...FOR_SERVERS,
  name: "plan start",
  description: "command.plan-start",
  examples: ({ plan }) =>
    plan === undefined ? [] : [{ plan, when: "Mondays", at: "19:00", zone: "Europe/London" }],
  options: {
    plan: plan("option.started-plan"),
    when: cadence("option.when"),
    at: optional(timeOfDay("option.at")),
    channel: optional(channel("option.channel")),
    zone: optional(zone("option.schedule-zone")),
    thread: optional(oneOf("option.thread", THREAD_LIVES), "off"),
    tag: optional(text("option.tag")),
    title: optional(text("option.schedule-title")),
  },

  run(options, context) {
    const { plan } = options;
    const reply = setUpSchedule({ ...options, what: { plan } }, context);
    if (reply !== "nothing") return reply;
    return notice({ kind: "empty-plan", title: planOf(plan, context.library)?.title ?? plan.id });
  },
});

/** `/plan move`: shows the ways to go on with a plan, and goes on in the one that is chosen. */
export const movePlan = defineCommand({
  ...FOR_SERVERS,
  name: "plan move",
  description: "command.plan-move",
  examples: ({ plan }) => (plan === undefined ? [] : [{}]),
  options: {
    schedule: planSchedule,
    step: optional(integer("option.move-step", { min: 1, max: 1e6 })),
    version: optional(hidden(integer("option.version", { min: 0, max: 1e9 }))),
    next: optional(hidden(integer("option.next-step", { min: 1, max: 1e6 }))),
    pace: optional(hidden(oneOf("option.pace", PACES))),
  },

  run({ schedule: given, step, version: seen, next, pace }, context) {
    if (context.asker.server === undefined) return notice({ kind: "no-server" });
    const all = planSchedulesIn(context);
    const [kept = given, ...others] = given === undefined ? all : [given];
    if (kept === undefined) return notice({ kind: "no-started-plan" });
    if (others.length > 0) {
      return schedulesReply(all, context, (schedule) => ({
        ...{ name: "plan move", options: { schedule, ...(step !== undefined && { step }) } },
      }));
    }
    const { version, what } = kept.schedule;
    if (seen !== undefined && seen !== version) return alreadyChanged(kept);
    const started = startedPlan(kept, context);
    if (started === undefined) {
      const typed = what.options["plan"] ?? "";
      return notice({ kind: "unknown-name", of: "plan", typed });
    }
    const { progress, plan } = started;
    const position = step === undefined ? undefined : Math.min(step, plan.steps.length) - 1;
    if (pace === undefined) return planMoveReply(started, position, version, context);
    // Another step has come since the user was shown what the choice means.
    if (next !== undefined && next !== progress.position + 1) return alreadyChanged(kept);
    const options = movedOptions(
      what.options,
      changedProgress(started, position, pace),
      position === progress.position ? undefined : position,
    );
    return replaced(kept, seen, { what: { ...what, options } }, "moved", context);
  },
});

function planSchedulesIn({ kept }: Context): readonly KeptSchedule[] {
  return (kept.schedules ?? []).filter(postsPlan);
}

function postsPlan({ schedule }: KeptSchedule): boolean {
  return schedule.what.kind === "plan";
}
