import { Index } from "flexsearch";
import type { Engine } from "./engine.ts";

export const flexSearch: Engine = {
  name: "FlexSearch",
  build(texts) {
    const index = new Index();
    texts.forEach((text, number) => {
      index.add(number, text);
    });
    return {
      // Without `suggest`, only texts with every word of the query are found.
      search: (query, most) =>
        index.search(query, { limit: most, suggest: true }).map((number) => Number(number)),
    };
  },
};
