import * as checkedAccess from "../../foundation/checked-access.ts";
import type { Match, ScoredTexts } from "./ranking.ts";
import { createTopK } from "./top-k.ts";

// Thousands of texts match a long query. Callbacks for each of them would take ten times as long as loops do.

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
  // Constants, so that V8 inlines them; see `createPostingsRanking`.
  const { byteAt, floatAt, integerAt } = checkedAccess;
  // As many sums as there are texts are filled faster than a map of those that match.
  const sums = new Float64Array(textCount);
  const isKnown = new Uint8Array(textCount);
  const docIds = new Uint32Array(textCount);
  let count = 0;
  const add = (list: ScoredTexts) => {
    for (let index = 0; index < list.docIds.length; index++) {
      const docId = integerAt(list.docIds, index);
      if (byteAt(isKnown, docId) === 0) {
        isKnown[docId] = 1;
        docIds[count++] = docId;
      }
      sums[docId] = floatAt(sums, docId) + floatAt(list.scores, index);
    }
  };
  add(byWords);
  for (const { docId, score } of reranked) sums[docId] = score;
  for (const list of byTopics) add(list);
  const scores = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    scores[index] = floatAt(sums, integerAt(docIds, index));
  }
  return { docIds: docIds.slice(0, count), scores };
}

/** Returns the texts for which `isKept` is true. */
export function filterTexts(
  { docIds, scores }: ScoredTexts,
  isKept: (docId: number) => boolean,
): ScoredTexts {
  const { floatAt, integerAt } = checkedAccess;
  const keptDocIds = new Uint32Array(docIds.length);
  const keptScores = new Float64Array(docIds.length);
  let count = 0;
  for (let index = 0; index < docIds.length; index++) {
    const docId = integerAt(docIds, index);
    if (!isKept(docId)) continue;
    keptDocIds[count] = docId;
    keptScores[count++] = floatAt(scores, index);
  }
  return { docIds: keptDocIds.slice(0, count), scores: keptScores.slice(0, count) };
}

/** Returns the best texts, best first; ties are in the order of their docIds. */
export function bestOf({ docIds, scores }: ScoredTexts, limit: number): readonly Match[] {
  const { floatAt, integerAt } = checkedAccess;
  const topK = createTopK();
  topK.reset(limit);
  for (let index = 0; index < docIds.length; index++) {
    const score = floatAt(scores, index);
    if (score >= topK.threshold()) topK.push(integerAt(docIds, index), score);
  }
  return topK.matches();
}
