import { isAllowed } from "../../command/define-command.ts";
import type { Context } from "../../command/types.ts";
import type { KeptSchedule } from "../../keeping/kept.ts";
import type { Permission } from "../../keeping/permissions.ts";
import {
  type Action,
  action,
  type PastOccasion,
  type ScheduleReply,
  type SchedulesReply,
} from "../../reply/reply.ts";
import { nextOccasions } from "../../rhythm/occasions.ts";
import { DEFAULT_ZONE, type OccasionRecord, type Schedule } from "../../rhythm/schedule.ts";

/** The permission for the commands that change schedules, unless a server has set another rule. */
export const SCHEDULING: { readonly name: string; readonly permission: Permission } = {
  name: "schedule",
  permission: "manage-events",
};

const NEXT = 5;

/** Shows a schedule, and offers what the asker may do with it. */
export function scheduleReply(
  { schedule, occasions }: KeptSchedule,
  context: Context,
  changed?: ScheduleReply["changed"],
): ScheduleReply {
  const { asker, posts } = context;
  const isOver = changed === "deleted" || changed === "to-delete";
  const { server: _, madeBy: __, version: ___, zone, ...shown } = schedule;
  return {
    kind: "schedule",
    ...shown,
    zone: zoneOf(schedule, context),
    zoneFrom: zone === undefined ? "server" : "schedule",
    next: schedule.state === "paused" ? [] : nextMoments({ schedule, occasions }, context, NEXT),
    last: occasions.map((one) => pastOccasion(schedule, one)),
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

/** Returns when a schedule posts next. A date that has had its turn comes only once. */
function nextMoments(
  { schedule, occasions }: KeptSchedule,
  context: Context,
  count: number,
): readonly number[] {
  const { cadence, time } = schedule;
  const had = new Set(occasions.map(({ date, slot }) => `${date} ${slot}`));
  return nextOccasions(cadence, time, zoneOf(schedule, context), context.now, count + had.size)
    .filter(({ date, slot }) => !had.has(`${date} ${slot}`))
    .slice(0, count)
    .map(({ due }) => due);
}

/** Returns the zone by which a schedule goes. */
function zoneOf({ zone }: Schedule, { kept }: Context): string {
  return zone ?? kept.settings.server?.value.zone ?? DEFAULT_ZONE;
}

function scheduleActions({ id, state, version }: Schedule, { posts }: Context): readonly Action[] {
  const options = { schedule: id, version };
  return [
    ...(posts ? [action("post-now", { name: "schedule post", options })] : []),
    state === "on"
      ? action("pause", { name: "schedule pause", options })
      : action("resume", { name: "schedule resume", options }),
    action("edit", { name: "schedule edit", options: { ...options, form: true } }),
    action("delete-schedule", { name: "schedule delete", options }),
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

/** Lists the schedules of a server. */
export function schedulesReply(context: Context): SchedulesReply {
  const { kept, posts } = context;
  return {
    kind: "schedules",
    schedules: (kept.schedules ?? []).map((one) => {
      const { id, title, channel, cadence, time, state, why } = one.schedule;
      const [next] = nextMoments(one, context, 1);
      return {
        ...{ id, channel, cadence, time, state, zone: zoneOf(one.schedule, context) },
        ...(title !== undefined && { title }),
        ...(why !== undefined && { why }),
        ...(next !== undefined && state !== "paused" && { next }),
        open: action(
          { kind: "value", value: id },
          { name: "schedules", options: { schedule: id } },
        ),
      };
    }),
    posts,
    actions: [],
  };
}
