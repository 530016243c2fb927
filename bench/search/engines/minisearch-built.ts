import type MiniSearch from "minisearch";
import type { Built } from "./engine.ts";

export function builtOf(index: MiniSearch): Built {
  return {
    search: (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map(({ id }) => Number(id)),
    suggest: (typed) =>
      index.autoSuggest(typed, { prefix: true, fuzzy: 0.2 }).map(({ suggestion }) => suggestion),
  };
}
