import { byteAt, integerAt } from "../foundation/checked-access.ts";

/** The costs of differences between quoted and printed words. */
export interface GapCosts {
  /** Of a place at which printed words are left out. */
  readonly omission: number;
  /** Of a place at which printed words are replaced. */
  readonly replacement: number;
  /** Of a printed word that is left out, and not replaced by one that is added. */
  readonly omittedWord: number;
  /** Of a place at which words are only added. */
  readonly addition: number;
  addedWord(row: number): number;
  /** Of two words that count as the same, undefined if they do not. */
  same(row: number, column: number): number | undefined;
}

/** For each quoted word, the index of the printed word that is the same. */
export type Counterparts = readonly (number | undefined)[];

/** The states of an alignment: how its last words differ. */
const AGREE = 0;
const REPLACE = 1;
const OMIT = 2;
const ADD = 3;
const STATES = 4;
const IMPOSSIBLE = 0x3fff_ffff;

/**
 * Aligns `rows` quoted words with `columns` printed ones so that they differ in few words and at few places: words
 * that follow each other differ at one place. After O. Gotoh, An improved algorithm for matching biological
 * sequences, Journal of Molecular Biology 162 (1982). Costs are whole numbers. If `isPart`, the quoted words are a part of
 * the printed ones, and leaving out those around them costs nothing.
 */
export function alignWithGaps(
  rows: number,
  columns: number,
  costs: GapCosts,
  isPart: boolean,
): Counterparts {
  const width = columns + 1;
  // The state before each state, two bits for each.
  const previousStates = new Uint8Array((rows + 1) * width);
  let above = new Uint32Array(width * STATES).fill(IMPOSSIBLE);
  let costsOfRow = new Uint32Array(width * STATES);
  for (let row = 0; row <= rows; row += 1) {
    const addedWord = row === 0 ? 0 : costs.addedWord(row - 1);
    for (let column = 0; column <= columns; column += 1) {
      const at = column * STATES;
      // Of the column before, in the same row and in the row above.
      const previous = at - STATES;
      let agree = row === 0 && (isPart || column === 0) ? 0 : IMPOSSIBLE;
      let beforeAgree = AGREE;
      let replace = IMPOSSIBLE;
      let beforeReplace = AGREE;
      if (row > 0 && column > 0) {
        const same = costs.same(row - 1, column - 1);
        if (same !== undefined) {
          beforeAgree = cheapest(above, previous);
          agree = integerAt(above, previous + beforeAgree) + same;
        }
        const opened = integerAt(above, previous + AGREE) + costs.replacement;
        const continued = integerAt(above, previous + REPLACE);
        beforeReplace = opened <= continued ? AGREE : REPLACE;
        replace = Math.min(opened, continued) + addedWord;
      }
      let omit = IMPOSSIBLE;
      let beforeOmit = AGREE;
      if (column > 0) {
        const opened = integerAt(costsOfRow, previous + AGREE) + costs.omission;
        const replaced = integerAt(costsOfRow, previous + REPLACE);
        const continued = integerAt(costsOfRow, previous + OMIT);
        omit = Math.min(opened, replaced, continued);
        beforeOmit = omit === opened ? AGREE : omit === replaced ? REPLACE : OMIT;
        omit += costs.omittedWord;
      }
      let add = IMPOSSIBLE;
      let beforeAdd = AGREE;
      if (row > 0) {
        const opened = integerAt(above, at + AGREE) + costs.addition;
        const replaced = integerAt(above, at + REPLACE);
        const continued = integerAt(above, at + ADD);
        add = Math.min(opened, replaced, continued);
        beforeAdd = add === opened ? AGREE : add === replaced ? REPLACE : ADD;
        add += addedWord;
      }
      costsOfRow[at + AGREE] = agree;
      costsOfRow[at + REPLACE] = replace;
      costsOfRow[at + OMIT] = omit;
      costsOfRow[at + ADD] = add;
      previousStates[row * width + column] =
        beforeAgree | (beforeReplace << 2) | (beforeOmit << 4) | (beforeAdd << 6);
    }
    [above, costsOfRow] = [costsOfRow, above];
  }

  let column = columns;
  if (isPart) {
    const costAt = (end: number) => integerAt(above, end * STATES + cheapest(above, end * STATES));
    for (let end = columns; end >= 0; end -= 1) if (costAt(end) < costAt(column)) column = end;
  }
  const counterparts = new Array<number | undefined>(rows).fill(undefined);
  let state = cheapest(above, column * STATES);
  for (let row = rows; row > 0; ) {
    const before = (byteAt(previousStates, row * width + column) >> (2 * state)) & 3;
    if (state === AGREE) counterparts[row - 1] = column - 1;
    if (state !== OMIT) row -= 1;
    if (state !== ADD) column -= 1;
    state = before;
  }
  return counterparts;
}

/** Returns the state with the lowest cost at an index, the first of equals. */
function cheapest(costs: Uint32Array, at: number): number {
  let best = AGREE;
  for (let state = REPLACE; state < STATES; state += 1) {
    if (integerAt(costs, at + state) < integerAt(costs, at + best)) best = state;
  }
  return best;
}
