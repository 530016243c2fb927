import { elementAt, floatAt, integerAt } from "../foundation/checked-access.ts";
import { forEachToken, tokenKey } from "../language/tokenizer.ts";

/** Two texts, by their indexes. */
export interface TextPair {
  readonly first: number;
  readonly second: number;
}

/**
 * Decides whether two texts are similar, from the number of shingles in common and in each text. If it
 * accepts a pair, it must also accept one with more shingles in common.
 */
type IsSimilar = (common: number, first: number, second: number) => boolean;

/**
 * Finds pairs of similar texts, given as word numbers, by their shingles: the set of all sequences of
 * `width` consecutive words. A. Z. Broder, On the resemblance and containment of documents, Compression
 * and Complexity of Sequences (1997). Takes O(n log n) for n words in all texts.
 */
export function findSimilarPairs(
  texts: readonly Uint32Array[],
  width: number,
  isSimilar: IsSimilar,
): readonly TextPair[] {
  const sets = texts.map((words) => shinglesOf(words, width));
  const arePromising = (shared: number, one: Uint32Array, other: Uint32Array) =>
    isSimilar(
      Math.min(shared * CANDIDATE_FACTOR, one.length, other.length),
      one.length,
      other.length,
    );
  return findCandidatePairs(sets, arePromising).filter(({ first, second }) => {
    const [one, other] = [elementAt(sets, first), elementAt(sets, second)];
    return isSimilar(countCommon(one, other), one.length, other.length);
  });
}

/** A shingle in at most this many texts pairs all of them; one in more texts pairs neighbours only. */
const MAX_FULLY_PAIRED = 4;
/** Of the shingles that two similar texts share, at least one in this many is found to be shared. */
const CANDIDATE_FACTOR = 4;

/** Returns a function that numbers the tokens of texts. Spellings of the same word share a number. */
export function createTokenNumbering(): (text: string) => Uint32Array {
  const numbers = new Map<string, number>();
  // Cached by spelling: folding dominates the cost, and a corpus has few words for its length.
  const numbersBySpelling = new Map<string, number>();

  function numberOf(word: string): number {
    const known = numbersBySpelling.get(word);
    if (known !== undefined) return known;
    const key = tokenKey(word);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    numbersBySpelling.set(word, number);
    return number;
  }

  return (text) => {
    const words: number[] = [];
    forEachToken(text, (word) => words.push(numberOf(word)));
    return Uint32Array.from(words);
  };
}

/** Returns the distinct shingles of a text as 32-bit hashes in ascending order. */
function shinglesOf(words: Uint32Array, width: number): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length - width + 1));
  for (let start = 0; start < shingles.length; start++) {
    let hash = 0;
    for (let index = start; index < start + width; index++) {
      hash = mixBits(hash ^ integerAt(words, index));
    }
    shingles[start] = hash;
  }
  shingles.sort();
  let length = 0;
  for (const hash of shingles) {
    if (length === 0 || hash !== shingles[length - 1]) shingles[length++] = hash;
  }
  return shingles.slice(0, length);
}

/** The finalizer of MurmurHash3, by Austin Appleby: each bit depends on every other. */
function mixBits(bits: number): number {
  // Without this constant, zero would stay zero.
  let hash = (bits + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Finds pairs that may be similar, by a lower bound of the number of shingles they share. */
function findCandidatePairs(
  sets: readonly Uint32Array[],
  arePromising: (shared: number, one: Uint32Array, other: Uint32Array) => boolean,
): readonly TextPair[] {
  const size = sets.length;
  // Hash and text index are combined into one number, so that sorting groups equal hashes.
  const entries = new Float64Array(sets.reduce((sum, set) => sum + set.length, 0));
  let filled = 0;
  for (const [text, set] of sets.entries()) {
    for (const hash of set) entries[filled++] = hash * size + text;
  }
  entries.sort();

  const pairs: number[] = [];
  for (let start = 0; start < entries.length; ) {
    const hash = Math.floor(floatAt(entries, start) / size);
    let end = start + 1;
    while (end < entries.length && Math.floor(floatAt(entries, end) / size) === hash) end += 1;
    const reach = end - start <= MAX_FULLY_PAIRED ? MAX_FULLY_PAIRED : 1;
    for (let one = start; one < end; one++) {
      for (let other = one + 1; other < end && other <= one + reach; other++) {
        pairs.push((floatAt(entries, one) % size) * size + (floatAt(entries, other) % size));
      }
    }
    start = end;
  }

  const sorted = Float64Array.from(pairs).sort();
  const candidates: TextPair[] = [];
  for (let start = 0; start < sorted.length; ) {
    const pair = floatAt(sorted, start);
    let end = start + 1;
    while (sorted[end] === pair) end += 1;
    const first = Math.floor(pair / size);
    const second = pair % size;
    if (arePromising(end - start, elementAt(sets, first), elementAt(sets, second))) {
      candidates.push({ first, second });
    }
    start = end;
  }
  return candidates;
}

/** Returns the number of elements that two ascending arrays have in common. */
function countCommon(one: Uint32Array, other: Uint32Array): number {
  let common = 0;
  for (let oneIndex = 0, otherIndex = 0; oneIndex < one.length && otherIndex < other.length; ) {
    const left = integerAt(one, oneIndex);
    const right = integerAt(other, otherIndex);
    if (left === right) common += 1;
    if (left <= right) oneIndex += 1;
    if (right <= left) otherIndex += 1;
  }
  return common;
}
