import { elementAt, floatAt } from "../foundation/checked-access.ts";
import { tokenize, tokenKey } from "../language/tokenizer.ts";
import { BOUNDARY, type Positions, UNKNOWN_WORD } from "../search/index/positions.ts";
import { type Alignment, align, createMisspellingTest, type PositionRange } from "./alignment.ts";
import { informationOf } from "./similarity.ts";

/** A maximal run of words that a quotation and the corpus have in common. */
export interface MatchingRun {
  /** The index of its first word among the words of the quotation. */
  readonly index: number;
  readonly length: number;
  /** The position of its first word in the corpus. */
  readonly position: number;
}

/** Possible origins of words that do not occur exactly. Candidates are proposals, not verdicts. */
export interface Candidates {
  /** Sorted by similarity, the highest first. */
  readonly alignments: readonly Alignment[];
  /** For each word of the quotation, the longest run of two or more words that begins with it. */
  readonly runs: readonly MatchingRun[];
}

/** The maximum number of occurrences to examine, beginning with the rarest words. */
const MAX_OCCURRENCES = 40_000;
/** The maximum length of all runs together, in words. Where a corpus repeats a word, runs from everywhere are long. */
const MAX_RUN_WORDS = 1_000_000;
/** Of the rarest word more may be examined, since without it there would be no candidates at all. */
const MAX_OCCURRENCES_OF_RAREST = 200_000;
/**
 * A word with more occurrences than this only counts together with its neighbour. In a quotation of
 * `LONG_QUOTATION` words or more, some neighbours survive any editing, so the limit is lower.
 */
const MAX_LONE_OCCURRENCES = 1_000;
const MAX_LONE_OCCURRENCES_IF_LONG = 50;
const LONG_QUOTATION = 12;
/** The maximum number of places to compare by the words in them, and to align word by word. */
const MAX_COMPARED = 384;
const MAX_ALIGNED = 96;
/** The maximum number of words in the places to compare, about 10 milliseconds. */
const MAX_COMPARED_WORDS = 100_000;
/**
 * The maximum number of pairs of words that alignments compare, about 20 milliseconds. To compare the letters of a
 * word that is not indexed takes longer. If that is too few for one place, the best is aligned in a band.
 */
const MAX_ALIGNED_PAIRS = 2_000_000;
const PAIRS_OF_UNKNOWN = 10;
const MAX_PAIRS_IN_BAND = 4_000_000;
/** How far words may have moved: a fraction of the quotation's length, and a minimum in words. */
const SLACK = 0.35;
const MIN_SLACK = 4;

/**
 * Proposes places in three steps: the rarest words vote for where the quotation would begin, the places
 * with the most votes are compared by the words in them, and the best of those are aligned word by word.
 * `words` are the ids of the words of the text. If it is one of several parts of a quotation, each has its share of the
 * work.
 */
export function findCandidates(
  text: string,
  words: readonly number[],
  positions: Positions,
  share = 1,
): Candidates {
  const spellings = tokenize(text).map(({ start, end }) => tokenKey(text.slice(start, end)));
  const bits = words.map((word) => informationOf(word, positions));
  const slack = Math.max(MIN_SLACK, Math.round(words.length * SLACK));
  const { votes, runs } = collectVotes(words, bits, slack, positions);
  const width = words.length + 2 * slack;
  const unknown = new Set(spellings.filter((_, index) => words[index] === UNKNOWN_WORD)).size;
  const weight = words.length + unknown * (PAIRS_OF_UNKNOWN - 1);
  const maxAligned = Math.floor(MAX_ALIGNED_PAIRS / (share * weight * width));
  const isMisspelling = createMisspellingTest(spellings, positions);
  // Without room for one place, only the words around the place of each word are looked at.
  const reach = maxAligned > 0 ? width : Math.ceil(MAX_PAIRS_IN_BAND / (2 * share * weight));
  const sharedInformation = createSharedInformation(words, bits, positions);
  const alignments = selectTopBuckets(votes, Math.ceil(MAX_COMPARED_WORDS / (share * width)))
    .map(({ origin, position, strongestBits }) => {
      const end = origin + words.length + slack;
      const window = findWindow(position, origin - slack, end, positions);
      return { window, origin, bits: sharedInformation(window), strongestBits };
    })
    .sort((a, b) => b.bits - a.bits || b.strongestBits - a.strongestBits)
    .slice(0, Math.min(MAX_ALIGNED, Math.max(1, maxAligned)))
    .flatMap(
      ({ window, origin }) =>
        align(words, isMisspelling, window, { origin, reach }, positions) ?? [],
    )
    .sort((a, b) => b.similarity - a.similarity)
    // Neighbouring buckets may lead to the same words.
    .filter(({ start }, index, all) => all.findIndex((one) => one.start === start) === index);
  return { alignments, runs };
}

/** The evidence that the quotation begins within one bucket of `slack` positions. */
interface Vote {
  bits: number;
  /** The information of the strongest run, in bits. */
  strongestBits: number;
  /** Where the quotation would begin if that run is part of it. */
  origin: number;
  /** A position within that run. */
  position: number;
}

/** An id that no word has. */
const NO_WORD = 0xffff_ffff;

function collectVotes(
  words: readonly number[],
  bits: readonly number[],
  slack: number,
  { wordIds: corpusWords, positionsOf }: Positions,
): { votes: ReadonlyMap<number, Vote>; runs: readonly MatchingRun[] } {
  const anchors = [...words.entries()]
    .filter(([, word]) => word !== UNKNOWN_WORD)
    .map(([index, word]) => ({ index, word, bits: elementAt(bits, index) }))
    .sort((a, b) => b.bits - a.bits);
  // An unknown word must not equal a boundary, which has the same id.
  const comparable = Uint32Array.from(words, (word) => (word === UNKNOWN_WORD ? NO_WORD : word));
  const cumulativeBits = new Float64Array(words.length + 1);
  for (const [index, own] of bits.entries()) {
    cumulativeBits[index + 1] = floatAt(cumulativeBits, index) + own;
  }
  const maxLoneOccurrences =
    words.length < LONG_QUOTATION ? MAX_LONE_OCCURRENCES : MAX_LONE_OCCURRENCES_IF_LONG;
  const isDone = new Uint8Array(words.length);
  const votes = new Map<number, Vote>();
  const longestRuns = new Map<number, MatchingRun>();

  let examined = 0;
  let runWords = 0;
  for (const anchor of anchors) {
    const occurrences = positionsOf(anchor.word);
    const limit = examined === 0 ? MAX_OCCURRENCES_OF_RAREST : MAX_OCCURRENCES;
    if (examined + occurrences.length > limit || runWords > MAX_RUN_WORDS) break;
    examined += occurrences.length;
    isDone[anchor.index] = 1;
    for (const position of occurrences) {
      const origin = position - anchor.index;
      let first = anchor.index;
      let last = anchor.index;
      // A run that contains a rarer word was already found by that word.
      let isKnown = false;
      while (!isKnown && first > 0 && comparable[first - 1] === corpusWords[origin + first - 1]) {
        first -= 1;
        isKnown = isDone[first] === 1;
      }
      while (
        !isKnown &&
        last + 1 < comparable.length &&
        comparable[last + 1] === corpusWords[origin + last + 1]
      ) {
        last += 1;
        isKnown = isDone[last] === 1;
      }
      const length = last - first + 1;
      runWords += length;
      if (runWords > MAX_RUN_WORDS) break;
      if (isKnown || (length === 1 && occurrences.length > maxLoneOccurrences)) continue;

      const runBits = floatAt(cumulativeBits, last + 1) - floatAt(cumulativeBits, first);
      const bucket = Math.floor(origin / slack);
      const vote = votes.get(bucket) ?? { bits: 0, strongestBits: 0, origin, position };
      vote.bits += runBits;
      if (runBits > vote.strongestBits) {
        vote.strongestBits = runBits;
        vote.origin = origin;
        vote.position = position;
      }
      votes.set(bucket, vote);
      const longest = longestRuns.get(first);
      if (length > 1 && (longest === undefined || length > longest.length)) {
        longestRuns.set(first, { index: first, length, position: origin + first });
      }
    }
  }
  return { votes, runs: [...longestRuns.values()].sort((a, b) => a.index - b.index) };
}

/** Returns the votes of at most `limit` of the strongest buckets, each counted together with its stronger neighbour. */
function selectTopBuckets(votes: ReadonlyMap<number, Vote>, limit: number): readonly Vote[] {
  const bitsIn = (bucket: number) => votes.get(bucket)?.bits ?? 0;
  const top: { vote: Vote; bits: number }[] = [];
  let threshold = 0;
  for (const [bucket, vote] of votes) {
    const bits = vote.bits + Math.max(bitsIn(bucket - 1), bitsIn(bucket + 1));
    if (bits <= threshold) continue;
    top.push({ vote, bits });
    if (top.length < 2 * MAX_COMPARED) continue;
    top.sort((a, b) => b.bits - a.bits).splice(MAX_COMPARED);
    threshold = elementAt(top, MAX_COMPARED - 1).bits;
  }
  return top
    .sort((a, b) => b.bits - a.bits)
    .slice(0, Math.min(MAX_COMPARED, limit))
    .map(({ vote }) => vote);
}

/** Returns the part of the range from `start` to `end` that is contiguous with `position`. */
function findWindow(
  position: number,
  start: number,
  end: number,
  { wordIds, size }: Positions,
): PositionRange {
  let first = position;
  while (first > Math.max(0, start) && wordIds[first - 1] !== BOUNDARY) first -= 1;
  let last = position;
  while (last < Math.min(size, end) && wordIds[last] !== BOUNDARY) last += 1;
  return { start: first, end: last };
}

/**
 * Returns a function that measures the information of the quotation's words that occur in a window, in bits. A word
 * counts once more if the one before it precedes it there too: in formulaic texts, many windows contain all of the
 * words.
 */
function createSharedInformation(
  words: readonly number[],
  bits: readonly number[],
  { wordIds, wordCount }: Positions,
): (window: PositionRange) => number {
  const keys = words.flatMap((word, index) => {
    if (word === UNKNOWN_WORD) return [];
    const previous = words[index - 1] ?? UNKNOWN_WORD;
    return [word, ...(previous === UNKNOWN_WORD ? [] : [previous * wordCount + word])].map(
      (key) => ({ key, bits: elementAt(bits, index) }),
    );
  });
  const numbers = new Map<number, number>();
  const bitsByKey: number[] = [];
  for (const { key, bits } of keys) {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    bitsByKey[number] = (bitsByKey[number] ?? 0) + bits;
  }
  // The number of the last window that has a key: most windows have few of them.
  const lastWindows = new Uint32Array(numbers.size);
  let windowNumber = 0;
  return ({ start, end }) => {
    windowNumber += 1;
    let sum = 0;
    const add = (key: number) => {
      const number = numbers.get(key);
      if (number === undefined || lastWindows[number] === windowNumber) return;
      lastWindows[number] = windowNumber;
      sum += elementAt(bitsByKey, number);
    };
    let previous = UNKNOWN_WORD;
    for (const word of wordIds.subarray(start, end)) {
      add(word);
      if (previous !== UNKNOWN_WORD) add(previous * wordCount + word);
      previous = word;
    }
    return sum;
  };
}
