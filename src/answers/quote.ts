import { quotationOf } from "../cite/quotation.ts";
import type { RunContext } from "../command/types.ts";
import { dateOfDay } from "../corpus/date.ts";
import { addressOf, type PassageRef, type Topic } from "../corpus/document.ts";
import { identityOf } from "../corpus/titles.ts";
import { shuffle } from "../foundation/seeded-random.ts";
import { paginateList } from "../options/paging.ts";
import type { PassagePart } from "../options/passage.ts";
import {
  action,
  type CommandLine,
  type ContextReply,
  type QuotationReply,
  type Reply,
  type SummariesReply,
} from "../reply/reply.ts";
import { type Filter, isEmptyFilter } from "../search/filter.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";
import { DEFAULT_AROUND, passageActions, showWholeAction } from "./actions.ts";
import { documentEntry } from "./document-entry.ts";
import { noResults } from "./no-results.ts";
import { expansionOf, searchedTopic } from "./searched.ts";

/** The maximum number of passages on each side of a context. */
export const MAX_AROUND = 5;

/** Quotes a passage, or shows its context if `around` is given. It must match the filter. */
export function passageReply(
  part: PassagePart,
  filter: Filter,
  around: number | undefined,
  { library, again }: RunContext,
): Reply {
  const { document, passage } = part;
  // A printed passage that the full text repeats is in no search, but can be quoted by its address.
  const isMatch =
    isEmptyFilter(filter) || library.passages(filter).some((one) => one.passage === passage);
  if (!isMatch) {
    const address = addressOf(document, passage);
    return noResults(library, { sought: "passage", filter, address });
  }
  if (around !== undefined) return contextReply(part, around);
  return quotationReply(part, { rank: { number: 1, of: 1 }, line: again({ rank: undefined }) });
}

/** The seed of the order in which the passages of the day follow each other. */
const DAILY_SEED = 0;
const dailyOrder = memoizeByLibrary((library) => shuffle(library.passages({}), DAILY_SEED));

/**
 * Quotes the passage of the day. Every passage has its day before one comes again, and *Another*
 * shows that of the next day. Returns undefined if the corpus has no passages.
 */
export function dailyQuotation({ library, day, again }: RunContext): QuotationReply | undefined {
  const order = dailyOrder(library);
  const today = day % order.length;
  const part = order[today];
  if (part === undefined) return undefined;
  const rank = { number: 1, of: 1 };
  if (order.length === 1) {
    return quotationReply(part, { rank, day: dateOfDay(day), line: again({ rank: undefined }) });
  }
  // The command gives another passage tomorrow, so the line that repeats the reply has the address.
  const passage = addressOf(part.document, part.passage);
  const tomorrow = (today + 1) % order.length;
  return quotationReply(part, {
    rank,
    day: dateOfDay(day),
    line: { name: "quote", options: { passage } },
    another: {
      name: "quote",
      options: { random: true, seed: DAILY_SEED, rank: tomorrow + 1 },
    },
  });
}

/** A search for passages, and the one of its results to quote. */
interface QuoteSearch {
  readonly about: string | undefined;
  readonly filter: Filter;
  /** The seed for a random order; undefined for the order of relevance or of the corpus. */
  readonly seed: number | undefined;
  /** The position of the passage to quote, counted from 1. */
  readonly rank: number;
  /** The page of summaries, if no passage is on the topic. */
  readonly page: number;
}

/** Quotes a search result, or shows summaries if no passage is on the topic searched. */
export function foundQuotation(
  { about, filter, seed, rank, page }: QuoteSearch,
  context: RunContext,
): Reply {
  const { library, again } = context;
  const { topic } = filter;
  const isRandom = seed !== undefined;
  const result =
    about === undefined
      ? undefined
      : library.search(about, filter, { kinds: ["passage"], ...(!isRandom && { limit: rank }) });
  const hits = result?.hits.flatMap((hit) => (hit.kind === "passage" ? [hit] : []));
  const passages: readonly PassageRef[] = hits ?? library.passages(filter);
  const ordered = isRandom ? shuffle(passages, seed) : passages;
  const number = Math.min(rank, ordered.length);
  const part = ordered[number - 1];
  if (part === undefined) {
    const summaries =
      topic && about === undefined ? summariesReply(topic, filter, page, context) : undefined;
    return summaries ?? noResults(library, { sought: "passage", query: about, filter });
  }
  const total = result?.total ?? passages.length;
  const lineForRank = (number: number) =>
    again({ ...(isRandom && { seed }), rank: number === 1 ? undefined : number });
  return quotationReply(part, {
    rank: { number, of: total },
    ...(topic && { topic: searchedTopic(topic, library) }),
    ...(result && { expansion: expansionOf(result) }),
    line: lineForRank(number),
    another: total > 1 ? lineForRank(number === total ? 1 : number + 1) : undefined,
  });
}

/** The parts of a quotation reply that depend on how the passage was chosen. */
interface Selection extends Pick<QuotationReply, "rank" | "day" | "topic" | "expansion"> {
  /** The command that quotes the same passage again. */
  readonly line: CommandLine;
  /** The command that quotes another passage. */
  readonly another?: CommandLine | undefined;
}

function quotationReply(
  part: PassagePart,
  { line, another, ...selection }: Selection,
): QuotationReply {
  return {
    kind: "quotation",
    quotation: quotationOf(part.document, part.passage, part.start, part.end),
    ...selection,
    line,
    actions: [...(another ? [action("another", another)] : []), ...passageActions(part)],
  };
}

/** Shows a passage with up to `around` passages on each side. */
function contextReply({ document, passage }: PassageRef, around: number): ContextReply {
  // The full text and the passages known only as printed are two separate sequences.
  const sequence = document.passages.filter(
    ({ printedIn }) => (printedIn === undefined) === (passage.printedIn === undefined),
  );
  const index = sequence.indexOf(passage);
  const start = Math.max(0, index - around);
  const end = Math.min(sequence.length, index + around + 1);
  const quotations = (from: number, to: number) =>
    sequence.slice(from, to).map((one) => quotationOf(document, one));
  const windowAction = (label: "earlier" | "later", middle: number, around: number) => {
    const passage = sequence[middle];
    if (passage === undefined) return [];
    const options = { passage: addressOf(document, passage), around };
    return [action(label, { name: "quote", options })];
  };
  const aroundEarlier = adjacentAround(around, start);
  const aroundLater = adjacentAround(around, sequence.length - end);
  return {
    kind: "context",
    document: identityOf(document),
    window: { from: start + 1, to: end, of: sequence.length },
    before: quotations(start, index),
    quotation: quotationOf(document, passage),
    after: quotations(index + 1, end),
    actions: [
      ...windowAction("earlier", start - 1 - aroundEarlier, aroundEarlier),
      ...windowAction("later", end + aroundLater, aroundLater),
      showWholeAction(document),
    ],
  };
}

/**
 * Returns the number of passages on each side of the middle of the adjacent window, which begins or
 * ends where this one stops. If only `remaining` passages are left there, fewer than a full window,
 * the window shrinks until its middle is one of them.
 */
function adjacentAround(around: number, remaining: number): number {
  return Math.min(Math.max(around, DEFAULT_AROUND), Math.floor(remaining / 2));
}

/** Lists the summaries of the documents on a topic; undefined if there are none. */
function summariesReply(
  topic: Topic,
  filter: Filter,
  pageNumber: number,
  { library, again }: RunContext,
): SummariesReply | undefined {
  const documents = library.documents(filter);
  if (documents.length === 0) return undefined;
  const { items, page, actions } = paginateList(documents, pageNumber, (page) => again({ page }));
  return {
    kind: "summaries",
    topic: searchedTopic(topic, library),
    documents: items.map(documentEntry),
    total: documents.length,
    page,
    actions,
  };
}
