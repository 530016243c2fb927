import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { lazy } from "../foundation/lazy.ts";
import type { Positions } from "./index/positions.ts";
import type { SearchEntry, TextRange } from "./search-entry.ts";

/** Finds phrases, and measures the proximity of words, within single entries. */
export interface PhraseIndex {
  /** Returns the ranges of a phrase in the texts of entries, by the entries' ids. */
  occurrences(phrase: string): ReadonlyMap<number, readonly TextRange[]>;
  /** Returns the id of the entry of each occurrence of a phrase. */
  entriesWith(phrase: string): readonly number[];
  /**
   * Returns a function from the id of an entry to the proximity of words in it, each given by its terms:
   * from 1 if they are adjacent, in any order, down to 0 if one is missing.
   */
  proximity(words: readonly (readonly string[])[]): (id: number) => number;
}

/** The positions in a part of the entries, whose ids are those of the texts in order. */
interface EntryPositions {
  readonly positions: Positions;
  readonly ids: Uint32Array;
  termOf(wordId: number): string;
}

/** Combines the positions in passages with those in all other entries. */
export function createPhraseIndex(
  entries: readonly SearchEntry[],
  passagePositions: () => Positions,
  otherPositions: () => Positions,
  termOf: (word: string) => string,
): PhraseIndex {
  const isPassage = (id: number) => elementAt(entries, id).kind === "passage";
  const ids = Uint32Array.from(entries.keys());
  const passageIds = ids.filter(isPassage);
  const otherIds = ids.filter((id) => !isPassage(id));
  const textIds = new Uint32Array(entries.length);
  for (const partIds of [passageIds, otherIds]) {
    partIds.forEach((id, textId) => {
      textIds[id] = textId;
    });
  }
  const inPassages = lazy(() => toEntryPositions(passagePositions(), passageIds, termOf));
  const inOthers = lazy(() => toEntryPositions(otherPositions(), otherIds, termOf));

  /** Calls `each` for every occurrence of a phrase that does not run into the next text. */
  function forEachOccurrence(
    phrase: string,
    each: (id: number, positions: Positions, start: number, end: number) => void,
  ): void {
    for (const { positions, ids } of [inPassages(), inOthers()]) {
      const words = positions.wordIdsOf(phrase);
      for (const start of positions.findPhrase(words)) {
        const textId = positions.textAt(start);
        const end = start + words.length;
        if (end <= positions.startOf(textId + 1)) {
          each(integerAt(ids, textId), positions, start, end);
        }
      }
    }
  }

  return {
    occurrences(phrase) {
      const ranges = new Map<number, TextRange[]>();
      forEachOccurrence(phrase, (id, positions, start, end) => {
        const spans = positions.spans(start, end);
        const known = ranges.get(id);
        if (known === undefined) ranges.set(id, [...spans]);
        else known.push(...spans);
      });
      return ranges;
    },
    entriesWith(phrase) {
      const found: number[] = [];
      forEachOccurrence(phrase, (id) => found.push(id));
      return found;
    },
    proximity(words) {
      const minWindowIn = ({ positions, termOf }: EntryPositions) => {
        // The top entries have many words in common, so their groups are cached.
        const groups = new Map<number, number>();
        const groupOf = (wordId: number) => {
          let group = groups.get(wordId);
          if (group === undefined) {
            const term = termOf(wordId);
            group = words.findIndex((terms) => terms.includes(term));
            groups.set(wordId, group);
          }
          return group === -1 ? undefined : group;
        };
        return (textId: number) => positions.minWindowLength(textId, groupOf, words.length);
      };
      const minWindowInPassage = minWindowIn(inPassages());
      const minWindowInOther = minWindowIn(inOthers());
      return (id) => {
        const minWindow = isPassage(id) ? minWindowInPassage : minWindowInOther;
        const length = minWindow(integerAt(textIds, id));
        return length === undefined ? 0 : (words.length - 1) / (length - 1);
      };
    },
  };
}

/** Adds the ids of entries to positions, and a cache of the words' terms. */
function toEntryPositions(
  positions: Positions,
  ids: Uint32Array,
  termOf: (word: string) => string,
): EntryPositions {
  // An array is several times faster here than a map.
  const terms: string[] = [];
  return {
    positions,
    ids,
    termOf(wordId) {
      terms[wordId] ??= termOf(positions.spellingOf(wordId));
      return terms[wordId];
    },
  };
}
