import * as checkedAccess from "../../foundation/checked-access.ts";
import { lazy } from "../../foundation/lazy.ts";
import { forEachToken, tokenEnd, tokenKey } from "../../language/tokenizer.ts";
import { createPositionLists } from "./position-lists.ts";

/**
 * A positional index: the position of every word of many texts. Positions count the words of all texts
 * one after the other; the end of a text that the next one does not continue takes a position too.
 * A text's id is its index. The functions throw a RangeError where an index is out of range.
 */
export interface Positions {
  /** The number of positions. */
  readonly size: number;
  /** The word at each position; `BOUNDARY` at the end of a text that the next one does not continue. */
  readonly wordIds: WordIds;
  /** The number of distinct words. Their ids are below it. */
  readonly wordCount: number;
  /** Returns the words of any text as ids; `UNKNOWN_WORD` for words that are not indexed. */
  wordIdsOf(text: string): readonly number[];
  /** Returns the folded spelling of a word. */
  spellingOf(wordId: number): string;
  /** Returns the number of occurrences of a word. */
  collectionFrequency(wordId: number): number;
  /**
   * Returns the positions of a word, in order. In a large corpus the first call is slow, unless `buildSome`
   * has completed the lists.
   */
  positionsOf(wordId: number): Uint32Array;
  /** Builds a part of the position lists, in some milliseconds. Returns false once they are complete. */
  buildSome(): boolean;
  /** Returns the positions at which a sequence of words begins, in order. */
  findPhrase(words: readonly number[]): Uint32Array;
  /**
   * Returns the length in words of the shortest window of a text that contains a word of every group, or
   * undefined if its first ten thousand words lack a group. The groups are numbered from 1; a word of
   * group 0 is in none.
   */
  minWindowLength(
    textId: number,
    groupOf: (wordId: number) => number,
    groupCount: number,
  ): number | undefined;
  /** Returns the id of the text that contains a position. */
  textAt(position: number): number;
  /** Returns the first position of a text. The first position of the next text is its end. */
  startOf(textId: number): number;
  /** Calls `each` with each word of a text and where it begins there, in order, until it returns false. */
  walk(textId: number, each: (wordId: number, offset: number) => boolean): void;
  /** Returns the spans of text from the position `start` to before `end`, one for each text, in order. */
  spans(start: number, end: number): readonly TextSpan[];
}

/** A span of one of the texts, in UTF-16 code units; the end is exclusive. */
export interface TextSpan {
  readonly textId: number;
  readonly start: number;
  readonly end: number;
}

/** Word ids by position. With few distinct words, 16 bits suffice. */
export type WordIds = Uint16Array | Uint32Array;

/** The id of words that no text contains. */
export const UNKNOWN_WORD = 0;
/** The word id at the end of a text that the next one does not continue. */
export const BOUNDARY = 0;

/** The step that stands for this or a longer one, which does not fit into a byte. */
export const LONG_STEP = 255;

/** The distance in positions between two milestones. */
export const MILESTONE_INTERVAL = 64;

/** How many words of a text are searched for its shortest window. Passages rarely have a thousand. */
const MAX_WINDOW_WORDS = 10_000;

/** How many positions one call of `buildSome` adds to the lists. */
const BUILT_AT_ONCE = 200_000;

/**
 * A positional index as plain data: 3 bytes a word in typed arrays, or 5 (its id 2, or 4 with more than
 * 65,536 distinct words, and its step 1), 4 bytes for every 64th, 4 a text, and the distinct words
 * themselves. The position lists, another 4 bytes a word, are built after loading: that takes less time
 * than to store and read them.
 */
export interface StoredPositions {
  /** The word at each position, or `BOUNDARY`. */
  readonly words: WordIds;
  /** The distinct words by id. */
  readonly spellings: readonly string[];
  /** How far each word begins after the start of the previous word of its text, or `LONG_STEP`. */
  readonly steps: Uint8Array;
  /** The steps of `LONG_STEP` and more, by position. */
  readonly longSteps: ReadonlyMap<number, number>;
  /** Where every 64th word begins in its text. */
  readonly milestones: Uint32Array;
  /** The first position of each text, and the end of the last. */
  readonly starts: Uint32Array;
  /** Where the positions of each word begin in the concatenated position lists, and the end of the last. */
  readonly listStarts: Uint32Array;
  /** The concatenated position lists, if they are built already. */
  readonly lists?: Uint32Array;
}

/** Opens the index that was built from the texts that `textOf` returns by their ids. */
export function openPositions(
  data: StoredPositions,
  textOf: (textId: number) => string,
  builtAtOnce = BUILT_AT_ONCE,
): Positions {
  // Constants, so that V8 inlines them; see `createPostingsRanking`.
  const { byteAt, elementAt, integerAt } = checkedAccess;
  const { words: wordIds, spellings, steps, longSteps, milestones, starts, listStarts } = data;
  const idsBySpelling = lazy(() => new Map(spellings.map((spelling, id) => [spelling, id])));
  const lists = createPositionLists(data, builtAtOnce);
  const startOf = (textId: number) => integerAt(starts, textId);
  const collectionFrequency = (wordId: number) =>
    integerAt(listStarts, wordId + 1) - integerAt(listStarts, wordId);

  let lastText = 0;
  function textAt(position: number): number {
    // Positions are mostly asked for in order, and many lie in the same text.
    if (startOf(lastText) <= position && position < startOf(lastText + 1)) return lastText;
    let low = 0;
    let high = starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (startOf(middle) <= position) low = middle;
      else high = middle;
    }
    lastText = low;
    return low;
  }

  function stepAt(position: number): number {
    const step = byteAt(steps, position);
    if (step < LONG_STEP) return step;
    const longStep = longSteps.get(position);
    if (longStep === undefined) throw new RangeError(`Position ${position} has no long step.`);
    return longStep;
  }

  /** Returns where the word at `position` begins in its text. */
  function offsetAt(position: number, textId: number): number {
    const milestone = position - (position % MILESTONE_INTERVAL);
    const first = startOf(textId);
    const isInText = milestone >= first;
    let offset = isInText ? integerAt(milestones, milestone / MILESTONE_INTERVAL) : 0;
    for (let at = isInText ? milestone + 1 : first; at <= position; at++) offset += stepAt(at);
    return offset;
  }

  return {
    size: wordIds.length,
    wordIds,
    wordCount: spellings.length,
    wordIdsOf(text) {
      const ids: number[] = [];
      const known = idsBySpelling();
      forEachToken(text, (word) => ids.push(known.get(tokenKey(word)) ?? UNKNOWN_WORD));
      return ids;
    },
    spellingOf: (wordId) => elementAt(spellings, wordId),
    collectionFrequency,
    positionsOf: (wordId) =>
      lists.build().subarray(integerAt(listStarts, wordId), integerAt(listStarts, wordId + 1)),
    buildSome: lists.buildSome,
    findPhrase(words) {
      if (words.length === 0 || words.includes(UNKNOWN_WORD)) return new Uint32Array();
      const rarest = words.reduce((a, b) =>
        collectionFrequency(b) < collectionFrequency(a) ? b : a,
      );
      const positions = lists.positionsOf(rarest);
      if (words.length === 1) return positions;
      const shift = words.indexOf(rarest);
      const borders = bordersOf(words);
      const phraseStarts = new Uint32Array(positions.length);
      let count = 0;
      // The words from `start` on, of which `matched` are those of the phrase.
      let start = Number.NEGATIVE_INFINITY;
      let matched = 0;
      for (const position of positions) {
        const candidate = position - shift;
        while (start < candidate) {
          const border = matched === 0 ? 0 : integerAt(borders, matched);
          start = matched === 0 ? candidate : start + matched - border;
          matched = border;
        }
        if (start > candidate) continue;
        while (matched < words.length && wordIds[start + matched] === words[matched]) matched += 1;
        if (matched === words.length) phraseStarts[count++] = start;
      }
      return phraseStarts.subarray(0, count);
    },
    minWindowLength(textId, groupOf, groupCount) {
      const lastPositions = new Float64Array(groupCount).fill(-1);
      let minLength: number | undefined;
      const start = startOf(textId);
      const end = Math.min(startOf(textId + 1), start + MAX_WINDOW_WORDS);
      for (let position = start; position < end; position++) {
        const group = groupOf(integerAt(wordIds, position));
        if (group === 0) continue;
        lastPositions[group - 1] = position;
        // The shortest window that ends here begins at the earliest of the groups' last positions.
        let first = position;
        for (const last of lastPositions) if (last < first) first = last;
        if (first === -1) continue;
        const length = position - first + 1;
        if (minLength === undefined || length < minLength) minLength = length;
      }
      return minLength;
    },
    textAt,
    startOf,
    walk(textId, each) {
      const end = startOf(textId + 1);
      let offset = 0;
      for (let position = startOf(textId); position < end; position++) {
        const wordId = integerAt(wordIds, position);
        offset += stepAt(position);
        if (wordId !== BOUNDARY && !each(wordId, offset)) return;
      }
    },
    spans(start, end) {
      const spans: TextSpan[] = [];
      for (let from = start; from < end; ) {
        const textId = textAt(from);
        const to = Math.min(end, startOf(textId + 1));
        const last = integerAt(wordIds, to - 1) === BOUNDARY ? to - 2 : to - 1;
        if (last >= from) {
          const lastEnd = tokenEnd(textOf(textId), offsetAt(last, textId));
          spans.push({ textId, start: offsetAt(from, textId), end: lastEnd });
        }
        from = to;
      }
      return spans;
    },
  };
}

/**
 * Returns how many of the first n words of a phrase are also its last ones, for each n, but not all of them. Where both
 * the phrase and a text repeat themselves, no word is then compared twice: D. E. Knuth, J. H. Morris, V. R. Pratt, Fast
 * pattern matching in strings, SIAM Journal on Computing 6 (1977).
 */
function bordersOf(words: readonly number[]): Uint32Array {
  const borders = new Uint32Array(words.length + 1);
  let border = 0;
  for (let index = 1; index < words.length; index += 1) {
    while (border > 0 && words[index] !== words[border])
      border = checkedAccess.integerAt(borders, border);
    if (words[index] === words[border]) border += 1;
    borders[index + 1] = border;
  }
  return borders;
}
