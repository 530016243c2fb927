import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBitSet } from "../../src/search/index/bitset.ts";
import { buildPostings, type TextToIndex, type Tokenize } from "../../src/search/index/postings.ts";
import { createMiniSearchRanking } from "../../src/search/ranking/minisearch-ranking.ts";
import { createPostingsRanking } from "../../src/search/ranking/postings-ranking.ts";
import type { Ranking, TermGroup } from "../../src/search/ranking/ranking.ts";
import { bestOf } from "../../src/search/ranking/scored-texts.ts";
import { runs } from "../thoroughness.ts";

/** Splits at spaces. Forms that differ only after a hyphen share a term. */
const tokenizeAtSpaces: Tokenize = ({ text }, each) => {
  for (const form of text.split(" ").filter((word) => word !== "")) each(form, termOf(form));
};
const termOf = (form: string) => form.split("-")[0] ?? form;

const RANKINGS: readonly (readonly [string, (texts: readonly TextToIndex[]) => Ranking])[] = [
  ["MiniSearch", (texts) => createMiniSearchRanking(texts, tokenizeAtSpaces)],
  ["postings", (texts) => createPostingsRanking(buildPostings(texts, tokenizeAtSpaces))],
];

const toTextsToIndex = (texts: readonly string[]): readonly TextToIndex[] =>
  texts.map((text) => ({ text, language: "en" }));

/** Creates a query term; `otherTerms` are its terms in other languages. */
const queryTerm = (form: string, weight = 1, otherTerms: readonly string[] = []) => ({
  form,
  terms: [...new Set([termOf(form), ...otherTerms])],
  weight,
});
const termGroups = (query: string): readonly TermGroup[] =>
  query.split(" ").map((form) => [queryTerm(form)]);

/**
 * Computes the score of each text as `Ranking` defines it, directly from the formula and without an index:
 * BM25 of Robertson and Zaragoza (2009) with Lucene’s idf, k1 = 2 and b = 0.75.
 */
function referenceScores(
  texts: readonly string[],
  query: readonly TermGroup[],
  isSentence = false,
) {
  const isLong = isSentence || query.length > 6;
  const tokenized = texts.map((text) => text.split(" ").filter((form) => form !== ""));
  const averageLength = tokenized.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const bm25 = (forms: readonly string[], isMatch: (form: string) => boolean) => {
    const termFrequency = forms.filter(isMatch).length;
    const documentFrequency = tokenized.filter((other) => other.some(isMatch)).length;
    const idf = Math.log(1 + (texts.length - documentFrequency + 0.5) / (documentFrequency + 0.5));
    return (
      (idf * termFrequency * 3) /
      (termFrequency + 2 * (0.25 + (0.75 * forms.length) / averageLength))
    );
  };
  return tokenized.map((forms) => {
    const groupScores = query.map((group) =>
      Math.max(
        ...group.flatMap(({ form, terms, weight }) =>
          terms.map((term) => {
            const termScore = bm25(forms, (other) => termOf(other) === term);
            const formScore = bm25(forms, (other) => other === form);
            return termScore === 0 ? 0 : weight * (termScore + (isLong ? 0.1 : 0.25) * formScore);
          }),
        ),
      ),
    );
    const matched = groupScores.filter((score) => score > 0).length;
    const hasAllTypedForms = query.every((group) => group.some(({ form }) => forms.includes(form)));
    const share = matched / query.length;
    const keywordBoost = share ** 2 * (hasAllTypedForms ? 1.7 : 1);
    const shortBoost = isSentence ? Math.sqrt(share) : keywordBoost;
    const boost = query.length > 6 ? 1 : shortBoost;
    return groupScores.reduce((a, b) => a + b, 0) * boost;
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
        fc.constantFrom(1, 2, 5, 0.95, 0.3),
        fc.subarray(["b", "dd", "none"], { maxLength: 1 }),
      )
      .map(([form, weight, otherTerms]) => queryTerm(form, weight, otherTerms)),
    { minLength: 1, maxLength: 3, selector: ({ form }) => form },
  ),
  { minLength: 1, maxLength: 8, selector: (group) => group.map(({ form }) => form).join() },
);

describe.each(RANKINGS)("ranking by %s", (_, createRanking) => {
  test("scores like BM25 computed directly from the formula", () => {
    fc.assert(
      fc.property(anyTexts, anyQuery, fc.boolean(), (texts, query, isSentence) => {
        const scores = referenceScores(texts, query, isSentence);
        const { top, allDocIds } = createRanking(toTextsToIndex(texts)).rank(query, {
          isSentence,
          limit: Infinity,
        });
        const expected = [...scores.keys()].filter((docId) => (scores[docId] ?? 0) > 0);
        expect([...allDocIds].sort((a, b) => a - b)).toEqual(expected);
        expect(top.map(({ docId }) => docId).sort((a, b) => a - b)).toEqual(expected);
        for (const { docId, score } of top) expect(score).toBeCloseTo(scores[docId] ?? 0, 9);
        const rankedScores = top.map(({ docId }) => scores[docId] ?? 0);
        for (const [rank, score] of rankedScores.entries()) {
          expect(score).toBeLessThanOrEqual((rankedScores[rank - 1] ?? Infinity) + 1e-9);
        }
      }),
    );
  });

  test("orders ties by docId", () => {
    const texts = toTextsToIndex(["b", "a", "b a", "a", "a"]);
    const { top } = createRanking(texts).rank(termGroups("a"), { limit: Infinity });
    expect(top.map(({ docId }) => docId)).toEqual([1, 3, 4, 2]);
  });

  test("returns the first matches of the full ranking up to the limit", () => {
    fc.assert(
      fc.property(
        anyTexts,
        anyQuery,
        fc.boolean(),
        fc.integer({ min: 0, max: 12 }),
        (texts, query, isSentence, limit) => {
          const ranking = createRanking(toTextsToIndex(texts));
          const all = ranking.rank(query, { isSentence, limit: Infinity });
          const limited = ranking.rank(query, { isSentence, limit });
          expect(limited.top).toEqual(all.top.slice(0, limit));
          expect(limited.allDocIds).toHaveLength(all.allDocIds.length);
        },
      ),
    );
  });

  test("returns the same first matches of thousands of texts, wherever they occur", () => {
    const manyTexts = fc
      .array(anyText, { minLength: 20, maxLength: 60 })
      .map((texts) =>
        Array.from({ length: 9000 }, (_, at) => texts[(at * at) % texts.length] ?? ""),
      );
    fc.assert(
      fc.property(manyTexts, fc.array(anyQuery, { maxLength: 5 }), (texts, queries) => {
        const ranking = createRanking(toTextsToIndex(texts));
        for (const [index, query] of queries.entries()) {
          const isSentence = index % 2 === 1;
          const all = ranking.rank(query, { isSentence, limit: Infinity });
          const limited = ranking.rank(query, { isSentence, limit: 3 });
          expect(limited.top).toEqual(all.top.slice(0, 3));
          expect(limited.allDocIds).toEqual(all.allDocIds);
        }
      }),
      { numRuns: runs(1) },
    );
  });

  test("finds the best text with a frequent word even near the end of its posting list", () => {
    const rareTexts = Array.from({ length: 9 }, () => `a ${"d ".repeat(40)}`);
    const frequentTexts: string[] = Array.from({ length: 9000 }, (_, at) =>
      at % 2 === 0 ? "c d d d" : "d d d d",
    );
    frequentTexts[8990] = "c c c";
    const { top } = createRanking(toTextsToIndex([...rareTexts, ...frequentTexts])).rank(
      termGroups("a c"),
      { limit: 10 },
    );
    expect(top[0]?.docId).toBe(9 + 8990);
  });

  test("returns the same matches for a filter as filtering the full ranking does", () => {
    fc.assert(
      fc.property(anyTexts, anyQuery, fc.func(fc.boolean()), (texts, query, isAllowed) => {
        const ranking = createRanking(toTextsToIndex(texts));
        const allowed = createBitSet(texts.length);
        texts.forEach((_, docId) => {
          if (isAllowed(docId)) allowed.add(docId);
        });
        const filtered = ranking
          .rank(query, { limit: Infinity })
          .top.filter(({ docId }) => allowed.has(docId));
        expect(ranking.rank(query, { allowed, limit: 5 }).top).toEqual(filtered.slice(0, 5));
        // A query leaves no state that affects the next one.
        expect(ranking.rank(query, { allowed, limit: 5 }).top).toEqual(filtered.slice(0, 5));
      }),
    );
  });

  test("excludes texts that lack a word if all are required", () => {
    const ranking = createRanking(toTextsToIndex(["a b", "a", "b-s a-ed c", "c"]));
    const { docIds } = ranking.score(termGroups("a b"), { requireAll: true });
    expect([...docIds].sort()).toEqual([0, 2]);
  });

  test("scores all texts as it ranks them", () => {
    fc.assert(
      fc.property(anyTexts, anyQuery, fc.boolean(), (texts, query, isSentence) => {
        const ranking = createRanking(toTextsToIndex(texts));
        const { top } = ranking.rank(query, { isSentence, limit: Infinity });
        const scored = ranking.score(query, { isSentence });
        expect(bestOf(scored, Infinity)).toEqual(top);
        expect(bestOf(scored, 3)).toEqual(top.slice(0, 3));
      }),
    );
  });

  test("ranks the typed form above other forms of the word", () => {
    const ranking = createRanking(toTextsToIndex(["a-s", "a", "a-ed"]));
    const firstDocId = (query: string) =>
      ranking.rank(termGroups(query), { limit: 1 }).top[0]?.docId;
    expect(["a", "a-s", "a-ed"].map(firstDocId)).toEqual([1, 0, 2]);
  });

  test("reports the terms that occur and the document frequency of each form", () => {
    const ranking = createRanking(toTextsToIndex(["a-s b", "a-s", "c"]));
    expect(["a", "a-s", "b", "d"].map((form) => ranking.hasTerm(queryTerm(form)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const { forms, documentFrequency } = ranking;
    expect(Array.from({ length: forms.size }, (_, id) => forms.at(id))).toEqual(["a-s", "b", "c"]);
    const documentFrequencyOf = (form: string) => documentFrequency(forms.idOf(form) ?? -1);
    expect(["a-s", "b", "c"].map(documentFrequencyOf)).toEqual([2, 1, 1]);
  });

  test.each([[[]], [[""]], [["", ""]]])("finds nothing in empty texts: %j", (texts) => {
    const ranking = createRanking(toTextsToIndex(texts));
    expect(ranking.rank(termGroups("a"), { limit: 10 }).top).toEqual([]);
    expect(ranking.rank([], { limit: 10 }).top).toEqual([]);
  });

  test("encodes large gaps between docIds and high term frequencies", () => {
    const longText = `${"a ".repeat(300)}b`;
    const texts = toTextsToIndex([...Array.from({ length: 20_000 }, () => "c"), longText, "a"]);
    const { top } = createRanking(texts).rank(termGroups("a"), { limit: Infinity });
    expect(top.map(({ docId }) => docId).sort()).toEqual([20_000, 20_001]);
  });
});

describe("damaged postings", () => {
  const texts = toTextsToIndex(["a z", "z", "z"]);
  const postings = buildPostings(texts, tokenizeAtSpaces);

  test.each(["lists", "formOffsets", "termOffsets", "lengths"] as const)(
    "throw an error instead of returning scores: %s",
    (field) => {
      const damaged = { ...postings, [field]: postings[field].slice(0, -1) };
      const rankAll = () => createPostingsRanking(damaged).rank(termGroups("a z"), { limit: 3 });
      expect(rankAll).toThrow(RangeError);
    },
  );

  test("do not affect the scores of later queries", () => {
    const damaged = { ...postings, lists: postings.lists.slice(0, -1) };
    const ranking = createPostingsRanking(damaged);
    expect(() => ranking.rank(termGroups("a z"), { limit: 3 })).toThrow(RangeError);
    const intact = createPostingsRanking(postings);
    expect(ranking.rank(termGroups("a"), { limit: 3 })).toEqual(
      intact.rank(termGroups("a"), { limit: 3 }),
    );
  });
});
