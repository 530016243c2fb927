import type { Document } from "../src/corpus/document.ts";
import type { Draw } from "./draw.ts";
import { createDocument } from "./texts.ts";

const PASSAGES_IN_A_DOCUMENT = 50;
/** A passage ends with the first sentence that ends after this number of words: a hundred on average. */
const FEWEST_WORDS = { least: 50, most: 120 };
const MOST_WORDS = 140;
const SENTENCE_END = /[.?!]["”)]*$/;

/**
 * Generates `count` passages in the words of these documents: each word follows the two before it
 * somewhere in them (a Markov chain of order 2), so that every trigram occurs there too.
 */
export function fillerOf(
  documents: readonly Document[],
  count: number,
  draw: Draw,
): readonly Document[] {
  const words = documents.flatMap(({ passages }) =>
    passages.flatMap(({ text }) => text.split(" ")),
  );
  const next = successorsOf(words);
  const filler: Document[] = [];
  let at = draw.below(words.length);

  function passage(): string {
    const length = draw.between(FEWEST_WORDS.least, FEWEST_WORDS.most);
    const written: string[] = [];
    while (written.length < MOST_WORDS) {
      at = next(at, draw);
      const word = words[at] ?? "";
      written.push(word);
      if (written.length >= length && SENTENCE_END.test(word)) break;
    }
    return written.join(" ");
  }

  for (let made = 0; made < count; made += PASSAGES_IN_A_DOCUMENT) {
    const size = Math.min(PASSAGES_IN_A_DOCUMENT, count - made);
    filler.push(
      createDocument(`filler-${filler.length + 1}`, Array.from({ length: size }, passage)),
    );
  }
  return filler;
}

/** Given the place of a word, draws the place of one that follows the same two words. */
function successorsOf(words: readonly string[]): (at: number, draw: Draw) => number {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  const ids = Int32Array.from(words, numberOf);

  // The pair of words that ends at each place, and for each pair the places where it ends.
  const pairs = new Map<number, number>();
  const pairAt = Int32Array.from(ids, (id, at) => {
    const key = (ids[at - 1] ?? 0) * numbers.size + id;
    const pair = pairs.get(key) ?? pairs.size;
    pairs.set(key, pair);
    return pair;
  });
  const begins = new Int32Array(pairs.size + 1);
  for (const pair of pairAt) begins[pair + 1] = (begins[pair + 1] ?? 0) + 1;
  for (let pair = 0; pair < pairs.size; pair++) {
    begins[pair + 1] = (begins[pair + 1] ?? 0) + (begins[pair] ?? 0);
  }
  const free = begins.slice();
  const places = new Int32Array(words.length);
  pairAt.forEach((pair, at) => {
    const slot = free[pair] ?? 0;
    places[slot] = at;
    free[pair] = slot + 1;
  });

  return (at, draw) => {
    const pair = pairAt[at] ?? 0;
    const slot = draw.between(begins[pair] ?? 0, (begins[pair + 1] ?? 1) - 1);
    return ((places[slot] ?? 0) + 1) % words.length;
  };
}
