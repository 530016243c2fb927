import { distance } from "fastest-levenshtein";
import { isTransposition } from "../../foundation/spelling.ts";
import { fold } from "../../language/fold.ts";

/** The words of a corpus as they are written, for those who misspell them or begin them. */
export interface SimilarWords {
  /** Words that are spelt almost like `word`, or begin like it, the likeliest first. */
  similarTo(word: string): readonly SimilarWord[];
}

export interface SimilarWord {
  readonly word: string;
  /** How likely it is meant, beside 1 for a word as it was typed. */
  readonly likelihood: number;
}

/** A word, folded, and a number that grows with how often it stands in the corpus. */
export interface KnownWord {
  readonly word: string;
  readonly frequency: number;
}

/** How many words may stand in for one that is unknown. */
const MAX_SIMILAR = 3;

/** How likely a word is meant from which what was typed differs by so much. */
const ONE_EDIT = 0.95;
const BEGINNING = 0.6;
const TWO_EDITS = 0.3;

/** Fewer letters begin too many words. */
const MIN_PREFIX_LENGTH = 4;

/** Knows `words`, which are asked for when somebody first misspells one. */
export function createSimilarWords(words: () => readonly KnownWord[]): SimilarWords {
  let known: { words: readonly KnownWord[]; letters: Uint32Array } | undefined;
  function loadWords() {
    if (known !== undefined) return known;
    const all = words();
    known = { words: all, letters: Uint32Array.from(all, ({ word }) => letterMask(word)) };
    return known;
  }

  return {
    similarTo(typed) {
      const { words, letters } = loadWords();
      const wanted = fold(typed);
      const most = maxEditsFor(wanted);
      const own = letterMask(wanted);
      const found: (KnownWord & SimilarWord)[] = [];
      words.forEach(({ word, frequency: spread }, number) => {
        // Each slip changes two letters at most, so few words are left to be compared.
        const isClose =
          Math.abs(word.length - wanted.length) <= most &&
          popCount((letters[number] ?? 0) ^ own) <= 2 * most;
        const slips = isClose ? editDistance(wanted, word) : Number.POSITIVE_INFINITY;
        const likelihood = slips <= most ? likelihoodOf(slips) : 0;
        if (likelihood > 0) found.push({ word, frequency: spread, likelihood });
        else if (wanted.length >= MIN_PREFIX_LENGTH && word.startsWith(wanted)) {
          found.push({ word, frequency: spread, likelihood: BEGINNING });
        }
      });
      const isBegunAlike = ({ word }: SimilarWord) => Number(word[0] === wanted[0]);
      return found
        .sort(
          (a, b) =>
            b.likelihood - a.likelihood ||
            isBegunAlike(b) - isBegunAlike(a) ||
            b.frequency - a.frequency ||
            a.word.length - b.word.length,
        )
        .slice(0, MAX_SIMILAR);
    },
  };
}

/** Of two letters, one other makes another word. */
function maxEditsFor(word: string): number {
  if (word.length < 3) return 0;
  return word.length < 5 ? 1 : 2;
}

function editDistance(one: string, other: string): number {
  return isTransposition(one, other) ? 1 : distance(one, other);
}

function likelihoodOf(slips: number): number {
  return slips <= 1 ? ONE_EDIT : TWO_EDITS;
}

/** Which letters a word has, of 32 groups of them, as bits. */
function letterMask(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters >>> 0;
}

/** How many bits are set (Warren, Hacker’s Delight, 5-1). */
function popCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
