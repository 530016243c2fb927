import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { isCharacterToken } from "../language/tokenizer.ts";
import { type Positions, UNKNOWN_WORD } from "../search/index/positions.ts";
import type { Alignment } from "./alignment.ts";

/**
 * The thresholds from which a place counts as the same words, altered, by the length of the quotation:
 * a minimum similarity from 0 to 1, and a minimum of information that the words in common carry beyond
 * what identifies one position of the corpus, in bits. Measured by `npm run bench:verify`: stock phrases
 * are similar by chance, and short ones most of all.
 */
const THRESHOLDS = [
  { maxWords: 7, minSimilarity: 0.75, minInformation: 20 },
  { maxWords: 11, minSimilarity: 0.55, minInformation: 32 },
  { maxWords: 15, minSimilarity: 0.53, minInformation: 30 },
  { maxWords: 25, minSimilarity: 0.48, minInformation: 30 },
] as const;
const THRESHOLD_OF_LONGER = { minSimilarity: 0.53, minInformation: 30 } as const;

/**
 * The same where most words are single characters, by their number. Frequent characters agree by chance, so
 * the share of those that agree together with a neighbour counts too.
 */
const CHARACTER_THRESHOLDS = [
  { maxWords: 11, minSimilarity: 0.64, minInformation: 20 },
  { maxWords: 15, minSimilarity: 0.58, minInformation: 25 },
  { maxWords: 22, minSimilarity: 0.52, minInformation: 30 },
] as const;
const CHARACTER_THRESHOLD_OF_LONGER = { minSimilarity: 0.48, minInformation: 30 } as const;

/**
 * A quotation of at most this many words, of which at most one was changed, may be nearer to one place than
 * to all others without being similar enough for `THRESHOLDS`. Its common words then carry at least this
 * information beyond that which identifies one position, in bits, and this much more than the next place’s.
 */
const NEAREST = { minWords: 4, maxWords: 7, maxCost: 1.5, minInformation: 2, minLead: 2 } as const;

/** The minimum information of a part, in bits, beyond that which identifies one position of the corpus. */
const MIN_PART_INFORMATION = 10;

/** Distinguishes similarity from coincidence. */
export interface SimilarityTest {
  /** Tests whether an alignment is too similar to the quotation `words` to be a coincidence. */
  isSimilar(alignment: Alignment, words: readonly number[]): boolean;
  /** Tests whether a quotation is so short that only the place that is nearest alone can be its origin. */
  isShort(words: readonly number[]): boolean;
  /**
   * Returns the alignment that is nearest by the information of the words in common; undefined if several
   * are as near.
   */
  nearestOf(alignments: readonly Alignment[]): Alignment | undefined;
  /** Tests whether a short quotation differs from an alignment in at most a word. */
  isNear(alignment: Alignment, words: readonly number[]): boolean;
  /** Tests whether words are too informative to occur by chance in a corpus of this size. */
  isTraceable(words: readonly number[]): boolean;
}

/** Returns the information of a word in bits: the more often it occurs in the corpus, the less. */
export function informationOf(word: number, positions: Positions): number {
  return word === UNKNOWN_WORD
    ? 0
    : Math.log2(positions.size / positions.collectionFrequency(word));
}

export function createSimilarityTest(positions: Positions): SimilarityTest {
  const bitsOfPosition = Math.log2(positions.size + 1);
  const bitsOf = (word: number) => informationOf(word, positions);
  const commonBitsOf = ({ counterparts }: Alignment) =>
    counterparts.map((position) =>
      position === undefined ? 0 : bitsOf(integerAt(positions.wordIds, position)),
    );

  /** Whether most words of a quotation are single characters. An unknown word is not counted. */
  function consistsOfCharacters(words: readonly number[]): boolean {
    const known = words.filter((word) => word !== UNKNOWN_WORD);
    const characters = known.filter((word) => isCharacterToken(positions.spellingOf(word)));
    return 2 * characters.length > known.length;
  }

  return {
    isSimilar(alignment, words) {
      const { similarity } = alignment;
      const isInCharacters = consistsOfCharacters(words);
      const { minSimilarity, minInformation } = isInCharacters
        ? (CHARACTER_THRESHOLDS.find(({ maxWords }) => words.length <= maxWords) ??
          CHARACTER_THRESHOLD_OF_LONGER)
        : (THRESHOLDS.find(({ maxWords }) => words.length <= maxWords) ?? THRESHOLD_OF_LONGER);
      const commonBits = commonBitsOf(alignment);
      const common = sumOf(commonBits);
      // A word that does not occur is as informative as a word that occurs once.
      const all = sumOf(
        words.map((word, index) => elementAt(commonBits, index) || bitsOf(word) || bitsOfPosition),
      );
      const scores = [
        similarity,
        common / all,
        ...(isInCharacters ? [shareInRuns(alignment)] : []),
      ];
      return (
        common - bitsOfPosition >= minInformation && sumOf(scores) / scores.length >= minSimilarity
      );
    },
    isShort: (words) => words.length <= NEAREST.maxWords,
    nearestOf(alignments) {
      const [nearest, next] = alignments
        .map((alignment) => ({ alignment, bits: sumOf(commonBitsOf(alignment)) }))
        .sort((a, b) => b.bits - a.bits);
      return nearest !== undefined && nearest.bits - (next?.bits ?? 0) >= NEAREST.minLead
        ? nearest.alignment
        : undefined;
    },
    isNear(alignment, words) {
      const { minWords, maxWords, maxCost, minInformation } = NEAREST;
      return (
        words.length >= minWords &&
        words.length <= maxWords &&
        (1 - alignment.similarity) * words.length <= maxCost &&
        sumOf(commonBitsOf(alignment)) - bitsOfPosition >= minInformation
      );
    },
    isTraceable: (words) => sumOf(words.map(bitsOf)) >= bitsOfPosition + MIN_PART_INFORMATION,
  };
}

/** Returns the share of a quotation’s words that agree together with the word before or after them. */
function shareInRuns({ counterparts }: Alignment): number {
  const isJoined = (position: number | undefined, next: number | undefined) =>
    position !== undefined && next === position + 1;
  const inRuns = counterparts.filter(
    (position, index) =>
      isJoined(counterparts[index - 1], position) || isJoined(position, counterparts[index + 1]),
  );
  return inRuns.length / counterparts.length;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
