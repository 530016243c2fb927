import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { isCharacterToken, tokenize, tokenKey } from "../language/tokenizer.ts";
import { BOUNDARY, type Positions, UNKNOWN_WORD } from "../search/index/positions.ts";
import { createMisspellingTest, type PositionRange } from "./alignment.ts";
import { alignWithGaps, type Counterparts } from "./gapped-alignment.ts";
import { informationOf } from "./similarity.ts";

/**
 * A word that is added costs less the more frequent it is, since frequent words agree by chance: of “(translated by
 * the author)” after a quotation, “the” is no word of what is printed there.
 */
const COSTS = { omission: 16, replacement: 20, addition: 8, misspelling: 13 } as const;
const ADDED = { least: 14, most: 32, bitsOfMost: 10 } as const;
/** Several characters that are words make one written word. */
const OMITTED = { word: 8, character: 3 } as const;

/**
 * Fewer bits than these, or than this share of those which identify a position of the corpus, say little of where a
 * quotation ends.
 */
const LIGHT = { bits: 10, shareOfPosition: 0.75 } as const;

/** Shorter words resemble others by chance. */
const MIN_MISSPELLED_LENGTH = 4;

/** The maximum number of pairs of words to compare. Around longer quotations, fewer words are considered, or none. */
const MAX_PAIRS = 1_000_000;

/**
 * Returns the words of the corpus that a quotation has most probably, near a range that is similar to it. Words that are
 * added to either end replace none, and words that are left out may be many. If it is one of several ranges, each has its
 * share of the work.
 */
export function closestRange(
  text: string,
  words: readonly number[],
  range: PositionRange,
  positions: Positions,
  share = 1,
): PositionRange {
  const room = Math.floor(MAX_PAIRS / (share * words.length)) - (range.end - range.start);
  const reach = Math.min(words.length, Math.floor(room / 2));
  if (reach <= 0) return range;
  const { wordIds } = positions;
  const window = contiguousWindow(range, reach, positions);
  const printed = wordIds.slice(window.start, window.end);
  const spellings = tokenize(text).map(({ start, end }) => tokenKey(text.slice(start, end)));
  const isMisspelling = createMisspellingTest(spellings, positions);
  const characters = spellings.filter(isCharacterToken).length;
  const { least, most, bitsOfMost } = ADDED;
  const counterparts = alignWithGaps(
    words.length,
    printed.length,
    {
      ...COSTS,
      omittedWord: characters > spellings.length / 2 ? OMITTED.character : OMITTED.word,
      addedWord(row) {
        const word = elementAt(words, row);
        const bits = word === UNKNOWN_WORD ? bitsOfMost : informationOf(word, positions);
        return Math.round(least + (most - least) * Math.min(1, bits / bitsOfMost));
      },
      same(row, column) {
        const [word, other] = [elementAt(words, row), integerAt(printed, column)];
        if (word !== UNKNOWN_WORD) return word === other ? 0 : undefined;
        return isMisspelling(row, other) ? COSTS.misspelling : undefined;
      },
    },
    true,
  );
  const lightest = Math.min(LIGHT.bits, LIGHT.shareOfPosition * Math.log2(positions.size));
  const isLight = ({ firstRow, length }: Run) =>
    words
      .slice(firstRow, firstRow + length)
      .reduce((bits, word) => bits + informationOf(word, positions), 0) < lightest;
  const isWeak = (row: number) =>
    words[row] === UNKNOWN_WORD && elementAt(spellings, row).length < MIN_MISSPELLED_LENGTH;
  const kept = withoutWeakEnds(counterparts, isWeak);
  const runs = withoutLightEnds(runsOf(kept), words.length, isLight);
  const first = runs.at(0);
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return range;
  return {
    start: window.start + first.firstColumn,
    end: window.start + last.firstColumn + last.length,
  };
}

/**
 * Removes weak words at either end, if the quotation goes on after them with words that are not printed there. Of “(he
 * denied it)” after a quotation, “he” is no misspelling of the “the” that is printed next.
 */
function withoutWeakEnds(
  counterparts: Counterparts,
  isWeak: (row: number) => boolean,
): Counterparts {
  const isStrong = (column: number | undefined, row: number) =>
    column !== undefined && !(isWeak(row) && row > 0 && row < counterparts.length - 1);
  const first = counterparts.findIndex(isStrong);
  const last = counterparts.findLastIndex(isStrong);
  return counterparts.map((column, row) => (row < first || row > last ? undefined : column));
}

/** Quoted words that are printed one after the other. */
interface Run {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly length: number;
}

function endRowOf({ firstRow, length }: Run): number {
  return firstRow + length;
}

function runsOf(counterparts: Counterparts): readonly Run[] {
  const runs: Run[] = [];
  for (const [row, column] of counterparts.entries()) {
    if (column === undefined) continue;
    const last = runs.at(-1);
    const continues =
      last !== undefined &&
      last.firstRow === row - last.length &&
      last.firstColumn === column - last.length;
    if (continues) runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ firstRow: row, firstColumn: column, length: 1 });
  }
  return runs;
}

/**
 * Removes light runs at either end, if the quotation goes on after them with words that are not printed there. Of “(so the
 * book)” after a quotation, “the” may be printed by chance. A run after as many replaced words as are printed stays.
 */
function withoutLightEnds(
  runs: readonly Run[],
  rows: number,
  isLight: (run: Run) => boolean,
): readonly Run[] {
  let [start, end] = [0, runs.length];
  const areApart = (one: Run | undefined, next: Run | undefined) =>
    one !== undefined &&
    next !== undefined &&
    next.firstRow - one.firstRow !== next.firstColumn - one.firstColumn;
  for (let run = runs[start]; run && run.firstRow > 0 && isLight(run); run = runs[start]) {
    if (!areApart(run, runs[start + 1])) break;
    start += 1;
  }
  for (let run = runs[end - 1]; run && endRowOf(run) < rows && isLight(run); run = runs[end - 1]) {
    if (end - start < 2 || !areApart(runs[end - 2], run)) break;
    end -= 1;
  }
  return runs.slice(start, end);
}

/** Returns a range with at most `reach` words before and after it that are contiguous with it. */
function contiguousWindow(
  { start, end }: PositionRange,
  reach: number,
  { wordIds, size }: Positions,
): PositionRange {
  let first = start;
  while (first > Math.max(0, start - reach) && wordIds[first - 1] !== BOUNDARY) first -= 1;
  let last = end;
  while (last < Math.min(size, end + reach) && wordIds[last] !== BOUNDARY) last += 1;
  return { start: first, end: last };
}
