import { fold } from "../language/fold.ts";
import type { BitSet } from "./index/bitset.ts";
import type { Ranking, TermGroup } from "./ranking/ranking.ts";
import { documentOf, type Searchables } from "./searchable.ts";

/** Whole documents that a query asks for, by their entries’ numbers. */
export interface DocumentHits {
  /** What is called exactly as was asked. */
  readonly exact: readonly number[];
  /** What matches by its data while no prose of it does, the best first. */
  readonly others: readonly number[];
}

/** Finds documents by what they are called, when the prose with the numbers `found` matched. */
export type FindDocuments = (
  query: string,
  words: readonly TermGroup[],
  allowed: BitSet | undefined,
  found: Uint32Array,
) => DocumentHits;

export function createDocumentHits(
  { prose, documents }: Searchables,
  ranking: Ranking,
): FindDocuments {
  const called = new Map<string, number[]>();
  documents.forEach(({ document: { title, id, date } }, number) => {
    const names = [title, id, ...(date === undefined ? [] : [date.edtf, date.label])];
    for (const name of new Set(names.map(fold))) {
      called.set(name, [...(called.get(name) ?? []), prose.length + number]);
    }
  });

  return (query, words, allowed, found) => {
    const isAllowed = (number: number) => allowed === undefined || allowed.has(number);
    const exact = (called.get(fold(query)) ?? []).filter(isAllowed);
    const matching = ranking
      .rank(words, { limit: Infinity })
      .best.map(({ docId: number }) => prose.length + number)
      .filter((number) => isAllowed(number) && !exact.includes(number));
    if (matching.length === 0) return { exact, others: [] };
    const quoted = new Set<unknown>();
    for (const number of found) {
      const entry = prose[number];
      if (entry !== undefined) quoted.add(documentOf(entry));
    }
    const documentAt = (number: number) => documents[number - prose.length]?.document;
    return { exact, others: matching.filter((number) => !quoted.has(documentAt(number))) };
  };
}
