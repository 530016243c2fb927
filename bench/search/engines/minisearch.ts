import MiniSearch from "minisearch";
import type { Engine } from "./engine.ts";
import { builtOf } from "./minisearch-built.ts";

export const miniSearch: Engine = {
  name: "MiniSearch",
  build(texts) {
    const index = new MiniSearch({ fields: ["text"] });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return builtOf(index);
  },
};
