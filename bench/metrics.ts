/**
 * How good a ranking is, as trec_eval counts it: `found` is best first and names each thing once, and
 * every relevant thing is as relevant as any other. Where nothing is relevant, everything is 0.
 */

/** The gain of the relevant among the first `most`, less the later they stand, in parts of what was possible. */
export function ndcg<T>(found: readonly T[], relevant: ReadonlySet<T>, most: number): number {
  if (relevant.size === 0) return 0;
  const gains = found
    .slice(0, most)
    .map((thing, index) => (relevant.has(thing) ? gainAt(index) : 0));
  const ideal = Array.from({ length: Math.min(relevant.size, most) }, (_, index) => gainAt(index));
  return sumOf(gains) / sumOf(ideal);
}

/** One over the rank of the first that is relevant, or 0 when none of the first `most` is. */
export function reciprocalRank<T>(
  found: readonly T[],
  relevant: ReadonlySet<T>,
  most: number,
): number {
  const index = found.slice(0, most).findIndex((thing) => relevant.has(thing));
  return index < 0 ? 0 : 1 / (index + 1);
}

/** Which part of all that is relevant stands among the first `most`. */
export function recall<T>(found: readonly T[], relevant: ReadonlySet<T>, most: number): number {
  if (relevant.size === 0) return 0;
  return found.slice(0, most).filter((thing) => relevant.has(thing)).length / relevant.size;
}

/** Of no values, 0. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sumOf(values) / values.length;
}

const gainAt = (index: number) => 1 / Math.log2(index + 2);
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
