import { integerAt } from "../../foundation/checked-access.ts";

/** Sorted words in one string, which loads at once however many words there are. */
export interface StoredLexicon {
  readonly text: string;
  /** Where each word ends in the text. */
  readonly ends: Uint32Array;
}

/** A term dictionary: distinct words in the order of their code units. A word's id is its rank. */
export interface Lexicon {
  readonly size: number;
  /** Returns the word with this id. Throws a RangeError if there is none. */
  at(id: number): string;
  /** Returns the id of a word, or undefined if the lexicon does not contain it. */
  idOf(word: string): number | undefined;
  /** Returns the ids of the words with this prefix, as the first id and the one after the last. */
  prefixRange(prefix: string): readonly [number, number];
}

/** Builds a lexicon of distinct words that are sorted by their code units. */
export function buildLexicon(sortedWords: readonly string[]): StoredLexicon {
  const ends = new Uint32Array(sortedWords.length);
  let end = 0;
  sortedWords.forEach((word, id) => {
    end += word.length;
    ends[id] = end;
  });
  return { text: sortedWords.join(""), ends };
}

export function openLexicon({ text, ends }: StoredLexicon): Lexicon {
  const size = ends.length;
  const startOf = (id: number) => (id === 0 ? 0 : integerAt(ends, id - 1));
  const at = (id: number) => text.slice(startOf(id), integerAt(ends, id));

  /** Whether the word with an id sorts before `word`. */
  function isBefore(id: number, word: string): boolean {
    const start = startOf(id);
    const length = integerAt(ends, id) - start;
    const sharedLength = Math.min(length, word.length);
    for (let offset = 0; offset < sharedLength; offset++) {
      const difference = text.charCodeAt(start + offset) - word.charCodeAt(offset);
      if (difference !== 0) return difference < 0;
    }
    return length < word.length;
  }

  /** Finds the id of the first word that does not sort before `word`. */
  function lowerBound(word: string): number {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(middle, word)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    size,
    at,
    idOf(word) {
      const id = lowerBound(word);
      return id < size && at(id) === word ? id : undefined;
    },
    prefixRange(prefix) {
      const first = lowerBound(prefix);
      let end = first;
      while (end < size && at(end).startsWith(prefix)) end += 1;
      return [first, end];
    },
  };
}
