import {
  buildPostings,
  type Postings,
  type TextToIndex,
  type Tokenize,
} from "../index/postings.ts";
import { createMiniSearchRanking } from "./minisearch-ranking.ts";
import { createPostingsRanking } from "./postings-ranking.ts";
import type { Ranking } from "./ranking.ts";

/**
 * From so many texts on, typed arrays rank them. They are faster at any size: at 1,000 passages a query
 * takes 0.02 ms of them and 0.4 ms of MiniSearch, at 10,000 it is 0.05 and 2.7. Below, nobody can tell.
 */
const MANY = 1000;

/** Ranks `texts`, of which the postings may be known already. */
export function createRanking(
  texts: readonly TextToIndex[],
  cut: Tokenize,
  postings?: Postings,
): Ranking {
  if (postings !== undefined) return createPostingsRanking(postings);
  return texts.length < MANY
    ? createMiniSearchRanking(texts, cut)
    : createPostingsRanking(buildPostings(texts, cut));
}
