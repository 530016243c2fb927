import { expect, test } from "vitest";
import { mean, ndcg, recall, reciprocalRank } from "../../../bench/search/metrics.ts";

const RELEVANT = new Set(["b", "e", "x"]);
const FOUND = ["a", "b", "c", "d", "e"];

test("nDCG is the gain of a ranking divided by the gain of the ideal one", () => {
  // 1/log2(3) + 1/log2(6) divided by 1 + 1/log2(3) + 1/log2(4).
  expect(ndcg(FOUND, RELEVANT, 10)).toBeCloseTo(1.017782 / 2.13093, 5);
  // 1/log2(3) + 1/log2(5) divided by the same.
  expect(ndcg(["a", "b", "c", "e"], RELEVANT, 10)).toBeCloseTo(1.06161 / 2.13093, 5);
  expect(1.06161 / 2.13093).toBeCloseTo(0.49819, 5);
});

test("a ranking with every relevant item first is perfect, in any order", () => {
  expect(ndcg(["x", "b", "e", "a"], RELEVANT, 10)).toBe(1);
  expect(ndcg(["e", "x", "b"], RELEVANT, 10)).toBe(1);
});

test("a ranking can be perfect although there are more relevant items than the limit", () => {
  expect(ndcg(["x", "b"], RELEVANT, 2)).toBe(1);
  expect(recall(["x", "b"], RELEVANT, 2)).toBeCloseTo(2 / 3);
});

test("items after the limit do not count", () => {
  expect(ndcg(FOUND, new Set(["e"]), 4)).toBe(0);
  expect(reciprocalRank(FOUND, new Set(["e"]), 4)).toBe(0);
  expect(recall(FOUND, new Set(["e"]), 4)).toBe(0);
});

test("a list shorter than the limit counts for what it contains", () => {
  expect(ndcg(["b"], RELEVANT, 10)).toBeCloseTo(1 / 2.13093, 5);
  expect(reciprocalRank(["b"], RELEVANT, 10)).toBe(1);
  expect(recall(["b"], RELEVANT, 100)).toBeCloseTo(1 / 3);
});

test("the reciprocal rank is that of the first relevant item", () => {
  expect(reciprocalRank(FOUND, RELEVANT, 10)).toBe(1 / 2);
});

test("a ranking without relevant items, or with nothing to find, scores 0", () => {
  for (const [found, relevant] of [
    [["a", "c"], RELEVANT],
    [[], RELEVANT],
    [FOUND, new Set<string>()],
  ] as const) {
    expect(ndcg(found, relevant, 10)).toBe(0);
    expect(reciprocalRank(found, relevant, 10)).toBe(0);
    expect(recall(found, relevant, 10)).toBe(0);
  }
});

test("the mean of no values is 0", () => {
  expect(mean([])).toBe(0);
  expect(mean([1, 0, 0.5])).toBe(0.5);
});
