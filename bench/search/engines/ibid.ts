import { createAnalyzers } from "../../../src/language/analyzer.ts";
import { MAX_SUGGESTIONS } from "../../../src/options/choices.ts";
import {
  buildIndexes,
  indexedEntriesOf,
  tokenizeWith,
} from "../../../src/search/index/build-indexes.ts";
import { createLibrary } from "../../../src/search/library.ts";
import { isSentence, queryWordsOf } from "../../../src/search/query.ts";
import { createRanking } from "../../../src/search/ranking/create-ranking.ts";
import type { Hit } from "../../../src/search/search.ts";
import { corpusOf } from "../../measured-corpus.ts";
import { createDocument } from "../../texts.ts";
import type { Built, Engine } from "./engine.ts";

/** The ranking alone: from words to the numbers of texts. */
export const ibid: Engine = {
  name: "Ibid",
  build(texts) {
    const analyzers = createAnalyzers(["en"]);
    const ranking = createRanking(
      () => texts.map((text) => ({ text, language: "en" })),
      tokenizeWith(analyzers),
    );
    return {
      search: (query, limit) =>
        ranking
          .rank(
            queryWordsOf(query, analyzers).flatMap(({ queryTerms: sought }) =>
              sought.map((word) => [word]),
            ),
            { limit, isSentence: isSentence(query) },
          )
          .top.map(({ docId: number }) => number),
    };
  },
};

/** All that finds and orders: phrases, proximity, corrections, topics and documents beside the ranking. */
export const ibidSearch: Engine = {
  name: "Ibid, whole search",
  build: (texts) => buildSearch(texts, () => {}),
};

/** All of `/search` up to the reply: an excerpt of each hit, too. */
export const ibidExcerpts: Engine = {
  name: "Ibid, with excerpts",
  build: (texts) => buildSearch(texts, ({ excerpt }) => excerpt),
};

/** Builds the library, each of whose hits is shown. */
function buildSearch(texts: readonly string[], show: (hit: Hit) => unknown): Built {
  const document = createDocument("all", texts);
  const corpus = corpusOf([document]);
  const entries = indexedEntriesOf(corpus);
  const library = createLibrary(corpus, new Date(0), buildIndexes(entries));
  while (library.buildSome());
  return {
    search: (query, limit) =>
      library.search(query, {}, { kinds: ["passage"], limit }).hits.flatMap((hit) => {
        show(hit);
        return hit.kind === "passage" ? [Number(hit.passage.number) - 1] : [];
      }),
    suggest: (typed) => library.completeWords(typed, MAX_SUGGESTIONS),
  };
}
