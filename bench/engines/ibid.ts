import { createRanking } from "../../src/search/ranking.ts";
import { createAnalyzer } from "../../src/search/words.ts";
import type { Engine } from "./engine.ts";

export const ibid: Engine = {
  name: "Ibid",
  build(texts) {
    const analyzer = createAnalyzer("en");
    const ranking = createRanking(texts, analyzer);
    analyzer.finish();
    return {
      search: (query, most) =>
        ranking
          .matching(analyzer.termsOf(query), () => true)
          .slice(0, most)
          .map(({ number }) => number),
    };
  },
};
