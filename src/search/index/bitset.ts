/** A set of numbers below a limit, one bit for each. */
export interface BitSet {
  /** How many are in it. */
  readonly size: number;
  has(number: number): boolean;
  add(number: number): void;
  /** Those in it, in order. */
  values(): readonly number[];
}

export function createBitSet(limit: number): BitSet {
  const words = new Uint32Array(Math.ceil(limit / 32));
  let size = 0;
  const has = (number: number) => (((words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  return {
    get size() {
      return size;
    },
    has,
    add(number) {
      if (has(number)) return;
      words[number >>> 5] = (words[number >>> 5] ?? 0) | (1 << (number & 31));
      size += 1;
    },
    values: () => Array.from({ length: limit }, (_, number) => number).filter(has),
  };
}
