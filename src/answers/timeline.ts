import { byFirstDay, type EdtfDate, overlaps, type Period } from "../corpus/date.ts";
import type { CorpusEvent, Document } from "../corpus/document.ts";
import { referenceOf } from "../reply/references.ts";
import type { ListItem } from "../reply/reply.ts";
import { documentItem } from "./document-item.ts";

/** Returns the entries of dated documents and of events in a period, in order of date. */
export function timelineItems(
  documents: readonly Document[],
  events: readonly CorpusEvent[],
  period: Period | undefined,
): readonly ListItem[] {
  return [...documents.flatMap(documentEntry), ...events.map(eventEntry)]
    .filter(({ date }) => period === undefined || overlaps(date, period))
    .sort((a, b) => byFirstDay(a.date, b.date))
    .map(({ item }) => item);
}

interface TimelineEntry {
  readonly date: EdtfDate;
  readonly item: ListItem;
}

function documentEntry(document: Document): readonly TimelineEntry[] {
  const { date, sources } = document;
  if (date === undefined) return [];
  return [{ date, item: { ...documentItem(document), references: sources.map(referenceOf) } }];
}

function eventEntry({ date, title, text, sources }: CorpusEvent): TimelineEntry {
  const label = `${date.label} · ${title}`;
  return { date, item: { label, detail: text, references: sources.map(referenceOf) } };
}
