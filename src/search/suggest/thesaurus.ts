import type { Topic } from "../../corpus/document.ts";
import type { Analyzers } from "../../language/analyzer.ts";
import { fold } from "../../language/fold.ts";

/** The topics that a query names. */
export interface QueryTopics {
  /** The topics with a label or synonym in the query, in any inflection; at most `MAX_QUERY_TOPICS`. */
  readonly topics: readonly Topic[];
  /** Their other labels. */
  readonly synonyms: readonly string[];
  /** The labels of the topics directly narrower than these. */
  readonly narrower: readonly string[];
  /** Whether a term occurs in a label of these topics. */
  isLabelTerm(term: string): boolean;
}

/** The topics of a corpus by all of their labels. */
export interface Thesaurus {
  /** Finds the topics that a query names. If the query is a label, finds only the topics with this label. */
  findTopics(query: string): QueryTopics;
  /** All labels and synonyms, in all languages. */
  readonly labels: readonly string[];
}

/**
 * How many topics of a query are searched for: the first ones that it names. A whole passage names dozens, and asks for none
 * of them.
 */
const MAX_QUERY_TOPICS = 8;

const NO_TOPICS: QueryTopics = {
  topics: [],
  synonyms: [],
  narrower: [],
  isLabelTerm: () => false,
};

export function createThesaurus(topics: readonly Topic[], analyzers: Analyzers): Thesaurus {
  const entries = topics.map((topic) => {
    const labels = [topic.label, ...topic.synonyms];
    const sequences = labels.map(termSequence).filter((sequence) => sequence !== "  ");
    return { topic, labels, folded: labels.map(fold), sequences };
  });

  /** Returns the terms of a text's content words, between spaces. */
  function termSequence(text: string): string {
    const terms = analyzers.contentWordsOf(text).flatMap(({ terms }) => terms);
    return ` ${terms.join(" ")} `;
  }

  return {
    labels: entries.flatMap(({ labels }) => labels),
    findTopics(query) {
      if (entries.length === 0) return NO_TOPICS;
      const queryTerms = termSequence(query);
      const foldedQuery = fold(query);
      const named = entries.flatMap((entry) => {
        const places = entry.sequences.flatMap((sequence) => {
          const place = queryTerms.indexOf(sequence);
          return place === -1 ? [] : [place];
        });
        return places.length === 0 ? [] : [{ ...entry, place: Math.min(...places) }];
      });
      const exact = named.filter(({ folded }) => folded.includes(foldedQuery));
      const first = named.toSorted((a, b) => a.place - b.place).slice(0, MAX_QUERY_TOPICS);
      const found = exact.length > 0 ? exact : first;
      return {
        topics: found.map(({ topic }) => topic),
        synonyms: found.flatMap(({ labels, folded }) =>
          labels.filter((_, index) => folded[index] !== foldedQuery),
        ),
        narrower: entries
          .filter(({ topic: { broader } }) => found.some(({ topic }) => broader.includes(topic.id)))
          .map(({ topic }) => topic.label),
        isLabelTerm: (term) =>
          found.some(({ sequences }) =>
            sequences.some((sequence) => sequence.includes(` ${term} `)),
          ),
      };
    },
  };
}
