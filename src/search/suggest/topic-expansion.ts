import type { Analyzers } from "../../language/analyzer.ts";
import type { Filtering } from "../filter.ts";
import type { Bits } from "../index/bitset.ts";
import { wordsOf } from "../query.ts";
import type { Match, Ranking } from "../ranking/ranking.ts";
import type { Named } from "./thesaurus.ts";

/** What is found because of the topics that a query names. */
export interface ThroughTopics {
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
export type FindThroughTopics = (
  named: Named,
  allowed: Bits | undefined,
  best: number,
) => ThroughTopics;

export function createThroughTopics(
  ranking: Ranking,
  analyzers: Analyzers,
  filtering: Filtering,
): FindThroughTopics {
  return ({ topics, synonyms }, allowed, best) => {
    const labelled = synonyms.map((synonym) => {
      const words = wordsOf(synonym, analyzers).flatMap(({ sought }) => sought);
      const { best: matches } = ranking.ranked(
        words.map((word) => [word]),
        { allowed, isComplete: true, most: Infinity },
      );
      const terms = words.flatMap((word) => word.terms);
      return { synonym, terms, matches, numbers: new Set(matches.map(({ number }) => number)) };
    });
    const tagged = new Set(
      topics.flatMap((topic) => filtering.allowed({ topic }, TAGGED)?.numbers() ?? []),
    );
    const onTopics = [...tagged]
      .filter((number) => allowed?.has(number) !== false)
      .map((number) => ({ number, score: best }));
    const isFound = ({ numbers }: { numbers: ReadonlySet<number> }) => Number(numbers.size > 0);
    return {
      matches: [...labelled.flatMap(({ matches }) => matches), ...onTopics].map(
        ({ number, score }) => ({ number, score: score * TOPIC_WEIGHT }),
      ),
      synonyms: labelled.toSorted((a, b) => isFound(b) - isFound(a)).map(({ synonym }) => synonym),
      termsIn: (number) =>
        labelled.filter(({ numbers }) => numbers.has(number)).flatMap(({ terms }) => terms),
    };
  };
}
