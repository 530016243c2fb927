import { type BuiltInSteps, eachInSteps } from "../../foundation/lazy.ts";
import { type Analyzers, isSingleCjkCharacter } from "../../language/analyzer.ts";
import { fold } from "../../language/fold.ts";
import { type QueryWord, queryWordsOf } from "../query.ts";
import type { Ranking, TermGroup } from "../ranking/ranking.ts";
import { createSimilarWords } from "./similar-words.ts";

/** The words of a query as they are searched for. */
export interface CorrectedQuery {
  readonly groups: readonly TermGroup[];
  /** Words of the query that do not occur in the corpus. */
  readonly missing: readonly string[];
  /** The similar words that are searched for instead. */
  readonly corrections: readonly string[];
}

/** Corrects queries by the words of a corpus. */
export interface Corrections extends BuiltInSteps {
  /** Whether a word occurs in the corpus. */
  occurs(word: QueryWord): boolean;
  /** Replaces words that do not occur by similar ones, unless `isUnderstood` accepts them. */
  correct(words: readonly QueryWord[], isUnderstood: (word: QueryWord) => boolean): CorrectedQuery;
}

/** How many missing words of a query are corrected: the longest ones. Each is compared with all words of the corpus. */
const MAX_CORRECTED_WORDS = 8;

/** Corrects by the words of the texts in `rankings`, and by those of `labels`. */
export function createCorrections(
  rankings: readonly Ranking[],
  labels: readonly string[],
  analyzers: Analyzers,
): Corrections {
  const { similarTo, buildSome } = createSimilarWords(function* () {
    const known = new Map<string, { readonly word: string; frequency: number }>();
    const add = (word: string, frequency: number) => {
      const one = known.get(word);
      if (one === undefined) known.set(word, { word, frequency });
      else one.frequency += frequency;
    };
    yield* eachInSteps(labels, (label) => {
      for (const { text } of queryWordsOf(label, analyzers)) add(fold(text), 0);
    });
    for (const { forms, documentFrequency } of rankings) {
      const numbers = Array(forms.size).keys();
      yield* eachInSteps(numbers, (form) => add(forms.at(form), documentFrequency(form)));
    }
    return [...known.values()];
  });

  /** Converts a word to groups. A single CJK character matches all pairs that begin with it. */
  function toGroups({ text, queryTerms }: QueryWord): readonly TermGroup[] {
    if (!isSingleCjkCharacter(text)) return queryTerms.map((queryTerm) => [queryTerm]);
    return queryTerms.map((queryTerm) =>
      rankings.flatMap(({ forms }) => {
        const [first, end] = forms.prefixRange(queryTerm.form);
        return Array.from({ length: end - first }, (_, index) => {
          const form = forms.at(first + index);
          return { form, terms: [form], weight: 1 };
        });
      }),
    );
  }

  const anyOccurs = (groups: readonly TermGroup[]) =>
    groups.flat().some((queryTerm) => rankings.some(({ hasTerm }) => hasTerm(queryTerm)));

  return {
    buildSome,
    occurs: (word) => anyOccurs(toGroups(word)),
    correct(words, isUnderstood) {
      const sought = words.map((word) => {
        const groups = toGroups(word);
        return { word, groups, isMissing: !anyOccurs(groups) };
      });
      const corrigible = sought
        .filter(({ word, isMissing }) => isMissing && !isUnderstood(word))
        .toSorted((one, other) => other.word.text.length - one.word.text.length)
        .slice(0, MAX_CORRECTED_WORDS);
      const corrected = sought.map((one) => {
        const { word, groups, isMissing } = one;
        const similar = corrigible.includes(one) ? similarTo(word.text) : [];
        if (similar.length === 0) return { word, groups, isMissing, similar };
        const group = similar.flatMap(({ word: correction, likelihood }) =>
          queryWordsOf(correction, analyzers)
            .flatMap(({ queryTerms }) => queryTerms)
            .map((queryTerm) => ({ ...queryTerm, weight: word.count * likelihood })),
        );
        return { word, groups: [group], isMissing, similar };
      });
      return {
        groups: corrected.flatMap(({ groups }) => groups),
        missing: corrected.filter(({ isMissing }) => isMissing).map(({ word }) => word.text),
        corrections: [
          ...new Set(corrected.flatMap(({ similar }) => similar.map(({ word }) => word))),
        ],
      };
    },
  };
}
