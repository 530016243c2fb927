import type { Bits } from "./bits.ts";
import type { Lexicon } from "./lexicon.ts";

/** A word that is looked for. */
export interface SoughtWord {
  /** As it is written, folded. */
  readonly form: string;
  /** Under which the index knows it and its inflections: one for each language it may be of. */
  readonly terms: readonly string[];
  /** What a text gains by it, beside 1 for a word that was typed. */
  readonly weight: number;
}

/** Words of which any will do, such as those that an unknown one may be a misspelling of. */
export type Alternatives = readonly SoughtWord[];

/** A text that matched, by its number. */
export interface Match {
  readonly number: number;
  /** Comparable within one answer only. */
  readonly score: number;
}

/** What matched. */
export interface Ranked {
  /** The best first; equals stand in the order of the texts. */
  readonly best: readonly Match[];
  /** All texts that matched, in no order. */
  readonly all: Uint32Array;
}

/** Which texts are wanted. */
export interface Wanted {
  /** Only these; asked about before anything is scored. */
  readonly allowed?: Bits | undefined;
  /** Only those that have every word. */
  readonly isComplete?: boolean;
  /** The best so many of them. */
  readonly most: number;
}

/**
 * Finds the texts that match some words. A text’s score is the sum of what it gains by each of them (of
 * alternatives, and of the terms of one word, by the best), times `emphasis`. By a term it gains the word’s
 * `weight` times the sum of BM25 for all forms with that term, as if they were one word, and `FORM_WEIGHT`
 * times BM25 for the form itself.
 */
export interface Ranking {
  /** The texts that have any of the words. */
  ranked(words: readonly Alternatives[], wanted: Wanted): Ranked;
  /** Whether any text has a word, or an inflection of it. */
  has(word: SoughtWord): boolean;
  /** The words of the texts as they are written, folded. */
  readonly forms: Lexicon;
  /** How many texts have a form. */
  spread(form: number): number;
}

/** A text in which a word is looked for. */
export interface RankedText {
  readonly text: string;
  readonly language: string;
}

/** Calls `each` with the form and the term of every telling word of a text. */
export type Cut = (text: RankedText, each: (form: string, term: string) => void) => void;

/** BM25’s k1: how much more of the same word goes on counting. */
export const SATURATION = 2;
/** BM25’s b: how much a text’s length counts. */
export const LENGTH_NORM = 0.75;

/** How much it tells that a word stands so many times in a text: from 0 to 1, less in a longer text. */
export type Saturated = (times: number, text: number) => number;

/** BM25’s saturation in texts of such `lengths`. */
export function saturation(lengths: Uint32Array): Saturated {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const norms = Float64Array.from(
    { length: longest + 1 },
    (_, length) => SATURATION * (1 - LENGTH_NORM + (LENGTH_NORM * length) / average),
  );
  return (times, text) => times / (times + (norms[lengths[text] ?? 0] ?? 0));
}

/** What the form that was typed adds to any form of a word. */
export const FORM_WEIGHT = 0.25;

/** BM25’s weight of a word that stands in `holding` of `all` texts, in Lucene’s form, which is never below 0. */
export function rarity(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

/** Of so many words at most, a text is meant to have every one; of a sentence’s, no text has. */
export const MOST_TOGETHER = 6;

/**
 * By how much a text’s score is multiplied that has `matched` of a query’s `sought` words: few words are
 * meant together, and as they were typed.
 */
export function emphasis(sought: number, matched: number, isAsTyped: boolean): number {
  if (sought > MOST_TOGETHER) return 1;
  return (matched / sought) ** 2 * (isAsTyped ? 1.7 : 1);
}
