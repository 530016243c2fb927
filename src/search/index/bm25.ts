/** BM25’s k1: how much more of the same word goes on counting. */
export const K1 = 2;
/** BM25’s b: how much a text’s length counts. */
export const B = 0.75;

/** How much it tells that a word stands so many times in a text: from 0 to 1, less in a longer text. */
export type TermFrequencyNorm = (times: number, text: number) => number;

/** BM25’s saturation in texts of such `lengths`. */
export function createTermFrequencyNorm(lengths: Uint32Array): TermFrequencyNorm {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const norms = Float64Array.from(
    { length: longest + 1 },
    (_, length) => K1 * (1 - B + (B * length) / average),
  );
  return (times, text) => times / (times + (norms[lengths[text] ?? 0] ?? 0));
}

/** What the form that was typed adds to any form of a word. */
export const FORM_WEIGHT = 0.25;

/** BM25’s weight of a word that stands in `holding` of `all` texts, in Lucene’s form, which is never below 0. */
export function idf(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

/** Of so many words at most, a text is meant to have every one; of a sentence’s, no text has. */
export const MAX_COORDINATED_TERMS = 6;

/**
 * By how much a text’s score is multiplied that has `matched` of a query’s `sought` words: few words are
 * meant together, and as they were typed.
 */
export function coordinationBoost(sought: number, matched: number, isAsTyped: boolean): number {
  if (sought > MAX_COORDINATED_TERMS) return 1;
  return (matched / sought) ** 2 * (isAsTyped ? 1.7 : 1);
}
