import { distance } from "fastest-levenshtein";
import { type Positions, UNKNOWN_WORD } from "../search/index/positions.ts";

/** Positions of words in the corpus; the end is exclusive. */
export interface PositionRange {
  readonly start: number;
  readonly end: number;
}

/** The part of a window that is most like a quotation. */
export interface Alignment extends PositionRange {
  /** 1 for the same words, 0 for none in common: 1 less the edits over the longer one's words. */
  readonly similarity: number;
  /** For each word of the quotation the position of the same word, or of one that it misspells. */
  readonly counterparts: readonly (number | undefined)[];
}

/** A word in another's place, one too many and one too few cost 1; a misspelt one, less than half. */
const MISSPELT = 0.4;

/**
 * Aligns a quotation with the part of `window` that needs the fewest edits: semi-global alignment
 * after P. H. Sellers, The theory and computation of evolutionary distances, Journal of Algorithms 1
 * (1980). Undefined when no word is the same.
 */
export function align(
  words: readonly number[],
  spellings: readonly string[],
  window: PositionRange,
  positions: Positions,
): Alignment | undefined {
  const rows = words.length;
  const columns = window.end - window.start;
  const width = columns + 1;
  const costs = new Float32Array((rows + 1) * width);
  const replacing = new Float32Array(columns);

  for (let row = 1; row <= rows; row++) {
    costs[row * width] = row;
    for (let column = 0; column < columns; column++) {
      replacing[column] = costOf(row - 1, window.start + column);
    }
    for (let column = 1; column <= columns; column++) {
      const at = row * width + column;
      costs[at] = Math.min(
        (costs[at - width - 1] ?? 0) + (replacing[column - 1] ?? 1),
        (costs[at - width] ?? 0) + 1,
        (costs[at - 1] ?? 0) + 1,
      );
    }
  }

  function costOf(at: number, position: number): number {
    const word = words[at] ?? UNKNOWN_WORD;
    const other = positions.words[position] ?? UNKNOWN_WORD;
    if (word !== UNKNOWN_WORD) return word === other ? 0 : 1;
    return isMisspelt(spellings[at] ?? "", positions.spelling(other)) ? MISSPELT : 1;
  }

  // The last of equals: words at the end are in each other's place, and not left out.
  let column = 0;
  for (let end = 0; end <= columns; end++) {
    if ((costs[rows * width + end] ?? 0) <= (costs[rows * width + column] ?? 0)) column = end;
  }
  const cost = costs[rows * width + column] ?? 0;
  const end = window.start + column;

  const counterparts = new Array<number | undefined>(rows).fill(undefined);
  let row = rows;
  while (row > 0) {
    const here = costs[row * width + column] ?? 0;
    const diagonal =
      (costs[(row - 1) * width + column - 1] ?? 0) + costOf(row - 1, window.start + column - 1);
    if (column > 0 && Math.abs(here - diagonal) < EPSILON) {
      row -= 1;
      column -= 1;
      const position = window.start + column;
      if (costOf(row, position) < 1) counterparts[row] = position;
    } else if (Math.abs(here - (costs[(row - 1) * width + column] ?? 0) - 1) < EPSILON) row -= 1;
    else column -= 1;
  }
  const start = window.start + column;
  if (counterparts.every((one) => one === undefined)) return undefined;
  return { start, end, counterparts, similarity: 1 - cost / Math.max(rows, end - start) };
}

const EPSILON = 1e-3;

/** Whether a word that stands nowhere is another one but for a third of its letters. */
function isMisspelt(typed: string, word: string): boolean {
  const longer = Math.max(typed.length, word.length);
  if (longer < 3 || Math.abs(typed.length - word.length) > longer / 3) return false;
  return distance(typed, word) <= longer / 3;
}
