import { type Analyzers, isHalf } from "../../language/analyzer.ts";
import { folded } from "../../language/fold.ts";
import { type QueryWord, wordsOf } from "../query.ts";
import type { Alternatives, Ranking } from "../ranking/ranking.ts";
import { createVocabulary } from "./similar-words.ts";

/** What is looked for in place of the words of a query. */
export interface Guessed {
  readonly words: readonly Alternatives[];
  /** Words of the query that stand nowhere. */
  readonly missing: readonly string[];
  /** The words that these may be meant to be, and that are looked for as well. */
  readonly neighbours: readonly string[];
}

/** Knows which words stand somewhere, and what others may be meant to be. */
export interface Guesses {
  stands(word: QueryWord): boolean;
  /** Looks for the words as they are, but for those that stand nowhere and are not `understood` either. */
  of(words: readonly QueryWord[], understood: (word: QueryWord) => boolean): Guessed;
}

/** Knows the words of the texts in `rankings`, and those of `labels`. */
export function createGuesses(
  rankings: readonly Ranking[],
  labels: readonly string[],
  analyzers: Analyzers,
): Guesses {
  const vocabulary = createVocabulary(() => {
    const spreads = new Map<string, number>();
    for (const label of labels) {
      for (const { text } of wordsOf(label, analyzers)) spreads.set(folded(text), 0);
    }
    for (const { forms, spread } of rankings) {
      for (let form = 0; form < forms.size; form++) {
        const word = forms.at(form);
        spreads.set(word, (spreads.get(word) ?? 0) + spread(form));
      }
    }
    return [...spreads].map(([word, spread]) => ({ word, spread }));
  });

  /** A lone character, where pairs are indexed, stands for all pairs that begin with it. */
  function begun({ text, sought }: QueryWord): readonly Alternatives[] {
    if (!isHalf(text)) return sought.map((word) => [word]);
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
  const anyStands = (words: readonly Alternatives[]) =>
    words.flat().some((word) => rankings.some(({ has }) => has(word)));

  return {
    stands: (word) => anyStands(begun(word)),
    of(words, understood) {
      const read = words.map((word) => ({ word, alternatives: begun(word) }));
      const missing = read.filter(({ alternatives }) => !anyStands(alternatives));
      const near = new Map(
        missing
          .filter(({ word }) => !understood(word))
          .map(({ word }) => [word, vocabulary.near(word.text)]),
      );
      return {
        words: read.flatMap(({ word, alternatives }) => {
          const guesses = near.get(word) ?? [];
          if (guesses.length === 0) return alternatives;
          return [
            guesses.flatMap(({ word: guess, likelihood }) =>
              wordsOf(guess, analyzers)
                .flatMap(({ sought }) => sought)
                .map((sought) => ({ ...sought, weight: likelihood })),
            ),
          ];
        }),
        missing: missing.map(({ word }) => word.text),
        neighbours: [...new Set([...near.values()].flat().map(({ word }) => word))],
      };
    },
  };
}
