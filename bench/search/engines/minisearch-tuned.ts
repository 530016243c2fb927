import { stopwords } from "@orama/stopwords/english";
import MiniSearch from "minisearch";
import { stem } from "porter2";
import type { Engine } from "./engine.ts";
import { builtOf } from "./minisearch-built.ts";

/** MiniSearch with the Porter2 stemmer, stop words and the usual constants of BM25. */
export const miniSearchTuned: Engine = {
  name: "MiniSearch, tuned",
  build(texts) {
    const stopWords = new Set(stopwords);
    const index = new MiniSearch({
      fields: ["text"],
      processTerm(term) {
        const word = term.toLowerCase();
        return !stopWords.has(word) && stem(word);
      },
      searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 } },
    });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return builtOf(index);
  },
};
