import { elementAt } from "../../foundation/checked-access.ts";
import { largest, smallest } from "../../foundation/long-arrays.ts";
import { quantile } from "../shared/quantile.ts";
import {
  type Extent,
  extentOf,
  firstWordWidth,
  gapsIn,
  isLabel,
  MIN_SPACE_WIDTH,
  type RowSegment,
  SPACE_WIDTH,
  splitAtGaps,
  type TextRow,
} from "./rows.ts";
import type { TextRun } from "./runs/text-runs.ts";

/** A gap between the text and what is beside it, in ems. Few spaces between words are as wide. */
const MIN_GAP = 0.7;

/** The same for text in letters of full width, between which a space can be as wide as a letter. */
const MIN_FULL_WIDTH_GAP = 1.3;
const FULL_WIDTH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The maximum size of small print beside the text, as a part of the size of the text. */
const MAX_SMALL_PRINT = 0.88;

/** The text of a page, and small print to the left and to the right of it. */
export interface SeparatedPrint {
  readonly text: readonly TextRun[];
  readonly beside: readonly (readonly TextRun[])[];
  /** How many rows have such small print. */
  readonly rows: number;
}

/** How far from the edge of small print the text of a column that contains it can begin, in ems. */
const MAX_COLUMN_SHIFT = 2;

/**
 * Separates words in small print from the text beside them, such as notes in the margin. The notes below a column are
 * beside the text of another one, but not in the margin: there is text above them.
 */
export function separateSmallPrint(rows: readonly TextRow[]): SeparatedPrint {
  // Beside a heading, the text of another column is small too.
  const textSize = sizeOf(rows.flatMap((row) => row.runs));
  const lines = rows.map((row) => {
    const segments = splitAtGaps(row, MIN_GAP);
    const isSmall = (segment: RowSegment) =>
      segment.every(({ size }) => size <= MAX_SMALL_PRINT * Math.min(row.size, textSize));
    const start = segments.findIndex((segment) => !isSmall(segment));
    const end = segments.findLastIndex((segment) => !isSmall(segment)) + 1;
    // In a narrow justified column, the spaces between words can be wide.
    const before = wordsOrNone(segments.slice(0, Math.max(0, start)).flat());
    const after = wordsOrNone(end === 0 ? [] : segments.slice(end).flat());
    const beside = new Set([...before, ...after]);
    const text = segments.filter(([run]) => !beside.has(run)).map(extentOf);
    // A line of small print can be between two of the text.
    const isAlone = row.size <= MAX_SMALL_PRINT * textSize;
    return { text, before, after, alone: isAlone ? wordsOrNone(segments.flat()) : [] };
  });
  const before = lines.filter((line) => line.before.length > 0);
  const after = lines.filter((line) => line.after.length > 0);
  const textStarts = before.map((line) => smallest(line.text.map(({ left }) => left)));
  const printStarts = after.map((line) => extentOf(line.after).left);
  const main = rows.filter((_, index) => elementAt(lines, index).alone.length === 0);
  const edges = extentOf(main.flatMap((row) => row.runs.filter(({ text }) => text.trim() !== "")));
  const maxRight = before.length > 0 ? median(textStarts) : edges.left;
  const minLeft =
    after.length > 0 ? median(printStarts) - MAX_COLUMN_SHIFT * textSize : edges.right;
  const [top, bottom] = [main[0]?.baseline ?? 0, main.at(-1)?.baseline ?? 0];
  const between = lines.filter(({ alone }) =>
    alone.some(({ baseline }) => baseline > top && baseline < bottom),
  );
  const onLeft = new Set(between.filter(({ alone }) => extentOf(alone).right <= maxRight));
  const onRight = new Set(between.filter(({ alone }) => extentOf(alone).left >= minLeft));
  const textOf = (margin: ReadonlySet<(typeof lines)[number]>) =>
    lines.filter((line) => !margin.has(line)).flatMap((line) => line.text);
  const textBefore = textOf(onLeft).filter(({ right }) => right <= maxRight);
  const textAfter = textOf(onRight).filter(({ left }) => left >= minLeft);
  const aloneIn = (margin: typeof onLeft) => [...margin].map(({ alone }) => alone);
  const beside = [
    textBefore.length < before.length + onLeft.size
      ? [...before.map((line) => line.before), ...aloneIn(onLeft)]
      : [],
    textAfter.length < after.length + onRight.size
      ? [...after.map((line) => line.after), ...aloneIn(onRight)]
      : [],
  ];
  const small = new Set(beside.flat(2));
  return {
    text: rows.flatMap((row) => row.runs.filter((run) => !small.has(run))),
    beside: beside.filter((side) => side.length > 0).map((side) => side.flat()),
    rows: rows.filter((row) => row.runs.some((run) => small.has(run))).length,
  };
}

/** Returns no runs if these are no words, but the number of a line or of a note. */
function wordsOrNone(runs: readonly TextRun[]): readonly TextRun[] {
  return /\p{L}{3}/u.test(runs.map(({ text }) => text).join("")) ? runs : [];
}

/** Returns NaN if there are no numbers. */
function median(numbers: readonly number[]): number {
  return numbers.length === 0 ? Number.NaN : quantile(numbers, 0.5);
}

/** Consecutive rows that a white strip divides: a table, or the text and a box that it is wrapped around. */
export type Band =
  | { readonly kind: "table"; readonly start: number; readonly end: number }
  | { readonly kind: "box"; readonly text: readonly TextRun[]; readonly box: readonly TextRun[] };

/** The minimum number of rows on both sides of a strip of at least a width in ems. */
const MIN_ROWS_BY_WIDTH = [
  [1.3, 2],
  [1, 3],
  [MIN_GAP, 5],
] as const;

/** How many times wider than most spaces between words a strip is. */
const MIN_SPACE_RATIO = 1.1;

/** The minimum number of such rows in a justified column with wide spaces. */
const MIN_SPREAD_ROWS = 4;

/** How far the beginnings of lines can be apart that line up, in points. */
const MAX_SHIFT = 2;

/** The minimum share of the lines to the right of a strip that begin exactly there. */
const MIN_ALIGNED = 0.7;

/** How much of its column a line of text fills, unlike the cells of a table. */
const MIN_FILLED = 0.72;

/** How many times wider the text is than a box, if nothing else distinguishes them. */
const MIN_WIDTH_RATIO = 1.4;

/** Rows that a strip divides. The strip is between the x coordinates `left` and `right`. */
interface Strip extends Extent {
  readonly start: number;
  readonly end: number;
  /** Whether the page draws the right side of most rows apart from their left side. */
  readonly isDrawn: boolean;
  /** Whether it can be a coincidence of spaces between words, so that the order is a guess. */
  readonly isWeak: boolean;
}

/** Finds the longest band of a page; undefined if there is none. Rows of `spread` have wide spaces between words. */
export function findBand(rows: readonly TextRow[], spread: ReadonlySet<TextRow>): Band | undefined {
  const segmented = rows.map((row) => {
    const segments = splitAtGaps(row, MIN_GAP);
    const [first, second] = segments;
    const cells =
      first !== undefined && second !== undefined && isLabel(first)
        ? [[...first, ...second], ...segments.slice(2)]
        : segments;
    return cells.map((cell) => ({
      ...extentOf(cell),
      isApart: cell.some((run) => row.apart.has(run)),
    }));
  });
  const strips = segmented.flatMap((segments, start) =>
    segments.slice(1).flatMap((segment, index) => {
      const gap = { left: (segments[index] ?? segment).right, right: segment.left };
      return extendStrip(segmented, start, gap, rows, spread) ?? [];
    }),
  );
  const [strip] = strips.toSorted(
    (a, b) => Number(a.isWeak) - Number(b.isWeak) || b.end - b.start - (a.end - a.start),
  );
  if (strip === undefined) return undefined;
  const { start, end, left, right, isWeak } = strip;
  if (isWeak) return { kind: "table", start, end };
  const runs = rows.slice(start, end).flatMap((row) => row.runs);
  const middle = (left + right) / 2;
  const sides = [
    runs.filter((run) => run.left < middle),
    runs.filter((run) => run.left >= middle),
  ] as const;
  const around = [...rows.slice(0, start), ...rows.slice(end)].flatMap((row) => row.runs);
  const main = isText(sides, strip, [...around, ...runs]) ? mainSide(sides, around) : undefined;
  if (main === undefined) return { kind: "table", start, end };
  const box = new Set(sides[1 - main]);
  return {
    kind: "box",
    text: rows.flatMap((row) => row.runs.filter((run) => !box.has(run))),
    box: [...box],
  };
}

/** A part of a row, and whether the page draws it apart from what is to the left of it. */
interface Cell extends Extent {
  readonly isApart: boolean;
}

/** Extends a gap of a row over the rows below, as far as they have a gap there too, or are on one side. */
function extendStrip(
  segmented: readonly (readonly Cell[])[],
  start: number,
  gap: Extent,
  rows: readonly TextRow[],
  spread: ReadonlySet<TextRow>,
): Strip | undefined {
  const size = rows[start]?.size ?? 0;
  const text = rows[start]?.runs.map((run) => run.text).join("") ?? "";
  const minGap = FULL_WIDTH.test(text) ? MIN_FULL_WIDTH_GAP : MIN_GAP;
  let { left, right } = gap;
  let end = start;
  let divided = 0;
  let spreadRows = 0;
  let shiftedRows = 0;
  let apartRows = 0;
  const beginnings: number[] = [];
  for (; end < segmented.length; end++) {
    const extents = segmented[end] ?? [];
    const before = extents.filter((one) => one.left < (left + right) / 2);
    const after = extents.filter((one) => one.left >= (left + right) / 2);
    const nextLeft = Math.max(left, largest(before.map((one) => one.right)));
    const nextRight = Math.min(right, smallest(after.map((one) => one.left)));
    const isApart = before.length > 0 && after[0]?.isApart === true;
    if (nextRight - nextLeft < (isApart ? MIN_SPACE_WIDTH : minGap) * size) break;
    // Only the first line of a paragraph is indented. Further rows that begin earlier are not beside the strip.
    if (divided > 2 && nextRight < right - MAX_SHIFT) break;
    [left, right] = [nextLeft, nextRight];
    if (before.length > 0 && after.length > 0) {
      divided += 1;
      if (isApart) apartRows += 1;
      const row = rows[end];
      if (row !== undefined && spread.has(row)) spreadRows += 1;
      if (row !== undefined && hasTwoBaselines(row, (left + right) / 2)) shiftedRows += 1;
    }
    if (after.length > 0) beginnings.push(smallest(after.map((one) => one.left)));
  }
  const aligned = beginnings.filter((one) => Math.abs(one - right) <= MAX_SHIFT).length;
  const [, minRows] = MIN_ROWS_BY_WIDTH.find(([width]) => right - left >= width * size) ?? [];
  if (divided < 2) return undefined;
  const isDrawn = apartRows * 2 > divided;
  const strip = { start, end, left, right, isDrawn };
  const gaps = rows.slice(start, end).flatMap(gapsIn);
  const isWide = right - left >= MIN_SPACE_RATIO * size * quantile(gaps, 0.5);
  // Wide spaces between words are below each other by chance.
  const isChance = spreadRows * 2 > divided && divided < MIN_SPREAD_ROWS;
  const isLong = minRows !== undefined && divided >= minRows;
  const isCertain = isDrawn || (isWide && !isChance && isLong);
  if (isCertain && aligned >= MIN_ALIGNED * beginnings.length) {
    return { ...strip, isWeak: false };
  }
  const isAligned = divided >= MIN_WEAK_ROWS && aligned >= MIN_WEAK_ALIGNED * beginnings.length;
  return isAligned || shiftedRows * 2 > divided ? { ...strip, isWeak: true } : undefined;
}

/** How long and how well aligned a strip is that is no wider than the spaces between words. */
const MIN_WEAK_ROWS = 4;
const MIN_WEAK_ALIGNED = 0.9;

/** How far the baselines of lines beside each other differ that are not one line, in points. */
const MIN_BASELINE_SHIFT = 0.5;

/** Whether the words on both sides of a strip have the same size, but not the same baseline. */
function hasTwoBaselines({ runs, size }: TextRow, middle: number): boolean {
  const baselines = [
    runs.filter((run) => run.left < middle),
    runs.filter((run) => run.left >= middle),
  ].map((side) =>
    side
      .filter((run) => run.text.trim() !== "" && run.size > MAX_SMALL_PRINT * size)
      .map(({ baseline }) => baseline),
  );
  const [left = [], right = []] = baselines;
  const isApart = (one: number, other: number) => Math.abs(one - other) >= MIN_BASELINE_SHIFT;
  return (
    left.length > 0 &&
    right.length > 0 &&
    left.every((one) => right.every((other) => isApart(one, other)))
  );
}

/**
 * Whether most lines on both sides of a strip fill their columns. Of a box that the page draws by itself, few
 * words can fit in a line, and it is enough if each line is as full as they allow.
 */
function isText(
  sides: readonly [readonly TextRun[], readonly TextRun[]],
  { left, right, isDrawn }: Strip,
  page: readonly TextRun[],
): boolean {
  const visible = page.filter(({ text }) => text.trim() !== "");
  const { left: start } = extentOf(visible);
  const columns = sides.map((side, index) => {
    const lines = linesOf(side);
    const width = index === 0 ? left - start : largest(side.map((run) => run.right)) - right;
    const widths = lines.map((line) => line.right - line.left);
    const isFilled = quantile(widths, 0.5) >= MIN_FILLED * width;
    const isFull = lines.length > 2 && (isFilled || (isDrawn && isWrapped(lines, width)));
    return { isFilled, isFull };
  });
  return columns.every(({ isFull }) => isFull) && columns.some(({ isFilled }) => isFilled);
}

/** Whether no line of a column has room for the first word of the next, and some have several words. */
function isWrapped(lines: readonly SideLine[], width: number): boolean {
  return (
    lines.some(({ firstWordWidth }) => firstWordWidth !== undefined) &&
    lines.slice(1).every((line, index) => {
      const before = elementAt(lines, index);
      const firstWord = line.firstWordWidth ?? line.right - line.left;
      return before.right - before.left + SPACE_WIDTH * line.size + firstWord > width;
    })
  );
}

/** A line of one side of a strip. */
interface SideLine extends Extent {
  readonly size: number;
  /** Undefined if it has only one word. */
  readonly firstWordWidth: number | undefined;
}

/** Returns the lines of a side. */
function linesOf(runs: readonly TextRun[]): readonly SideLine[] {
  const lines = new Map<number, TextRun[]>();
  for (const run of runs) {
    if (run.text.trim() === "") continue;
    const key = Math.round(run.baseline);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [run]);
    else line.push(run);
  }
  return [...lines.values()].map((line) => ({
    ...extentOf(line),
    size: largest(line.map(({ size }) => size)),
    firstWordWidth: firstWordWidth(line.toSorted((a, b) => a.left - b.left)),
  }));
}

/**
 * Returns which side goes on with the text above and below: 0 for the left one, 1 for the right one. It has
 * the size of that text, or is much wider. Undefined if both can be it.
 */
function mainSide(
  sides: readonly [readonly TextRun[], readonly TextRun[]],
  around: readonly TextRun[],
): 0 | 1 | undefined {
  const sizes = sides.map(sizeOf);
  const size = sizeOf(around);
  const [isLeft, isRight] = sizes.map((one) => Math.abs(one - size) < 0.25);
  if (isLeft !== isRight) return isLeft ? 0 : 1;
  // Most lines of a ragged column are shorter than it.
  const [leftWidth = 0, rightWidth = 0] = sides.map((side) =>
    largest(linesOf(side).map((line) => line.right - line.left)),
  );
  if (leftWidth >= MIN_WIDTH_RATIO * rightWidth) return 0;
  return rightWidth >= MIN_WIDTH_RATIO * leftWidth ? 1 : undefined;
}

/** Returns the size of most letters; 0 if there are none. */
function sizeOf(runs: readonly TextRun[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const [most] = [...letters].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? 0;
}
