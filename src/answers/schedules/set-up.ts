import type { RunContext } from "../../command/types.ts";
import { formatIsoDay } from "../../corpus/date.ts";
import type { KeptChange } from "../../keeping/change.ts";
import type { KeptSchedule, Place } from "../../keeping/kept.ts";
import { inviteUrl, missingPermissions, type Permission } from "../../keeping/permissions.ts";
import type { TimedCadence } from "../../options/cadence.ts";
import { type PlanSource, planOf, planValue } from "../../options/rhythm/plan.ts";
import { filterOptions } from "../../options/search-filter.ts";
import { type NoticeReply, notice, type Reply } from "../../reply/reply.ts";
import { typedCadence } from "../../rhythm/cadence-wording.ts";
import { NEW_DECK } from "../../rhythm/deck.ts";
import { startPlan } from "../../rhythm/plan-progress.ts";
import type { ArchiveTime, Schedule, Selection, ThreadWish } from "../../rhythm/schedule.ts";
import { comingOccasions } from "./coming-occasions.ts";
import { postingOf } from "./posting.ts";
import { scheduleReply } from "./schedule.ts";

/** How many schedules a server can have: as many as Discord completes an option with. */
const MAX_SCHEDULES = 25;

/** The kinds of posts that a schedule can make. */
export const KINDS_OF_POSTS = ["passages", "daily passage", "this day", "plan"] as const;

export const THREAD_LIVES = ["off", "1 hour", "1 day", "3 days", "1 week"] as const;
type ThreadLife = (typeof THREAD_LIVES)[number];
const ARCHIVE_AFTER: Readonly<Record<ThreadLife, ArchiveTime | undefined>> = {
  off: undefined,
  "1 hour": 60,
  "1 day": 1440,
  "3 days": 4320,
  "1 week": 10_080,
};
/** After how many minutes Discord archives a post in a forum, if nothing else is wanted. */
const FORUM_ARCHIVE_AFTER = 10_080;

/** A schedule as a user wants it. */
interface ScheduleWish {
  readonly when: TimedCadence;
  readonly at: string | undefined;
  readonly channel: Place | undefined;
  readonly zone: string | undefined;
  readonly thread: ThreadLife;
  readonly tag: string | undefined;
  readonly title: string | undefined;
  /** A plan starts with the first post. */
  readonly what: Selection | { readonly plan: PlanSource };
}

/**
 * Sets a schedule up, once it is sure that Ibid and the user may post there. Returns “nothing” if the corpus has no
 * passage for it.
 */
export function setUpSchedule(wish: ScheduleWish, context: RunContext): Reply | "nothing" {
  const { asker, kept, seed, posts } = context;
  const { server, user } = asker;
  if (server === undefined) return notice({ kind: "no-server" });
  if (!posts) return notice({ kind: "cannot-post" });
  if ((kept.schedules ?? []).length >= MAX_SCHEDULES) {
    return notice({ kind: "too-many-schedules", max: MAX_SCHEDULES });
  }
  const { when, channel: place = asker.place, zone, title } = wish;
  const thread = threadWish(wish, place);
  const problem = problemWithPlace(place, thread, context);
  if (problem !== undefined) return problem;
  if (place === undefined) return notice({ kind: "no-server" });
  const { value: settings = {}, version: seen } = kept.settings.server ?? {};
  if (settings.zone === undefined && zone === undefined) return notice({ kind: "zone-missing" });
  const isFirstZone = settings.zone === undefined && zone !== undefined;
  const changedSettings = isFirstZone ? { ...settings, zone } : settings;
  const changedKept = {
    ...kept,
    settings: { ...kept.settings, server: { value: changedSettings, version: seen } },
  };
  const changedContext = { ...context, kept: changedKept };
  const bare: Omit<Schedule, "what"> = {
    id: seed.toString(36),
    server,
    channel: place.id,
    cadence: when.cadence,
    time: wish.at ?? when.time ?? "08:00",
    ...(!isFirstZone && zone !== undefined && zone !== settings.zone && { zone }),
    ...(thread && { thread }),
    ...(title !== undefined && { title }),
    state: "on",
    ...(user !== undefined && { madeBy: user }),
    version: 0,
  };
  const what =
    "plan" in wish.what ? planSelection(wish.what.plan, bare, changedContext) : wish.what;
  const schedule = { ...bare, what };
  const today = { date: formatIsoDay(context.day), slot: 0, said: [] };
  const first = postingOf(schedule, today, NEW_DECK, context);
  // There may be days without anything, but not without any passage.
  const isEmpty =
    "skipped" in first && (first.skipped === "nothing" || first.skipped === "plan-over");
  if (isEmpty) return "nothing";
  const changes: readonly KeptChange[] = [
    ...(isFirstZone
      ? [
          {
            ...({ kind: "settings", level: "server", id: server } as const),
            ...{ settings: changedSettings, seen },
          },
        ]
      : []),
    { kind: "schedule", schedule, seen: undefined },
  ];
  const added = { schedule, occasions: [], marks: [] };
  return { ...scheduleReply(added, changedContext, "added"), changes };
}

/** Returns the selection of a plan that starts with the first post of a schedule. */
function planSelection(
  source: PlanSource,
  schedule: Pick<Schedule, "cadence" | "time" | "zone">,
  context: RunContext,
): Selection {
  const { library, day } = context;
  const { cadence } = schedule;
  const today = formatIsoDay(day);
  const plan = planOf(source, library);
  const [first] = comingOccasions({ schedule, occasions: [] }, context, 1);
  const { end } = plan ? startPlan({ cadence, ...plan }, first?.date ?? today) : { end: today };
  const steps = source.kind === "plan" ? {} : { steps: JSON.stringify(source.steps.slice()) };
  return { kind: "plan", options: { plan: planValue(source), end, ...steps } };
}

/** The options of a selection, as the user typed them. */
export function selectionOf(
  { again }: RunContext,
  what: (typeof KINDS_OF_POSTS)[number] | undefined,
): Selection {
  const typed = again({}).options;
  const keys = ["topic", "about", ...Object.keys(filterOptions)];
  const options = Object.fromEntries(
    keys.flatMap((key) => (typed[key] === undefined ? [] : [[key, String(typed[key])]])),
  );
  if (what === "this day") return { kind: "on-this-day", options };
  const isOpen = Object.keys(options).every((key) => key === "in");
  const isDay = what === undefined ? isOpen : what === "daily passage";
  return { kind: isDay ? "day" : "passages", options };
}

/** Asks for the parts of a schedule, of which a form of Discord has room for five: the time is asked for with the days. */
export function scheduleForm({ schedule }: KeptSchedule, { ask }: RunContext): Reply {
  const { id, version, cadence, time, channel, zone, title, thread } = schedule;
  const life = THREAD_LIVES.find((one) => ARCHIVE_AFTER[one] === thread?.archiveAfter);
  return ask({
    title: "schedule.form",
    fields: [
      { option: "when", label: "schedule.when", value: typedCadence(cadence, time) },
      { option: "channel", label: "schedule.where", value: channel },
      { option: "zone", label: "schedule.zone", value: zone },
      { option: "thread", label: "schedule.thread", value: life },
      { option: "title", label: "schedule.title", value: title },
    ],
    fixed: { schedule: id, version },
  });
}

function threadWish(
  { thread, tag }: Pick<ScheduleWish, "thread" | "tag">,
  place: Place | undefined,
): ThreadWish | undefined {
  return wishFor(threadKindIn(place), ARCHIVE_AFTER[thread], tag);
}

/** Returns the thread that a schedule wants after a change. */
export function changedThread(
  { thread: before }: Schedule,
  {
    thread,
    tag,
  }: Partial<Pick<ScheduleWish, "tag">> & { readonly thread?: ThreadLife | undefined },
  place: Place | undefined,
): ThreadWish | undefined {
  const kind = place === undefined ? (before?.kind ?? "thread") : threadKindIn(place);
  // A thread is made for each post only if that was wanted; every post in a forum is one.
  if (kind === "thread" && before?.kind !== "thread" && thread === undefined) return undefined;
  const archiveAfter = thread === undefined ? before?.archiveAfter : ARCHIVE_AFTER[thread];
  return wishFor(kind, archiveAfter, kind === "forum" ? (tag ?? before?.tag) : undefined);
}

function threadKindIn(place: Place | undefined): ThreadWish["kind"] {
  return place?.kind === "forum" ? "forum" : "thread";
}

function wishFor(
  kind: ThreadWish["kind"],
  archiveAfter: ArchiveTime | undefined,
  tag: string | undefined,
): ThreadWish | undefined {
  const lasting = archiveAfter ?? (kind === "forum" ? FORUM_ARCHIVE_AFTER : undefined);
  if (lasting === undefined) return undefined;
  return { kind, archiveAfter: lasting, ...(tag !== undefined && { tag }) };
}

/** Returns why Ibid cannot post in a channel, or why this user cannot have it post there. */
export function problemWithPlace(
  place: Place | undefined,
  thread: ThreadWish | undefined,
  { asker }: RunContext,
): NoticeReply | undefined {
  if (place === undefined) return notice({ kind: "no-server" });
  const { kind, userPermissions, botPermissions = 0n, requiresTag } = place;
  if (kind === "thread" || kind === "other") return notice({ kind: "channel-not-postable" });
  if (kind === "voice" && thread !== undefined) return notice({ kind: "no-threads-here" });
  const writing: readonly Permission[] = ["view-channel", "send-messages"];
  const userLacks = missingPermissions(userPermissions, writing);
  if (userLacks.length > 0) return notice({ kind: "may-not-write", permissions: userLacks });
  const botLacks = missingPermissions(botPermissions, [
    ...writing,
    ...(thread?.kind === "thread"
      ? (["create-public-threads", "send-messages-in-threads"] as const)
      : thread?.kind === "forum"
        ? (["send-messages-in-threads"] as const)
        : []),
  ]);
  if (botLacks.length > 0) {
    const { application, server } = asker;
    return notice({
      ...{ kind: "bot-lacks", permissions: botLacks },
      ...(application !== undefined && { invite: inviteUrl(application, server) }),
    });
  }
  if (requiresTag && thread?.tag === undefined) return notice({ kind: "tag-missing" });
  return undefined;
}
