/** The values that a step of an answer has made for the next one. */
export interface Prepared<T> {
  /** Makes a value, and keeps it until it is taken. */
  prepare(key: string, make: () => T): void;
  /** Returns the value that was prepared, which is not kept any longer, and otherwise makes it. */
  take(key: string, make: () => T): T;
}

/** Keeps at most `limit` values: one that is never taken makes room for others. */
export function createPrepared<T>(limit: number): Prepared<T> {
  const prepared = new Map<string, { readonly value: T }>();
  return {
    prepare(key, make) {
      prepared.set(key, { value: make() });
      const [oldest] = prepared.keys();
      if (prepared.size > limit && oldest !== undefined) prepared.delete(oldest);
    },
    take(key, make) {
      const found = prepared.get(key);
      prepared.delete(key);
      return found === undefined ? make() : found.value;
    },
  };
}
