import { type Positions, UNKNOWN_WORD } from "../search/index/positions.ts";
import type { Alignment } from "./alignment.ts";

/**
 * What makes a place the same words, altered: how like a quotation of up to so many words it must be,
 * from 0 to 1, and what the words in common must tell besides which of all places it is, in bits.
 * Measured by `npm run bench:verify`: stock phrases are alike by chance, and short ones most.
 */
const THRESHOLDS = [
  { upTo: 7, likeness: 0.75, surprise: 20 },
  { upTo: 11, likeness: 0.55, surprise: 32 },
  { upTo: 15, likeness: 0.53, surprise: 30 },
  { upTo: 25, likeness: 0.48, surprise: 30 },
  { upTo: Number.POSITIVE_INFINITY, likeness: 0.53, surprise: 30 },
];

/** What the words of a part must tell besides which of all places it is, in bits. */
const MIN_INFORMATION = 10;

/** Tells what is alike by chance from what is not. */
export interface SimilarityTest {
  /** Whether a place is so like a quotation that it cannot be so by chance. */
  isLike(place: Alignment, words: readonly number[]): boolean;
  /** Whether words tell more than by chance some place in a corpus of this size has. */
  isTraceable(words: readonly number[]): boolean;
}

/** The information of a word in bits: the less, the more often it stands in the corpus. */
export function informationOf(word: number, positions: Positions): number {
  return word === UNKNOWN_WORD ? 0 : Math.log2(positions.size / positions.count(word));
}

export function createSimilarityTest(positions: Positions): SimilarityTest {
  const bitsToTellPlaces = Math.log2(positions.size + 1);
  const bits = (word: number) => informationOf(word, positions);
  return {
    isLike({ similarity, counterparts }, words) {
      const needed = THRESHOLDS.find(({ upTo }) => words.length <= upTo);
      const common = counterparts.map((at) =>
        at === undefined ? 0 : bits(positions.words[at] ?? UNKNOWN_WORD),
      );
      const told = sumOf(common);
      // A word that stands nowhere tells as much as one that stands once.
      const all = sumOf(words.map((word, at) => common[at] || bits(word) || bitsToTellPlaces));
      return (
        needed !== undefined &&
        told - bitsToTellPlaces >= needed.surprise &&
        (similarity + told / all) / 2 >= needed.likeness
      );
    },
    isTraceable: (words) => sumOf(words.map(bits)) >= bitsToTellPlaces + MIN_INFORMATION,
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
