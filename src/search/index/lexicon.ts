/** Words in the order of their characters, in one string: loaded at once, however many there are. */
export interface LexiconData {
  readonly text: string;
  /** Where each word ends in the text. */
  readonly ends: Uint32Array;
}

export interface Lexicon {
  readonly size: number;
  /** The word with a number. */
  at(number: number): string;
  /** The number of a word; undefined when it is none of them. */
  numberOf(word: string): number | undefined;
  /** The numbers of the words that begin so: from the first to before the second. */
  beginning(prefix: string): readonly [number, number];
}

/** Puts words, each given once, in order. */
export function buildLexicon(sorted: readonly string[]): LexiconData {
  const ends = new Uint32Array(sorted.length);
  let end = 0;
  sorted.forEach((word, number) => {
    end += word.length;
    ends[number] = end;
  });
  return { text: sorted.join(""), ends };
}

export function openLexicon({ text, ends }: LexiconData): Lexicon {
  const size = ends.length;
  const at = (number: number) => text.slice(number === 0 ? 0 : ends[number - 1], ends[number]);

  /** Whether the word with a number stands before `word`, by their code units. */
  function isBefore(number: number, word: string): boolean {
    const start = number === 0 ? 0 : (ends[number - 1] ?? 0);
    const length = (ends[number] ?? 0) - start;
    const shared = Math.min(length, word.length);
    for (let offset = 0; offset < shared; offset++) {
      const difference = text.charCodeAt(start + offset) - word.charCodeAt(offset);
      if (difference !== 0) return difference < 0;
    }
    return length < word.length;
  }

  /** The number of the first word that does not stand before `word`. */
  function firstFrom(word: string): number {
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
    numberOf(word) {
      const number = firstFrom(word);
      return number < size && at(number) === word ? number : undefined;
    },
    beginning(prefix) {
      const first = firstFrom(prefix);
      let next = first;
      while (next < size && at(next).startsWith(prefix)) next += 1;
      return [first, next];
    },
  };
}
