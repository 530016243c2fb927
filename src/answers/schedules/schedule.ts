import { isAllowed } from "../../command/define-command.ts";
import type { Context } from "../../command/types.ts";
import { type KeptSchedule, zoneOf } from "../../keeping/kept.ts";
import type { Permission } from "../../keeping/permissions.ts";
import { scheduleLabel } from "../../options/server/schedule.ts";
import {
  type Action,
  action,
  type CommandLine,
  type PastOccasion,
  type ScheduleReply,
  type SchedulesReply,
} from "../../reply/reply.ts";
import type { OccasionRecord, Schedule } from "../../rhythm/schedule.ts";
import { comingOccasions } from "./coming-occasions.ts";
import { planState, remainingDates, scheduledPlan, startedPlan } from "./started-plan.ts";

/** The permission for the commands that change schedules, unless a server has set another rule. */
export const SCHEDULING: { readonly name: string; readonly permission: Permission } = {
  name: "schedule",
  permission: "manage-events",
};

const NEXT = 5;

/** Shows a schedule, and offers what the asker may do with it. */
export function scheduleReply(
  kept: KeptSchedule,
  context: Context,
  changed?: ScheduleReply["changed"],
): ScheduleReply {
  const { asker, posts, library } = context;
  const { schedule, occasions } = kept;
  const isPaused = schedule.state === "paused";
  const planned = scheduledPlan(schedule.what, context);
  const started = startedPlan(kept, context);
  const isOver = changed === "deleted" || changed === "to-delete";
  const { server: _, madeBy: __, version: ___, zone, ...shown } = schedule;
  return {
    kind: "schedule",
    ...shown,
    zone: zoneOf(schedule, context.kept),
    zoneFrom: zone === undefined ? "server" : "schedule",
    next: isPaused ? [] : comingOccasions(kept, context, NEXT).map(({ due }) => due),
    last: occasions.map((one) => pastOccasion(schedule, one)),
    ...(planned && { planTitle: planned.plan.title }),
    ...(started && {
      plan: planState(started, isPaused ? [] : remainingDates(started), library),
    }),
    ...(changed && { changed }),
    posts,
    actions:
      isOver || !isAllowed(SCHEDULING, asker)
        ? []
        : [...unsureActions(occasions), ...scheduleActions(schedule, context)],
    line: { name: "schedules", options: { schedule: schedule.id } },
  };
}

function pastOccasion({ server }: Schedule, occasion: OccasionRecord): PastOccasion {
  const { schedule: _, said: __, channel, message, thread: ___, ...past } = occasion;
  return {
    ...past,
    ...(channel !== undefined &&
      message !== undefined && {
        url: `https://discord.com/channels/${server}/${channel}/${message}`,
      }),
  };
}

function scheduleActions(
  { id, state, version, what }: Schedule,
  { posts }: Context,
): readonly Action[] {
  const options = { schedule: id, version };
  return [
    ...(posts ? [action("post-now", { name: "schedule post", options })] : []),
    state === "on"
      ? action("pause", { name: "schedule pause", options })
      : action("resume", { name: "schedule resume", options }),
    action("edit", { name: "schedule edit", options: { ...options, form: true } }),
    action("delete-schedule", { name: "schedule delete", options }),
    ...(what.kind === "plan"
      ? [
          action("move-plan", { name: "plan move", options: { schedule: id } }),
          action("all-steps", { name: "plan show", options: { schedule: id } }),
        ]
      : []),
  ];
}

/** Offers to say of the last occasion that is unsure whether it was posted. */
function unsureActions(occasions: readonly OccasionRecord[]): readonly Action[] {
  const unsure = occasions.find(({ state }) => state === "unsure");
  if (unsure === undefined) return [];
  const { schedule, date, slot } = unsure;
  const options = { schedule, occasion: `${date}/${slot}` };
  return [
    action("it-is-there", { name: "schedule post", options: { ...options, there: true } }),
    action("post-it", { name: "schedule post", options: { ...options, there: false } }),
  ];
}

/** Lists schedules of a server, each with what `open` makes of its id. */
export function schedulesReply(
  schedules: readonly KeptSchedule[],
  context: Context,
  open = (schedule: string): CommandLine => ({ name: "schedules", options: { schedule } }),
): SchedulesReply {
  const { kept, posts } = context;
  return {
    kind: "schedules",
    schedules: schedules.map((one) => {
      const { id, title, channel, cadence, time, state, why } = one.schedule;
      const [next] = comingOccasions(one, context, 1);
      return {
        ...{ id, channel, cadence, time, state, zone: zoneOf(one.schedule, kept) },
        ...(title !== undefined && { title }),
        ...(why !== undefined && { why }),
        ...(next !== undefined && state !== "paused" && { next: next.due }),
        open: action(scheduleLabel(one.schedule), open(id)),
      };
    }),
    posts,
    actions: [],
  };
}
