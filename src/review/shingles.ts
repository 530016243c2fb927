import { forEachToken, tokenKey } from "../language/tokenizer.ts";

/** Two texts, by their places among all. */
export interface TextPair {
  readonly first: number;
  readonly second: number;
}

/**
 * Whether two texts are alike that have so many shingles, and so many in common. Where this holds, it
 * holds with more in common too.
 */
type IsAlike = (common: number, first: number, second: number) => boolean;

/**
 * Finds the pairs of texts, given as numbered words, that are alike by their shingles, the sets of all
 * `width` words that stand in a row: A. Z. Broder, On the resemblance and containment of documents,
 * Compression and Complexity of Sequences (1997). It takes n log n of the words in all texts.
 */
export function findSimilarPairs(
  texts: readonly Uint32Array[],
  width: number,
  isAlike: IsAlike,
): readonly TextPair[] {
  const sets = texts.map((words) => shinglesOf(words, width));
  const isLikely = (common: number, one: Uint32Array, other: Uint32Array) =>
    isAlike(
      Math.min(common * CANDIDATE_FACTOR, one.length, other.length),
      one.length,
      other.length,
    );
  return candidatesAmong(sets, isLikely).filter(({ first, second }) => {
    const [one, other] = [sets[first] ?? NONE, sets[second] ?? NONE];
    return isAlike(countCommon(one, other), one.length, other.length);
  });
}

const NONE = new Uint32Array();

/** A shingle that so many texts have makes a pair of any two of them; of more, of neighbours only. */
const MAX_SHARED_PAIRS = 4;
/** So at least one in so many shingles that two like texts have in common is found to be. */
const CANDIDATE_FACTOR = 4;

/** Gives the words of texts numbers, the same to words that are written differently. */
export function createWordNumbering(): (text: string) => Uint32Array {
  const numbers = new Map<string, number>();
  // Folding costs more than all else, and a corpus has few words beside its length.
  const byWord = new Map<string, number>();

  function numberOf(word: string): number {
    const known = byWord.get(word);
    if (known !== undefined) return known;
    const key = tokenKey(word);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    byWord.set(word, number);
    return number;
  }

  return (text) => {
    const words: number[] = [];
    forEachToken(text, (word) => words.push(numberOf(word)));
    return Uint32Array.from(words);
  };
}

/** The shingles of a text, each once as 32 bits of hash, in rising order. */
function shinglesOf(words: Uint32Array, width: number): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length - width + 1));
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0;
    for (let next = at; next < at + width; next++) hash = mixBits(hash ^ (words[next] ?? 0));
    shingles[at] = hash;
  }
  shingles.sort();
  let kept = 0;
  for (const hash of shingles) {
    if (kept === 0 || hash !== shingles[kept - 1]) shingles[kept++] = hash;
  }
  return shingles.slice(0, kept);
}

/** The finalizer of MurmurHash3, by Austin Appleby: each bit depends on every other. */
function mixBits(bits: number): number {
  // Without this, zero would stay zero.
  let hash = (bits + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The pairs that may be alike, by how many of the shingles that they have in common were found. */
function candidatesAmong(
  sets: readonly Uint32Array[],
  isLikely: (common: number, one: Uint32Array, other: Uint32Array) => boolean,
): readonly TextPair[] {
  const size = sets.length;
  // A hash and the place of its text are one number, so that sorting brings the same hashes together.
  const listed = new Float64Array(sets.reduce((sum, set) => sum + set.length, 0));
  let filled = 0;
  for (const [text, set] of sets.entries()) {
    for (const hash of set) listed[filled++] = hash * size + text;
  }
  listed.sort();

  const pairs: number[] = [];
  for (let start = 0; start < listed.length; ) {
    const hash = Math.floor((listed[start] ?? 0) / size);
    let end = start + 1;
    while (end < listed.length && Math.floor((listed[end] ?? 0) / size) === hash) end += 1;
    const reach = end - start <= MAX_SHARED_PAIRS ? MAX_SHARED_PAIRS : 1;
    for (let at = start; at < end; at++) {
      for (let next = at + 1; next < end && next <= at + reach; next++) {
        pairs.push(((listed[at] ?? 0) % size) * size + ((listed[next] ?? 0) % size));
      }
    }
    start = end;
  }

  const sorted = Float64Array.from(pairs).sort();
  const found: TextPair[] = [];
  for (let start = 0; start < sorted.length; ) {
    const pair = sorted[start] ?? 0;
    let end = start + 1;
    while (sorted[end] === pair) end += 1;
    const first = Math.floor(pair / size);
    const second = pair % size;
    if (isLikely(end - start, sets[first] ?? NONE, sets[second] ?? NONE)) {
      found.push({ first, second });
    }
    start = end;
  }
  return found;
}

function countCommon(one: Uint32Array, other: Uint32Array): number {
  let common = 0;
  for (let at = 0, beside = 0; at < one.length && beside < other.length; ) {
    const left = one[at] ?? 0;
    const right = other[beside] ?? 0;
    if (left === right) common += 1;
    if (left <= right) at += 1;
    if (right <= left) beside += 1;
  }
  return common;
}
