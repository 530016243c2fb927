import { createMiniSearchRanking } from "./minisearch-ranking.ts";
import { postingsOf } from "./postings.ts";
import { createPostingsRanking } from "./postings-ranking.ts";
import type { Cut, RankedText, Ranking } from "./ranking.ts";

/** From so many texts on, typed arrays rank them. */
const MANY = 1000;

export function createRanking(texts: readonly RankedText[], cut: Cut): Ranking {
  if (texts.length < MANY) return createMiniSearchRanking(texts, cut);
  const steps = postingsOf(texts, cut);
  for (;;) {
    const step = steps.next();
    if (step.done) return createPostingsRanking(step.value);
  }
}
