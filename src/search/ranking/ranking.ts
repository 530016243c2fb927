import type { BitSet } from "../index/bitset.ts";
import type { Lexicon } from "../index/lexicon.ts";

/** A word to look for. */
export interface QueryTerm {
  /** The word as it is written, folded. */
  readonly form: string;
  /** The terms that the word and its inflections are indexed under, one for each language it may be in. */
  readonly terms: readonly string[];
  /** The boost of its score: how often the word was typed, times the likelihood that it was meant. */
  readonly weight: number;
}

/** Alternatives of which one must match, such as the possible corrections of a misspelling. */
export type TermGroup = readonly QueryTerm[];

/** A text that matches. */
export interface Match {
  readonly docId: number;
  /** Comparable within the result of one query only. */
  readonly score: number;
}

export interface RankingResult {
  /** The top k matches, best first; ties are in the order of their docIds. */
  readonly top: readonly Match[];
  /** All texts that match, in no order. */
  readonly allDocIds: Uint32Array;
}

/** Texts with their scores side by side, in no order. */
export interface ScoredTexts {
  readonly docIds: Uint32Array;
  readonly scores: Float64Array;
}

export interface ScoringOptions {
  /** The texts to search, checked before they are scored. Without it, all of them. */
  readonly allowed?: BitSet | undefined;
  /** Whether the words are those of a sentence, not keywords. */
  readonly isSentence?: boolean;
}

export interface RankingOptions extends ScoringOptions {
  /** The k of top k. */
  readonly limit: number;
}

/**
 * Ranks texts, numbered by docId, by BM25. A term scores `weight` times BM25 of all its forms together, as
 * if they were one word, plus the form's share of `matchWeights` times BM25 of the typed form. A group scores
 * as its best term does. A text's score is the sum over the groups times the coordination boost.
 */
export interface Ranking {
  rank(groups: readonly TermGroup[], options: RankingOptions): RankingResult;
  /** Scores all texts that match: with a word of every group if all are required, otherwise with any word. */
  score(
    groups: readonly TermGroup[],
    options: ScoringOptions & { readonly requireAll?: boolean },
  ): ScoredTexts;
  /** Whether any text contains a word or an inflection of it. */
  hasTerm(term: QueryTerm): boolean;
  /** All words of the texts as they are written, folded. */
  readonly forms: Lexicon;
  /** Returns the number of texts that contain a form. */
  documentFrequency(form: number): number;
}

/** Compares matches, the better first. */
export function compareMatches(a: Match, b: Match): number {
  return b.score - a.score || a.docId - b.docId;
}
