import type { Answer } from "../../command/bot.ts";
import { optional } from "../../command/option-types.ts";
import type { Context, Option } from "../../command/types.ts";
import { formatDay } from "../../corpus/date.ts";
import { addressOf, type PassageRef } from "../../corpus/document.ts";
import { documentName, identityOf } from "../../corpus/titles.ts";
import { MAX_SEED, shuffle } from "../../foundation/seeded-random.ts";
import { filterOptions, periodBetween } from "../../options/search-filter.ts";
import { topic } from "../../options/topic.ts";
import { dayOfDate } from "../../rhythm/cadence.ts";
import type { OccasionRecord, Schedule, Selection } from "../../rhythm/schedule.ts";
import type { Filter } from "../../search/filter.ts";
import { standalone } from "../quote.ts";

/** The passages that a schedule’s deck has shown in the present round, which is counted from 0. */
export interface Deck {
  readonly round: number;
  readonly addresses: readonly string[];
}

/** The words of an occasion, and their names. */
export interface OccasionPosting {
  readonly answer: Answer;
  /** Names the passage and the date, for a thread. */
  readonly name: string;
  /** The addresses of what it quotes. */
  readonly said: readonly string[];
  /** The passages that have their turn by it. */
  readonly shown?: Deck;
}

/**
 * Makes what an occasion says, from the library of this moment. An occasion that has been attempted before says the same
 * again. Returns undefined if there is nothing to say.
 */
export function postingOf(
  { id, what }: Pick<Schedule, "id" | "what">,
  { date, said }: Pick<OccasionRecord, "date" | "said">,
  deck: Deck,
  context: Context,
): OccasionPosting | undefined {
  const day = dayOfDate(date);
  const { library } = context;
  const [before] = said;
  const again = before === undefined ? undefined : library.passage(before);
  const drawn = again === undefined ? draw(id, what, deck, { ...context, day }) : undefined;
  const ref = again ?? drawn?.ref;
  if (ref === undefined) return undefined;
  const address = addressOf(ref.document, ref.passage);
  const line = { name: "quote", options: { passage: address } };
  const quote = context.commands.find(({ name }) => name === line.name);
  const reply = quote?.respond(line.options, { ...context, day });
  if (reply === undefined || reply.kind === "notice") return undefined;
  return {
    answer: { reply, isPrivate: false, line: reply.line ?? line },
    name: `${documentName(identityOf(ref.document))} · ${formatDay(day)}`,
    said: [address],
    ...(drawn?.deck && { shown: drawn.deck }),
  };
}

/** Draws the next passage of a schedule, and marks it in its deck. */
function draw(
  id: string,
  { kind, options }: Selection,
  deck: Deck,
  context: Context,
): { readonly ref: PassageRef; readonly deck?: Deck } | undefined {
  switch (kind) {
    case "day": {
      const quote = context.commands.find(({ name }) => name === "quote");
      const daily = quote?.respond(options, context);
      if (daily?.kind !== "quotation") return undefined;
      const ref = context.library.passage(daily.quotation.citation.address);
      return ref && { ref };
    }
    case "passages": {
      const order = shuffle(candidatesOf(options, context), Number.parseInt(id, 36) % MAX_SEED);
      const turnsOf = (shown: ReadonlySet<string>) =>
        order.find(({ document, passage }) => !shown.has(addressOf(document, passage)));
      const next = turnsOf(new Set(deck.addresses));
      const ref = next ?? order[0];
      if (ref === undefined) return undefined;
      const round = next === undefined ? deck.round + 1 : deck.round;
      return { ref, deck: { round, addresses: [addressOf(ref.document, ref.passage)] } };
    }
  }
}

const TOPIC = optional(topic("option.topic"));

/** Returns the passages that suit a selection; none if an option means nothing in the present corpus. */
function candidatesOf(options: Selection["options"], context: Context): readonly PassageRef[] {
  const filter = parseFilter(options, context);
  if (filter === undefined) return [];
  const { library } = context;
  const { about } = options;
  if (about === undefined) return standalone(library.passages(filter));
  const { hits } = library.search(about, filter, { kinds: ["passage"] });
  return hits.flatMap((hit) => (hit.kind === "passage" ? [hit] : []));
}

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
    scope: parsed(filterOptions.in, "in"),
  };
  return isValid ? filter : undefined;
}
