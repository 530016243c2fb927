import { noResults } from "../src/answers/no-results.ts";
import { alreadyChanged, replaced } from "../src/answers/schedules/change.ts";
import { SCHEDULING, scheduleReply, schedulesReply } from "../src/answers/schedules/schedule.ts";
import {
  changedThread,
  KINDS_OF_POSTS,
  problemWithPlace,
  scheduleForm,
  selectionOf,
  setUpSchedule,
  THREAD_LIVES,
} from "../src/answers/schedules/set-up.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, integer, optional, text } from "../src/command/option-types.ts";
import { dayInZone, formatIsoDay } from "../src/corpus/date.ts";
import { zoneOf } from "../src/keeping/kept.ts";
import { cadence, timeOfDay } from "../src/options/cadence.ts";
import { firstPlan, plan } from "../src/options/rhythm/plan.ts";
import { filterOf, filterOptions } from "../src/options/search-filter.ts";
import { channel } from "../src/options/server/channel.ts";
import { scheduleOption } from "../src/options/server/schedule.ts";
import { oneOf, zone } from "../src/options/setting.ts";
import { topic } from "../src/options/topic.ts";
import { words } from "../src/options/words.ts";
import { action, notice } from "../src/reply/reply.ts";

const GUARDED = {
  group: "command.schedule",
  permission: SCHEDULING.permission,
  isForServers: true,
  isPrivate: true,
  needs: ["schedules"],
} as const;

/** `/schedule add`: sets a schedule up, once it is sure that Ibid and the user may post there. */
export const addSchedule = defineCommand({
  ...GUARDED,
  name: "schedule add",
  description: "command.schedule-add",
  examples: ({ passage, topic }) =>
    passage === undefined
      ? []
      : [
          { when: "every day", at: "08:00", zone: "Europe/London" },
          { when: "weekdays", at: "19:00", zone: "Europe/London", topic },
        ],
  options: {
    when: cadence("option.when"),
    at: optional(timeOfDay("option.at")),
    channel: optional(channel("option.channel")),
    what: optional(oneOf("option.what", KINDS_OF_POSTS)),
    plan: optional(plan("option.plan")),
    topic: optional(topic("option.topic")),
    about: optional(words("option.about")),
    ...filterOptions,
    zone: optional(zone("option.schedule-zone")),
    thread: optional(oneOf("option.thread", THREAD_LIVES), "off"),
    tag: optional(text("option.tag")),
    title: optional(text("option.schedule-title")),
  },

  run(options, context) {
    const { what, about } = options;
    const plan = options.plan ?? (what === "plan" ? firstPlan(context.library) : undefined);
    if (what === "plan" && plan === undefined) {
      return notice({ kind: "nothing-listed", of: "plans" });
    }
    const selection = plan === undefined ? selectionOf(context, what) : { plan };
    const reply = setUpSchedule({ ...options, what: selection }, context);
    if (reply !== "nothing") return reply;
    return noResults(context, { sought: "passage", query: about, filter: filterOf(options) });
  },
});

const scheduleTarget = {
  schedule: scheduleOption("option.schedule"),
  version: optional(hidden(integer("option.version", { min: 0, max: 1e9 }))),
};

/** `/schedule edit`: changes what is given, once it is sure that Ibid and the user may post there. */
export const editSchedule = defineCommand({
  ...GUARDED,
  name: "schedule edit",
  description: "command.schedule-edit",
  examples: () => [{ schedule: "mornings", at: "07:00" }],
  options: {
    ...scheduleTarget,
    when: optional(cadence("option.new-days")),
    at: optional(timeOfDay("option.new-time")),
    channel: optional(channel("option.new-channel")),
    zone: optional(zone("option.new-zone")),
    thread: optional(oneOf("option.thread", THREAD_LIVES)),
    tag: optional(text("option.tag")),
    title: optional(text("option.schedule-title")),
  },

  form: ({ schedule: kept, version: seen }, context) =>
    seen !== undefined && seen !== kept.schedule.version
      ? alreadyChanged(kept)
      : scheduleForm(kept, context),

  run(options, context) {
    const { schedule: kept, version: seen, when, at, channel, zone, title } = options;
    const { schedule } = kept;
    if (seen !== undefined && seen !== schedule.version) return alreadyChanged(kept);
    const given = [when, at, channel, zone, options.thread, options.tag, title];
    if (given.every((value) => value === undefined)) return scheduleForm(kept, context);
    // Discord says what is allowed in a channel that is chosen, and in that of the command.
    const here = context.asker.place;
    const place = channel ?? (here?.id === schedule.channel ? here : undefined);
    const thread = changedThread(schedule, options, place);
    // A form names the channel whether or not it is another one.
    const isMoved = place !== undefined && place.id !== schedule.channel;
    const wantsMore = place !== undefined && thread?.kind !== schedule.thread?.kind;
    const problem = isMoved || wantsMore ? problemWithPlace(place, thread, context) : undefined;
    if (problem !== undefined) return problem;
    const time = at ?? when?.time;
    const { thread: _, ...same } = schedule;
    const change = {
      ...same,
      ...(when && { cadence: when.cadence }),
      ...(time !== undefined && { time }),
      ...(place && { channel: place.id }),
      ...(zone !== undefined && { zone }),
      ...(thread && { thread }),
      ...(title !== undefined && { title }),
      // Another channel may have what the old one lacked.
      ...(isMoved && schedule.state === "held" && ({ state: "on" } as const)),
    };
    return replaced({ ...kept, schedule: change }, seen, {}, "changed", context);
  },
});

/** `/schedule pause`. */
export const pauseSchedule = defineCommand({
  ...GUARDED,
  name: "schedule pause",
  description: "command.schedule-pause",
  examples: () => [{ schedule: "mornings" }],
  options: scheduleTarget,
  run: ({ schedule, version }, context) =>
    schedule.schedule.state === "paused"
      ? alreadyChanged(schedule)
      : replaced(schedule, version, { state: "paused" }, "paused", context),
});

/** `/schedule resume`. */
export const resumeSchedule = defineCommand({
  ...GUARDED,
  name: "schedule resume",
  description: "command.schedule-resume",
  examples: () => [{ schedule: "evenings" }],
  options: scheduleTarget,
  run: ({ schedule, version }, context) =>
    schedule.schedule.state === "on"
      ? alreadyChanged(schedule)
      : replaced(schedule, version, { state: "on" }, "resumed", context),
});

/** `/schedule post`: posts out of turn, or says what came of a post that is unsure. */
export const postSchedule = defineCommand({
  ...GUARDED,
  name: "schedule post",
  description: "command.schedule-post",
  examples: () => [{ schedule: "mornings" }],
  options: {
    ...scheduleTarget,
    occasion: optional(hidden(text("option.occasion"))),
    there: optional(hidden(flag("option.is-there"))),
  },
  run({ schedule: kept, version: seen, occasion, there = false }, context) {
    if (!context.posts) return notice({ kind: "cannot-post" });
    const { schedule, occasions } = kept;
    const { id, server, version } = schedule;
    if (occasion !== undefined) {
      const unsure = occasions.find(
        ({ date, slot, state }) => state === "unsure" && `${date}/${slot}` === occasion,
      );
      if (unsure === undefined) return alreadyChanged(kept);
      const resolved = occasions.map((one) =>
        one === unsure ? ({ ...one, state: there ? "posted" : "due" } as const) : one,
      );
      return {
        ...scheduleReply({ ...kept, occasions: resolved }, context, "resolved"),
        changes: [{ kind: "resolve-occasion", server, occasion: unsure, isPosted: there }],
      };
    }
    if (seen !== undefined && seen !== version) return alreadyChanged(kept);
    const date = formatIsoDay(dayInZone(context.now, zoneOf(schedule, context.kept)));
    const pressed = { ...schedule, version: version + 1 };
    return {
      ...scheduleReply({ ...kept, schedule: pressed }, context, "posting"),
      changes: [{ kind: "post-now", id, server, date, seen: version }],
    };
  },
});

/** `/schedule delete`, which asks before. */
export const deleteSchedule = defineCommand({
  ...GUARDED,
  name: "schedule delete",
  description: "command.schedule-delete",
  examples: () => [{ schedule: "mornings" }],
  options: { ...scheduleTarget, confirmed: optional(hidden(flag("option.confirmed")), false) },
  run({ schedule: kept, version: seen, confirmed }, context) {
    const { id, server, version } = kept.schedule;
    if (seen !== undefined && seen !== version) return alreadyChanged(kept);
    if (!confirmed) {
      const options = { schedule: id, version, confirmed: true };
      return {
        ...scheduleReply(kept, context, "to-delete"),
        actions: [
          action("confirm-schedule-deletion", { name: "schedule delete", options }),
          action("keep-schedule", { name: "schedules", options: { schedule: id } }),
        ],
      };
    }
    return {
      ...scheduleReply(kept, context, "deleted"),
      changes: [{ kind: "delete-schedule", id, server, seen: version }],
      line: { name: "schedules", options: {} },
    };
  },
});

/** `/schedules`: what is posted in this server, for everyone. */
export const schedules = defineCommand({
  name: "schedules",
  description: "command.schedules",
  examples: () => [{}],
  options: { schedule: optional(scheduleOption("option.schedule")) },
  isForServers: true,
  isPrivate: true,
  needs: ["schedules"],
  run({ schedule }, context) {
    if (context.asker.server === undefined) return notice({ kind: "no-server" });
    const all = context.kept.schedules ?? [];
    const [only] = all;
    const shown = schedule ?? (all.length === 1 ? only : undefined);
    return shown === undefined ? schedulesReply(all, context) : scheduleReply(shown, context);
  },
});
