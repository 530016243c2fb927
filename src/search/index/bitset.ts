import * as checkedAccess from "../../foundation/checked-access.ts";

/** A set of integers from 0 to below a limit, with one bit for each. */
export interface BitSet {
  /** How many integers are in the set. */
  readonly size: number;
  has(value: number): boolean;
  add(value: number): void;
  /** The integers in the set, in ascending order. */
  values(): Uint32Array;
  /** Returns the set of the integers that are not in `other`. */
  without(other: BitSet): BitSet;
}

export function createBitSet(limit: number): BitSet {
  return bitSetOf(new Uint32Array(Math.ceil(limit / 32)), 0);
}

/** Returns the set with `initialSize` integers whose bits are set in `words`, of 32 bits each. */
function bitSetOf(words: Uint32Array, initialSize: number): BitSet {
  // Constants, so that V8 inlines them; see `createPostingsRanking`.
  const { integerAt } = checkedAccess;
  let size = initialSize;
  const has = (value: number) => ((integerAt(words, value >>> 5) >>> (value & 31)) & 1) === 1;
  return {
    get size() {
      return size;
    },
    has,
    add(value) {
      if (has(value)) return;
      words[value >>> 5] = integerAt(words, value >>> 5) | (1 << (value & 31));
      size += 1;
    },
    values() {
      const values = new Uint32Array(size);
      let count = 0;
      for (let index = 0; index < words.length; index++) {
        for (let word = integerAt(words, index); word !== 0; word &= word - 1) {
          // The lowest bit that is set.
          values[count++] = index * 32 + 31 - Math.clz32(word & -word);
        }
      }
      return values;
    },
    without(other) {
      const left = words.slice();
      let leftSize = size;
      for (const value of other.values()) {
        if (!has(value)) continue;
        left[value >>> 5] = integerAt(left, value >>> 5) & ~(1 << (value & 31));
        leftSize -= 1;
      }
      return bitSetOf(left, leftSize);
    },
  };
}
