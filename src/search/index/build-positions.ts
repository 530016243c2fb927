import { forEachToken, tokenKey } from "../../language/tokenizer.ts";
import { sortedRunStarts } from "./counting-sort.ts";
import { createGrowableArray } from "./growable-array.ts";
import { BOUNDARY, LONG_STEP, MILESTONE_INTERVAL, type StoredPositions } from "./positions.ts";

/** A text whose positions are indexed. */
export interface IndexedText {
  readonly text: string;
  /** Whether the next text continues this one, so that a quotation may run from one into the other. */
  readonly isContinued: boolean;
}

/** How many texts lie between two reports of progress. */
const PROGRESS_INTERVAL = 100;

/**
 * Indexes the positions of the words of `texts`: about a second for a million words. Calls `progress`
 * with the fraction of the texts that is done.
 */
export function buildPositions(
  texts: readonly IndexedText[],
  progress: (fraction: number) => void = () => {},
): StoredPositions {
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
    const key = tokenKey(word);
    const id = ids.get(key) ?? spellings.push(key) - 1;
    ids.set(key, id);
    idsByUnfolded.set(word, id);
    return id;
  }

  for (const [textId, { text, isContinued }] of texts.entries()) {
    if (textId % PROGRESS_INTERVAL === 0) progress(textId / texts.length);
    starts[textId] = words.length;
    let lastStart = 0;
    forEachToken(text, (word, start) => {
      const step = start - lastStart;
      if (step >= LONG_STEP) longSteps.set(words.length, step);
      if (words.length % MILESTONE_INTERVAL === 0) milestones.push(start);
      words.push(idOf(word));
      steps.push(Math.min(step, LONG_STEP));
      lastStart = start;
    });
    if (isContinued) continue;
    if (words.length % MILESTONE_INTERVAL === 0) milestones.push(0);
    words.push(BOUNDARY);
    steps.push(0);
  }
  starts[texts.length] = words.length;
  idsByUnfolded.clear();

  const wordIds = words.finish();
  return {
    words: spellings.length <= 2 ** 16 ? Uint16Array.from(wordIds) : wordIds,
    spellings,
    steps: steps.finish(),
    longSteps,
    milestones: milestones.finish(),
    starts,
    listStarts: sortedRunStarts(wordIds, spellings.length),
  };
}
