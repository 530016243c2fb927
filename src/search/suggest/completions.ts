import { isSingleCjkCharacter } from "../../language/analyzer.ts";
import { fold } from "../../language/fold.ts";
import type { Ranking } from "../ranking/ranking.ts";

/** Completes what somebody types: as a label, and its last word by the corpus’s own, the most frequent first. */
export type CompleteWords = (typed: string, most: number) => readonly string[];

/** Fewer letters begin too many words to be of use. */
const MIN_PREFIX_LENGTH = 2;

/** Completes by `labels` and by the words of the texts in `rankings`. */
export function createCompletions(
  rankings: readonly Ranking[],
  labels: readonly string[],
): CompleteWords {
  const called = labels.map((label) => ({ label, name: fold(label) }));

  function wordsFrom(typed: string): readonly string[] {
    const begun = /[\p{L}\p{N}\p{M}]+$/u.exec(typed)?.[0] ?? "";
    const prefix = fold(begun);
    // Pairs of characters, by which some scripts are indexed, are no words.
    if (prefix.length < MIN_PREFIX_LENGTH || isSingleCjkCharacter([...prefix].at(-1) ?? ""))
      return [];
    const spreads = new Map<string, number>();
    for (const { forms, documentFrequency: spread } of rankings) {
      const [first, next] = forms.beginning(prefix);
      for (let form = first; form < next; form++) {
        const word = forms.at(form);
        spreads.set(word, (spreads.get(word) ?? 0) + spread(form));
      }
    }
    const before = typed.slice(0, typed.length - begun.length);
    return [...spreads]
      .filter(([word]) => word !== prefix)
      .sort(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1))
      .map(([word]) => `${before}${begun}${word.slice(prefix.length)}`);
  }

  return (typed, most) => {
    const wanted = fold(typed);
    const begun = called.filter(({ name }) => name.startsWith(wanted));
    const known = new Set(begun.map(({ name }) => name));
    const words = wordsFrom(typed).filter((one) => !known.has(fold(one)));
    return [...begun.map(({ label }) => label), ...words].slice(0, most);
  };
}
