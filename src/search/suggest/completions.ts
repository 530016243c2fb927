import { isSingleCjkCharacter } from "../../language/analyzer.ts";
import { fold } from "../../language/fold.ts";
import type { Ranking } from "../ranking/ranking.ts";

/**
 * Completes a text that is being typed: as a label, and its last word by the words of the corpus, those in
 * the most texts first.
 */
export type CompleteWords = (typed: string, limit: number) => readonly string[];

/** Shorter prefixes have too many words to be useful. */
const MIN_PREFIX_LENGTH = 2;

/** Completes by `labels` and by the words of the texts in `rankings`. */
export function createCompletions(
  rankings: readonly Ranking[],
  labels: readonly string[],
): CompleteWords {
  const foldedLabels = labels.map((label) => ({ label, folded: fold(label) }));

  function completeLastWord(typed: string): readonly string[] {
    const [lastWord] = /(?:[\p{L}\p{M}]+|\p{N}+)$/u.exec(typed) ?? [];
    if (lastWord === undefined) return [];
    const prefix = fold(lastWord);
    const lastCharacter = [...prefix].at(-1);
    // CJK is indexed by pairs of characters, which are no words.
    const isCjk = lastCharacter !== undefined && isSingleCjkCharacter(lastCharacter);
    if (prefix.length < MIN_PREFIX_LENGTH || isCjk) return [];
    const frequencies = new Map<string, number>();
    for (const { forms, documentFrequency } of rankings) {
      const [first, end] = forms.prefixRange(prefix);
      for (let form = first; form < end; form++) {
        const word = forms.at(form);
        frequencies.set(word, (frequencies.get(word) ?? 0) + documentFrequency(form));
      }
    }
    return [...frequencies]
      .filter(([word]) => word !== prefix)
      .sort(([wordA, a], [wordB, b]) => b - a || (wordA < wordB ? -1 : 1))
      .map(([word]) => `${typed}${word.slice(prefix.length)}`);
  }

  return (typed, limit) => {
    const prefix = fold(typed);
    const matching = foldedLabels.filter(({ folded }) => folded.startsWith(prefix));
    const known = new Set(matching.map(({ folded }) => folded));
    const words = completeLastWord(typed).filter((completed) => !known.has(fold(completed)));
    return [...matching.map(({ label }) => label), ...words].slice(0, limit);
  };
}
