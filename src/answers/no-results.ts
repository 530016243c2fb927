import { formatPeriod, type Period } from "../corpus/date.ts";
import type { Document } from "../corpus/document.ts";
import { mentions } from "../corpus/mentions.ts";
import { formatAnd, plural } from "../foundation/format.ts";
import { quoteUnlessQuoted, stripQuotationMarks } from "../language/quotation-marks.ts";
import { nearestByDate } from "../options/document.ts";
import { type Action, action, type NoticeReply, notice } from "../reply/reply.ts";
import { type Filter, isEmptyFilter } from "../search/filter.ts";
import type { Library } from "../search/library.ts";
import { showDocumentAction, showHitAction } from "./actions.ts";

/** A search without results. */
interface FailedSearch {
  /** The beginning of the sentence about it. */
  readonly subject:
    | "Nothing in this corpus"
    | "No passage in this corpus"
    | "No document in this corpus"
    | "No entry of the timeline";
  readonly query?: string | undefined;
  readonly filter: Filter;
  /** A criterion that is not part of the filter, as the rest of “is …”: “undated”. */
  readonly other?: string | undefined;
  /** The number of events searched, if the search covered events instead of passages. */
  readonly events?: number;
}

/** Explains what was searched in vain, and offers what is nearest if the filter is relaxed. */
export function noResults(library: Library, failed: FailedSearch): NoticeReply {
  const { subject, filter } = failed;
  const nearest = nearestActions(library, failed);
  const list = library.corpus.topics.size > 0 ? "topics" : "letter";
  const isReversed = filter.period !== undefined && filter.period.last < filter.period.first;
  return notice(
    [
      `${subject} ${describeCriteria(failed)}.`,
      ...(isReversed ? ["That time ends before it begins."] : []),
      describeScope(library, failed),
      nearest.length > 0
        ? "What comes nearest:"
        : `Nothing comes near it. /${list} lists what there is.`,
    ].join("\n"),
    nearest.length > 0 ? nearest : [action(`/${list}`, { name: list, options: {} })],
  );
}

/** Describes the criteria as a predicate: “matches “drills” and is from Kim Jong Un”. */
function describeCriteria({
  query,
  filter: { from, to, topic, period },
  other,
}: FailedSearch): string {
  const properties = [
    ...(other === undefined ? [] : [other]),
    ...(from ? [`from ${from.name}`] : []),
    ...(to ? [`to ${to.name}`] : []),
    ...(topic ? [`on ${topic.label}`] : []),
    ...(period ? [`dated ${formatPeriod(period)}`] : []),
  ];
  const predicates = [
    ...(query === undefined ? [] : [`matches ${quoteUnlessQuoted(query)}`]),
    ...(properties.length === 0 ? [] : [`is ${formatAnd(properties)}`]),
  ];
  return predicates.length === 0 ? "can be shown" : predicates.join(" and ");
}

/**
 * Describes the search scope: full-text queries respect the filter; everything else covers the
 * corpus.
 */
function describeScope(library: Library, { query, filter, events }: FailedSearch): string {
  const all = library.corpus.documents.length;
  const scope = query === undefined ? {} : { ...filter, topic: undefined };
  const documents = library.documents(scope).length;
  const passages = library.passages(scope).length;
  const content = events === undefined ? plural(passages, "passage") : plural(events, "event");
  return documents === all
    ? `Searched: ${plural(all, "document")} with ${content}, the whole corpus.`
    : `Searched: ${documents} of ${plural(all, "document")}, with ${content}.`;
}

/** The number of actions that the notice offers. */
const MAX_NEAREST = 3;
/** The number of hits to look at for these: several may be in one document. */
const MAX_HITS = 24;

/**
 * Offers hits for the words without the filter; if there are none, documents that nearly match the filter.
 */
function nearestActions(library: Library, { query, filter }: FailedSearch): readonly Action[] {
  const hits = query === undefined ? [] : nearestHits(library, query);
  if (hits.length > 0) return hits;
  if (isEmptyFilter(filter)) return [];
  const matching = library.documents(filter);
  if (matching.length > 0) return showDocuments(matching);
  const documents = nearestDocuments(library, filter);
  return filter.period ? nearestDateActions(documents, filter.period) : showDocuments(documents);
}

function nearestHits(library: Library, query: string): readonly Action[] {
  const { hits } = library.search(stripQuotationMarks(query), {}, { limit: MAX_HITS });
  // The notes of one document all lead to that document.
  const byLabel = new Map(hits.map(showHitAction).map((one) => [one.label, one]));
  return [...byLabel.values()].slice(0, MAX_NEAREST);
}

/** Finds the documents that match the most of a filter's criteria, the period excepted. */
function nearestDocuments(
  library: Library,
  { from, to, topic, period }: Filter,
): readonly Document[] {
  const relaxed: readonly Filter[] = [
    { from, to, topic },
    { topic },
    { from, to },
    { from },
    { to },
  ];
  for (const filter of relaxed) {
    const found = isEmptyFilter(filter) ? [] : library.documents(filter);
    if (found.length > 0) return found;
  }
  if (period) return library.corpus.documents;
  const people = [from, to].filter((person) => person !== undefined);
  return library.corpus.documents.filter((document) =>
    people.some((person) => mentions(person, document)),
  );
}

function showDocuments(documents: readonly Document[]): readonly Action[] {
  return documents.slice(0, MAX_NEAREST).map((one) => showDocumentAction(one));
}

/** Offers the last document before a period and the first one after it. */
export function nearestDateActions(
  documents: readonly Document[],
  period: Period,
): readonly Action[] {
  return nearestByDate(documents, period).map(({ document, label }) =>
    showDocumentAction(document, label),
  );
}
