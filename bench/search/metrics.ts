/**
 * The quality of a ranking, as trec_eval computes it: `found` is best first without repetition, and
 * relevance is binary. If nothing is relevant, every value is 0.
 */

/** Returns nDCG@`k`: the discounted gain of the first `k`, divided by the ideal one. */
export function ndcg<T>(found: readonly T[], relevant: ReadonlySet<T>, k: number): number {
  if (relevant.size === 0) return 0;
  const gains = found.slice(0, k).map((thing, index) => (relevant.has(thing) ? gainAt(index) : 0));
  const ideal = Array.from({ length: Math.min(relevant.size, k) }, (_, index) => gainAt(index));
  return sumOf(gains) / sumOf(ideal);
}

/** Returns the reciprocal rank of the first relevant one, or 0 if none of the first `k` is relevant. */
export function reciprocalRank<T>(
  found: readonly T[],
  relevant: ReadonlySet<T>,
  k: number,
): number {
  const index = found.slice(0, k).findIndex((thing) => relevant.has(thing));
  return index < 0 ? 0 : 1 / (index + 1);
}

/** Returns recall@`k`: the share of the relevant ones among the first `k`. */
export function recall<T>(found: readonly T[], relevant: ReadonlySet<T>, k: number): number {
  if (relevant.size === 0) return 0;
  return found.slice(0, k).filter((thing) => relevant.has(thing)).length / relevant.size;
}

/** Returns the arithmetic mean, or 0 if there are no values. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sumOf(values) / values.length;
}

const gainAt = (index: number) => 1 / Math.log2(index + 2);
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
