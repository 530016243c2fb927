import {
  buildPostings,
  type Postings,
  type TextToIndex,
  type Tokenize,
} from "../index/postings.ts";
import { createMiniSearchRanking } from "./minisearch-ranking.ts";
import { createPostingsRanking } from "./postings-ranking.ts";
import type { Ranking } from "./ranking.ts";

/** The number of texts from which typed arrays replace MiniSearch. */
const MIN_POSTINGS_TEXTS = 1000;

/**
 * Creates the ranking of `texts`, from their `postings` if these have been built before.
 *
 * MiniSearch indexes and retrieves small corpora, and names in corpora of any size (`name-index.ts`): below
 * 1,000 texts a maintained library is fast enough. From there on typed arrays do, because MiniSearch's cost
 * grows: at 1,000 passages a query takes 0.4 ms with MiniSearch and 0.02 ms with typed arrays, at 10,000
 * passages 2.7 ms and 0.05 ms. A corpus large enough to have been indexed in advance comes with postings,
 * which a snapshot can store and a thread can pass on. Both rankings must pass the same tests, and return
 * the scores of the same BM25.
 */
export function createRanking(
  texts: readonly TextToIndex[],
  tokenize: Tokenize,
  postings?: Postings,
): Ranking {
  if (postings !== undefined) return createPostingsRanking(postings);
  return texts.length < MIN_POSTINGS_TEXTS
    ? createMiniSearchRanking(texts, tokenize)
    : createPostingsRanking(buildPostings(texts, tokenize));
}
