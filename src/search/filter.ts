import { overlaps, type Period } from "../corpus/date.ts";
import type { Document, Person, Topic } from "../corpus/document.ts";
import { type BitSet, createBitSet } from "./index/bitset.ts";
import { type Searchable, topicsOf } from "./searchable.ts";

/** What documents and passages must be like; what is left out does not matter. */
export interface Filter {
  readonly from?: Person | undefined;
  readonly to?: Person | undefined;
  /** A topic finds what is on it and on topics narrower than it. */
  readonly topic?: Topic | undefined;
  readonly period?: Period | undefined;
}

/** Whether a filter lets everything through. */
export function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

/** Knows which entries suit a filter, before anything is ranked. */
export interface FilterIndex {
  /** The numbers of the entries that suit; undefined when all of them do. */
  allowed(filter: Filter, kinds?: readonly Searchable["kind"][]): BitSet | undefined;
}

/** How many filters are remembered: one bit an entry each. */
const MAX_CACHED_FILTERS = 64;

export function createFilterIndex(
  entries: readonly Searchable[],
  isOn: (topics: readonly Topic[], topic: Topic) => boolean,
): FilterIndex {
  const onTopic = new Map<Topic, BitSet>();

  function entriesOn(topic: Topic): BitSet {
    const known = onTopic.get(topic);
    if (known !== undefined) return known;
    const bits = createBitSet(entries.length);
    entries.forEach((entry, number) => {
      if (isOn(topicsOf(entry), topic)) bits.add(number);
    });
    onTopic.set(topic, bits);
    return bits;
  }

  // The same few filters are asked about again and again.
  const known = new Map<string, BitSet>();

  function matchingEntries(
    filter: Filter,
    kinds: readonly Searchable["kind"][] | undefined,
  ): BitSet {
    const on = filter.topic && entriesOn(filter.topic);
    const bits = createBitSet(entries.length);
    let last: Document | undefined;
    let isSuitable = false;
    entries.forEach((entry, number) => {
      if (kinds?.includes(entry.kind) === false || on?.has(number) === false) return;
      // The entries of a document stand together.
      if (entry.kind === "event") isSuitable = eventMatchesFilter(filter, entry);
      else if (entry.document !== last) isSuitable = matchesFilter(filter, entry.document);
      last = entry.kind === "event" ? undefined : entry.document;
      if (isSuitable) bits.add(number);
    });
    return bits;
  }

  return {
    allowed(filter, kinds) {
      if (isEmpty(filter) && kinds === undefined) return undefined;
      const { from, to, topic, period } = filter;
      const key = JSON.stringify([
        from?.name,
        to?.name,
        topic?.id,
        String(period?.first),
        String(period?.last),
        kinds,
      ]);
      const bits = known.get(key) ?? matchingEntries(filter, kinds);
      if (known.size === MAX_CACHED_FILTERS && !known.has(key)) known.clear();
      known.set(key, bits);
      return bits;
    },
  };
}

/** Whether a document is from and to whom it should be, and of that time. */
export function matchesFilter({ from, to, period }: Filter, document: Document): boolean {
  if (from && !document.from.includes(from)) return false;
  if (to && !document.to.includes(to)) return false;
  return !period || (document.date !== undefined && overlaps(document.date, period));
}

/** Nobody wrote an event, or received it. */
function eventMatchesFilter(
  { from, to, period }: Filter,
  { event }: Extract<Searchable, { kind: "event" }>,
) {
  return !from && !to && (!period || overlaps(event.date, period));
}
