import { floatAt, integerAt } from "../../foundation/checked-access.ts";
import type { Match, ScoredTexts } from "./ranking.ts";
import { createTopK } from "./top-k.ts";

/**
 * Adds up the scores of each text by the words of a query, of which those of the `reranked` texts are replaced, and
 * by its topics. `textCount` exceeds every docId.
 */
export function sumScores(
  byWords: ScoredTexts,
  reranked: readonly Match[],
  byTopics: readonly ScoredTexts[],
  textCount: number,
): ScoredTexts {
  // As many sums as there are texts are filled faster than a map of those that match.
  const sums = new Float64Array(textCount);
  const isKnown = new Uint8Array(textCount);
  const docIds = new Uint32Array(textCount);
  let count = 0;
  const add = (list: ScoredTexts) => {
    for (let index = 0; index < list.docIds.length; index++) {
      const docId = integerAt(list.docIds, index);
      if (isKnown[docId] === 0) {
        isKnown[docId] = 1;
        docIds[count++] = docId;
      }
      sums[docId] = floatAt(sums, docId) + floatAt(list.scores, index);
    }
  };
  add(byWords);
  for (const { docId, score } of reranked) sums[docId] = score;
  for (const list of byTopics) add(list);
  const known = docIds.slice(0, count);
  return { docIds: known, scores: Float64Array.from(known, (docId) => floatAt(sums, docId)) };
}

/** Returns the texts for which `isKept` is true. */
export function filterTexts(
  { docIds, scores }: ScoredTexts,
  isKept: (docId: number) => boolean,
): ScoredTexts {
  return {
    docIds: docIds.filter(isKept),
    scores: scores.filter((_, index) => isKept(integerAt(docIds, index))),
  };
}

/** Returns the best texts, best first; ties are in the order of their docIds. */
export function bestOf({ docIds, scores }: ScoredTexts, limit: number): readonly Match[] {
  const topK = createTopK();
  topK.reset(limit);
  for (let index = 0; index < docIds.length; index++) {
    topK.push(integerAt(docIds, index), floatAt(scores, index));
  }
  return topK.matches();
}
