import type { Analyzers } from "../../language/analyzer.ts";
import type { FilterIndex } from "../filter.ts";
import type { BitSet } from "../index/bitset.ts";
import { queryWordsOf } from "../query.ts";
import type { Match, Ranking } from "../ranking/ranking.ts";
import type { NamedTopics } from "./thesaurus.ts";

/** What is found because of the topics that a query names. */
export interface TopicExpansion {
  readonly matches: readonly Match[];
  /** The other labels that were looked for, those that were found first. */
  readonly synonyms: readonly string[];
  /** The terms of the labels that stand in a text. */
  termsIn(number: number): readonly string[];
}

/** How much a match through a topic counts beside one through the word itself. */
const TOPIC_WEIGHT = 0.4;

/** What has topics of its own: a note has those of its document. */
const TAGGED = ["passage", "event"] as const;

/**
 * Finds prose that has another label of one of the topics, or is said to be on it or on a narrower one.
 * `best` is the score of the best match by the query’s own words.
 */
export type ExpandTopics = (
  named: NamedTopics,
  allowed: BitSet | undefined,
  best: number,
) => TopicExpansion;

export function createTopicExpansion(
  ranking: Ranking,
  analyzers: Analyzers,
  filtering: FilterIndex,
): ExpandTopics {
  return ({ topics, synonyms }, allowed, best) => {
    const labelled = synonyms.map((synonym) => {
      const words = queryWordsOf(synonym, analyzers).flatMap(({ sought }) => sought);
      const { best: matches } = ranking.rank(
        words.map((word) => [word]),
        { allowed, requireAll: true, limit: Infinity },
      );
      const terms = words.flatMap((word) => word.terms);
      return {
        synonym,
        terms,
        matches,
        docIds: new Set(matches.map(({ docId }) => docId)),
      };
    });
    const tagged = new Set(
      topics.flatMap((topic) => filtering.allowed({ topic }, TAGGED)?.values() ?? []),
    );
    const onTopics = [...tagged]
      .filter((docId) => allowed?.has(docId) !== false)
      .map((docId) => ({ docId, score: best }));
    const isFound = ({ docIds }: { docIds: ReadonlySet<number> }) => Number(docIds.size > 0);
    return {
      matches: [...labelled.flatMap(({ matches }) => matches), ...onTopics].map(
        ({ docId, score }) => ({ docId, score: score * TOPIC_WEIGHT }),
      ),
      synonyms: labelled.toSorted((a, b) => isFound(b) - isFound(a)).map(({ synonym }) => synonym),
      termsIn: (docId) =>
        labelled.filter(({ docIds }) => docIds.has(docId)).flatMap(({ terms }) => terms),
    };
  };
}
