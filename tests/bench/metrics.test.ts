import { expect, test } from "vitest";
import { mean, ndcg, recall, reciprocalRank } from "../../bench/metrics.ts";

const RELEVANT = new Set(["b", "e", "x"]);
const FOUND = ["a", "b", "c", "d", "e"];

test("the gain of a ranking is a part of the gain of the best possible one", () => {
  // 1/log2(3) + 1/log2(6) beside 1 + 1/log2(3) + 1/log2(4).
  expect(ndcg(FOUND, RELEVANT, 10)).toBeCloseTo(1.017782 / 2.13093, 5);
  // 1/log2(3) + 1/log2(5) beside the same.
  expect(ndcg(["a", "b", "c", "e"], RELEVANT, 10)).toBeCloseTo(1.06161 / 2.13093, 5);
  expect(1.06161 / 2.13093).toBeCloseTo(0.49819, 5);
});

test("a ranking that begins with all that is relevant is perfect, in whatever order", () => {
  expect(ndcg(["x", "b", "e", "a"], RELEVANT, 10)).toBe(1);
  expect(ndcg(["e", "x", "b"], RELEVANT, 10)).toBe(1);
});

test("more relevant things than can be shown do not make a perfect ranking impossible", () => {
  expect(ndcg(["x", "b"], RELEVANT, 2)).toBe(1);
  expect(recall(["x", "b"], RELEVANT, 2)).toBeCloseTo(2 / 3);
});

test("what stands after the first so many does not count", () => {
  expect(ndcg(FOUND, new Set(["e"]), 4)).toBe(0);
  expect(reciprocalRank(FOUND, new Set(["e"]), 4)).toBe(0);
  expect(recall(FOUND, new Set(["e"]), 4)).toBe(0);
});

test("a list that is shorter than asked for counts for what it holds", () => {
  expect(ndcg(["b"], RELEVANT, 10)).toBeCloseTo(1 / 2.13093, 5);
  expect(reciprocalRank(["b"], RELEVANT, 10)).toBe(1);
  expect(recall(["b"], RELEVANT, 100)).toBeCloseTo(1 / 3);
});

test("only the first relevant thing has a reciprocal rank", () => {
  expect(reciprocalRank(FOUND, RELEVANT, 10)).toBe(1 / 2);
});

test("what finds nothing relevant, or has nothing to find, is worth nothing", () => {
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
