import { createRequire } from "node:module";
import type { Engine } from "./engine.ts";

interface FlexSearchIndex {
  add(id: number, content: string): void;
  search(
    query: string,
    options: { readonly limit: number; readonly suggest: boolean },
  ): readonly (number | string)[];
}

// The package’s own types do not compile.
const { Index }: { readonly Index: new () => FlexSearchIndex } = createRequire(import.meta.url)(
  "flexsearch",
);

export const flexSearch: Engine = {
  name: "FlexSearch",
  build(texts) {
    const index = new Index();
    texts.forEach((text, number) => {
      index.add(number, text);
    });
    return {
      // Without `suggest`, only texts with every word of the query match.
      search: (query, limit) =>
        index.search(query, { limit, suggest: true }).map((number) => Number(number)),
    };
  },
};
