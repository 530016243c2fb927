import { quotationOf } from "../cite/quotation.ts";
import type { RunContext } from "../command/types.ts";
import { dateOfDay } from "../corpus/date.ts";
import { matchesDate, type UnambiguousDate } from "../corpus/dates/date-query.ts";
import { parseDateline } from "../corpus/dates/dateline.ts";
import {
  addressOf,
  type Document,
  distinctPassagesOf,
  type Passage,
  type PassageRef,
  type Topic,
} from "../corpus/document.ts";
import { identityOf } from "../corpus/titles.ts";
import { lazyInSteps } from "../foundation/lazy.ts";
import { itemAt, type LazyList } from "../foundation/lazy-list.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { shuffle } from "../foundation/seeded-random.ts";
import { countWords } from "../language/tokenizer.ts";
import type { ListDocuments } from "../options/document.ts";
import { paginateList } from "../options/paging.ts";
import type { PassagePart } from "../options/passage.ts";
import { withinOption } from "../options/scope.ts";
import { unquotableAmong } from "../reply/document-reply.ts";
import {
  action,
  aside,
  type CommandLine,
  type ContextReply,
  notice,
  type QuotationReply,
  type Reply,
  type SummariesReply,
  type Understanding,
} from "../reply/reply.ts";
import { type CorpusPart, type Filter, isEmptyFilter, matchesFilter } from "../search/filter.ts";
import type { Library } from "../search/library.ts";
import { indexByLibrary, memoizeByFilter, memoizeByLibrary } from "../search/memoize-by-library.ts";
import type { SearchResult } from "../search/search.ts";
import {
  citeAction,
  DEFAULT_AROUND,
  keepActions,
  passageActions,
  passageLine,
  passageSequence,
  showWholeAction,
} from "./actions.ts";
import { discussionReply, documentSubject, offerThread } from "./discussion.ts";
import { documentEntry } from "./document-entry.ts";
import { documentListReply, documentPageReply, noneDatedReply } from "./letter.ts";
import { noResults } from "./no-results.ts";
import { expansionOf, findPassages, hitsReply, preparePassages, searchedTopic } from "./search.ts";
import { understand } from "./understand.ts";

/** The maximum number of passages on each side of a context. */
export const MAX_AROUND = 5;

interface PassageOptions {
  readonly filter: Filter;
  readonly around?: number | undefined;
  readonly details: boolean;
  readonly discuss?: boolean;
}

/** Quotes a passage, or shows its context if `around` is given. It must match the filter. */
export function passageReply(
  part: PassagePart,
  { filter, around, details, discuss = false }: PassageOptions,
  context: RunContext,
  understoodAs?: Understanding,
): Reply {
  const { library, again } = context;
  const { document, passage } = part;
  // An address goes before what the channel is about.
  const sought = filter.scope === context.about ? { ...filter, scope: undefined } : filter;
  if (!hasPassage(sought, part, library)) {
    const address = addressOf(document, passage);
    return noResults(context, { sought: "passage", filter: sought, address });
  }
  if (around !== undefined) return contextReply(part, around, context);
  if (discuss) return discussionReply(documentSubject(document, context.day), context);
  const line = again({ rank: undefined, details: undefined });
  return quotationReply(
    part,
    {
      rank: { number: 1, of: 1 },
      ...(understoodAs && { understoodAs }),
      hasDetails: details,
      line,
    },
    context,
  );
}

/** Whether a passage that is asked for by its address matches a filter. */
function hasPassage(filter: Filter, { document, passage }: PassageRef, library: Library): boolean {
  // A printed passage that the full text repeats is in no search, but can be quoted by its address.
  if (isEmptyFilter(filter)) return true;
  return (
    passage.sameAs === undefined &&
    matchesFilter(filter, document) &&
    (filter.topic === undefined || library.includesTopic(passage.topics, filter.topic))
  );
}

/** The seed of the order in which the passages of the day follow each other. */
const DAILY_SEED = 0;
const dailyOrder = memoizeByLibrary((library) => shuffle(allStandalone(library), DAILY_SEED));
const dailyOrderIn = memoizeByFilter((library, filter) =>
  shuffle(library.passages(filter), DAILY_SEED),
);

const allStandalone = memoizeByLibrary((library) => standalone(library.passages({})));
const standaloneIn = memoizeByFilter((library, filter) => standalone(library.passages(filter)));

/** Returns the passages that can stand alone, or all if none can. */
function standalone(passages: readonly PassageRef[]): readonly PassageRef[] {
  const isFragment = createFormTest("fragments");
  const complete = passages.filter((one) => !isFragment(one));
  return complete.length > 0 ? complete : passages;
}

/** Returns passages with the frames among them last. Looks at no more of them than are asked for. */
function framesLast(passages: LazyList<PassageRef>): LazyList<PassageRef> {
  const { length } = passages;
  return {
    length,
    slice(start, end = length) {
      const isFrame = createFormTest("frames");
      const [others, frames]: [PassageRef[], PassageRef[]] = [[], []];
      for (let index = 0; index < length && others.length < end; index++) {
        const one = itemAt(passages, index);
        (isFrame(one) ? frames : others).push(one);
      }
      return [...others, ...frames].slice(start, end);
    },
  };
}

/** Returns whether passages have a form. */
function createFormTest(form: keyof PassageForms): (one: PassageRef) => boolean {
  let last: { readonly document: Document; readonly formed: ReadonlySet<Passage> } | undefined;
  return ({ document, passage }) => {
    // Passages of one document follow each other, and there may be 100,000.
    if (last?.document !== document) {
      last = { document, formed: passageFormsOf(document)()[form] };
    }
    return last.formed.has(passage);
  };
}

/** The passages of a document that say little by themselves. */
interface PassageForms {
  /** Those that only open or divide a document: datelines, salutations and headings in capitals. */
  readonly frames: ReadonlySet<Passage>;
  /** These, and those of few words, such as a signature. */
  readonly fragments: ReadonlySet<Passage>;
}

/** Returns the forms of a document's passages. A changed corpus has them from the one before. */
const passageFormsOf = memoizeByObject((document: Document) =>
  lazyInSteps(function* (): Generator<void, PassageForms> {
    const frames = new Set<Passage>();
    const fragments = new Set<Passage>();
    for (const passage of distinctPassagesOf(document)) {
      const isFraming = isFrame(passage.text, document.language);
      if (isFraming) frames.add(passage);
      if (isFraming || isLine(passage.text)) fragments.add(passage);
      // A dateline takes up to half a millisecond.
      yield;
    }
    return { frames, fragments };
  }),
);

indexByLibrary(({ corpus: { documents } }) =>
  lazyInSteps(function* () {
    for (const document of documents) {
      while (passageFormsOf(document).buildSome()) yield;
      yield;
    }
  }),
);

/** How many words a signature or a heading has at most. */
const MAX_LINE_WORDS = 6;

/** The length of a text, in UTF-16 code units, that has more than twice as many words unless these are very long. */
const LINE_LENGTH = 200;

function isLine(text: string): boolean {
  // The last words of the beginning may be cut.
  const isLonger = countWords(text.slice(0, LINE_LENGTH)) > 2 * MAX_LINE_WORDS;
  return !isLonger && countWords(text) <= MAX_LINE_WORDS;
}

function isFrame(text: string, language: string): boolean {
  const isSalutation = /[,:][\s—–-]*$/u.test(text) && !/[.?!]/.test(text);
  const isInCapitals = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  return isSalutation || isInCapitals || parseDateline(text, language) !== undefined;
}

/**
 * Quotes the passage of the day. Every passage that says something by itself has its day before one comes again, and *Another*
 * shows that of the next day. Returns undefined if the corpus, or the part `scope` of it, has no passages.
 */
export function dailyQuotation(
  scope: CorpusPart | undefined,
  context: RunContext,
): QuotationReply | undefined {
  const { library, day, again } = context;
  // *Another* of a part shuffles its passages by themselves.
  const order = scope ? dailyOrderIn(library, { scope }) : dailyOrder(library);
  const today = day % order.length;
  const part = order[today];
  if (part === undefined) return undefined;
  const rank = { number: 1, of: 1 };
  if (order.length === 1) {
    const line = again({ rank: undefined });
    return quotationReply(part, { rank, day: dateOfDay(day), hasDetails: false, line }, context);
  }
  // The command gives another passage tomorrow, so the line that repeats the reply has the address.
  const passage = addressOf(part.document, part.passage);
  const tomorrow = (today + 1) % order.length;
  const another = {
    name: "quote",
    options: {
      random: true,
      seed: DAILY_SEED,
      rank: tomorrow + 1,
      ...withinOption(scope, context),
    },
  };
  const line = { name: "quote", options: { passage } };
  const selection = { rank, day: dateOfDay(day), hasDetails: false, line, another };
  return quotationReply(part, selection, context);
}

/** A search for passages. */
interface PassageSearch {
  readonly about?: string | undefined;
  readonly filter: Filter;
  /** Whether a document is one of those to choose from; undefined for all. */
  readonly isCandidate?: (document: Document) => boolean;
  /** The seed for a random order; undefined for the order of relevance or of the corpus. */
  readonly seed: number | undefined;
}

/** A search for passages, and the one of its results to quote. */
interface QuoteSearch extends PassageSearch {
  /** The position of the passage to quote, counted from 1. */
  readonly rank: number;
  /** The page of summaries or of notes, if there is no passage. */
  readonly page: number;
  readonly details: boolean;
}

/** Searches for what a text means if it is no more than words, and keeps the result for `understoodReply`. */
export function* prepareUnderstood(
  {
    about,
    filter,
    seed,
    rank,
  }: Pick<QuoteSearch, "filter" | "seed" | "rank"> & {
    readonly about: string;
  },
  library: Library,
): Iterable<unknown> {
  if (understand(about, filter, library).kind !== "words") return;
  yield preparePassages(about, filter, seed === undefined ? rank : undefined, library);
}

/** Quotes what a text means: an address, a title, a date or a topic, otherwise words to look for. */
export function understoodReply(
  search: QuoteSearch & { readonly about: string; readonly around?: number | undefined },
  context: RunContext,
): Reply {
  const { about, ...others } = search;
  const understood = understand(about, search.filter, context.library);
  switch (understood.kind) {
    case "words":
      return foundQuotation(search, context);
    case "unclear":
      return notice(
        { kind: "ambiguous-date", typed: about, readings: understood.readings },
        understood.readings.map((value) =>
          action({ kind: "value", value }, context.again({ about: value })),
        ),
      );
    case "address": {
      const { part } = understood;
      const label = addressOf(part.document, part.passage);
      return passageReply(part, search, context, { kind: "address", label });
    }
    case "title": {
      const { document } = understood;
      if (document.passages.length === 0) {
        return documentPageReply(document, { page: 1, details: false }, context);
      }
      const isCandidate = (one: Document) => one === document;
      const understoodAs = { kind: "title", label: document.title } as const;
      return foundQuotation({ ...others, isCandidate }, context, understoodAs);
    }
    case "date": {
      const { query } = understood;
      const isCandidate = candidatesDated(query, search.filter, context.library);
      const understoodAs = { kind: "date", label: query.label } as const;
      const reply = foundQuotation({ ...others, isCandidate }, context, understoodAs);
      // The documents of that date may have no words to quote.
      return reply.kind === "notice" ? datedReply(query, search, context) : reply;
    }
    case "topic": {
      const { topic } = understood;
      const understoodAs = { kind: "topic", label: topic.label } as const;
      const filter = { ...search.filter, topic };
      return foundQuotation({ ...others, filter }, context, understoodAs);
    }
  }
}

/** Returns whether documents match a filter and have a date. */
function candidatesDated(
  query: UnambiguousDate,
  filter: Filter,
  library: Library,
): (document: Document) => boolean {
  const dated = new Set(library.documents(filter, (date) => matchesDate(query, date)));
  return (document) => dated.has(document);
}

/** Shows the documents of a date that have no words to quote, or those that are nearest to it. */
function datedReply(
  query: UnambiguousDate,
  { filter, page }: Pick<QuoteSearch, "filter" | "page">,
  context: RunContext,
): Reply {
  const listDocuments: ListDocuments = (isDated) => context.library.documents(filter, isDated);
  if (listDocuments().length === 0) {
    const document = { kind: "dated", date: query.label } as const;
    return noResults(context, { sought: "document", filter, document });
  }
  const found = listDocuments((date) => matchesDate(query, date));
  const [document] = found;
  if (document === undefined) return noneDatedReply(query, listDocuments);
  return found.length === 1
    ? documentPageReply(document, { page, details: false }, context)
    : documentListReply(found, page, context);
}

/** Quotes a search result. If no passage is found, shows summaries or notes that are. */
export function foundQuotation(
  search: QuoteSearch,
  context: RunContext,
  understoodAs?: Understanding,
): Reply {
  const { about, filter, isCandidate, seed, rank, page, details } = search;
  const { library, again } = context;
  const { topic } = filter;
  const isRandom = seed !== undefined;
  const limit = isRandom ? undefined : rank;
  const { ordered, result } = orderedPassages(search, limit, library);
  const number = Math.min(rank, ordered.length);
  const [part] = ordered.slice(number - 1, number);
  if (part === undefined) {
    const all = library.documents(filter);
    const documents = isCandidate === undefined ? all : all.filter(isCandidate);
    const instead =
      about === undefined
        ? topic && summariesReply(topic, { documents, page }, context)
        : hitsReply(about, { filter, page, details }, context);
    return instead ?? noResults(context, { sought: "passage", query: about, filter });
  }
  const total = result?.total ?? ordered.length;
  const lineForRank = (number: number) =>
    again({
      ...(isRandom && { seed }),
      rank: number === 1 ? undefined : number,
      details: undefined,
    });
  const selection = {
    rank: { number, of: total },
    ...(understoodAs && { understoodAs }),
    ...(topic && { topic: searchedTopic(topic, library) }),
    ...(result && { expansion: expansionOf(result) }),
    hasDetails: details,
    line: lineForRank(number),
    another: total > 1 ? lineForRank(number === total ? 1 : number + 1) : undefined,
  };
  return quotationReply(part, selection, context);
}

/**
 * Returns the passages that a search finds: best first, otherwise shuffled or in the order of the corpus, datelines and the
 * like last. A search for words has at most `limit` of them. One at random must say something by itself.
 */
function orderedPassages(
  { about, filter, isCandidate, seed }: PassageSearch,
  limit: number | undefined,
  library: Library,
): { readonly ordered: LazyList<PassageRef>; readonly result?: SearchResult } {
  const chosen = (passages: readonly PassageRef[]) =>
    isCandidate === undefined ? passages : passages.filter(({ document }) => isCandidate(document));
  if (about !== undefined) {
    const result = findPassages(about, filter, limit, library);
    const found = chosen(result.hits.flatMap((hit) => (hit.kind === "passage" ? [hit] : [])));
    return { ordered: seed === undefined ? found : shuffle(found, seed), result };
  }
  if (seed === undefined) {
    const all =
      isCandidate === undefined ? library.passageList(filter) : chosen(library.passages(filter));
    return { ordered: framesLast(all) };
  }
  if (isCandidate !== undefined) {
    return { ordered: shuffle(standalone(chosen(library.passages(filter))), seed) };
  }
  const all = isEmptyFilter(filter) ? allStandalone(library) : standaloneIn(library, filter);
  return { ordered: shuffle(all, seed) };
}

/** The maximum number of passages with the same words that follow each other in a schedule. */
const MAX_PASSAGES_OF_WORDS = 1000;

/**
 * Returns the passages that follow each other in a schedule: those that a text means, best first, otherwise all that match
 * the filter and say something by themselves, in an order that depends on `seed` alone.
 */
export function passagesInTurn(
  about: string | undefined,
  filter: Filter,
  seed: number,
  library: Library,
): readonly PassageRef[] {
  const passagesOf = (search: Partial<PassageSearch>) =>
    orderedPassages(
      { filter, seed: undefined, ...search },
      MAX_PASSAGES_OF_WORDS,
      library,
    ).ordered.slice();
  if (about === undefined) return passagesOf({ seed });
  const understood = understand(about, filter, library);
  switch (understood.kind) {
    case "address":
      return hasPassage(filter, understood.part, library) ? [understood.part] : [];
    case "title":
      return passagesOf({ isCandidate: (document) => document === understood.document });
    case "date": {
      const { query } = understood;
      return passagesOf({ isCandidate: candidatesDated(query, filter, library) });
    }
    case "topic":
      return passagesOf({ filter: { ...filter, topic: understood.topic }, seed });
    case "unclear":
    case "words":
      return passagesOf({ about });
  }
}

/** The parts of a quotation reply that depend on how the passage was chosen. */
interface Selection
  extends Pick<
    QuotationReply,
    "rank" | "day" | "understoodAs" | "topic" | "expansion" | "hasDetails"
  > {
  /** The command that quotes the same passage again. */
  readonly line: CommandLine;
  /** The command that quotes another passage. */
  readonly another?: CommandLine | undefined;
}

function quotationReply(
  part: PassagePart,
  { line, another, ...selection }: Selection,
  context: RunContext,
): QuotationReply {
  const quotation = quotationOf(part.document, part.passage, part.start, part.end);
  const reply = { kind: "quotation", quotation, ...selection, line } as const;
  const details = { name: line.name, options: { ...line.options, details: true } };
  if (selection.hasDetails) return { ...reply, line: details, actions: [] };
  return {
    ...reply,
    ...offerThread(passageLine(part), context),
    actions: [
      ...(another ? [action("another", another)] : []),
      ...passageActions(part, context),
      ...(hasDetails(reply) ? [aside("details", details)] : []),
    ],
  };
}

/** Whether a quotation's details say more than the card. */
function hasDetails({ quotation, rank, topic, expansion }: Omit<QuotationReply, "actions">) {
  const expanded = (expansion?.synonyms.length ?? 0) + (expansion?.narrower.length ?? 0) > 0;
  const { printedIn } = quotation.citation;
  return rank.of > 1 || topic !== undefined || expanded || printedIn?.note !== undefined;
}

/** Shows a passage with up to `around` passages on each side. */
function contextReply(part: PassageRef, around: number, context: RunContext): ContextReply {
  const { document, passage } = part;
  const sequence = passageSequence(part);
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
  const address = addressOf(document, passage);
  return {
    kind: "context",
    document: identityOf(document),
    window: { from: start + 1, to: end, of: sequence.length },
    before: quotations(start, index),
    quotation: quotationOf(document, passage),
    after: quotations(index + 1, end),
    unquotable: unquotableAmong(document, sequence.slice(start, end), end === sequence.length),
    actions: [
      action("back", { name: "quote", options: { passage: address } }),
      ...windowAction("earlier", start - 1 - aroundEarlier, aroundEarlier),
      ...windowAction("later", end + aroundLater, aroundLater),
      citeAction(address),
      ...keepActions({ document, passage }, context),
      showWholeAction(document),
    ],
    ...offerThread(passageLine(part), context),
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
  listed: { readonly documents: readonly Document[]; readonly page: number },
  { library, again }: RunContext,
): SummariesReply | undefined {
  const { documents } = listed;
  if (documents.length === 0) return undefined;
  const { items, page, actions } = paginateList(documents, listed.page, (page) => again({ page }));
  return {
    kind: "summaries",
    topic: searchedTopic(topic, library),
    documents: items.map(documentEntry),
    total: documents.length,
    page,
    actions,
  };
}
