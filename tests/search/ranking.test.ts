import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBitSet } from "../../src/search/index/bitset.ts";
import { buildPostings, type TextToIndex, type Tokenize } from "../../src/search/index/postings.ts";
import { createMiniSearchRanking } from "../../src/search/ranking/minisearch-ranking.ts";
import { createPostingsRanking } from "../../src/search/ranking/postings-ranking.ts";
import type { Ranking, TermGroup } from "../../src/search/ranking/ranking.ts";

/** Words between spaces; those that differ in the letters after a hyphen alone share a term. */
const cut: Tokenize = ({ text }, each) => {
  for (const form of text.split(" ").filter((word) => word !== "")) each(form, termOf(form));
};
const termOf = (form: string) => form.split("-")[0] ?? form;

const RANKINGS: readonly (readonly [string, (texts: readonly TextToIndex[]) => Ranking])[] = [
  ["MiniSearch", (texts) => createMiniSearchRanking(texts, cut)],
  ["postings", (texts) => createPostingsRanking(buildPostings(texts, cut))],
];

const textsOf = (texts: readonly string[]): readonly TextToIndex[] =>
  texts.map((text) => ({ text, language: "en" }));

/** A word, which may have other terms in other languages. */
const word = (form: string, weight = 1, others: readonly string[] = []) => ({
  form,
  terms: [...new Set([termOf(form), ...others])],
  weight,
});
const words = (query: string): readonly TermGroup[] => query.split(" ").map((form) => [word(form)]);

/**
 * The score of each text as `Ranking` describes it, worked out text by text with nothing remembered:
 * BM25 as Robertson and Zaragoza (2009) have it, with Lucene’s idf, k1 2 and b 0.75.
 */
function obviousScores(texts: readonly string[], query: readonly TermGroup[]) {
  const cutTexts = texts.map((text) => text.split(" ").filter((one) => one !== ""));
  const average = cutTexts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const bm25 = (own: readonly string[], isIt: (form: string) => boolean) => {
    const often = own.filter(isIt).length;
    const holding = cutTexts.filter((other) => other.some(isIt)).length;
    const idf = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
    return (idf * often * 3) / (often + 2 * (0.25 + (0.75 * own.length) / average));
  };
  return cutTexts.map((own) => {
    const gains = query.map((alternatives) =>
      Math.max(
        ...alternatives.flatMap(({ form, terms, weight }) =>
          terms.map((term) => {
            const any = bm25(own, (other) => termOf(other) === term);
            const typed = bm25(own, (other) => other === form);
            return any === 0 ? 0 : weight * (any + 0.25 * typed);
          }),
        ),
      ),
    );
    const matched = gains.filter((gain) => gain > 0).length;
    const isAsTyped = query.every((some) => some.some(({ form }) => own.includes(form)));
    const together = (matched / query.length) ** 2 * (isAsTyped ? 1.7 : 1);
    return gains.reduce((a, b) => a + b, 0) * (query.length > 6 ? 1 : together);
  });
}

const anyForm = fc
  .tuple(fc.constantFrom("a", "b", "c", "dd", "é", "훈련"), fc.constantFrom("", "-s", "-ed"))
  .map(([stem, ending]) => stem + ending);
const anyText = fc.array(anyForm, { maxLength: 12 }).map((forms) => forms.join(" "));
const anyTexts = fc.array(anyText, { minLength: 1, maxLength: 30 });
const anyQuery = fc.uniqueArray(
  fc.uniqueArray(
    fc
      .tuple(
        anyForm,
        fc.constantFrom(1, 0.95, 0.3),
        fc.subarray(["b", "dd", "none"], { maxLength: 1 }),
      )
      .map(([form, weight, others]) => word(form, weight, others)),
    { minLength: 1, maxLength: 3, selector: ({ form }) => form },
  ),
  { minLength: 1, maxLength: 8, selector: (some) => some.map(({ form }) => form).join() },
);

describe.each(RANKINGS)("ranking by %s", (_, rankingOf) => {
  test("scores as an obvious BM25 does, text by text", () => {
    fc.assert(
      fc.property(anyTexts, anyQuery, (texts, query) => {
        const scores = obviousScores(texts, query);
        const { best, all } = rankingOf(textsOf(texts)).rank(query, { limit: Infinity });
        const expected = [...scores.keys()].filter((number) => (scores[number] ?? 0) > 0);
        expect([...all].sort((a, b) => a - b)).toEqual(expected);
        expect(best.map(({ docId: number }) => number).sort((a, b) => a - b)).toEqual(expected);
        for (const { docId: number, score } of best)
          expect(score).toBeCloseTo(scores[number] ?? 0, 9);
        const order = best.map(({ docId: number }) => scores[number] ?? 0);
        for (const [rank, score] of order.entries()) {
          expect(score).toBeLessThanOrEqual((order[rank - 1] ?? Infinity) + 1e-9);
        }
      }),
    );
  });

  test("puts equals in the order of the texts", () => {
    const texts = textsOf(["b", "a", "b a", "a", "a"]);
    const { best } = rankingOf(texts).rank(words("a"), { limit: Infinity });
    expect(best.map(({ docId: number }) => number)).toEqual([1, 3, 4, 2]);
  });

  test("gives the first of what it would give in all", () => {
    fc.assert(
      fc.property(anyTexts, anyQuery, fc.integer({ min: 0, max: 12 }), (texts, query, most) => {
        const ranking = rankingOf(textsOf(texts));
        const all = ranking.rank(query, { limit: Infinity });
        const some = ranking.rank(query, { limit: most });
        expect(some.best).toEqual(all.best.slice(0, most));
        expect(some.all).toHaveLength(all.all.length);
      }),
    );
  });

  test("gives the same first ones of many texts, wherever they stand", () => {
    const manyTexts = fc
      .array(anyText, { minLength: 20, maxLength: 60 })
      .map((texts) =>
        Array.from({ length: 9000 }, (_, at) => texts[(at * at) % texts.length] ?? ""),
      );
    fc.assert(
      fc.property(manyTexts, fc.array(anyQuery, { maxLength: 5 }), (texts, queries) => {
        const ranking = rankingOf(textsOf(texts));
        for (const query of queries) {
          const all = ranking.rank(query, { limit: Infinity });
          const some = ranking.rank(query, { limit: 3 });
          expect(some.best).toEqual(all.best.slice(0, 3));
          expect(some.all).toEqual(all.all);
        }
      }),
      { numRuns: 4 },
    );
  });

  test("finds the best text with a frequent word, however late it comes", () => {
    const rare = Array.from({ length: 9 }, () => `a ${"d ".repeat(40)}`);
    const frequent: string[] = Array.from({ length: 9000 }, (_, at) =>
      at % 2 === 0 ? "c d d d" : "d d d d",
    );
    frequent[8990] = "c c c";
    const { best } = rankingOf(textsOf([...rare, ...frequent])).rank(words("a c"), { limit: 10 });
    expect(best[0]?.docId).toBe(9 + 8990);
  });

  test("filters before it ranks, and finds what filtering afterwards would leave", () => {
    fc.assert(
      fc.property(anyTexts, anyQuery, fc.func(fc.boolean()), (texts, query, isAllowed) => {
        const ranking = rankingOf(textsOf(texts));
        const allowed = createBitSet(texts.length);
        texts.forEach((_, number) => {
          if (isAllowed(number)) allowed.add(number);
        });
        const afterwards = ranking
          .rank(query, { limit: Infinity })
          .best.filter(({ docId: number }) => allowed.has(number));
        expect(ranking.rank(query, { allowed, limit: 5 }).best).toEqual(afterwards.slice(0, 5));
        // Nothing is left over from one query to the next.
        expect(ranking.rank(query, { allowed, limit: 5 }).best).toEqual(afterwards.slice(0, 5));
      }),
    );
  });

  test("leaves out what lacks a word when all are wanted", () => {
    const ranking = rankingOf(textsOf(["a b", "a", "b-s a-ed c", "c"]));
    const { best, all } = ranking.rank(words("a b"), { requireAll: true, limit: Infinity });
    expect(best.map(({ docId: number }) => number)).toEqual([0, 2]);
    expect([...all].sort()).toEqual([0, 2]);
  });

  test("puts the form that was typed before others of the word", () => {
    const ranking = rankingOf(textsOf(["a-s", "a", "a-ed"]));
    const first = (query: string) => ranking.rank(words(query), { limit: 1 }).best[0]?.docId;
    expect(["a", "a-s", "a-ed"].map(first)).toEqual([1, 0, 2]);
  });

  test("knows which words stand anywhere, and in how many texts", () => {
    const ranking = rankingOf(textsOf(["a-s b", "a-s", "c"]));
    expect(["a", "a-s", "b", "d"].map((form) => ranking.hasTerm(word(form)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const { forms, documentFrequency: spread } = ranking;
    expect(Array.from({ length: forms.size }, (_, form) => forms.at(form))).toEqual([
      "a-s",
      "b",
      "c",
    ]);
    const spreadOf = (form: string) => spread(forms.numberOf(form) ?? -1);
    expect(["a-s", "b", "c"].map(spreadOf)).toEqual([2, 1, 1]);
  });

  test.each([[[]], [[""]], [["", ""]]])("finds nothing where there is nothing: %j", (texts) => {
    const ranking = rankingOf(textsOf(texts));
    expect(ranking.rank(words("a"), { limit: 10 }).best).toEqual([]);
    expect(ranking.rank([], { limit: 10 }).best).toEqual([]);
  });

  test("tells distant texts and frequent words from near and rare ones", () => {
    const often = `${"a ".repeat(300)}b`;
    const texts = textsOf([...Array.from({ length: 20_000 }, () => "c"), often, "a"]);
    const { best } = rankingOf(texts).rank(words("a"), { limit: Infinity });
    expect(best.map(({ docId: number }) => number).sort()).toEqual([20_000, 20_001]);
  });
});
