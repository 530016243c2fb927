import { distance } from "fastest-levenshtein";
import { integerAt } from "../../foundation/checked-access.ts";
import { type BuiltInSteps, eachInSteps, lazyInSteps } from "../../foundation/lazy.ts";
import { isTransposition } from "../../foundation/spelling.ts";
import { fold } from "../../language/fold.ts";

/** Spelling correction and completion by the words of a corpus. */
export interface SimilarWords extends BuiltInSteps {
  /** Returns the words with a spelling similar to `word`, or with it as prefix, likeliest first. */
  similarTo(word: string): readonly SimilarWord[];
}

export interface SimilarWord {
  readonly word: string;
  /** How likely the word is meant; 1 for a word as it was typed. */
  readonly likelihood: number;
}

export interface KnownWord {
  /** The folded word. */
  readonly word: string;
  /** In how many texts the word occurs. */
  readonly frequency: number;
}

/** The maximum number of suggestions for a word. */
const MAX_SIMILAR = 3;

/** The likelihood of a word at one or two edits from what was typed, and of a word with it as prefix. */
const ONE_EDIT = 0.95;
const PREFIX = 0.6;
const TWO_EDITS = 0.3;

/** With one edit, a shorter word is another word. */
const MIN_CORRECTED_LENGTH = 3;

/** Shorter prefixes have too many words. */
const MIN_PREFIX_LENGTH = 4;

/** Suggests from the words that `readWords` makes, which is called on first use. */
export function createSimilarWords(
  readWords: () => Generator<void, readonly KnownWord[]>,
): SimilarWords {
  const vocabulary = lazyInSteps(function* () {
    const words = yield* readWords();
    const masks = new Uint32Array(words.length);
    yield* eachInSteps(words, ({ word }, index) => {
      masks[index] = letterMask(word);
    });
    return { words, masks };
  });

  return {
    buildSome: vocabulary.buildSome,
    similarTo(typed) {
      const folded = fold(typed);
      if (folded.length < MIN_CORRECTED_LENGTH) return [];
      const { words, masks } = vocabulary();
      const maxEdits = maxEditsFor(folded);
      const mask = letterMask(folded);
      const similar: (KnownWord & SimilarWord)[] = [];
      words.forEach(({ word, frequency }, index) => {
        // An edit changes two letters at most, which leaves few words to compare.
        const mayBeSimilar =
          Math.abs(word.length - folded.length) <= maxEdits &&
          popCount(integerAt(masks, index) ^ mask) <= 2 * maxEdits;
        const edits = mayBeSimilar ? editDistance(folded, word) : Number.POSITIVE_INFINITY;
        if (edits <= maxEdits) {
          similar.push({ word, frequency, likelihood: edits <= 1 ? ONE_EDIT : TWO_EDITS });
        } else if (folded.length >= MIN_PREFIX_LENGTH && word.startsWith(folded)) {
          similar.push({ word, frequency, likelihood: PREFIX });
        }
      });
      const hasSameInitial = ({ word }: SimilarWord) => word[0] === folded[0];
      return similar
        .sort(
          (a, b) =>
            b.likelihood - a.likelihood ||
            Number(hasSameInitial(b)) - Number(hasSameInitial(a)) ||
            b.frequency - a.frequency ||
            a.word.length - b.word.length,
        )
        .slice(0, MAX_SIMILAR);
    },
  };
}

/** Short words get fewer edits. */
function maxEditsFor(word: string): number {
  return word.length < 5 ? 1 : 2;
}

/** Returns the Levenshtein distance, with a transposition of neighbours as one edit. */
function editDistance(one: string, other: string): number {
  return isTransposition(one, other) ? 1 : distance(one, other);
}

/** Returns the set of a word's letters, in 32 groups, as bits. */
function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask >>> 0;
}

/** Counts the set bits (Warren, Hacker's Delight, 5-1). */
function popCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
