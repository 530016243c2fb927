/** Whether the tests are run by `npm run test:long`, which passes Vitest the mode `long`. */
export const isLong = process.env["MODE"] === "long";

/** Returns how many runs a property gets: ten times as many in the long tests. */
export function runs(count: number): number {
  return isLong ? 10 * count : count;
}

/** Returns the size of a large input, which exceeds the same limits with either: the larger one in the long tests. */
export function inputSize(usual: number, long: number): number {
  return isLong ? long : usual;
}

/**
 * Returns one of `values`, the next one for each next `turn`; all of them in the long tests. Crossed
 * with two other lists, at the sum of their indexes, it covers every pair of values in one test
 * instead of every combination.
 */
export function inTurn<T>(values: readonly T[], turn: number): readonly T[] {
  return isLong ? values : values.filter((_, index) => index === turn % values.length);
}

/** Returns at most `count` of `values`, from all parts of the list; all of them in the long tests. */
export function sample<T>(values: readonly T[], count: number): readonly T[] {
  if (isLong || values.length <= count) return values;
  const step = values.length / count;
  return values.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
