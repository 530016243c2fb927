import MiniSearch from "minisearch";
import { B, coordinationBoost, FORM_WEIGHT, K1 } from "../index/bm25.ts";
import { buildLexicon, openLexicon } from "../index/lexicon.ts";
import type { TextToIndex, Tokenize } from "../index/postings.ts";
import type { QueryTerm, Ranking } from "./ranking.ts";

/** Ranks with MiniSearch, word by word: it multiplies what it finds by how many words of a query matched. */
export function createMiniSearchRanking(texts: readonly TextToIndex[], cut: Tokenize): Ranking {
  const spread = new Map<string, number>();
  const known = new Set<string>();
  const index = new MiniSearch<{ id: number; forms: string; terms: string }>({
    fields: ["forms", "terms"],
    // MiniSearch takes the number of different tokens for a text’s length; numbered, all of them differ.
    tokenize: (words) =>
      words === "" ? [] : words.split("\n").map((word, number) => `${word}\n${number}`),
    processTerm: (token) => token.slice(0, token.indexOf("\n")),
    searchOptions: {
      tokenize: (word) => [word],
      processTerm: (word) => word,
      bm25: { k: K1, b: B, d: 0 },
    },
  });
  texts.forEach((text, id) => {
    const words: { form: string; term: string }[] = [];
    cut(text, (form, term) => words.push({ form, term }));
    const forms = words.map(({ form }) => form);
    const terms = words.map(({ term }) => term);
    for (const form of new Set(forms)) spread.set(form, (spread.get(form) ?? 0) + 1);
    for (const term of terms) known.add(term);
    index.add({ id, forms: forms.join("\n"), terms: terms.join("\n") });
  });
  const forms = openLexicon(buildLexicon([...spread.keys()].sort()));

  return {
    forms,
    documentFrequency: (form) => spread.get(forms.at(form)) ?? 0,
    hasTerm: ({ terms }) => terms.some((term) => known.has(term)),
    rank(words, { allowed, requireAll = false, limit }) {
      const boostDocument = (id: number) => (allowed === undefined || allowed.has(id) ? 1 : 0);
      const scores = (word: string, field: "forms" | "terms") =>
        index
          .search(word, { fields: [field], boostDocument })
          .map(({ id, score }): [number, number] => [Number(id), score]);

      /** What texts gain by a word under each of its terms, and whether it stands in them as it is written. */
      function gainsBy({ form, terms, weight }: QueryTerm): readonly Map<number, Gain>[] {
        const standing = terms.filter((term) => known.has(term));
        const own = new Map(standing.length === 0 ? [] : scores(form, "forms"));
        return standing.map((term) => {
          const gains = scores(term, "terms").map(([text, score]): [number, Gain] => [
            text,
            {
              score: weight * (score + FORM_WEIGHT * (own.get(text) ?? 0)),
              isAsTyped: own.has(text),
            },
          ]);
          return new Map(gains);
        });
      }

      const sums = new Map<number, { score: number; matched: number; asTyped: number }>();
      for (const alternatives of words) {
        for (const [text, gain] of bestGains(alternatives.flatMap(gainsBy))) {
          const sum = sums.get(text) ?? { score: 0, matched: 0, asTyped: 0 };
          sum.score += gain.score;
          sum.matched += 1;
          sum.asTyped += gain.isAsTyped ? 1 : 0;
          sums.set(text, sum);
        }
      }
      const matches = [...sums]
        .filter(([, { matched }]) => !requireAll || matched === words.length)
        .map(([docId, { score, matched, asTyped }]) => ({
          docId,
          score: score * coordinationBoost(words.length, matched, asTyped === words.length),
        }))
        .sort((a, b) => b.score - a.score || a.docId - b.docId);
      return {
        best: matches.slice(0, limit),
        all: Uint32Array.from(matches, ({ docId }) => docId),
      };
    },
  };
}

interface Gain {
  readonly score: number;
  readonly isAsTyped: boolean;
}

/** By the best of some alternatives; as it was typed if any of them stands there so. */
function bestGains(alternatives: readonly Map<number, Gain>[]): Map<number, Gain> {
  const best = new Map<number, Gain>();
  for (const [text, gain] of alternatives.flatMap((gains) => [...gains])) {
    const other = best.get(text);
    best.set(text, {
      score: Math.max(gain.score, other?.score ?? 0),
      isAsTyped: gain.isAsTyped || (other?.isAsTyped ?? false),
    });
  }
  return best;
}
