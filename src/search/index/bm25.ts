import * as checkedAccess from "../../foundation/checked-access.ts";

/** BM25's k1: how slowly further occurrences of a term stop adding to the score. */
export const K1 = 2;
/** BM25's b: how strongly scores are normalised by length, from 0 (not at all) to 1. */
export const B = 0.75;

/**
 * BM25's saturated term frequency, tf / (tf + k1 · (1 − b + b · length / average length)): from 0 to 1,
 * and lower in longer texts.
 */
export type TermFrequencyNorm = (frequency: number, docId: number) => number;

/** Creates the term frequency norm for texts of these `lengths`, in terms. */
export function createTermFrequencyNorm(lengths: Uint32Array): TermFrequencyNorm {
  // Constants, so that V8 inlines them; see `createPostingsRanking`.
  const { floatAt, integerAt } = checkedAccess;
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const maxLength = lengths.reduce((max, length) => Math.max(max, length), 0);
  const lengthNorms = Float64Array.from(
    { length: maxLength + 1 },
    (_, length) => K1 * (1 - B + (B * length) / averageLength),
  );
  return (frequency, docId) =>
    frequency / (frequency + floatAt(lengthNorms, integerAt(lengths, docId)));
}

/** The weight of the exact form beside 1 for any form of the word. */
export const FORM_WEIGHT = 0.25;

/** Returns the inverse document frequency in Lucene's variant, which is never negative. */
export function idf(documentFrequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** The longest query that gets a coordination boost: no text contains every word of a sentence. */
export const MAX_COORDINATED_TERMS = 6;

/**
 * Returns the factor for the score of a text that matches `matchedCount` of `termCount` query terms. It
 * favours texts with all terms of a short query, and texts with all of them as they were typed.
 */
export function coordinationBoost(
  termCount: number,
  matchedCount: number,
  isExact: boolean,
): number {
  if (termCount > MAX_COORDINATED_TERMS) return 1;
  return (matchedCount / termCount) ** 2 * (isExact ? 1.7 : 1);
}
