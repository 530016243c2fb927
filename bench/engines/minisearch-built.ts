import type MiniSearch from "minisearch";
import type { Built } from "./engine.ts";

export function builtOf(index: MiniSearch): Built {
  return {
    search: (query, most) =>
      index
        .search(query)
        .slice(0, most)
        .map(({ id }) => Number(id)),
    suggest: (typed) =>
      index.autoSuggest(typed, { prefix: true, fuzzy: 0.2 }).map(({ suggestion }) => suggestion),
  };
}
