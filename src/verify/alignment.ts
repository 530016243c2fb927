import { distance } from "fastest-levenshtein";
import { elementAt, floatAt, integerAt } from "../foundation/checked-access.ts";
import { type Positions, UNKNOWN_WORD } from "../search/index/positions.ts";

/** A range of word positions in the corpus; the end is exclusive. */
export interface PositionRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a window that is most similar to a quotation: from the first of its words that is quoted to
 * the last, so that a word before or after them replaces none.
 */
export interface Alignment extends PositionRange {
  /** The cost of the edits, in words. */
  readonly cost: number;
  /** From 0 (no word in common) to 1 (the same words): 1 − edit cost / words of the longer text. */
  readonly similarity: number;
  /** For each word of the quotation, the position of the same word or of the word it misspells. */
  readonly counterparts: readonly (number | undefined)[];
}

/** Substituting, inserting or deleting a word costs 1; a misspelling costs less than half of that. */
const MISSPELLING_COST = 0.4;

/**
 * Aligns a quotation with the part of `window` that needs the fewest edits, by semi-global alignment:
 * P. H. Sellers, The theory and computation of evolutionary distances, Journal of Algorithms 1 (1980).
 * `spellings` are the normalized forms of `words`. Returns undefined if no word matches.
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
  // Row 0 stays zero: the alignment may begin at any word of the window.
  const costs = new Float32Array((rows + 1) * width);

  function substitutionCost(row: number, column: number): number {
    const word = elementAt(words, row);
    const other = integerAt(positions.wordIds, window.start + column);
    if (word !== UNKNOWN_WORD) return word === other ? 0 : 1;
    return isMisspelling(elementAt(spellings, row), positions.spellingOf(other))
      ? MISSPELLING_COST
      : 1;
  }

  const substitutions = new Float32Array(columns);
  for (let row = 1; row <= rows; row++) {
    costs[row * width] = row;
    for (let column = 0; column < columns; column++) {
      substitutions[column] = substitutionCost(row - 1, column);
    }
    for (let column = 1; column <= columns; column++) {
      const cell = row * width + column;
      costs[cell] = Math.min(
        floatAt(costs, cell - width - 1) + floatAt(substitutions, column - 1),
        floatAt(costs, cell - width) + 1,
        floatAt(costs, cell - 1) + 1,
      );
    }
  }

  // The last of equal ends: the final words are then substituted rather than left out.
  let column = 0;
  for (let end = 0; end <= columns; end++) {
    if (floatAt(costs, rows * width + end) <= floatAt(costs, rows * width + column)) column = end;
  }
  const cost = floatAt(costs, rows * width + column);
  const end = window.start + column;

  const counterparts = new Array<number | undefined>(rows).fill(undefined);
  let row = rows;
  while (row > 0) {
    const cell = row * width + column;
    const isReachedBy = (previous: number, step: number) =>
      Math.abs(floatAt(costs, cell) - floatAt(costs, previous) - step) < EPSILON;
    const substitution = column > 0 ? substitutionCost(row - 1, column - 1) : undefined;
    if (substitution !== undefined && isReachedBy(cell - width - 1, substitution)) {
      row -= 1;
      column -= 1;
      if (substitution < 1) counterparts[row] = window.start + column;
    } else if (isReachedBy(cell - width, 1)) {
      row -= 1;
    } else {
      column -= 1;
    }
  }
  const length = end - (window.start + column);
  const first = counterparts.find((position) => position !== undefined);
  const last = counterparts.findLast((position) => position !== undefined);
  if (first === undefined || last === undefined) return undefined;
  return {
    start: first,
    end: last + 1,
    counterparts,
    cost,
    similarity: 1 - cost / Math.max(rows, length),
  };
}

/** Costs are sums of 32-bit floats, so equal costs may differ in the last bits. */
const EPSILON = 1e-3;

/** Tests whether an unknown word differs from another word in at most a third of its letters. */
function isMisspelling(unknown: string, word: string): boolean {
  const longer = Math.max(unknown.length, word.length);
  if (longer < 3 || Math.abs(unknown.length - word.length) > longer / 3) return false;
  return distance(unknown, word) <= longer / 3;
}
