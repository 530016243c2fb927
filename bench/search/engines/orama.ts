import { create, insert, search } from "@orama/orama";
import { stemmer } from "@orama/stemmers/english";
import { stopwords } from "@orama/stopwords/english";
import type { Engine } from "./engine.ts";

/** Orama with the stemmer and the stop words that it offers. */
export const orama: Engine = {
  name: "Orama",
  async build(texts) {
    const index = create({
      schema: { text: "string" },
      components: {
        tokenizer: { language: "english", stemming: true, stemmer, stopWords: stopwords },
      },
    });
    for (const [number, text] of texts.entries()) await insert(index, { id: String(number), text });
    return {
      // With the threshold 1, texts with any word of the query match.
      search: async (term, limit) =>
        (await search(index, { term, limit, threshold: 1 })).hits.map(({ id }) => Number(id)),
    };
  },
};
