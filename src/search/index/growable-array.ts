/** A typed array that grows as values are pushed. */
export interface GrowableArray<T> {
  readonly length: number;
  push(value: number): void;
  /** Returns the values in an array of exactly their length, and empties this one. */
  finish(): T;
}

export function createGrowableArray<T extends Uint8Array | Uint32Array>(
  allocate: (length: number) => T,
): GrowableArray<T> {
  let values = allocate(0);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = allocate(Math.max(1024, length * 2));
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
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
