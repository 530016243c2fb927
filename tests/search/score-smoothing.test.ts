import fc from "fast-check";
import { expect, test } from "vitest";
import { smoothScores, type WordVector } from "../../src/search/ranking/score-smoothing.ts";
import { libraryOf } from "../library.ts";

const WORDS = 6;
const anyVector = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: WORDS, maxLength: WORDS })
  .map((weights): WordVector => {
    const length = Math.hypot(...weights);
    const entries = weights.map((weight, word): [number, number] => [word, weight / length]);
    return new Map(entries.filter(([, weight]) => weight > 0));
  });
const anyTexts = fc
  .array(fc.tuple(anyVector, fc.integer({ min: 1, max: 9 })), { maxLength: 20 })
  .map((texts) => texts.toSorted(([, a], [, b]) => b - a));

const cosine = (one: WordVector, other: WordVector) =>
  [...one].reduce((sum, [word, weight]) => sum + weight * (other.get(word) ?? 0), 0);

test("the neighbours of a score are the eight most similar matches, and count for more the lower it is", () => {
  fc.assert(
    fc.property(anyTexts, (texts) => {
      const expected = texts.map(([vector, score], docId) => {
        const similar = texts
          .map(([other, otherScore], at) => [at === docId ? 0 : cosine(vector, other), otherScore])
          .sort(([a = 0], [b = 0]) => b - a);
        // Among neighbours that are equally similar, any may be the eighth.
        const isClear = similar[7]?.[0] !== similar[8]?.[0] || similar[7]?.[0] === 0;
        const eight = similar.slice(0, 8);
        const sum = eight.reduce((total, [similarity = 0]) => total + similarity, 0);
        const weighted = eight.reduce(
          (total, [similarity = 0, own = 0]) => total + similarity * own,
          0,
        );
        const share = 0.8 * (1 - (score / (texts[0]?.[1] ?? 0)) ** 4);
        return isClear ? (1 - share) * score + (sum > 0 ? (share * weighted) / sum : 0) : undefined;
      });
      const matches = texts.map(([, score], docId) => ({ docId, score }));
      const smoothed = smoothScores(matches, (docId) => texts[docId]?.[0] ?? new Map());
      expect(smoothed.map(({ docId }) => docId).sort((a, b) => a - b)).toEqual([...texts.keys()]);
      smoothed.forEach(({ docId, score }, rank) => {
        const value = expected[docId];
        if (value !== undefined) expect(score).toBeCloseTo(value, 9);
        expect(score).toBeLessThanOrEqual(smoothed[rank - 1]?.score ?? Infinity);
      });
    }),
  );
});

test("of two passages with the same words of a sentence, the one that is like the best is better", () => {
  const library = libraryOf({
    "a.md": [
      "The keeper counts coins for the parish in the vestry.",
      "The keeper trims a wick at dusk beside the schooner.",
      "The lighthouse has a keeper, a wick, and dusk over a schooner.",
      "A lighthouse at dusk: the keeper lights the wick for a schooner.",
      ...Array.from({ length: 20 }, (_, index) => `Paragraph ${index} speaks of other matters.`),
    ].join("\n\n"),
  });
  const { hits } = library.search("what was it that the keeper of the lighthouse did", {});
  const numbers = hits.flatMap((hit) => (hit.kind === "passage" ? [hit.passage.number] : []));
  expect(numbers.slice(2)).toEqual(["2", "1"]);
});
