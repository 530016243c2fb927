import { overlaps, type Period } from "../corpus/date.ts";
import type { CorpusEvent, Document, Person, Topic } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { type BuiltInSteps, eachInSteps, lazyInSteps } from "../foundation/lazy.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { memoizeByText } from "../foundation/memoize-by-text.ts";
import { fold } from "../language/fold.ts";
import { type BitSet, createBitSet } from "./index/bitset.ts";
import { type SearchEntries, type SearchEntry, topicsOf } from "./search-entry.ts";

/** A part of the corpus: a document, a work of which several are parts, or a folder. */
export type CorpusPart = { readonly label: string } & (
  | { readonly kind: "document" | "work"; readonly id: string }
  /** Relative to the corpus folder. */
  | { readonly kind: "folder"; readonly path: string }
);

/** Returns the text that names exactly this part: an id, or the path of a folder. */
export function scopeValue(scope: CorpusPart): string {
  return scope.kind === "folder" ? `${scope.path}/` : scope.id;
}

/** Whether a document is in a part of the corpus, or describes the work that is this part. */
export function isInScope({ id, path, work }: Document, scope: CorpusPart): boolean {
  switch (scope.kind) {
    case "document":
      return id === scope.id;
    case "work":
      return work?.id === scope.id || id === scope.id;
    case "folder":
      return path.startsWith(`${scope.path}/`);
  }
}

/** The criteria for documents and passages. An absent criterion matches everything. */
export interface Filter {
  readonly from?: Person | undefined;
  readonly to?: Person | undefined;
  /** Narrower topics match too. */
  readonly topic?: Topic | undefined;
  readonly period?: Period | undefined;
  readonly scope?: CorpusPart | undefined;
}

/** Whether a filter matches everything. */
export function isEmptyFilter(filter: Filter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

/** Returns a text that is the same for filters that match the same. */
export function filterKey({ from, to, topic, period, scope }: Filter): string {
  const days = [String(period?.first), String(period?.last)];
  return JSON.stringify([from?.name, to?.name, topic?.id, ...days, scope]);
}

/** Applies filters to all entries, before anything is ranked. */
export interface FilterIndex extends BuiltInSteps {
  /** Returns the ids of the entries that match, or undefined if all of them do. */
  allowed(filter: Filter, kinds?: readonly SearchEntry["kind"][]): BitSet | undefined;
}

/** How many filters are cached, each with one bit for every entry. */
const MAX_CACHED_FILTERS = 64;

/**
 * `lineages` has for the id of each topic the ids of itself and of all that are broader; `documentPlaces` returns the
 * places of the documents that match a filter.
 */
export function createFilterIndex(
  entries: SearchEntries,
  documentPlaces: (filter: Filter) => BitSet,
  lineages: ReadonlyMap<string, Iterable<string>>,
): FilterIndex {
  const idsByTopic = lazyInSteps(function* () {
    const byTopic = new Map<string, number[]>();
    // Without topics, no passage needs to be unpacked.
    if (lineages.size === 0) return byTopic;
    for (const ids of [entries.passageIds, entries.otherIds]) {
      yield* eachInSteps(ids, (entryId) => {
        for (const { id } of topicsOf(entries.at(entryId))) {
          for (const topicId of lineages.get(id) ?? []) {
            const known = byTopic.get(topicId);
            if (known === undefined) byTopic.set(topicId, [entryId]);
            else known.push(entryId);
          }
        }
      });
    }
    return byTopic;
  });

  function matchingEntries(
    filter: Filter,
    kinds: readonly SearchEntry["kind"][] | undefined,
  ): BitSet {
    // A query may name dozens of topics, each of a few entries.
    const onTopic = filter.topic && (idsByTopic().get(filter.topic.id) ?? []);
    const count = onTopic?.length ?? entries.count;
    const matching = createBitSet(entries.count);
    // An entry is on a topic by itself, whatever its document is on.
    const documents = documentPlaces({ ...filter, topic: undefined });
    for (let index = 0; index < count; index++) {
      const id = onTopic === undefined ? index : elementAt(onTopic, index);
      const kind = entries.kindOf(id);
      if (kinds?.includes(kind) === false) continue;
      const entry = kind === "event" ? entries.at(id) : undefined;
      const isMatching =
        entry?.kind === "event"
          ? eventMatchesFilter(filter, entry.event)
          : documents.has(entries.documentNumberOf(id));
      if (isMatching) matching.add(id);
    }
    return matching;
  }

  const cache = new Map<string, BitSet>();
  return {
    buildSome: idsByTopic.buildSome,
    allowed(filter, kinds) {
      if (isEmptyFilter(filter) && kinds === undefined) return undefined;
      const key = `${filterKey(filter)} ${kinds}`;
      const matching = cache.get(key) ?? matchingEntries(filter, kinds);
      if (cache.size === MAX_CACHED_FILTERS && !cache.has(key)) cache.clear();
      cache.set(key, matching);
      return matching;
    },
  };
}

/** Whether a document has the filter's author and recipient, and a date that may lie in its period. */
export function matchesFilter({ from, to, period, scope }: Filter, document: Document): boolean {
  if (scope && !isInScope(document, scope)) return false;
  if (from && !isBy(document, from)) return false;
  if (to && !document.to.includes(to)) return false;
  return !period || (document.date !== undefined && overlaps(document.date, period));
}

/** Whether a person wrote a document, or is named as its author. */
export function isBy({ from, authors }: Document, person: Person): boolean {
  return from.includes(person) || authors.some((name) => hasName(person, name));
}

/** Whether a person is called by a name, in any of its forms. */
export function hasName(person: Person, other: string): boolean {
  return foldedFormsOf(person).has(foldedName(other));
}

/** Returns all forms of a person’s name as they are compared. */
export const foldedFormsOf = memoizeByObject(
  ({ name, forms }: Person) => new Set([name, ...forms].map(fold)),
);
/** The authors of 100,000 documents are often the same people. */
const foldedName = memoizeByText(1000, fold);

/** Events have neither author nor recipient, and are in no part of the corpus. */
function eventMatchesFilter({ from, to, period, scope }: Filter, event: CorpusEvent): boolean {
  return !scope && !from && !to && (!period || overlaps(event.date, period));
}
