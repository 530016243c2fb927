import { integerAt } from "../../foundation/checked-access.ts";
import { lazy } from "../../foundation/lazy.ts";

/** The positions of every word, one list after the other, which a counting sort builds step by step. */
export interface PositionLists {
  /** Sorts some more positions. Returns false once all are sorted. */
  buildSome(): boolean;
  /** Sorts all positions, and returns the concatenated lists. */
  build(): Uint32Array;
  /** Returns the positions of one word, sorted or not: faster than building all lists for it. */
  positionsOf(wordId: number): Uint32Array;
}

/** The words for whose positions lists are made. */
interface WordPositions {
  /** The word at each position. */
  readonly words: Uint16Array | Uint32Array;
  /** The starts of the lists, and the end of the last. */
  readonly listStarts: Uint32Array;
  /** The concatenated lists, if they have been made before. */
  readonly lists?: Uint32Array;
}

/** Creates the position lists of words. `builtAtOnce` is how many positions one step sorts. */
export function createPositionLists(
  { words: wordIds, listStarts, lists: complete }: WordPositions,
  builtAtOnce = Number.POSITIVE_INFINITY,
): PositionLists {
  const lists = lazy(() => ({
    positions: complete ?? new Uint32Array(wordIds.length),
    next: complete === undefined ? listStarts.slice() : listStarts.subarray(1),
  }));
  let sortedCount = complete?.length ?? 0;

  function buildSome(): boolean {
    const { positions, next } = lists();
    const end = Math.min(wordIds.length, sortedCount + builtAtOnce);
    for (let position = sortedCount; position < end; position++) {
      const wordId = integerAt(wordIds, position);
      const slot = integerAt(next, wordId);
      positions[slot] = position;
      next[wordId] = slot + 1;
    }
    sortedCount = end;
    return sortedCount < wordIds.length;
  }

  return {
    buildSome,
    build() {
      while (buildSome());
      return lists().positions;
    },
    positionsOf(wordId) {
      const { positions, next } = lists();
      const start = integerAt(listStarts, wordId);
      const sorted = positions.subarray(start, integerAt(next, wordId));
      const size = integerAt(listStarts, wordId + 1) - start;
      if (sorted.length === size) return sorted;
      const all = new Uint32Array(size);
      all.set(sorted);
      let count = sorted.length;
      let position = wordIds.indexOf(wordId, sortedCount);
      for (; position !== -1; position = wordIds.indexOf(wordId, position + 1)) {
        all[count++] = position;
      }
      return all.subarray(0, count);
    },
  };
}
