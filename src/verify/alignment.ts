import { distance } from "fastest-levenshtein";
import * as checkedAccess from "../foundation/checked-access.ts";
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
 * Costs are compared as whole numbers: this many to a word. Of two alignments that cost the same, the one in which more
 * words of the quotation agree is better: “He went” for “He never went” leaves a word out and adds none. So each
 * word that does not agree is one more.
 */
const WORD = 50_000;
const MISSPELLING = MISSPELLING_COST * WORD;
const SUBSTITUTED = WORD + 1;
const ADDED = WORD + 1;
const OMITTED = WORD;
/** The greatest common divisor of what a word and a misspelling cost. The ones that decide between equals are fewer. */
const COMMON_DIVISOR = 10_000;

/** The steps of an alignment, of which the first is taken where the costs are the same. */
const AGREEMENT = 0;
const SUBSTITUTION = 1;
const ADDITION = 2;
const OMISSION = 3;

/** Whether a word that is not indexed is a misspelling of one that is. */
export type IsMisspelling = (index: number, other: number) => boolean;

/** Where to look for the counterpart of each word of a quotation. */
interface Band {
  /** The position at which the quotation would begin if nothing in it were changed. */
  readonly origin: number;
  /** How far words may have moved from there. */
  readonly reach: number;
}

/** The cost of what is not compared: more than any alignment costs. */
const IMPOSSIBLE = 0x7fff_ffff;

/**
 * Aligns a quotation with the part of `window` that needs the fewest edits, by semi-global alignment:
 * P. H. Sellers, The theory and computation of evolutionary distances, Journal of Algorithms 1 (1980). Pairs of words that
 * are not in the band are not compared. Returns undefined if no word matches.
 */
export function align(
  words: readonly number[],
  isMisspelling: IsMisspelling,
  window: PositionRange,
  { origin, reach }: Band,
  { wordIds }: Positions,
): Alignment | undefined {
  // Constants, so that V8 inlines them.
  const { byteAt, elementAt, integerAt } = checkedAccess;
  const rows = words.length;
  const printed = Uint32Array.from(wordIds.subarray(window.start, window.end));
  const width = printed.length + 1;
  // The column in which a row without changes would be, less its number.
  const diagonal = origin - window.start;
  const firstColumn = (row: number) => Math.max(0, Math.min(width - 1, row + diagonal - reach));
  const lastColumn = (row: number) => Math.max(0, Math.min(width - 1, row + diagonal + reach));
  const stored = Math.min(width, 2 * reach + 1);
  const edits = new Uint8Array((rows + 1) * stored);
  // The first row stays zero: the alignment may begin at any word of the window.
  const costs = new Uint32Array(width);
  const substitutions = new Uint32Array(width);
  costs.fill(IMPOSSIBLE, lastColumn(0) + 1);

  for (let row = 1; row <= rows; row++) {
    const word = elementAt(words, row - 1);
    const first = firstColumn(row);
    const last = lastColumn(row);
    const at = row * stored - first;
    const next = Math.max(1, first);
    if (word === UNKNOWN_WORD) {
      for (let column = next; column <= last; column++) {
        const isSame = isMisspelling(row - 1, integerAt(printed, column - 1));
        substitutions[column] = isSame ? MISSPELLING : SUBSTITUTED;
      }
    }
    let before = first === 0 ? integerAt(costs, 0) : integerAt(costs, first - 1);
    let left = IMPOSSIBLE;
    if (first === 0) {
      left = row * ADDED;
      costs[0] = left;
      edits[at] = ADDITION;
    }
    for (let column = next; column <= last; column++) {
      const above = integerAt(costs, column);
      const substitution =
        word === UNKNOWN_WORD
          ? integerAt(substitutions, column)
          : word === integerAt(printed, column - 1)
            ? 0
            : SUBSTITUTED;
      let cost = before + substitution;
      let edit = substitution < WORD ? AGREEMENT : SUBSTITUTION;
      if (above + ADDED < cost) {
        cost = above + ADDED;
        edit = ADDITION;
      }
      if (left + OMITTED < cost) {
        cost = left + OMITTED;
        edit = OMISSION;
      }
      edits[at + column] = edit;
      costs[column] = Math.min(cost, IMPOSSIBLE);
      before = above;
      left = cost;
    }
    // The next row has no cell to the left of these.
    if (first > 0) costs[first - 1] = IMPOSSIBLE;
  }

  // The last of equal ends: the final words are then substituted rather than left out.
  let column = firstColumn(rows);
  for (let end = column; end <= lastColumn(rows); end++) {
    if (integerAt(costs, end) <= integerAt(costs, column)) column = end;
  }
  const units = integerAt(costs, column);
  const cost = (units - (units % COMMON_DIVISOR)) / WORD;
  const end = column;

  const counterparts = new Array<number | undefined>(rows).fill(undefined);
  for (let row = rows; row > 0; ) {
    const edit = byteAt(edits, row * stored + column - firstColumn(row));
    if (edit !== OMISSION) row -= 1;
    if (edit !== ADDITION) column -= 1;
    if (edit === AGREEMENT) counterparts[row] = window.start + column;
  }
  const first = counterparts.find((position) => position !== undefined);
  const last = counterparts.findLast((position) => position !== undefined);
  if (first === undefined || last === undefined) return undefined;
  return {
    start: first,
    end: last + 1,
    counterparts,
    cost,
    similarity: 1 - cost / Math.max(rows, end - column),
  };
}

/**
 * Returns a test of whether a spelling differs from that of an indexed word in at most a third of its letters. It
 * remembers its answers, since several places have the same words, and a quotation may repeat its own.
 */
export function createMisspellingTest(
  spellings: readonly string[],
  { spellingOf }: Positions,
): IsMisspelling {
  const answers = new Map(spellings.map((spelling) => [spelling, new Map<number, boolean>()]));
  const answersByIndex = spellings.flatMap((spelling) => answers.get(spelling) ?? []);
  return (index, other) => {
    const known = checkedAccess.elementAt(answersByIndex, index);
    const answer = known.get(other);
    if (answer !== undefined) return answer;
    const own = isMisspelling(checkedAccess.elementAt(spellings, index), spellingOf(other));
    known.set(other, own);
    return own;
  };
}

/** Tests whether an unknown word differs from another word in at most a third of its letters. */
function isMisspelling(unknown: string, word: string): boolean {
  const longer = Math.max(unknown.length, word.length);
  if (longer < 3 || Math.abs(unknown.length - word.length) > longer / 3) return false;
  return distance(unknown, word) <= longer / 3;
}
