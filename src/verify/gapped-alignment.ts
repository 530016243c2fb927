import { firstIndex } from "../foundation/binary-search.ts";
import { byteAt, elementAt, integerAt } from "../foundation/checked-access.ts";

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

/** Two indexes of a word that both texts have. */
interface Anchor {
  readonly row: number;
  readonly column: number;
}

/** A part of the words of both texts; the ends are exclusive. */
interface Block {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** How often a part is divided at the words that occur once in it. Each time, both texts are read once. */
const MAX_DEPTH = 8;

/** The maximum number of pairs of words to compare. Longer texts are compared in parts with no more pairs together. */
export const MAX_PAIRS = 500_000;

/**
 * Aligns two texts that are too long to compare all pairs of their words: in parts between the words that occur once in
 * both, several at a time if possible, and in the same order. Each word is a number, which the same word has in both
 * texts. After Bram Cohen’s patience diff. `alignPart` aligns the words of a part, given where it begins and how many words
 * it has. Parts that are too long as well, such as those of one word again and again, have no counterparts.
 */
export function alignInParts(
  rows: readonly number[],
  columns: readonly number[],
  alignPart: (firstRow: number, firstColumn: number, rows: number, columns: number) => Counterparts,
): Counterparts {
  const counterparts = new Array<number | undefined>(rows.length).fill(undefined);
  let room = MAX_PAIRS;

  function alignBlock(whole: Block, depth: number): void {
    const block = withoutCommonEnds(whole);
    const { firstRow, endRow, firstColumn, endColumn } = block;
    const [height, width] = [endRow - firstRow, endColumn - firstColumn];
    if (height === 0 || width === 0) return;
    const anchors = depth < MAX_DEPTH ? findAnchors(rows, columns, block) : [];
    if (anchors.length > 0) {
      let [row, column] = [firstRow, firstColumn];
      for (const anchor of [...anchors, { row: endRow, column: endColumn }]) {
        alignBlock(
          { firstRow: row, endRow: anchor.row, firstColumn: column, endColumn: anchor.column },
          depth + 1,
        );
        if (anchor.row < endRow) counterparts[anchor.row] = anchor.column;
        [row, column] = [anchor.row + 1, anchor.column + 1];
      }
      return;
    }
    if (height * width > room) return;
    room -= height * width;
    for (const [index, at] of alignPart(firstRow, firstColumn, height, width).entries()) {
      if (at !== undefined) counterparts[firstRow + index] = firstColumn + at;
    }
  }

  /** Pairs the words with which both texts of a block begin or end. Returns the rest. */
  function withoutCommonEnds({ firstRow, endRow, firstColumn, endColumn }: Block): Block {
    let common = 0;
    const most = Math.min(endRow - firstRow, endColumn - firstColumn);
    const areSame = (row: number, column: number) => rows[row] === columns[column];
    while (common < most && areSame(firstRow + common, firstColumn + common)) {
      counterparts[firstRow + common] = firstColumn + common;
      common += 1;
    }
    let last = 0;
    while (common + last < most && areSame(endRow - 1 - last, endColumn - 1 - last)) {
      last += 1;
      counterparts[endRow - last] = endColumn - last;
    }
    return {
      firstRow: firstRow + common,
      endRow: endRow - last,
      firstColumn: firstColumn + common,
      endColumn: endColumn - last,
    };
  }

  alignBlock({ firstRow: 0, endRow: rows.length, firstColumn: 0, endColumn: columns.length }, 0);
  return counterparts;
}

/** Returns what occurs once in both texts of a block, as far as it is in the same order: several words, or single ones. */
function findAnchors(
  rows: readonly number[],
  columns: readonly number[],
  { firstRow, endRow, firstColumn, endColumn }: Block,
): readonly Anchor[] {
  for (const length of [4, 2, 1]) {
    const own = findUnique(rows, firstRow, endRow, length);
    const others = findUnique(columns, firstColumn, endColumn, length);
    const common = [...own].flatMap(([key, row]) => {
      const column = others.get(key);
      return row === REPEATED || column === undefined || column === REPEATED
        ? []
        : [{ row, column }];
    });
    if (common.length > 0) return longestInOrder(common);
  }
  return [];
}

/** The place of a word, or of several, that occurs more than once. */
const REPEATED = -1;

/** Returns where each sequence of `length` words of a part begins, by its words. */
function findUnique(
  words: readonly number[],
  first: number,
  end: number,
  length: number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = first; at + length <= end; at += 1) {
    const key = words.slice(at, at + length).join(" ");
    places.set(key, places.has(key) ? REPEATED : at);
  }
  return places;
}

/** Returns as many anchors as possible whose columns increase. Their rows do. */
function longestInOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  // For each length, the anchor with the lowest column that ends as many in order, and for each anchor the one before it.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, { column }] of anchors.entries()) {
    const length = firstIndex(
      ends.length,
      (at) => elementAt(anchors, elementAt(ends, at)).column >= column,
    );
    previous.push(length === 0 ? -1 : elementAt(ends, length - 1));
    ends[length] = index;
  }
  const chain: Anchor[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = elementAt(previous, at)) {
    chain.push(elementAt(anchors, at));
  }
  return chain.reverse();
}
