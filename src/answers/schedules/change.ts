import type { Context } from "../../command/types.ts";
import type { KeptSchedule } from "../../keeping/kept.ts";
import {
  action,
  type NoticeReply,
  notice,
  type Reply,
  type ScheduleReply,
} from "../../reply/reply.ts";
import type { Schedule } from "../../rhythm/schedule.ts";
import { scheduleReply } from "./schedule.ts";

/** Says that nothing was changed, because the schedule is no longer as the user saw it. */
export function alreadyChanged({ schedule: { id } }: KeptSchedule): NoticeReply {
  return notice({ kind: "already-changed" }, [
    action("schedules", { name: "schedules", options: { schedule: id } }),
  ]);
}

/** Returns a reply that replaces a schedule, unless the user saw another version of it. */
export function replaced(
  kept: KeptSchedule,
  seen: number | undefined,
  change: Partial<Schedule>,
  changed: ScheduleReply["changed"],
  context: Context,
): Reply {
  const { version, why, ...same } = kept.schedule;
  if (seen !== undefined && seen !== version) return alreadyChanged(kept);
  const next = { ...same, ...change, version: version + 1 };
  const schedule = next.state === "held" && why !== undefined ? { ...next, why } : next;
  return {
    ...scheduleReply({ ...kept, schedule }, context, changed),
    changes: [{ kind: "schedule", schedule, seen: version }],
  };
}
