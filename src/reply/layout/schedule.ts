import type { Translate } from "../../catalogue/catalogue.ts";
import { dayInZone, formatDay } from "../../corpus/date.ts";
import { localOptionName } from "../../language/translation/local-names.ts";
import { describeCadence, weekdayOf } from "../../rhythm/cadence.ts";
import type { PastOccasion, ScheduleReply, SchedulesReply } from "../reply.ts";
import {
  fact,
  factBlocks,
  finePrint,
  heading,
  type LayoutBlock,
  linkRun,
  plainRun,
  type StyledText,
  sentenceBlock,
} from "./blocks.ts";
import { planFacts } from "./plan.ts";

/** Lays out a schedule: what, when and where, the next times, and what came of the last ones. */
export function scheduleBlocks(reply: ScheduleReply, t: Translate): readonly LayoutBlock[] {
  const { changed, channel, zone, zoneFrom, thread, next, last, plan, posts } = reply;
  if (changed === "deleted") {
    return [heading(scheduleName(reply, t)), sentenceBlock(t("schedule.changed-deleted"))];
  }
  return [
    heading(scheduleName(reply, t)),
    ...(changed === undefined
      ? []
      : [
          sentenceBlock(
            changed === "to-delete" ? t("schedule.deletion") : t(`schedule.changed-${changed}`),
          ),
        ]),
    ...(posts ? [] : [sentenceBlock(t("notice.cannot-post"))]),
    labelledLine(t("schedule.where"), [channelRun(channel)]),
    ...factBlocks([
      ...fact(t("schedule.when"), whenOf(reply, t)),
      ...fact(t("schedule.zone"), t(`schedule.zone-${zoneFrom}`, { zone })),
      ...fact(t("schedule.what"), describeSelection(reply, t)),
      ...(plan ? planFacts(plan, t) : []),
      ...fact(
        t("schedule.thread"),
        thread && t(`schedule.thread-${thread.kind}`, { hours: thread.archiveAfter / 60 }),
      ),
      ...fact(t("schedule.tag"), thread?.tag),
      ...fact(t("schedule.state"), describeState(reply, t)),
    ]),
    { kind: "subheading", text: t("schedule.next") },
    ...(next.length === 0 ? [sentenceBlock(t("schedule.no-next"))] : []),
    ...next.map((due) => lineOf([momentRun(due, zone, t)])),
    ...(last.length === 0 ? [] : [{ kind: "subheading", text: t("schedule.last") } as const]),
    ...last.map((one) => lineOf(occasionRuns(one, zone, t))),
  ];
}

/** Lays out all schedules of a server. */
export function schedulesBlocks(
  { schedules, posts }: SchedulesReply,
  t: Translate,
): readonly LayoutBlock[] {
  if (schedules.length === 0) {
    return [sentenceBlock(t("schedules.none")), ...finePrint(t("schedules.how"))];
  }
  return [
    heading(t("schedules.title", { count: schedules.length })),
    ...(posts ? [] : [sentenceBlock(t("notice.cannot-post"))]),
    ...schedules.flatMap(({ open, next, ...one }): readonly LayoutBlock[] => [
      { kind: "subheading", text: scheduleName(one, t), open },
      lineOf([
        channelRun(one.channel),
        plainRun(` · ${whenOf(one, t)} (${one.zone}) · `),
        ...(one.state === "on" && next !== undefined
          ? [plainRun(t("schedule.next-of", { moment: momentInZone(one.zone, next, t) }))]
          : [plainRun(describeState(one, t))]),
      ]),
    ]),
  ];
}

/** Returns the title of a schedule, or when it posts. */
export function scheduleName(
  { title, ...when }: When & { readonly title?: string },
  t: Translate,
): string {
  return title ?? whenOf(when, t);
}

/** Returns the title of a schedule, or the channel in which it posts, and when. */
export function scheduleNameRuns(
  { title, channel, ...when }: When & Pick<ScheduleReply, "title" | "channel">,
  t: Translate,
): readonly StyledText[] {
  if (title !== undefined) return [plainRun(title)];
  return [channelRun(channel), plainRun(` · ${whenOf(when, t)}`)];
}

type When = Pick<ScheduleReply, "cadence" | "time">;

function whenOf({ cadence, time }: When, t: Translate): string {
  return t("cadence.at", { cadence: describeCadence(cadence, t), time });
}

function describeSelection(
  { what: { kind, options }, planTitle }: Pick<ScheduleReply, "what" | "planTitle">,
  t: Translate,
): string {
  const filters = Object.entries(options)
    .filter(([key]) => kind !== "plan" || key === "plan")
    .map(([key, value]) =>
      key === "plan" && planTitle !== undefined
        ? planName(planTitle, value, t)
        : `${localOptionName(key, t)}:${t.nameOf(value)}`,
    );
  const what = t(`schedule.what-${kind}`);
  return filters.length === 0
    ? what
    : t("schedule.what-filtered", { what, filters: filters.join(", ") });
}

/** Returns the name of a plan, and how many passages of a document or a topic it reads at a time. */
function planName(planTitle: string, value: string, t: Translate): string {
  const title = t.nameOf(planTitle);
  const count = /\/(\d+)$/.exec(value)?.[1];
  return count === undefined ? title : t("plan.each", { title, count: Number(count) });
}

function describeState({ state, why }: Pick<ScheduleReply, "state" | "why">, t: Translate): string {
  return state === "held"
    ? t("schedule.state-held", { why: t(`why.${why ?? "refused"}`) })
    : t(`schedule.state-${state}`);
}

function occasionRuns(
  { slot, due, state, why, url, threadState, threadWhy }: PastOccasion,
  zone: string,
  t: Translate,
): readonly StyledText[] {
  const outcome =
    state === "missed" || state === "skipped" || state === "failed"
      ? t(`occasion.${state}`, { why: t(`why.${why ?? "refused"}`) })
      : t(`occasion.${state}`);
  const remarks = [
    outcome,
    ...(slot < 0 ? [t("occasion.extra")] : []),
    ...(threadState === "failed"
      ? [t("occasion.thread-failed", { why: t(`why.${threadWhy ?? "refused"}`) })]
      : []),
  ];
  return [linkRun(momentInZone(zone, due, t), url), plainRun(` · ${remarks.join(" · ")}`)];
}

/** Returns a moment as clocks in a zone show it: “Monday 2 March 2026, 08:00”. */
export function momentInZone(zone: string, moment: number, t: Translate): string {
  const day = dayInZone(moment, zone);
  return t("schedule.at", {
    weekday: t(`weekday.${weekdayOf(day)}`),
    day: formatDay(day, t),
    time: clockTime(zone, moment),
  });
}

function clockTime(timeZone: string, moment: number): string {
  const options = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-GB", options).format(moment);
}

function momentRun(moment: number, zone: string, t: Translate): StyledText {
  return { text: momentInZone(zone, moment, t), isMatch: false, moment };
}

function channelRun(channel: string): StyledText {
  return { text: `#${channel}`, isMatch: false, channel };
}

/** Lays out a fact whose value is more than text. */
export function labelledLine(label: string, runs: readonly StyledText[]): LayoutBlock {
  return lineOf([{ text: `${label}:`, isMatch: true }, plainRun(" "), ...runs]);
}

function lineOf(runs: readonly StyledText[]): LayoutBlock {
  return { kind: "text", runs };
}
