import type { Document } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { fold } from "../language/fold.ts";
import type { BitSet } from "./index/bitset.ts";
import type { Ranking, TermGroup } from "./ranking/ranking.ts";
import { documentOf, type Searchables } from "./searchable.ts";

/** The whole documents that a query finds, as the ids of their entries. */
export interface DocumentHits {
  /** The documents whose title, id or date is exactly the query. */
  readonly exact: readonly number[];
  /** The documents whose metadata matches while none of their prose does, best first. */
  readonly others: readonly number[];
}

/** Finds documents by their metadata. `matchedProse` are the ids of the prose that matches the query. */
export type FindDocuments = (
  query: string,
  groups: readonly TermGroup[],
  allowed: BitSet | undefined,
  matchedProse: Uint32Array,
) => DocumentHits;

export function createDocumentHits(
  { prose, documents }: Searchables,
  ranking: Ranking,
): FindDocuments {
  const idsByName = new Map<string, number[]>();
  documents.forEach(({ document: { title, id, date } }, docId) => {
    const names = [title, id, ...(date === undefined ? [] : [date.edtf, date.label])];
    for (const name of new Set(names.map(fold))) {
      idsByName.set(name, [...(idsByName.get(name) ?? []), prose.length + docId]);
    }
  });

  return (query, groups, allowed, matchedProse) => {
    const isAllowed = (id: number) => allowed === undefined || allowed.has(id);
    const exact = (idsByName.get(fold(query)) ?? []).filter(isAllowed);
    const matching = ranking
      .rank(groups, { limit: Infinity })
      .top.map(({ docId }) => prose.length + docId)
      .filter((id) => isAllowed(id) && !exact.includes(id));
    if (matching.length === 0) return { exact, others: [] };
    const withProse = new Set<Document | undefined>();
    for (const id of matchedProse) withProse.add(documentOf(elementAt(prose, id)));
    const documentAt = (id: number) => elementAt(documents, id - prose.length).document;
    return { exact, others: matching.filter((id) => !withProse.has(documentAt(id))) };
  };
}
