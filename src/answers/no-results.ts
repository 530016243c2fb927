import { action } from "../command/define-command.ts";
import { type Period, periodLabel } from "../corpus/date.ts";
import type { Document } from "../corpus/document.ts";
import { mentions } from "../corpus/mentions.ts";
import { plural, quoteUnlessQuoted, stripQuotationMarks } from "../foundation/format.ts";
import { nearestByDate } from "../options/document.ts";
import { type Action, type NoticeReply, notice } from "../reply/reply.ts";
import { type Filter, isEmpty } from "../search/filter.ts";
import type { Library } from "../search/library.ts";
import { showDocumentAction, showHitAction } from "./actions.ts";

/** What was searched in vain. */
interface FailedSearch {
  /** What was looked for, as a sentence begins with it. */
  readonly subject:
    | "Nothing in this corpus"
    | "No passage in this corpus"
    | "No document in this corpus"
    | "No entry of the timeline";
  readonly query?: string | undefined;
  readonly filter: Filter;
  /** What else it should be: “undated”. */
  readonly other?: string | undefined;
  /** How many events were searched, where they are. */
  readonly events?: number;
}

/** Says what was searched in vain, in how much, and what comes nearest when the filters fall away. */
export function noResults(library: Library, vain: FailedSearch): NoticeReply {
  const { subject, filter } = vain;
  const nearest = nearestActions(library, vain);
  const list = library.corpus.topics.size > 0 ? "topics" : "letter";
  const isBackwards = filter.period !== undefined && filter.period.last < filter.period.first;
  return notice(
    [
      `${subject} ${describeCriteria(vain)}.`,
      ...(isBackwards ? ["That time ends before it begins."] : []),
      describeScope(library, vain),
      nearest.length > 0
        ? "What comes nearest:"
        : `Nothing comes near it. /${list} lists what there is.`,
    ].join("\n"),
    nearest.length > 0 ? nearest : [action(`/${list}`, { name: list, options: {} })],
  );
}

/** What it should have been: “matches “drills” and is from Kim Jong Un”. */
function describeCriteria({
  query,
  filter: { from, to, topic, period },
  other,
}: FailedSearch): string {
  const qualities = [
    ...(other === undefined ? [] : [other]),
    ...(from ? [`from ${from.name}`] : []),
    ...(to ? [`to ${to.name}`] : []),
    ...(topic ? [`on ${topic.label}`] : []),
    ...(period ? [`dated ${periodLabel(period)}`] : []),
  ];
  const wishes = [
    ...(query === undefined ? [] : [`matches ${quoteUnlessQuoted(query)}`]),
    ...(qualities.length === 0 ? [] : [`is ${AND.format(qualities)}`]),
  ];
  return wishes.length === 0 ? "can be shown" : wishes.join(" and ");
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** In how much was searched: words are looked for in what suits the filter, all else everywhere. */
function describeScope(library: Library, { query, filter, events }: FailedSearch): string {
  const all = library.corpus.documents.length;
  const narrowed = query === undefined ? {} : { ...filter, topic: undefined };
  const documents = library.documents(narrowed).length;
  const passages = library.passages(narrowed).length;
  const what = events === undefined ? plural(passages, "passage") : plural(events, "event");
  return documents === all
    ? `Searched: ${plural(all, "document")} with ${what}, the whole corpus.`
    : `Searched: ${documents} of ${plural(all, "document")}, with ${what}.`;
}

/** What matches the words whatever the filters; else the documents that the filters come nearest to. */
function nearestActions(library: Library, { query, filter }: FailedSearch): readonly Action[] {
  if (query !== undefined) {
    const words = stripQuotationMarks(query);
    const opened = library.search(words, {}, { limit: MAX_COMPARED }).hits.map(showHitAction);
    // Several notes of one document are one thing to open.
    const distinct = new Map(opened.map((one) => [one.label, one]));
    if (distinct.size > 0) return [...distinct.values()].slice(0, MAX_NEAREST);
  }
  if (isEmpty(filter)) return [];
  const { from, to, topic, period } = filter;
  const close = library.documents(filter);
  if (close.length > 0) return close.slice(0, MAX_NEAREST).map((one) => showDocumentAction(one));
  const wider: readonly Filter[] = [{ from, to, topic }, { topic }, { from, to }, { from }, { to }];
  const found = [...wider.filter((one) => !isEmpty(one)), ...(period ? [{}] : [])]
    .map((one) => library.documents(one))
    .find((some) => some.length > 0);
  const people = [from, to].filter((person) => person !== undefined);
  const named = library.corpus.documents.filter((one) =>
    people.some((person) => mentions(person, one)),
  );
  const documents = found ?? (named.length > 0 ? named : undefined);
  if (documents === undefined) return [];
  return period
    ? nearestDateActions(documents, period)
    : documents.slice(0, MAX_NEAREST).map((one) => showDocumentAction(one));
}

/** How many things a notice offers instead, and how many hits it looks at to find them. */
const MAX_NEAREST = 3;
const MAX_COMPARED = 24;

/** Offers to open the documents that stand around a time. */
export function nearestDateActions(
  documents: readonly Document[],
  period: Period,
): readonly Action[] {
  return nearestByDate(documents, period).map(({ document, label }) =>
    showDocumentAction(document, label),
  );
}
