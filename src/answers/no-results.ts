import { action } from "../command/define-command.ts";
import { type Period, periodLabel } from "../corpus/date.ts";
import type { Document } from "../corpus/document.ts";
import { concerns } from "../corpus/mentions.ts";
import { asTyped, counted, withoutMarks } from "../foundation/format.ts";
import { aroundTime } from "../options/document.ts";
import { type Action, type NoticeReply, notice } from "../reply/reply.ts";
import { type Filter, isEmpty } from "../search/filter.ts";
import type { Library } from "../search/library.ts";
import { openDocument, openHit } from "./actions.ts";

/** What was searched in vain. */
interface Vain {
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
export function nothingFound(library: Library, vain: Vain): NoticeReply {
  const { subject, filter } = vain;
  const nearest = nearestTo(library, vain);
  const list = library.corpus.topics.size > 0 ? "topics" : "letter";
  const isBackwards = filter.period !== undefined && filter.period.last < filter.period.first;
  return notice(
    [
      `${subject} ${wishOf(vain)}.`,
      ...(isBackwards ? ["That time ends before it begins."] : []),
      scopeOf(library, vain),
      nearest.length > 0
        ? "What comes nearest:"
        : `Nothing comes near it. /${list} lists what there is.`,
    ].join("\n"),
    nearest.length > 0 ? nearest : [action(`/${list}`, { name: list, options: {} })],
  );
}

/** What it should have been: “matches “drills” and is from Kim Jong Un”. */
function wishOf({ query, filter: { from, to, topic, period }, other }: Vain): string {
  const qualities = [
    ...(other === undefined ? [] : [other]),
    ...(from ? [`from ${from.name}`] : []),
    ...(to ? [`to ${to.name}`] : []),
    ...(topic ? [`on ${topic.label}`] : []),
    ...(period ? [`dated ${periodLabel(period)}`] : []),
  ];
  const wishes = [
    ...(query === undefined ? [] : [`matches ${asTyped(query)}`]),
    ...(qualities.length === 0 ? [] : [`is ${AND.format(qualities)}`]),
  ];
  return wishes.length === 0 ? "can be shown" : wishes.join(" and ");
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** In how much was searched: words are looked for in what suits the filter, all else everywhere. */
function scopeOf(library: Library, { query, filter, events }: Vain): string {
  const all = library.corpus.documents.length;
  const narrowed = query === undefined ? {} : { ...filter, topic: undefined };
  const documents = library.documents(narrowed).length;
  const passages = library.passages(narrowed).length;
  const what = events === undefined ? counted(passages, "passage") : counted(events, "event");
  return documents === all
    ? `Searched: ${counted(all, "document")} with ${what}, the whole corpus.`
    : `Searched: ${documents} of ${counted(all, "document")}, with ${what}.`;
}

/** What matches the words whatever the filters; else the documents that the filters come nearest to. */
function nearestTo(library: Library, { query, filter }: Vain): readonly Action[] {
  if (query !== undefined) {
    const words = withoutMarks(query);
    const opened = library.search(words, {}, { most: MOST_COMPARED }).hits.map(openHit);
    // Several notes of one document are one thing to open.
    const distinct = new Map(opened.map((one) => [one.label, one]));
    if (distinct.size > 0) return [...distinct.values()].slice(0, MOST_NEAR);
  }
  if (isEmpty(filter)) return [];
  const { from, to, topic, period } = filter;
  const close = library.documents(filter);
  if (close.length > 0) return close.slice(0, MOST_NEAR).map((one) => openDocument(one));
  const wider: readonly Filter[] = [{ from, to, topic }, { topic }, { from, to }, { from }, { to }];
  const found = [...wider.filter((one) => !isEmpty(one)), ...(period ? [{}] : [])]
    .map((one) => library.documents(one))
    .find((some) => some.length > 0);
  const people = [from, to].filter((person) => person !== undefined);
  const named = library.corpus.documents.filter((one) =>
    people.some((person) => concerns(person, one)),
  );
  const documents = found ?? (named.length > 0 ? named : undefined);
  if (documents === undefined) return [];
  return period
    ? nearestInTime(documents, period)
    : documents.slice(0, MOST_NEAR).map((one) => openDocument(one));
}

/** How many things a notice offers instead, and how many hits it looks at to find them. */
const MOST_NEAR = 3;
const MOST_COMPARED = 24;

/** Offers to open the documents that stand around a time. */
export function nearestInTime(documents: readonly Document[], period: Period): readonly Action[] {
  return aroundTime(documents, period).map(({ document, label }) => openDocument(document, label));
}
