import { overlaps, type Period } from "../corpus/date.ts";
import type { CorpusEvent, Document, Person, Topic } from "../corpus/document.ts";
import { type BitSet, createBitSet } from "./index/bitset.ts";
import { type SearchEntry, topicsOf } from "./search-entry.ts";

/** The criteria for documents and passages. An absent criterion matches everything. */
export interface Filter {
  readonly from?: Person | undefined;
  readonly to?: Person | undefined;
  /** Narrower topics match too. */
  readonly topic?: Topic | undefined;
  readonly period?: Period | undefined;
}

/** Whether a filter matches everything. */
export function isEmptyFilter(filter: Filter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

/** Applies filters to all entries, before anything is ranked. */
export interface FilterIndex {
  /** Returns the ids of the entries that match, or undefined if all of them do. */
  allowed(filter: Filter, kinds?: readonly SearchEntry["kind"][]): BitSet | undefined;
}

/** How many filters are cached, each with one bit for every entry. */
const MAX_CACHED_FILTERS = 64;

export function createFilterIndex(
  entries: readonly SearchEntry[],
  includesTopic: (topics: readonly Topic[], topic: Topic) => boolean,
): FilterIndex {
  const entriesByTopic = new Map<Topic, BitSet>();

  function entriesOn(topic: Topic): BitSet {
    const known = entriesByTopic.get(topic);
    if (known !== undefined) return known;
    const onTopic = createBitSet(entries.length);
    entries.forEach((entry, id) => {
      if (includesTopic(topicsOf(entry), topic)) onTopic.add(id);
    });
    entriesByTopic.set(topic, onTopic);
    return onTopic;
  }

  function matchingEntries(
    filter: Filter,
    kinds: readonly SearchEntry["kind"][] | undefined,
  ): BitSet {
    const onTopic = filter.topic && entriesOn(filter.topic);
    const matching = createBitSet(entries.length);
    let lastDocument: Document | undefined;
    let isMatch = false;
    entries.forEach((entry, id) => {
      if (kinds?.includes(entry.kind) === false || onTopic?.has(id) === false) return;
      // The entries of a document are adjacent, so each document is matched once.
      if (entry.kind === "event") isMatch = eventMatchesFilter(filter, entry.event);
      else if (entry.document !== lastDocument) isMatch = matchesFilter(filter, entry.document);
      lastDocument = entry.kind === "event" ? undefined : entry.document;
      if (isMatch) matching.add(id);
    });
    return matching;
  }

  const cache = new Map<string, BitSet>();
  return {
    allowed(filter, kinds) {
      if (isEmptyFilter(filter) && kinds === undefined) return undefined;
      const { from, to, topic, period } = filter;
      const key = JSON.stringify([
        from?.name,
        to?.name,
        topic?.id,
        String(period?.first),
        String(period?.last),
        kinds,
      ]);
      const matching = cache.get(key) ?? matchingEntries(filter, kinds);
      if (cache.size === MAX_CACHED_FILTERS && !cache.has(key)) cache.clear();
      cache.set(key, matching);
      return matching;
    },
  };
}

/** Whether a document has the filter's author and recipient, and a date that may lie in its period. */
export function matchesFilter({ from, to, period }: Filter, document: Document): boolean {
  if (from && !document.from.includes(from)) return false;
  if (to && !document.to.includes(to)) return false;
  return !period || (document.date !== undefined && overlaps(document.date, period));
}

/** Events have neither author nor recipient. */
function eventMatchesFilter({ from, to, period }: Filter, event: CorpusEvent): boolean {
  return !from && !to && (!period || overlaps(event.date, period));
}
