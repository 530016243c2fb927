import type { Analyzers } from "../../language/analyzer.ts";
import type { FilterIndex } from "../filter.ts";
import { type BitSet, createBitSet } from "../index/bitset.ts";
import { queryWordsOf } from "../query.ts";
import type { QueryTerm, Ranking, ScoredTexts } from "../ranking/ranking.ts";
import type { QueryTopics } from "./thesaurus.ts";

/** The prose that matches the topics of a query. */
export interface TopicExpansion {
  /** An entry may match several times. */
  readonly matches: readonly ScoredTexts[];
  /** The other labels that were searched for, those with matches first. */
  readonly synonyms: readonly string[];
  /** Returns the terms of the labels that occur in an entry. */
  termsIn(docId: number): readonly string[];
}

/** The boost of a match by topic; 1 for a match by the query's own words. */
const TOPIC_WEIGHT = 0.4;

/** The kinds of entries with topics of their own. Notes have those of their document. */
const TAGGED_KINDS = ["passage", "event"] as const;

/**
 * Finds the prose that contains another label of a query's topics, or is tagged with one of these topics or
 * a narrower one. `topScore` is the score of the best match by the query's own words; tagged entries get it
 * before the boost.
 */
export type ExpandTopics = (
  queryTopics: QueryTopics,
  allowed: BitSet | undefined,
  topScore: number,
) => TopicExpansion;

export function createTopicExpansion(
  ranking: Ranking,
  analyzers: Analyzers,
  filters: FilterIndex,
  entryCount: number,
): ExpandTopics {
  /** The terms of the labels that have been searched for: as many as the corpus has labels. */
  const termsByLabel = new Map<string, readonly QueryTerm[]>();

  function queryTermsOf(label: string): readonly QueryTerm[] {
    const known = termsByLabel.get(label);
    if (known !== undefined) return known;
    const terms = queryWordsOf(label, analyzers).flatMap(({ queryTerms }) => queryTerms);
    termsByLabel.set(label, terms);
    return terms;
  }

  return ({ topics, synonyms }, allowed, topScore) => {
    const bySynonym = synonyms.map((synonym) => {
      const queryTerms = queryTermsOf(synonym);
      const matches = ranking.score(
        queryTerms.map((queryTerm) => [queryTerm]),
        { allowed, requireAll: true },
      );
      return { synonym, terms: queryTerms.flatMap(({ terms }) => terms), matches };
    });
    const tagged = createBitSet(entryCount);
    for (const topic of topics) {
      for (const docId of filters.allowed({ topic }, TAGGED_KINDS)?.values() ?? []) {
        if (allowed?.has(docId) !== false) tagged.add(docId);
      }
    }
    const docIds = tagged.values();
    const scores = new Float64Array(docIds.length).fill(topScore * TOPIC_WEIGHT);
    const withMatches = bySynonym.filter(({ matches }) => matches.docIds.length > 0);
    const withoutMatches = bySynonym.filter(({ matches }) => matches.docIds.length === 0);
    return {
      matches: [
        ...bySynonym.map(({ matches }) => ({
          docIds: matches.docIds,
          scores: matches.scores.map((score) => score * TOPIC_WEIGHT),
        })),
        { docIds, scores },
      ],
      synonyms: [...withMatches, ...withoutMatches].map(({ synonym }) => synonym),
      termsIn: (docId) =>
        bySynonym
          .filter(({ matches }) => matches.docIds.includes(docId))
          .flatMap(({ terms }) => terms),
    };
  };
}
