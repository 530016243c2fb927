/** A typed array that grows. */
export interface GrowableArray<T> {
  readonly length: number;
  push(value: number): void;
  /** What was pushed, in exactly as much memory as it needs. It starts anew. */
  finish(): T;
}

export function createGrowableArray<T extends Uint8Array | Uint32Array>(
  create: (length: number) => T,
): GrowableArray<T> {
  let values = create(0);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = create(Math.max(1024, length * 2));
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    finish() {
      const whole = create(length);
      whole.set(values.subarray(0, length));
      values = create(0);
      length = 0;
      return whole;
    },
  };
}
