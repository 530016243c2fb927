import type { BitSet } from "../index/bitset.ts";
import type { Lexicon } from "../index/lexicon.ts";

/** A word that is looked for. */
export interface QueryTerm {
  /** As it is written, folded. */
  readonly form: string;
  /** Under which the index knows it and its inflections: one for each language it may be of. */
  readonly terms: readonly string[];
  /** What a text gains by it, beside 1 for a word that was typed. */
  readonly weight: number;
}

/** Words of which any will do, such as those that an unknown one may be a misspelling of. */
export type TermGroup = readonly QueryTerm[];

/** A text that matched, by its number. */
export interface Match {
  readonly docId: number;
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
export interface RankingOptions {
  /** Only these; asked about before anything is scored. */
  readonly allowed?: BitSet | undefined;
  /** Only those that have every word. */
  readonly requireAll?: boolean;
  /** The best so many of them. */
  readonly limit: number;
}

/**
 * Finds the texts that match some words. A text’s score is the sum of what it gains by each of them (of
 * alternatives, and of the terms of one word, by the best), times `emphasis`. By a term it gains the word’s
 * `weight` times the sum of BM25 for all forms with that term, as if they were one word, and `FORM_WEIGHT`
 * times BM25 for the form itself.
 */
export interface Ranking {
  /** The texts that have any of the words. */
  rank(words: readonly TermGroup[], wanted: RankingOptions): Ranked;
  /** Whether any text has a word, or an inflection of it. */
  hasTerm(word: QueryTerm): boolean;
  /** The words of the texts as they are written, folded. */
  readonly forms: Lexicon;
  /** How many texts have a form. */
  documentFrequency(form: number): number;
}
