/** A typed array that grows as values are pushed. */
export interface GrowableArray<T> {
  readonly length: number;
  push(value: number): void;
  /** Appends as many zeros, and returns them to be replaced before the next call. */
  extend(count: number): T;
  /** Returns the values in an array of exactly their length, and empties this one. */
  finish(): T;
}

export function createGrowableArray<T extends Uint8Array | Uint32Array>(
  allocate: (length: number) => T,
): GrowableArray<T> {
  let values = allocate(0);
  let length = 0;

  function ensure(needed: number): void {
    if (needed <= values.length) return;
    const larger = allocate(Math.max(1024, length * 2, needed));
    larger.set(values);
    values = larger;
  }

  return {
    get length() {
      return length;
    },
    push(value) {
      ensure(length + 1);
      values[length] = value;
      length += 1;
    },
    extend(count) {
      ensure(length + count);
      length += count;
      return values.subarray(length - count, length) as T;
    },
    finish() {
      const trimmed = allocate(length);
      trimmed.set(values.subarray(0, length));
      values = allocate(0);
      length = 0;
      return trimmed;
    },
  };
}
