import * as checkedAccess from "../../foundation/checked-access.ts";
import { forEachToken, tokenKey } from "../../language/tokenizer.ts";
import { sortedRunStarts } from "./counting-sort.ts";
import { createGrowableArray } from "./growable-array.ts";
import { ADDED } from "./merge-postings.ts";
import { BOUNDARY, LONG_STEP, MILESTONE_INTERVAL, type StoredPositions } from "./positions.ts";

/** A text whose positions are indexed. */
export interface IndexedText {
  readonly text: string;
  /** Whether the next text continues this one, so that a quotation may run from one into the other. */
  readonly isContinued: boolean;
}

/** An earlier index, from which texts are copied. */
export interface EarlierPositions {
  readonly positions: StoredPositions;
  /** For each text of the new index its number in the earlier one, or `ADDED`. */
  readonly origins: Uint32Array;
}

/** How many texts lie between two reports of progress. */
const PROGRESS_INTERVAL = 100;

/**
 * Indexes the positions of the words of `texts`: about a second for a million words, and a hundredth of it for words
 * that are copied from an earlier index. Calls `progress` with the fraction of the texts that is done.
 */
export function buildPositions(
  texts: readonly IndexedText[],
  progress: (fraction: number) => void = () => {},
  earlier?: EarlierPositions,
): StoredPositions {
  // Constants, so that V8 inlines them; see `createPostingsRanking`.
  const { byteAt, elementAt, integerAt } = checkedAccess;
  const ids = new Map<string, number>();
  // No spelling has the id 0, which is that of boundaries and unknown words.
  const spellings: string[] = [""];
  const words = createGrowableArray((length) => new Uint32Array(length));
  const steps = createGrowableArray((length) => new Uint8Array(length));
  const longSteps = new Map<number, number>();
  const milestones = createGrowableArray((length) => new Uint32Array(length));
  const starts = new Uint32Array(texts.length + 1);

  // Cached by unfolded spelling: folding dominates the cost of indexing.
  const idsByUnfolded = new Map<string, number>();
  function idOf(word: string): number {
    const known = idsByUnfolded.get(word);
    if (known !== undefined) return known;
    const id = idOfKey(tokenKey(word));
    idsByUnfolded.set(word, id);
    return id;
  }

  function idOfKey(key: string): number {
    const id = ids.get(key) ?? spellings.push(key) - 1;
    ids.set(key, id);
    return id;
  }

  function addWord(id: number, step: number, offset: number): void {
    if (step >= LONG_STEP) longSteps.set(words.length, step);
    if (words.length % MILESTONE_INTERVAL === 0) milestones.push(offset);
    words.push(id);
    steps.push(Math.min(step, LONG_STEP));
  }

  function addText({ text, isContinued }: IndexedText): void {
    let lastStart = 0;
    forEachToken(text, (word, start) => {
      addWord(idOf(word), start - lastStart, start);
      lastStart = start;
    });
    if (!isContinued) addWord(BOUNDARY, 0, 0);
  }

  // As in a new index, words are numbered in the order in which they first appear.
  const newIds = new Uint32Array(earlier?.positions.spellings.length ?? 0);
  function copyText(from: StoredPositions, textId: number): void {
    const start = integerAt(from.starts, textId);
    const end = integerAt(from.starts, textId + 1);
    const first = words.length;
    const copiedWords = words.extend(end - start);
    steps.extend(end - start).set(from.steps.subarray(start, end));
    let offset = 0;
    for (let position = start; position < end; position++) {
      const word = integerAt(from.words, position);
      let id = integerAt(newIds, word);
      if (id === 0 && word !== BOUNDARY) {
        id = idOfKey(elementAt(from.spellings, word));
        newIds[word] = id;
      }
      const copied = position - start;
      copiedWords[copied] = id;
      let step = byteAt(from.steps, position);
      if (step === LONG_STEP) {
        step = from.longSteps.get(position) ?? step;
        longSteps.set(first + copied, step);
      }
      offset = word === BOUNDARY ? 0 : offset + step;
      if ((first + copied) % MILESTONE_INTERVAL === 0) milestones.push(offset);
    }
  }

  for (const [textId, text] of texts.entries()) {
    if (textId % PROGRESS_INTERVAL === 0) progress(textId / texts.length);
    starts[textId] = words.length;
    const origin = earlier === undefined ? ADDED : integerAt(earlier.origins, textId);
    if (earlier === undefined || origin === ADDED) addText(text);
    else copyText(earlier.positions, origin);
  }
  starts[texts.length] = words.length;
  idsByUnfolded.clear();

  const wordIds = words.finish();
  return {
    words: spellings.length <= 2 ** 16 ? new Uint16Array(wordIds) : wordIds,
    spellings,
    steps: steps.finish(),
    longSteps,
    milestones: milestones.finish(),
    starts,
    listStarts: sortedRunStarts(wordIds, spellings.length),
  };
}
