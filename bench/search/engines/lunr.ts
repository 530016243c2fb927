import library from "lunr";
import type { Engine } from "./engine.ts";

export const lunr: Engine = {
  name: "Lunr",
  build(texts) {
    const builder = new library.Builder();
    builder.pipeline.add(library.trimmer, library.stopWordFilter, library.stemmer);
    builder.searchPipeline.add(library.stemmer);
    builder.ref("id");
    builder.field("text");
    texts.forEach((text, id) => {
      builder.add({ id, text });
    });
    const index = builder.build();
    return {
      // A typed query would be parsed by a syntax in which punctuation has a meaning.
      search: (query, limit) =>
        index
          .query((question) => question.term(library.tokenizer(query), {}))
          .slice(0, limit)
          .map(({ ref }) => Number(ref)),
    };
  },
};
