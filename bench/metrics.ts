/**
 * The quality of a ranking, as trec_eval computes it: `found` is best first without repetition, and
 * relevance is binary. If nothing is relevant, every value is 0.
 */

/** Returns nDCG@`most`: the discounted gain of the first `most`, divided by the ideal one. */
export function ndcg<T>(found: readonly T[], relevant: ReadonlySet<T>, most: number): number {
  if (relevant.size === 0) return 0;
  const gains = found
    .slice(0, most)
    .map((thing, index) => (relevant.has(thing) ? gainAt(index) : 0));
  const ideal = Array.from({ length: Math.min(relevant.size, most) }, (_, index) => gainAt(index));
  return sumOf(gains) / sumOf(ideal);
}

/** Returns the reciprocal rank of the first relevant one, or 0 if none of the first `most` is relevant. */
export function reciprocalRank<T>(
  found: readonly T[],
  relevant: ReadonlySet<T>,
  most: number,
): number {
  const index = found.slice(0, most).findIndex((thing) => relevant.has(thing));
  return index < 0 ? 0 : 1 / (index + 1);
}

/** Returns recall@`most`: the share of the relevant ones among the first `most`. */
export function recall<T>(found: readonly T[], relevant: ReadonlySet<T>, most: number): number {
  if (relevant.size === 0) return 0;
  return found.slice(0, most).filter((thing) => relevant.has(thing)).length / relevant.size;
}

/** The mean of no values is 0. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sumOf(values) / values.length;
}

const gainAt = (index: number) => 1 / Math.log2(index + 2);
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
