import fc from "fast-check";
import { expect, test } from "vitest";
import { createBitSet } from "../../src/search/index/bitset.ts";
import { runs } from "../thoroughness.ts";

const LIMIT = 200;

function bitSetWith(values: readonly number[]) {
  const set = createBitSet(LIMIT);
  for (const value of values) set.add(value);
  return set;
}

test("a set without another has what only the first has, and neither is changed", () => {
  const values = fc.array(fc.nat({ max: LIMIT - 1 }));
  fc.assert(
    fc.property(values, values, (some, others) => {
      const [first, second] = [bitSetWith(some), bitSetWith(others)];
      const left = first.without(second);
      const expected = [...new Set(some)]
        .filter((value) => !others.includes(value))
        .sort((a, b) => a - b);
      expect([...left.values()]).toEqual(expected);
      expect(left.size).toBe(expected.length);
      expect(expected.every(left.has)).toBe(true);
      expect(others.some(left.has)).toBe(false);
      expect(first.size).toBe(new Set(some).size);
      expect(second.size).toBe(new Set(others).size);
    }),
    { numRuns: runs(100) },
  );
});
