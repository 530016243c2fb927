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
  let total = 0;
  let maxLength = 0;
  for (const length of lengths) {
    total += length;
    maxLength = Math.max(maxLength, length);
  }
  const averageLength = total / lengths.length;
  const lengthNorms = Float64Array.from(
    { length: maxLength + 1 },
    (_, length) => K1 * (1 - B + (B * length) / averageLength),
  );
  return (frequency, docId) =>
    frequency / (frequency + floatAt(lengthNorms, integerAt(lengths, docId)));
}

/** Returns the inverse document frequency in Lucene's variant, which is never negative. */
export function idf(documentFrequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** The longest query whose words are keywords. A longer one is a sentence, and no text contains all of it. */
export const MAX_KEYWORDS = 6;

/** The weights of a query's matches beside those of BM25. */
export interface MatchWeights {
  /** The weight of the typed form beside 1 for any form of the word. */
  readonly form: number;
  /**
   * Returns the coordination boost, the factor for the score of a text that matches `matchedCount` of the
   * query's terms, all of them as they were typed if it is exact.
   */
  boost(matchedCount: number, isExact: boolean): number;
}

/**
 * Returns the weights for a query of `termCount` terms. Users remember keywords of a text that they know, so
 * texts with all of them are favoured, and those with all as they were typed. A sentence describes a text
 * in words of its own, of which a short question needs more than a description.
 */
export function matchWeights(termCount: number, isSentence: boolean): MatchWeights {
  if (termCount > MAX_KEYWORDS) return { form: 0.1, boost: () => 1 };
  if (isSentence) {
    return { form: 0.1, boost: (matchedCount) => Math.sqrt(matchedCount / termCount) };
  }
  return {
    form: 0.25,
    boost: (matchedCount, isExact) => (matchedCount / termCount) ** 2 * (isExact ? 1.7 : 1),
  };
}
