import { integerAt } from "../foundation/checked-access.ts";
import { lazy } from "../foundation/lazy.ts";
import { SOUTHEAST_ASIAN, UNSPACED } from "../language/scripts.ts";
import { isCharacterToken } from "../language/tokenizer.ts";
import { BOUNDARY, type Positions, UNKNOWN_WORD } from "../search/index/positions.ts";
import type { Alignment, PositionRange } from "./alignment.ts";

/**
 * The bits by which an edit of a word, or of a character that is one, speaks against a place. This and the next
 * two are measured by `npm run bench:verify`.
 */
const BITS_OF_EDIT = 6;

/**
 * Where a corpus has more set phrases than other texts, the words of a true quotation have little information too. If
 * a word has fewer bits than these on average, after the word before it, all count for more, up to a limit. In a
 * small corpus, words have fewer bits anyway: at most those that identify one of its positions.
 */
const USUAL_BITS = { least: 6.75, shareOfPosition: 0.45, maxFactor: 2.5 } as const;

/**
 * Words agree by chance if they are likely after those before them, as in set phrases: `maxContext` is how many of those are
 * considered, one word, or as many characters as a word has in scripts without spaces. The evidence for a place from
 * which a quotation differs much is at least `minEvidence`, in bits. A phrase in common does not make a quotation similar of
 * which the rest is other words: the minimum similarity. Measured by `npm run bench:verify`, and on manuals in Thai,
 * Japanese, Chinese, Khmer, Lao and Burmese.
 */
const SCRIPTS = {
  words: { maxContext: 1, minEvidence: 2, minSimilarity: { ofLong: 0.4, ofShort: 1.5 } },
  unspaced: { maxContext: 5, minEvidence: 6, minSimilarity: { ofLong: 0.57, ofShort: 0.9 } },
} as const;

/** From this similarity on, a quotation differs little, and any evidence suffices. */
const LITTLE_DIFFERENCE = 0.8;

const UNSPACED_CHARACTER = new RegExp(`^[${UNSPACED}${SOUTHEAST_ASIAN}]`, "u");
const isUnspaced = (word: string) => UNSPACED_CHARACTER.test(word);

/** The number of words of which the average information is sampled. */
const SAMPLED_WORDS = 400;

/**
 * A few words may agree with several places almost as well. The nearest has to be nearer by some bits, and then needs
 * less evidence, if at most a word was changed.
 */
const SHORT = { minWords: 4, maxWords: 7, maxCost: 1.5, minInformation: 2, minLead: 2 } as const;

/** The minimum information of a part, in bits, beyond that which identifies one position of the corpus. */
const MIN_PART_INFORMATION = 10;

/** The maximum number of occurrences to examine for the frequency of a pair of words: more are sampled. */
const MAX_EXAMINED = 1000;
/** How many words before a word of a part are considered: as many as a set phrase has. */
const MAX_CONTEXT = 3;
/** A word with as few occurrences says little about the words that follow it. */
const FEW_OCCURRENCES = 5;
/** The minimum probability of a word after any other, as a share of its probability anywhere. */
const MIN_SHARE = 0.1;
/** Where as many words, or characters that are words, around a pair agree, one text repeats the other. */
const REPEATED_WORDS = 8;
const REPEATED_CHARACTERS = 30;

/** Distinguishes an altered quotation from coincidence. */
export interface SimilarityTest {
  /**
   * Weighs the evidence that alignments are the origin of the words. Returns the nearest first. `isJoined` says of each
   * word whether a hyphen joins it to the one before, so that both are changed by one edit.
   */
  weigh(
    alignments: readonly Alignment[],
    words: readonly number[],
    isJoined?: readonly boolean[],
  ): readonly WeighedAlignment[];
  /** Tests whether words are too informative to occur by chance in a corpus of this size. */
  isTraceable(words: readonly number[]): boolean;
  /**
   * Tests the same of the words of some ranges together, one of which has to identify a place. A set phrase is less
   * informative than its words.
   */
  isTraceableAt(ranges: readonly PositionRange[]): boolean;
}

/** A place that may be the origin of a quotation. */
export interface WeighedAlignment {
  readonly alignment: Alignment;
  /** Whether the quotation is too similar to this place for a coincidence. */
  readonly isSimilar: boolean;
  /** Whether the words are few and another place is as near. */
  readonly isAmbiguous: boolean;
  /** Whether it is less similar, but to no other place nearly as much. */
  readonly isProbable: boolean;
}

/** Returns the information of a word in bits: the more often it occurs in the corpus, the less. */
export function informationOf(word: number, positions: Positions): number {
  return word === UNKNOWN_WORD
    ? 0
    : Math.log2(positions.size / positions.collectionFrequency(word));
}

export function createSimilarityTest(positions: Positions): SimilarityTest {
  const { wordIds, collectionFrequency, positionsOf, spellingOf } = positions;
  const bitsOfPosition = Math.log2(positions.size + 1);
  const bitsOfPart = bitsOfPosition + MIN_PART_INFORMATION;
  const bitsOf = (word: number) => informationOf(word, positions);

  /**
   * Tests whether the evidence that an alignment is the origin of the words is at least `minEvidence`, in bits: the
   * information of the words in common, less that which identifies one position of the corpus, and less the edits. A set
   * phrase has little information, because each of its words is likely after those before it: at most `maxContext`.
   */
  function hasEvidence(
    { counterparts, cost }: Alignment,
    words: readonly number[],
    { minEvidence, maxContext }: { readonly minEvidence: number; readonly maxContext: number },
    bitsIn: typeof bitsAfter,
  ): boolean {
    const needed = (minEvidence + bitsOfPosition + BITS_OF_EDIT * cost) / factor();
    let bits = 0;
    // How many words right before a word agree too.
    let agreeing = 0;
    for (const [index, position] of counterparts.entries()) {
      const isNext = position !== undefined && counterparts[index - 1] === position - 1;
      if (!isNext || words[index - 1] !== wordIds[position - 1]) agreeing = 0;
      if (position !== undefined && !isOtherNumber(position, words[index])) {
        bits += bitsIn(position, Math.min(agreeing, maxContext));
      }
      agreeing += 1;
      if (bits >= needed) return true;
    }
    return false;
  }

  /** Returns the information of the words of a range, each given those before it, in bits: at most what is needed. */
  function informationAt({ start, end }: PositionRange, bitsIn: typeof bitsAfter): number {
    let bits = 0;
    for (let position = start; position < end && bits < bitsOfPart; position += 1) {
      const context = Math.min(position - start, MAX_CONTEXT);
      const after = bitsIn(position, context) * factor();
      bits += Math.min(bitsOf(integerAt(wordIds, position)), after);
    }
    return bits;
  }

  /** Returns `bitsAfter` for the words of one quotation, which repeat each other. */
  function rememberBits(): typeof bitsAfter {
    const known = new Map<string, number>();
    return (position, contextLength) => {
      const words = wordIds.subarray(position - contextLength, position + 1).join(" ");
      const bits = known.get(words) ?? bitsAfter(position, contextLength);
      known.set(words, bits);
      return bits;
    };
  }

  /** By how much information counts for more in this corpus. */
  const factor = lazy(() => {
    const step = Math.max(1, Math.floor(positions.size / SAMPLED_WORDS));
    const bits: number[] = [];
    for (let position = 1; position < positions.size; position += step) {
      const isInText = wordIds[position] !== BOUNDARY && wordIds[position - 1] !== BOUNDARY;
      if (isInText) bits.push(bitsAfter(position, 1));
    }
    if (bits.length === 0) return 1;
    const { least, shareOfPosition, maxFactor } = USUAL_BITS;
    const usual = Math.min(least, shareOfPosition * bitsOfPosition);
    return Math.min(maxFactor, Math.max(1, usual / (sumOf(bits) / bits.length)));
  });

  /**
   * Returns the information of the word at a position of the corpus, given some words before it: the frequencies after
   * longer contexts, interpolated with those after shorter ones.
   */
  function bitsAfter(position: number, contextLength: number): number {
    const word = integerAt(wordIds, position);
    const anywhere = collectionFrequency(word) / positions.size;
    let probability = anywhere;
    for (let length = 1; length <= contextLength; length += 1) {
      const contexts =
        length === 1
          ? collectionFrequency(integerAt(wordIds, position - 1)) - 1
          : countOthers(position - 1, length - 1);
      // Longer ones do not occur elsewhere either.
      if (contexts === 0) break;
      const following = countOthers(position, length);
      probability = (following + FEW_OCCURRENCES * probability) / (contexts + FEW_OCCURRENCES);
    }
    return Math.min(bitsOf(word), -Math.log2(Math.max(probability, MIN_SHARE * anywhere)));
  }

  /** Counts how often the word at a position and some words before it follow each other elsewhere. */
  function countOthers(position: number, previous: number): number {
    let rarest = 0;
    let occurrences = positionsOf(integerAt(wordIds, position));
    for (let offset = 1; offset <= previous; offset += 1) {
      const others = positionsOf(integerAt(wordIds, position - offset));
      if (others.length < occurrences.length) [rarest, occurrences] = [offset, others];
    }
    const step = Math.ceil(occurrences.length / MAX_EXAMINED);
    let count = 0;
    for (let index = 0; index < occurrences.length; index += step) {
      const other = integerAt(occurrences, index) + rarest;
      let offset = 0;
      while (offset <= previous && wordIds[other - offset] === wordIds[position - offset])
        offset += 1;
      if (offset > previous && other !== position && !isRepeated(position, other)) count += step;
    }
    return count;
  }

  /** Whether enough words around two positions agree for them to be the same text. */
  function isRepeated(position: number, other: number): boolean {
    const isCharacter = isCharacterToken(spellingOf(integerAt(wordIds, position)));
    const repeated = isCharacter ? REPEATED_CHARACTERS : REPEATED_WORDS;
    let length = 0;
    for (const step of [-1, 1]) {
      for (let offset = step; length < repeated; offset += step) {
        const word = wordIds[position + offset];
        if (word === BOUNDARY || word !== wordIds[other + offset]) break;
        length += 1;
      }
    }
    return length >= repeated;
  }

  /** Whether a word is a number that resembles the quoted one: 1907 is no misspelling of 197. */
  function isOtherNumber(position: number, quoted: number | undefined): boolean {
    const word = integerAt(wordIds, position);
    return word !== quoted && /\p{N}/u.test(spellingOf(word));
  }

  /** Returns by what a quotation with these words is judged. */
  function scriptOf(words: readonly number[]) {
    const unspaced = words.filter((word) => word !== UNKNOWN_WORD && isUnspaced(spellingOf(word)));
    return SCRIPTS[unspaced.length > words.length / 2 ? "unspaced" : "words"];
  }

  function informationIn({ counterparts }: Alignment, words: readonly number[]): number {
    return sumOf(
      counterparts.map((position, index) =>
        position === undefined || isOtherNumber(position, words[index])
          ? 0
          : bitsOf(integerAt(wordIds, position)),
      ),
    );
  }

  /** Returns the one of a few words’ alignments that is nearest by the information in common. */
  function nearestOf(
    alignments: readonly Alignment[],
    words: readonly number[],
  ): Alignment | undefined {
    const [nearest, next] = alignments
      .map((alignment) => ({ alignment, bits: informationIn(alignment, words) }))
      .sort((a, b) => b.bits - a.bits);
    return nearest !== undefined && nearest.bits - (next?.bits ?? 0) >= SHORT.minLead
      ? nearest.alignment
      : undefined;
  }

  return {
    weigh(alignments, words, isJoined = []) {
      const bitsIn = rememberBits();
      const { maxContext, minEvidence, minSimilarity } = scriptOf(words);
      const minShare = minSimilarity.ofLong + minSimilarity.ofShort / words.length;
      const isLikely = (alignment: Alignment) => {
        const isNear = alignment.similarity >= LITTLE_DIFFERENCE;
        const needed = { minEvidence: isNear ? 0 : minEvidence, maxContext };
        return hasEvidence(alignment, words, needed, bitsIn);
      };
      // Evidence does not order places: after a changed word, the next one is a surprise and counts in full.
      const sorted = alignments
        .map((alignment) => ({
          alignment,
          nearness: informationIn(alignment, words) - BITS_OF_EDIT * alignment.cost,
        }))
        .sort((a, b) => b.nearness - a.nearness);
      if (words.length > SHORT.maxWords) {
        return sorted.map(({ alignment }) => ({
          alignment,
          isSimilar: alignment.similarity >= minShare && isLikely(alignment),
          isAmbiguous: false,
          isProbable: false,
        }));
      }
      const nearest = nearestOf(alignments, words);
      return sorted.map(({ alignment }) => {
        const isNearest = alignment === nearest;
        const isOneChanged = costInWrittenWords(alignment, isJoined) <= SHORT.maxCost;
        return {
          alignment,
          isSimilar: isOneChanged && isLikely(alignment),
          isAmbiguous: !isNearest,
          isProbable:
            isNearest &&
            isOneChanged &&
            words.length >= SHORT.minWords &&
            informationIn(alignment, words) - bitsOfPosition >= SHORT.minInformation,
        };
      });
    },
    isTraceable: (words) => sumOf(words.map(bitsOf)) >= bitsOfPart,
    isTraceableAt(ranges) {
      const bitsIn = rememberBits();
      const bits = ranges.map((range) => informationAt(range, bitsIn));
      // Near some place, any set phrases are near each other.
      const isPlaced = bits.some((some) => some >= bitsOfPosition);
      return isPlaced && sumOf(bits) >= bitsOfPart;
    },
  };
}

/** Returns the cost of the edits; two words that a hyphen joins are one. */
function costInWrittenWords(
  { cost, counterparts }: Alignment,
  isJoined: readonly boolean[],
): number {
  const changedTogether = counterparts.filter(
    (position, index) =>
      isJoined[index] === true &&
      position === undefined &&
      index > 0 &&
      counterparts[index - 1] === undefined,
  );
  return cost - changedTogether.length;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
