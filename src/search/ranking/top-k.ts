import type { Match } from "./ranking.ts";

/** Keeps the best of many matches; of two that are equal, that of the text with the lower number. */
export interface TopK {
  /** Forgets what it has, and keeps so many from now on. */
  reset(limit: number): void;
  push(docId: number, score: number): void;
  /** What a match must surpass to be among them, since so many are wanted. */
  threshold(): number;
  /** The best first. */
  matches(): readonly Match[];
}

export function createTopK(): TopK {
  let limit = 0;
  // A heap with the worst of the best on top, where it is thrown out first.
  const docIds: number[] = [];
  const scores: number[] = [];

  function isWorse(docId: number, score: number, than: number): boolean {
    const other = scores[than] ?? 0;
    return score < other || (score === other && docId > (docIds[than] ?? 0));
  }

  function setAt(at: number, docId: number, score: number): void {
    docIds[at] = docId;
    scores[at] = score;
  }

  function siftUp(docId: number, score: number): void {
    let at = docIds.length;
    for (let parent = (at - 1) >> 1; at > 0; parent = (at - 1) >> 1) {
      if (!isWorse(docId, score, parent)) break;
      setAt(at, docIds[parent] ?? 0, scores[parent] ?? 0);
      at = parent;
    }
    setAt(at, docId, score);
  }

  function siftDown(docId: number, score: number): void {
    const size = docIds.length;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const other = child + 1;
      const worse =
        other < size && isWorse(docIds[other] ?? 0, scores[other] ?? 0, child) ? other : child;
      if (isWorse(docId, score, worse)) break;
      setAt(at, docIds[worse] ?? 0, scores[worse] ?? 0);
      at = worse;
    }
    setAt(at, docId, score);
  }

  return {
    reset(newLimit) {
      limit = newLimit;
      docIds.length = 0;
      scores.length = 0;
    },
    push(docId, score) {
      if (docIds.length < limit) siftUp(docId, score);
      else if (limit > 0 && !isWorse(docId, score, 0)) siftDown(docId, score);
    },
    threshold: () => (docIds.length < limit ? 0 : (scores[0] ?? Number.POSITIVE_INFINITY)),
    matches: () =>
      docIds
        .map((docId, at) => ({ docId, score: scores[at] ?? 0 }))
        .sort((a, b) => b.score - a.score || a.docId - b.docId),
  };
}
