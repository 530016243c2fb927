import { lazy } from "../foundation/lazy.ts";
import type { Positions } from "./index/positions.ts";
import type { Searchable } from "./searchable.ts";

/** A part of a text, in UTF-16 code units; the end is exclusive. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/** Finds words that stand one after the other, or near each other, within one entry. */
export interface PhraseIndex {
  /** Where a phrase stands in the texts of entries, by the entries' numbers. */
  occurrences(phrase: string): ReadonlyMap<number, readonly TextPart[]>;
  /** The numbers of those entries, some of them several times. */
  entriesWith(phrase: string): readonly number[];
  /**
   * How near to each other words stand in an entry, each by one of its terms: 1 side by side in any
   * order, less the more others stand among them, 0 where one of them is missing.
   */
  nearness(words: readonly (readonly string[])[]): (number: number) => number;
}

/** Looks words up where those of the passages stand, and where those of all `other` entries do. */
export function createPhraseIndex(
  entries: readonly Searchable[],
  inPassages: () => Positions,
  inOthers: () => Positions,
  termOf: (word: string) => string,
): PhraseIndex {
  const isPassage = (number: number) => entries[number]?.kind === "passage";
  const numbers = Uint32Array.from(entries.keys());
  const passages = numbers.filter(isPassage);
  const others = numbers.filter((number) => !isPassage(number));
  const texts = new Uint32Array(entries.length);
  for (const some of [passages, others]) {
    some.forEach((number, text) => {
      texts[number] = text;
    });
  }
  const parts = lazy(() =>
    [
      { positions: inPassages(), numbers: passages },
      { positions: inOthers(), numbers: others },
    ].map((part) => ({ ...part, termAt: createTerms(part.positions, termOf) })),
  );

  /** Calls `each` where a phrase stands within one text; one that goes on in the next stands in neither. */
  function forEachOccurrence(
    phrase: string,
    each: (number: number, positions: Positions, start: number, end: number) => void,
  ): void {
    for (const { positions, numbers } of parts()) {
      const words = positions.wordsOf(phrase);
      for (const start of positions.phrase(words)) {
        const text = positions.textAt(start);
        const end = start + words.length;
        const number = numbers[text];
        if (number === undefined || positions.startOf(text + 1) < end) continue;
        each(number, positions, start, end);
      }
    }
  }

  return {
    occurrences(phrase) {
      const found = new Map<number, TextPart[]>();
      forEachOccurrence(phrase, (number, positions, start, end) => {
        const spans = positions.spans(start, end);
        const known = found.get(number);
        if (known === undefined) found.set(number, [...spans]);
        else known.push(...spans);
      });
      return found;
    },
    entriesWith(phrase) {
      const found: number[] = [];
      forEachOccurrence(phrase, (number) => found.push(number));
      return found;
    },
    nearness(words) {
      const nearnesses = parts().map(({ positions, termAt }) => {
        // The best texts have many words in common.
        const kinds = new Map<number, number>();
        const kindOf = (word: number) => {
          let kind = kinds.get(word);
          if (kind === undefined) {
            const term = termAt(word);
            kind = words.findIndex((terms) => terms.includes(term));
            kinds.set(word, kind);
          }
          return kind === -1 ? undefined : kind;
        };
        return (number: number) => {
          const shortest = positions.shortest(texts[number] ?? 0, kindOf, words.length);
          return shortest === undefined ? 0 : (words.length - 1) / (shortest - 1);
        };
      });
      const [ofPassages, ofOthers] = nearnesses;
      return (number) => (isPassage(number) ? ofPassages : ofOthers)?.(number) ?? 0;
    },
  };
}

/** Remembers the terms of the words of texts: most are met again and again. */
function createTerms(positions: Positions, termOf: (word: string) => string) {
  const known: string[] = [];
  return (word: number): string => {
    const term = known[word] ?? termOf(positions.spelling(word));
    known[word] = term;
    return term;
  };
}
