// The stack limits a call to some 100,000 arguments, so a long array cannot be spread into one.

/** Returns the smallest of the numbers; Infinity if there are none. */
export function smallest(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
}

/** Returns the largest of the numbers; -Infinity if there are none. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY);
}

/** Appends items to an array. */
export function append<T>(array: T[], items: readonly T[]): void {
  for (const item of items) array.push(item);
}
