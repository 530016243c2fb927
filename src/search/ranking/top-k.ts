import * as checkedAccess from "../../foundation/checked-access.ts";
import { compareMatches, type Match } from "./ranking.ts";

/** Collects the k best of many matches. Of equal scores, the lower docId is better. */
export interface TopK {
  /** Removes all matches, and sets k. */
  reset(limit: number): void;
  push(docId: number, score: number): void;
  /** Returns the score that a match must exceed to be collected: 0 while there are fewer than k. */
  threshold(): number;
  /** Returns the matches, best first. */
  matches(): readonly Match[];
}

export function createTopK(): TopK {
  // Constants, so that V8 inlines them; see `createPostingsRanking`.
  const { elementAt } = checkedAccess;
  let limit = 0;
  // A binary heap with the worst match on top, which is the next to be replaced.
  const heap: Match[] = [];

  function siftUp(match: Match): void {
    let index = heap.length;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = elementAt(heap, parentIndex);
      if (compareMatches(match, parent) < 0) break;
      heap[index] = parent;
      index = parentIndex;
    }
    heap[index] = match;
  }

  function siftDown(match: Match): void {
    let index = 0;
    for (let childIndex = 1; childIndex < heap.length; childIndex = 2 * index + 1) {
      let child = elementAt(heap, childIndex);
      if (childIndex + 1 < heap.length) {
        const sibling = elementAt(heap, childIndex + 1);
        if (compareMatches(sibling, child) > 0) {
          child = sibling;
          childIndex += 1;
        }
      }
      if (compareMatches(match, child) > 0) break;
      heap[index] = child;
      index = childIndex;
    }
    heap[index] = match;
  }

  return {
    reset(newLimit) {
      limit = newLimit;
      heap.length = 0;
    },
    push(docId, score) {
      if (heap.length < limit) siftUp({ docId, score });
      else if (limit > 0) {
        const worst = elementAt(heap, 0);
        if (score > worst.score || (score === worst.score && docId < worst.docId)) {
          siftDown({ docId, score });
        }
      }
    },
    threshold() {
      if (heap.length < limit) return 0;
      return limit === 0 ? Number.POSITIVE_INFINITY : elementAt(heap, 0).score;
    },
    matches: () => heap.toSorted(compareMatches),
  };
}
