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
 * Creates the ranking of texts, from their `postings` if these have been built before.
 *
 * MiniSearch indexes and retrieves corpora of fewer than 1,000 texts, and names in corpora of any size
 * (`name-index.ts`): there, no user notices its cost, and it is an established library. The cost grows with
 * the corpus. A query takes 0.4 ms with MiniSearch and 0.02 ms with typed arrays at 1,000 passages, and
 * 2.7 ms and 0.05 ms at 10,000. Typed arrays can also be built in a worker thread and stored in a snapshot,
 * so a corpus that was indexed in advance is ranked by its postings, whatever its size. The same tests hold
 * both rankings to the same BM25.
 */
export function createRanking(
  textsToIndex: () => readonly TextToIndex[],
  tokenize: Tokenize,
  postings?: Postings,
): Ranking {
  if (postings !== undefined) return createPostingsRanking(postings);
  const texts = textsToIndex();
  return texts.length < MIN_POSTINGS_TEXTS
    ? createMiniSearchRanking(texts, tokenize)
    : createPostingsRanking(buildPostings(texts, tokenize));
}
