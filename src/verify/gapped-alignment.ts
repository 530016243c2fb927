import { byteAt, integerAt } from "../foundation/checked-access.ts";

/** The costs of differences between quoted and printed words. */
export interface GapCosts {
  /** Of words left out at one place, beside that of each. */
  readonly omission: number;
  readonly omittedWord: number;
  /** Of words added at one place, beside that of each. */
  readonly addition: number;
  addedWord(row: number): number;
  /** Of two words that count as the same, undefined if they do not. */
  same(row: number, column: number): number | undefined;
}

/** For each quoted word, the index of the printed word that is the same. */
export type Counterparts = readonly (number | undefined)[];

/** The states of an alignment: the last words agree, the last printed one is left out, or the last quoted one is added. */
const AGREE = 0;
const OMIT = 1;
const ADD = 2;
const STATES = 3;
const IMPOSSIBLE = 0x3fff_ffff;

/**
 * Aligns `rows` quoted words with `columns` printed ones so that they differ in few words and at few places: words
 * that follow each other are left out at one place. After O. Gotoh, An improved algorithm for matching biological
 * sequences, Journal of Molecular Biology 162 (1982). Costs are whole numbers. If `isPart`, the quoted words are a part of the
 * printed ones, and leaving out those around them costs nothing.
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
      let agree = IMPOSSIBLE;
      let beforeAgree = AGREE;
      if (row === 0) agree = isPart || column === 0 ? 0 : IMPOSSIBLE;
      else if (column > 0) {
        const same = costs.same(row - 1, column - 1);
        if (same !== undefined) {
          beforeAgree = cheapest(above, at - STATES);
          agree = integerAt(above, at - STATES + beforeAgree) + same;
        }
      }
      let omit = IMPOSSIBLE;
      let beforeOmit = AGREE;
      if (column > 0) {
        const opened = integerAt(costsOfRow, at - STATES + AGREE) + costs.omission;
        const continued = integerAt(costsOfRow, at - STATES + OMIT);
        beforeOmit = opened <= continued ? AGREE : OMIT;
        omit = Math.min(opened, continued) + costs.omittedWord;
      }
      let add = IMPOSSIBLE;
      let beforeAdd = AGREE;
      if (row > 0) {
        const opened = integerAt(above, at + AGREE) + costs.addition;
        // Words that replace others are at the same place.
        const replacing = integerAt(above, at + OMIT);
        const continued = integerAt(above, at + ADD);
        add = Math.min(opened, replacing, continued) + addedWord;
        beforeAdd = opened + addedWord === add ? AGREE : replacing + addedWord === add ? OMIT : ADD;
      }
      costsOfRow[at + AGREE] = agree;
      costsOfRow[at + OMIT] = omit;
      costsOfRow[at + ADD] = add;
      previousStates[row * width + column] = beforeAgree | (beforeOmit << 2) | (beforeAdd << 4);
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

/** Returns the state with the lowest cost of the three at an index, the first of equals. */
function cheapest(costs: Uint32Array, at: number): number {
  const agree = integerAt(costs, at + AGREE);
  const omit = integerAt(costs, at + OMIT);
  const add = integerAt(costs, at + ADD);
  if (agree <= omit && agree <= add) return AGREE;
  return omit <= add ? OMIT : ADD;
}
