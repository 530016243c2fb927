import { overlap, type Period } from "../corpus/date.ts";
import type { Document, Person, Topic } from "../corpus/document.ts";
import { type Bits, createBits } from "./index/bitset.ts";
import { type Entry, topicsOf } from "./searchable.ts";

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
export interface Filtering {
  /** The numbers of the entries that suit; undefined when all of them do. */
  allowed(filter: Filter, kinds?: readonly Entry["kind"][]): Bits | undefined;
}

/** How many filters are remembered: one bit an entry each. */
const MOST_KNOWN = 64;

export function createFiltering(
  entries: readonly Entry[],
  isOn: (topics: readonly Topic[], topic: Topic) => boolean,
): Filtering {
  const onTopic = new Map<Topic, Bits>();

  function entriesOn(topic: Topic): Bits {
    const known = onTopic.get(topic);
    if (known !== undefined) return known;
    const bits = createBits(entries.length);
    entries.forEach((entry, number) => {
      if (isOn(topicsOf(entry), topic)) bits.add(number);
    });
    onTopic.set(topic, bits);
    return bits;
  }

  // The same few filters are asked about again and again.
  const known = new Map<string, Bits>();

  function suiting(filter: Filter, kinds: readonly Entry["kind"][] | undefined): Bits {
    const on = filter.topic && entriesOn(filter.topic);
    const bits = createBits(entries.length);
    let last: Document | undefined;
    let isSuitable = false;
    entries.forEach((entry, number) => {
      if (kinds?.includes(entry.kind) === false || on?.has(number) === false) return;
      // The entries of a document stand together.
      if (entry.kind === "event") isSuitable = eventSuits(filter, entry);
      else if (entry.document !== last) isSuitable = documentSuits(filter, entry.document);
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
      const bits = known.get(key) ?? suiting(filter, kinds);
      if (known.size === MOST_KNOWN && !known.has(key)) known.clear();
      known.set(key, bits);
      return bits;
    },
  };
}

/** Whether a document is from and to whom it should be, and of that time. */
export function documentSuits({ from, to, period }: Filter, document: Document): boolean {
  if (from && !document.from.includes(from)) return false;
  if (to && !document.to.includes(to)) return false;
  return !period || (document.date !== undefined && overlap(document.date, period));
}

/** Nobody wrote an event, or received it. */
function eventSuits({ from, to, period }: Filter, { event }: Extract<Entry, { kind: "event" }>) {
  return !from && !to && (!period || overlap(event.date, period));
}
