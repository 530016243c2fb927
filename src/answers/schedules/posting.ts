import type { Answer } from "../../command/bot.ts";
import { optional } from "../../command/option-types.ts";
import { commandCalled } from "../../command/typed-line.ts";
import type { Context, Option, RunContext } from "../../command/types.ts";
import { formatIsoDay } from "../../corpus/date.ts";
import { addressOf, type PassageRef } from "../../corpus/document.ts";
import { MAX_SEED } from "../../foundation/seeded-random.ts";
import { filterOptions, periodBetween } from "../../options/search-filter.ts";
import { topic } from "../../options/topic.ts";
import type { Reply } from "../../reply/reply.ts";
import { dayOfDate } from "../../rhythm/cadence.ts";
import { type Deck, drawFrom } from "../../rhythm/deck.ts";
import { type PlanProgress, stepsOn } from "../../rhythm/plan-progress.ts";
import { progressOf, runOf, stepMark, stepsMarked } from "../../rhythm/plan-run.ts";
import type { OccasionReason, OccasionRecord, Schedule, Selection } from "../../rhythm/schedule.ts";
import type { Filter } from "../../search/filter.ts";
import { daySubject, documentSubject, type Subject } from "../discussion.ts";
import { passagesInTurn } from "../quote.ts";
import { timelineReply } from "../timeline.ts";
import { hasWords, planStepReply, stepsSubject } from "./plan.ts";
import { scheduledPlan } from "./started-plan.ts";

/** The words of an occasion, and the subject of their thread. */
export interface OccasionPosting {
  readonly subject: Subject;
  readonly answer: Answer;
  /** The addresses of what it quotes. */
  readonly said: readonly string[];
  /** The passages or steps that have their turn by it. */
  readonly shown?: Deck;
}

type ScheduleContent = Pick<Schedule, "id" | "what" | "cadence">;
type OccasionPlace = Pick<OccasionRecord, "date" | "slot" | "said">;

/**
 * Makes what an occasion says, from the library of this moment. An occasion that has been attempted before
 * says the same again. Returns the reason if there is nothing to say.
 */
export function postingOf(
  schedule: ScheduleContent,
  occasion: OccasionPlace,
  deck: Deck,
  context: Context,
): OccasionPosting | { readonly skipped: OccasionReason } {
  const onDay = { ...context, day: dayOfDate(occasion.date) };
  switch (schedule.what.kind) {
    case "day":
    case "passages":
      return passagePosting(schedule, occasion, deck, onDay);
    case "on-this-day":
      return dayPosting(schedule.what.options, onDay);
    case "plan":
      return planPosting(schedule, occasion, deck, onDay);
  }
}

/** Quotes the next passage, as `/quote` quotes it by its address. */
function passagePosting(
  { id, what }: ScheduleContent,
  { said }: OccasionPlace,
  deck: Deck,
  context: Context,
): ReturnType<typeof postingOf> {
  const { library, day, commands } = context;
  const quote = commandCalled("quote", commands);
  const before = said.find((address) => library.passage(address) !== undefined);
  const { drawn = before, round } =
    before === undefined ? (draw(id, what, deck, context) ?? {}) : {};
  const ref = drawn === undefined ? undefined : library.passage(drawn);
  if (drawn === undefined || ref === undefined) return { skipped: "nothing" };
  const address = addressOf(ref.document, ref.passage);
  const line = { name: "quote", options: { passage: address } };
  const reply = quote?.respond(line.options, context);
  if (reply === undefined || reply.kind === "notice") return { skipped: "nothing" };
  return {
    answer: answerOf(reply, line),
    subject: documentSubject(ref.document, day),
    said: [address],
    ...(round !== undefined && { shown: { round, addresses: [drawn] } }),
  };
}

function answerOf(reply: Reply, line: Answer["line"]): Answer {
  return { reply, isPrivate: false, line: reply.line ?? line };
}

/** Draws the next passage of a schedule. The passage of the day has no deck. */
function draw(
  id: string,
  { kind, options }: Selection,
  deck: Deck,
  context: Context,
): { readonly drawn: string; readonly round?: number } | undefined {
  if (kind === "day") {
    const daily = commandCalled("quote", context.commands)?.respond(options, context);
    return daily?.kind === "quotation" ? { drawn: daily.quotation.citation.address } : undefined;
  }
  const filter = parseFilter(options, context);
  if (filter === undefined) return undefined;
  const seed = Number.parseInt(id, 36) % MAX_SEED;
  const passages = passagesInTurn(options["about"], filter, seed, context.library);
  return drawFrom(addressesOf(passages), deck);
}

function* addressesOf(passages: readonly PassageRef[]): Iterable<string> {
  for (const { document, passage } of passages) yield addressOf(document, passage);
}

/** Lists what is dated to this day of earlier years, as `/timeline on:` does. */
function dayPosting(options: Selection["options"], context: Context): ReturnType<typeof postingOf> {
  const parsed = parseFilter(options, context);
  if (parsed === undefined) return { skipped: "nothing" };
  const { day } = context;
  const { first = Number.NEGATIVE_INFINITY, last = day } = parsed.period ?? {};
  const filter = { ...parsed, period: { first, last: Math.min(last, day - 1) } };
  const { from, to, ...filters } = options;
  const given = { before: formatIsoDay(day - 1), ...filters, on: formatIsoDay(day) };
  const again: RunContext["again"] = (changes) => ({
    name: "timeline",
    options: { ...given, ...definedOf(changes) },
  });
  const reply = timelineReply({ filter, on: day, page: 1 }, { ...context, again });
  if (reply.kind === "notice" || reply.on?.isAround === true) return { skipped: "silent-day" };
  // `/timeline` has no correspondents, so it could not turn the page.
  const isWhole = from === undefined && to === undefined;
  return {
    answer: answerOf(isWhole ? reply : { ...reply, actions: [] }, again({})),
    subject: daySubject(day),
    said: [],
  };
}

function definedOf<T>(record: Readonly<Record<string, T | undefined>>): Record<string, T> {
  const entries: [string, T][] = [];
  for (const [key, value] of Object.entries(record)) {
    if (value !== undefined) entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/** Shows the steps of a plan that come on a date, and on to the first one that has any words left. */
function planPosting(
  { what, cadence }: ScheduleContent,
  { date, slot }: OccasionPlace,
  deck: Deck,
  context: Context,
): ReturnType<typeof postingOf> {
  const { library, day } = context;
  const { options } = what;
  const planned = scheduledPlan(what, context);
  if (planned === undefined) return { skipped: "plan-gone" };
  const { source, plan } = planned;
  const { steps, holidays } = plan;
  const marked = stepsMarked(deck.addresses, { date, slot });
  const progress = progressOf(deck.addresses, options, date);
  const range = marked ?? nextSteps(date, progress, { cadence, holidays, steps });
  if (range.count === 0) {
    return { skipped: progress.position >= steps.length ? "plan-over" : "no-step" };
  }
  let { count } = range;
  const { position } = range;
  const run = marked?.run ?? runOf(options);
  const replyOf = () => planStepReply(source, plan, { position, count }, context);
  let reply = replyOf();
  while (!reply.steps.some(hasWords) && position + count < steps.length) {
    count++;
    reply = replyOf();
  }
  const subject = stepsSubject(reply, steps, day, library);
  if (subject === undefined) return { skipped: "plan-over" };
  return {
    answer: answerOf(reply, { name: "plan show", options: {} }),
    subject,
    said: reply.steps.flatMap(({ quotations }) => quotations.map((one) => one.citation.address)),
    shown: {
      round: deck.round,
      addresses: reply.steps.map(({ number }) => stepMark(number, run, { date, slot })),
    },
  };
}

function nextSteps(
  date: string,
  progress: PlanProgress,
  calendar: Parameters<typeof stepsOn>[2],
): { readonly position: number; readonly count: number } {
  return { position: progress.position, count: stepsOn(date, progress, calendar) };
}

const TOPIC = optional(topic("option.topic"));

/** Parses the options that narrow a selection. Undefined if one of them means nothing in the present corpus. */
function parseFilter(options: Selection["options"], context: Context): Filter | undefined {
  let isValid = true;
  function parsed<T>(option: Option<T | undefined>, key: string): T | undefined {
    const given = options[key];
    if (given === undefined) return undefined;
    const result = option.parse(given, context);
    if (result === undefined || "error" in result) isValid = false;
    return result === undefined || "error" in result ? undefined : result.value;
  }
  const filter = {
    topic: parsed(TOPIC, "topic"),
    from: parsed(filterOptions.from, "from"),
    to: parsed(filterOptions.to, "to"),
    period: periodBetween(
      parsed(filterOptions.after, "after"),
      parsed(filterOptions.before, "before"),
    ),
    scope: parsed(filterOptions.in, "in") ?? context.about,
  };
  return isValid ? filter : undefined;
}
