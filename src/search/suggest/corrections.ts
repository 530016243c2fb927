import { type Analyzers, isSingleCjkCharacter } from "../../language/analyzer.ts";
import { fold } from "../../language/fold.ts";
import { type QueryWord, queryWordsOf } from "../query.ts";
import type { Ranking, TermGroup } from "../ranking/ranking.ts";
import { createSimilarWords } from "./similar-words.ts";

/** What is looked for in place of the words of a query. */
export interface CorrectedQuery {
  readonly words: readonly TermGroup[];
  /** Words of the query that stand nowhere. */
  readonly missing: readonly string[];
  /** The words that these may be meant to be, and that are looked for as well. */
  readonly corrections: readonly string[];
}

/** Knows which words stand somewhere, and what others may be meant to be. */
export interface Corrections {
  occurs(word: QueryWord): boolean;
  /** Looks for the words as they are, but for those that stand nowhere and are not `understood` either. */
  correct(words: readonly QueryWord[], understood: (word: QueryWord) => boolean): CorrectedQuery;
}

/** Knows the words of the texts in `rankings`, and those of `labels`. */
export function createCorrections(
  rankings: readonly Ranking[],
  labels: readonly string[],
  analyzers: Analyzers,
): Corrections {
  const vocabulary = createSimilarWords(() => {
    const frequencies = new Map<string, number>();
    for (const label of labels) {
      for (const { text } of queryWordsOf(label, analyzers)) frequencies.set(fold(text), 0);
    }
    for (const { forms, documentFrequency } of rankings) {
      for (let form = 0; form < forms.size; form++) {
        const word = forms.at(form);
        frequencies.set(word, (frequencies.get(word) ?? 0) + documentFrequency(form));
      }
    }
    return [...frequencies].map(([word, frequency]) => ({ word, frequency }));
  });

  /** A lone character, where pairs are indexed, stands for all pairs that begin with it. */
  function expandCjkCharacter({ text, sought }: QueryWord): readonly TermGroup[] {
    if (!isSingleCjkCharacter(text)) return sought.map((word) => [word]);
    return sought.map((half) =>
      rankings.flatMap(({ forms }) => {
        const [first, next] = forms.beginning(half.form);
        return Array.from({ length: next - first }, (_, index) => {
          const form = forms.at(first + index);
          return { form, terms: [form], weight: 1 };
        });
      }),
    );
  }
  const anyStands = (words: readonly TermGroup[]) =>
    words.flat().some((word) => rankings.some(({ hasTerm: has }) => has(word)));

  return {
    occurs: (word) => anyStands(expandCjkCharacter(word)),
    correct(words, understood) {
      const read = words.map((word) => ({ word, alternatives: expandCjkCharacter(word) }));
      const missing = read.filter(({ alternatives }) => !anyStands(alternatives));
      const near = new Map(
        missing
          .filter(({ word }) => !understood(word))
          .map(({ word }) => [word, vocabulary.similarTo(word.text)]),
      );
      return {
        words: read.flatMap(({ word, alternatives }) => {
          const guesses = near.get(word) ?? [];
          if (guesses.length === 0) return alternatives;
          return [
            guesses.flatMap(({ word: guess, likelihood }) =>
              queryWordsOf(guess, analyzers)
                .flatMap(({ sought }) => sought)
                .map((sought) => ({ ...sought, weight: likelihood })),
            ),
          ];
        }),
        missing: missing.map(({ word }) => word.text),
        corrections: [...new Set([...near.values()].flat().map(({ word }) => word))],
      };
    },
  };
}
