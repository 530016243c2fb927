import { createMiniSearchRanking } from "./minisearch-ranking.ts";
import { type Postings, postingsOf } from "./postings.ts";
import { createPostingsRanking } from "./postings-ranking.ts";
import type { Cut, RankedText, Ranking } from "./ranking.ts";

/** From so many texts on, typed arrays rank them. */
const MANY = 1000;

/** Ranks `texts`, of which the postings may be known already. */
export function createRanking(
  texts: readonly RankedText[],
  cut: Cut,
  postings?: Postings,
): Ranking {
  if (postings !== undefined) return createPostingsRanking(postings);
  return texts.length < MANY
    ? createMiniSearchRanking(texts, cut)
    : createPostingsRanking(postingsOf(texts, cut));
}
