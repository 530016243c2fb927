import type { RunContext } from "../command/types.ts";
import type { Document, Person } from "../corpus/document.ts";
import { stripQuotationMarks } from "../language/quotation-marks.ts";
import { nearestByDate } from "../options/document.ts";
import { numberOf } from "../options/number.ts";
import { withinOption } from "../options/scope.ts";
import type { NoticeReason, SearchCriteria, SoughtDocument } from "../reply/notice-reason.ts";
import { type Action, action, type NoticeReply, notice } from "../reply/reply.ts";
import { type CorpusPart, type Filter, isEmptyFilter } from "../search/filter.ts";
import type { Library } from "../search/library.ts";
import { showDocumentAction, showHitAction } from "./actions.ts";
import { mentionsIn } from "./people.ts";

/** A search without results. */
interface FailedSearch {
  readonly sought: Extract<NoticeReason, { kind: "nothing-found" }>["sought"];
  readonly query?: string | undefined;
  readonly filter: Filter;
  /** Criteria that are not part of the filter. */
  readonly address?: string;
  readonly document?: SoughtDocument | undefined;
  readonly person?: Person | undefined;
  /** The number of events searched, if the search covered events instead of passages. */
  readonly events?: number;
}

/** Explains what was searched in vain, and offers what is nearest if the filter is relaxed. */
export function noResults(context: Omit<RunContext, "ask">, failed: FailedSearch): NoticeReply {
  const { library, commands } = context;
  const everywhere = everywhereActions(failed.filter.scope, context);
  const nearest = nearestActions(library, failed);
  const documents = commands.find(({ name, alias }) => [name, alias].includes("letter"));
  const list = library.corpus.topics.size > 0 ? "topics" : (documents?.name ?? "help");
  return notice(
    {
      kind: "nothing-found",
      sought: failed.sought,
      criteria: criteriaOf(failed),
      searched: scopeOf(library, failed),
      hasNearest: nearest.length > 0,
      list,
    },
    nearest.length + everywhere.length > 0
      ? [...everywhere, ...nearest]
      : [action({ kind: "command", name: list }, { name: list, options: {} })],
  );
}

/** Offers the whole corpus, if what was searched is only the part that the channel is about. */
export function everywhereActions(
  scope: CorpusPart | undefined,
  context: Omit<RunContext, "ask">,
): readonly Action[] {
  const { about, again } = context;
  return about !== undefined && scope === about
    ? [action("everywhere", again({ ...withinOption(undefined, context), page: undefined }))]
    : [];
}

function criteriaOf({ query, address, document, person, filter }: FailedSearch): SearchCriteria {
  const { from, to, topic, period, scope } = filter;
  return {
    ...(query !== undefined && { query }),
    ...(address !== undefined && { address }),
    ...(document && { document }),
    ...(person && { person: person.name }),
    ...(from && { from: from.name }),
    ...(to && { to: to.name }),
    ...(topic && { topic: topic.label }),
    ...(period && { period }),
    ...(scope && { in: scope.label }),
  };
}

/** Counts what was searched: full-text queries respect the filter; all else covers the corpus. */
function scopeOf(library: Library, { query, filter, events }: FailedSearch) {
  const scope = query === undefined ? {} : { ...filter, topic: undefined };
  return {
    documents: library.documents(scope).length,
    passages: library.passageList(scope).length,
    ...(events !== undefined && { events }),
    allDocuments: library.corpus.documents.length,
  };
}

/** The number of actions that the notice offers. */
const MAX_NEAREST = 3;
/** The number of hits to look at for these: several may be in one document. */
const MAX_HITS = 24;

/**
 * Offers hits for the words without the filter; if there are none, documents that nearly match the filter.
 */
function nearestActions(
  library: Library,
  { query, filter, document }: FailedSearch,
): readonly Action[] {
  const hits = query === undefined ? [] : nearestHits(library, query);
  if (hits.length > 0) return hits;
  if (document?.kind === "numbered") {
    const numbered = nearestByNumber(library.documents(filter), document.number);
    if (numbered.length > 0) return showDocuments(numbered);
  }
  if (isEmptyFilter(filter)) return [];
  const matching = library.documents(filter);
  if (matching.length > 0) return showDocuments(matching);
  const relaxed = nearestFilter(library, filter);
  if (filter.period) {
    const nearest = nearestByDate(filter.period, (isDated) =>
      library.documents(relaxed ?? {}, isDated),
    );
    return nearest.map(({ document, nearest }) => showDocumentAction(document, nearest));
  }
  return showDocuments(
    relaxed === undefined ? mentioningDocuments(library, filter) : library.documents(relaxed),
  );
}

/** Returns the documents with the next lower and the next higher number, or with the first and the last one. */
function nearestByNumber(documents: readonly Document[], typed: string): readonly Document[] {
  const toNumber = (number: string | undefined) => Number.parseInt(number ?? "", 10);
  const numbered = documents
    .map((document) => ({ document, value: toNumber(numberOf(document)) }))
    .filter(({ value }) => !Number.isNaN(value))
    .toSorted((a, b) => a.value - b.value);
  const sought = toNumber(typed);
  const ends = Number.isNaN(sought)
    ? [numbered[0], numbered.at(-1)]
    : [
        numbered.findLast(({ value }) => value <= sought),
        numbered.find(({ value }) => value > sought),
      ];
  return [...new Set(ends.flatMap((one) => one?.document ?? []))];
}

function nearestHits(library: Library, query: string): readonly Action[] {
  const { hits } = library.search(stripQuotationMarks(query), {}, { limit: MAX_HITS });
  // The notes of one document all lead to that document.
  const byLine = new Map(hits.map(showHitAction).map((one) => [JSON.stringify(one.line), one]));
  return [...byLine.values()].slice(0, MAX_NEAREST);
}

/** Returns the most of a filter’s criteria that documents match, the period excepted. */
function nearestFilter(library: Library, { from, to, topic }: Filter): Filter | undefined {
  const relaxed: readonly Filter[] = [
    { from, to, topic },
    { topic },
    { from, to },
    { from },
    { to },
  ];
  return relaxed.find((filter) => !isEmptyFilter(filter) && library.documents(filter).length > 0);
}

/** Returns the documents by, to or naming the author or the recipient of a filter. */
function mentioningDocuments(library: Library, { from, to }: Filter): readonly Document[] {
  const people = [from, to].filter((person) => person !== undefined);
  const mentions = people.flatMap((person) => mentionsIn(library).get(person) ?? []);
  return [...new Set(mentions.map(({ document }) => document))];
}

function showDocuments(documents: readonly Document[]): readonly Action[] {
  return documents.slice(0, MAX_NEAREST).map((one) => showDocumentAction(one));
}
