/** A list that makes only the items of the parts that are asked for. An array is one. */
export interface LazyList<T> {
  readonly length: number;
  /** Returns the items from `start` on, before `end`, of which neither is negative; by default all. */
  slice(start?: number, end?: number): readonly T[];
}

/** Returns a list whose item at each index is what `make` returns for it. */
export function createLazyList<T>(length: number, make: (index: number) => T): LazyList<T> {
  return {
    length,
    slice(start = 0, end = length) {
      const count = Math.max(0, Math.min(end, length) - start);
      return Array.from({ length: count }, (_, index) => make(start + index));
    },
  };
}

/** Returns the item at `index`. Throws a RangeError when there is none. */
export function itemAt<T>(list: LazyList<T>, index: number): T {
  const [item] = list.slice(index, index + 1);
  if (item === undefined) throw new RangeError(`There is no item ${index} among ${list.length}.`);
  return item;
}
