import { integerAt } from "./checked-access.ts";

/** Returns the first of `length` indexes for which `isAtLeast` is true, as it is for all after it; `length` if there is none. */
export function firstIndex(length: number, isAtLeast: (index: number) => boolean): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >> 1;
    if (isAtLeast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Returns the index of the first of the sorted `values` that is at least `value`. */
export function lowerBound(values: Uint32Array, value: number): number {
  return firstIndex(values.length, (index) => integerAt(values, index) >= value);
}
