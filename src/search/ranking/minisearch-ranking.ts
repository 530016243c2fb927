import MiniSearch from "minisearch";
import { elementAt } from "../../foundation/checked-access.ts";
import { B, K1, matchWeights } from "../index/bm25.ts";
import { buildLexicon, openLexicon } from "../index/lexicon.ts";
import type { TextToIndex, Tokenize } from "../index/postings.ts";
import {
  compareMatches,
  type Match,
  type QueryTerm,
  type Ranking,
  type ScoringOptions,
  type TermGroup,
} from "./ranking.ts";

/**
 * Ranks with MiniSearch. Words are searched one by one, since MiniSearch multiplies the score of a longer
 * query by the number of words that match.
 */
export function createMiniSearchRanking(
  texts: readonly TextToIndex[],
  tokenize: Tokenize,
): Ranking {
  const documentFrequencies = new Map<string, number>();
  const knownTerms = new Set<string>();
  const index = new MiniSearch<{ id: number; forms: string; terms: string }>({
    fields: ["forms", "terms"],
    // MiniSearch takes the number of distinct tokens for a text's length. Numbered, all tokens are distinct.
    tokenize: (words) =>
      words === "" ? [] : words.split("\n").map((word, number) => `${word}\n${number}`),
    processTerm: (token) => token.slice(0, token.indexOf("\n")),
    searchOptions: {
      tokenize: (word) => [word],
      processTerm: (word) => word,
      bm25: { k: K1, b: B, d: 0 },
    },
  });
  texts.forEach((text, docId) => {
    const forms: string[] = [];
    const terms: string[] = [];
    tokenize(text, (form, term) => {
      forms.push(form);
      terms.push(term);
    });
    for (const form of new Set(forms)) {
      documentFrequencies.set(form, (documentFrequencies.get(form) ?? 0) + 1);
    }
    for (const term of terms) knownTerms.add(term);
    index.add({ id: docId, forms: forms.join("\n"), terms: terms.join("\n") });
  });
  const sortedForms = [...documentFrequencies].sort(([a], [b]) => (a < b ? -1 : 1));

  /** Returns the texts that match, best first. */
  function matchesOf(
    groups: readonly TermGroup[],
    { allowed, isSentence = false, requireAll = false }: ScoringOptions & { requireAll?: boolean },
  ): readonly Match[] {
    const weights = matchWeights(groups.length, isSentence);
    // MiniSearch drops documents with a boost of 0 before it scores them.
    const boostDocument = (docId: number) => (allowed === undefined || allowed.has(docId) ? 1 : 0);
    const scoresOf = (word: string, field: "forms" | "terms") =>
      new Map(
        index
          .search(word, { fields: [field], boostDocument })
          .map(({ id, score }) => [Number(id), score]),
      );

    /** Scores texts by each of a word's terms. */
    function scoreTerms({ form, terms, weight }: QueryTerm): readonly Map<number, TermScore>[] {
      const indexed = terms.filter((term) => knownTerms.has(term));
      if (indexed.length === 0) return [];
      const formScores = scoresOf(form, "forms");
      return indexed.map((term) => {
        const scores = [...scoresOf(term, "terms")].map(([docId, score]): [number, TermScore] => {
          // A text without the typed form scores by the term alone.
          const formScore = formScores.get(docId) ?? 0;
          return [
            docId,
            {
              score: weight * (score + weights.form * formScore),
              isExact: formScores.has(docId),
            },
          ];
        });
        return new Map(scores);
      });
    }

    const sums = new Map<number, { score: number; matchCount: number; exactCount: number }>();
    for (const group of groups) {
      for (const [docId, { score, isExact }] of bestScores(group.flatMap(scoreTerms))) {
        const sum = sums.get(docId) ?? { score: 0, matchCount: 0, exactCount: 0 };
        sum.score += score;
        sum.matchCount += 1;
        sum.exactCount += isExact ? 1 : 0;
        sums.set(docId, sum);
      }
    }
    return [...sums]
      .filter(([, { matchCount }]) => !requireAll || matchCount === groups.length)
      .map(([docId, { score, matchCount, exactCount }]) => ({
        docId,
        score: score * weights.boost(matchCount, exactCount === groups.length),
      }))
      .sort(compareMatches);
  }

  return {
    forms: openLexicon(buildLexicon(sortedForms.map(([form]) => form))),
    documentFrequency(form) {
      const [, documentFrequency] = elementAt(sortedForms, form);
      return documentFrequency;
    },
    hasTerm: ({ terms }) => terms.some((term) => knownTerms.has(term)),
    rank(groups, { limit, ...options }) {
      const matches = matchesOf(groups, options);
      return {
        top: matches.slice(0, limit),
        allDocIds: Uint32Array.from(matches, ({ docId }) => docId),
      };
    },
    score(groups, options) {
      const matches = matchesOf(groups, options);
      return {
        docIds: Uint32Array.from(matches, ({ docId }) => docId),
        scores: Float64Array.from(matches, ({ score }) => score),
      };
    },
  };
}

interface TermScore {
  readonly score: number;
  /** Whether the text contains the word as it was typed. */
  readonly isExact: boolean;
}

/** Combines the scores by alternative terms: the best score, and exact if any of them is exact. */
function bestScores(alternatives: readonly Map<number, TermScore>[]): Map<number, TermScore> {
  const best = new Map<number, TermScore>();
  for (const [docId, term] of alternatives.flatMap((scores) => [...scores])) {
    const other = best.get(docId);
    best.set(
      docId,
      other === undefined
        ? term
        : {
            score: Math.max(term.score, other.score),
            isExact: term.isExact || other.isExact,
          },
    );
  }
  return best;
}
