import MiniSearch from "minisearch";
import type { Analyzer } from "./words.ts";

/** A text that matched: its number, how well, and which of its terms did. */
export interface Match {
  readonly number: number;
  /** BM25, comparable within one answer only. */
  readonly score: number;
  readonly terms: readonly string[];
}

/** Finds the texts that match some words, the best first; equals stand in the order of the texts. */
export interface Ranking {
  /** Texts with any of `terms`. `allowed` is asked before anything is scored. */
  matching(terms: readonly string[], allowed: (number: number) => boolean): readonly Match[];
  /** Whether any text has `term`. */
  has(term: string): boolean;
}

/** Indexes `texts` with MiniSearch. */
export function createRanking(texts: readonly string[], analyzer: Analyzer): Ranking {
  const terms = new Set<string>();
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    // Stop words are left out here and not in processTerm, so that they do not count as length.
    tokenize: (text) => analyzer.tellingWordsOf(text).flatMap((word) => word.terms),
    processTerm: (term) => {
      terms.add(term);
      return term;
    },
  });
  index.addAll(texts.map((text, id) => ({ id, text })));
  const indexed = new Set(terms);

  return {
    has: (term) =>
      indexed.has(term) ||
      (analyzer.isHalf(term) && [...indexed].some((pair) => pair.startsWith(term))),
    matching(query, allowed) {
      const results = index.search(query.join(" "), {
        tokenize: (text) => text.split(" "),
        processTerm: (term) => term,
        prefix: analyzer.isHalf,
        boostDocument: (id: number) => (allowed(id) ? 1 : 0),
        bm25: { k: 1.6, b: 0.75, d: 0 },
      });
      return (
        results
          // MiniSearch multiplies the sum by the number of terms that matched
          // (lucaong/minisearch#129), which drowns the rarer of many words.
          .map(({ id, score, terms: matched, queryTerms }): Match => {
            return { number: Number(id), score: score / queryTerms.length, terms: matched };
          })
          .sort((a, b) => b.score - a.score || a.number - b.number)
      );
    },
  };
}
