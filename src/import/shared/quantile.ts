import { elementAt } from "../../foundation/checked-access.ts";

/**
 * Returns the smallest value that is greater than or equal to `fraction` of the others; the median for
 * 0.5. `fraction` is less than 1. Throws a RangeError if there are no values.
 */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return elementAt(sorted, Math.floor(sorted.length * fraction));
}
