import { elementAt } from "../../foundation/checked-access.ts";
import { append, largest, smallest } from "../../foundation/long-arrays.ts";
import { toSubscript, toSuperscript } from "../../language/superscripts.ts";
import { writeMark } from "../shared/marks.ts";
import { quantile } from "../shared/quantile.ts";
import { findBand, type SeparatedPrint, separateSmallPrint } from "./bands.ts";
import { inReadingOrder } from "./right-to-left.ts";
import {
  type Extent,
  extentOf,
  firstWordWidth,
  gapsIn,
  groupIntoRows,
  isLabel,
  isSpaced,
  joinExponents,
  type RowSegment,
  SPACE_WIDTH,
  splitAtGaps,
  type TextRow,
} from "./rows.ts";
import type { TextRun } from "./text-runs.ts";

/** A line of one column. Lengths are in points. */
export interface PdfLine {
  /** Empty for a line of white space, which separates blocks. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The font size of the longest run, rounded to half a point; 0 for a line of white space. */
  readonly size: number;
  readonly firstWordWidth: number;
  /**
   * Whether its words, or its place, are a guess: lines cross the gutter beside it, or it has gaps as
   * between the cells of a table.
   */
  readonly isUncertain: boolean;
  /**
   * Whether the line before it in reading order may not be the one before it in the text, because words between them
   * have an uncertain order.
   */
  readonly isDisconnected: boolean;
}

/** The lines of a column, from the top down. */
export type Column = readonly PdfLine[];

/** How wide a gap has to be to separate columns, and how well the gaps have to line up. */
interface GutterRule {
  /** In ems. */
  readonly minGap: number;
  /** The minimum number of lines on each side. Fewer can be a coincidence. */
  readonly minLines: number;
  /** The maximum share of lines that cross the gutter. */
  readonly maxCrossing: number;
  /** The minimum share of lines that begin exactly where the right column does. */
  readonly minAligned: number;
}

const GUTTER_RULES: readonly GutterRule[] = [
  // Spaces between words are narrower, even in justified text.
  { minGap: 1.3, minLines: 4, maxCrossing: 0.3, minAligned: 0.35 },
  // Spaces between words are as wide, but do not line up over many lines.
  { minGap: 0.35, minLines: 8, maxCrossing: 0.12, minAligned: 0.6 },
];

/** How far the beginnings of lines can be apart that line up, in points. */
const MAX_MISALIGNMENT = 1.5;

/** The part of a page above and below which there are lines that span both columns. */
interface Band {
  readonly spanning: TextRun[];
  readonly left: TextRun[];
  readonly right: TextRun[];
}

/**
 * Finds the columns of a page in reading order. A line that spans two columns ends them, and new ones
 * begin below it.
 */
export function findColumns(runs: readonly TextRun[]): readonly Column[] {
  const rows = groupIntoRows(runs);
  const apart = new Set(rows.flatMap((row) => [...row.apart]));
  const divisions = GUTTER_RULES.flatMap((rule) => {
    const segmentedRows = rows.map((row) => splitAtGaps(row, rule.minGap));
    const gutter = findGutter(segmentedRows, rule, apart);
    return gutter === undefined ? [] : [{ segments: segmentedRows.flat(), gutter }];
  });
  // Lines that are too full for a wide gutter do not cross a narrow one.
  const [best] = divisions.toSorted((a, b) => a.gutter.crossing - b.gutter.crossing);
  const table = findTable(rows);
  const isText = (at: Table) =>
    best !== undefined && fillsColumns(rows.slice(at.start, at.end), best.gutter.position);
  if (table !== undefined && !isText(table)) return columnsAround(rows, table);
  if (isNarrowProse(rows)) return [rows.map((row) => toLine(row, false))];
  const smallPrint = separateSmallPrint(rows);
  const hasSmallPrint = smallPrint.beside.length > 0;
  // A column of small print is not between the lines of another one, as notes in the margin are.
  if (hasSmallPrint && smallPrint.rows <= MAX_NOTED * rows.length) return besideText(smallPrint);
  if (best !== undefined) return divideAtGutter(best.segments, best.gutter);
  if (hasSmallPrint) return besideText(smallPrint);
  const full = fullRows(rows);
  const spread = new Set([...full].filter(isSpread));
  const band = findBand(rows, spread);
  if (band?.kind === "box") return [...findColumns(band.text), ...findColumns(band.box)];
  if (band?.kind === "table") return columnsAround(rows, band);
  const gapped = gappedRows(rows.filter((row) => !full.has(row) || isTorn(row)));
  return [rows.map((row) => toLine(row, gapped.has(row) || row.apart.size > 0))];
}

/** The maximum number of words in a line that is so short that any space in it can be wide. */
const MAX_NARROW_WORDS = 3;

/** Whether rows are the lines of a narrow justified column: none of them has room for the first word of the next. */
function isNarrowProse(rows: readonly TextRow[]): boolean {
  const full = fullRows(rows.slice(0, -1));
  const { left } = extentOf(rows.flatMap((row) => row.runs));
  return (
    full.size >= 2 &&
    rows.every((row, index) => {
      const gaps = gapsIn(row);
      const next = rows[index + 1];
      if (row.apart.size > 0 || gaps.length >= MAX_NARROW_WORDS) return false;
      if (next === undefined) return extentOf(row.runs).left - left <= MAX_MISALIGNMENT;
      const stretched = gaps.reduce((sum, gap) => sum + (gap - SPACE_WIDTH) * row.size, 0);
      const nextExtent = extentOf(next.runs);
      const nextWord = firstWordWidth(next.runs) ?? nextExtent.right - nextExtent.left;
      return full.has(row) && nextWord + SPACE_WIDTH * row.size > stretched;
    })
  );
}

/** The maximum share of the rows that have notes in the margin. */
const MAX_NOTED = 0.5;

/** Returns the columns of the text, and those of the small print beside it. */
function besideText({ text, beside }: SeparatedPrint): readonly Column[] {
  return [
    ...findColumns(text),
    ...beside.map((one) => groupIntoRows(one).map((row) => toLine(row, false))),
  ];
}

/** Returns the columns above and below a table, and its rows, whose words are uncertain. */
function columnsAround(rows: readonly TextRow[], table: Table): readonly Column[] {
  // Its first and last rows can have fewer cells than the others, or be out of line.
  const minGap = minCellGap(rows, NEXT_TABLE_GAP);
  const isRow = (index: number) => {
    const row = rows[index];
    return row !== undefined && splitAtGaps(row, minGap).length > 1;
  };
  let { start, end } = table;
  while (isRow(start - 1)) start--;
  while (isRow(end)) end++;
  return [
    ...columnsOfRows(rows.slice(0, start)),
    rows.slice(start, end).map((row) => toLine(row, true)),
    ...columnsOfRows(rows.slice(end)),
  ];
}

/**
 * Returns the columns of the rows beside a table. Each may go on in the words of an uncertain order, and not in the next
 * column. Where the rows are too few to show columns, a gap in them may be a gutter.
 */
function columnsOfRows(rows: readonly TextRow[]): readonly Column[] {
  if (rows.length === 0) return [];
  const columns = findColumns(rows.flatMap((row) => row.runs));
  const isGap = (row: TextRow) => largest(gapsIn(row)) > CELL_GAP && !isSpread(row);
  return columns.map((column, index) => {
    if (columns.length === 1 && column.length === rows.length) {
      return column.map((line, at) =>
        isGap(elementAt(rows, at)) ? { ...line, isUncertain: true } : line,
      );
    }
    const [first, ...others] = column;
    return first === undefined || index === 0
      ? column
      : [{ ...first, isDisconnected: true }, ...others];
  });
}

/** The minimum number of rows and of cells in each, and the maximum share of a row that cells fill. */
const MIN_TABLE_ROWS = 3;
const MIN_CELLS = 3;
const MAX_FILLED = 0.7;

/** The gap between two cells, in ems. */
const CELL_GAP = 1;

/** How far cells below each other can be out of line, in points. */
const MAX_CELL_SHIFT = 3;

/** The rows of a table by their indexes. The end is exclusive. */
interface Table {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the rows of a table: cells line up, and are much narrower than their columns, as lines of text
 * are not. Its end is after its last row.
 */
function findTable(rows: readonly TextRow[]): Table | undefined {
  const cells = rows.map((row) => splitAtGaps(row, CELL_GAP).map(extentOf));
  let start = 0;
  for (let end = 1; end <= rows.length; end++) {
    const [above, row] = [cells[end - 1] ?? [], cells[end] ?? []];
    if (isTableRow(above) && isTableRow(row) && lineUp(above, row)) continue;
    if (end - start >= MIN_TABLE_ROWS && isTableRow(cells[start] ?? [])) {
      // The row of titles need not line up.
      return { start: isTableRow(cells[start - 1] ?? []) ? start - 1 : start, end };
    }
    start = end;
  }
  return undefined;
}

function isTableRow(cells: readonly Extent[]): boolean {
  if (cells.length < MIN_CELLS) return false;
  const filled = cells.reduce((sum, { left, right }) => sum + right - left, 0);
  const start = smallest(cells.map(({ left }) => left));
  return filled <= MAX_FILLED * (largest(cells.map(({ right }) => right)) - start);
}

/** Whether most cells of the shorter row begin, end or are centred where cells of the other do. */
function lineUp(one: readonly Extent[], other: readonly Extent[]): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const aligned = shorter.filter(({ left, right }) =>
    longer.some(
      (cell) =>
        Math.abs(cell.left - left) <= MAX_CELL_SHIFT ||
        Math.abs(cell.right - right) <= MAX_CELL_SHIFT ||
        Math.abs(cell.left + cell.right - left - right) <= 2 * MAX_CELL_SHIFT,
    ),
  );
  return aligned.length >= (2 / 3) * shorter.length;
}

/** The minimum share of lines on both sides of a gutter that fill their column. */
const MIN_FULL = 0.6;

/**
 * Whether most rows are lines of justified columns on both sides of a gutter: they end with words at the edge, and the
 * spaces in them are not below each other, as those between cells are.
 */
function fillsColumns(rows: readonly TextRow[], gutter: number): boolean {
  const visible = rows.map((row) => row.runs.filter(({ text }) => text.trim() !== ""));
  const columns = [
    visible.map((runs) => runs.filter(({ right }) => right <= gutter)),
    visible.map((runs) => runs.filter(({ left }) => left >= gutter)),
  ];
  return columns.every((column) => {
    const lines = column.filter((runs) => runs.length > 0);
    const edge = extentOf(lines.flat());
    const full = lines.filter((runs) => {
      const { left, right } = extentOf(runs);
      return (
        left - edge.left <= MAX_MISALIGNMENT &&
        edge.right - right <= MAX_MISALIGNMENT &&
        /\p{L}/u.test(elementAt(runs, runs.length - 1).text)
      );
    });
    const starts = lines.flatMap((runs) => runs.slice(1).map(({ left }) => Math.floor(left) - 1));
    const isStrip = (x: number) =>
      lines.every((runs) => runs.every(({ left, right }) => x <= left || x >= right));
    return full.length >= MIN_FULL * rows.length && ![...new Set(starts)].some(isStrip);
  });
}

function divideAtGutter(segments: readonly RowSegment[], gutter: Gutter): readonly Column[] {
  const { position } = gutter;
  let band: Band = { spanning: [], left: [], right: [] };
  const bands = [band];
  for (const segment of segments) {
    const { left, right } = extentOf(segment);
    const isSpanning = left < position && right > position;
    if (isSpanning && band.left.length + band.right.length > 0) {
      band = { spanning: [], left: [], right: [] };
      bands.push(band);
    }
    if (isSpanning) append(band.spanning, segment);
    else if (right <= position) append(band.left, segment);
    else append(band.right, segment);
  }
  // Each side can consist of columns again. The recursion ends, since both sides have fewer lines.
  const columns = bands.flatMap(({ spanning, left, right }): readonly Column[] => [
    ...(spanning.length > 0 ? [groupIntoRows(spanning).map((row) => toLine(row, false))] : []),
    ...(left.length > 0 ? findColumns(left) : []),
    ...(right.length > 0 ? findColumns(right) : []),
  ]);
  return gutter.crossing > MAX_CERTAIN_CROSSING && !gutter.isDrawn
    ? columns.map((column) => column.map((line) => ({ ...line, isUncertain: true })))
    : columns;
}

/** The share of lines that can cross a gutter, such as headings, while the order is certain. */
const MAX_CERTAIN_CROSSING = 0.15;

/** A gap that only a table has, and one between other cells of it, in ems. */
const TABLE_GAP = 0.8;
const NEXT_TABLE_GAP = 0.7;

/**
 * Returns consecutive rows with gaps as between the cells of a table. The label of a paragraph is no cell.
 */
function gappedRows(rows: readonly TextRow[]): ReadonlySet<TextRow> {
  const minGap = minCellGap(rows, TABLE_GAP);
  const minNextGap = minCellGap(rows, NEXT_TABLE_GAP);
  const cells = rows.map((row) => countCells(row, minGap));
  const isGapped = cells.map((own, index) => {
    const [before = 0, after = 0] = [cells[index - 1], cells[index + 1]];
    return own > 1 && Math.max(before, after) > 1;
  });
  const isNext = rows.map((row) => countCells(row, minNextGap) > 1);
  const extend = (index: number, neighbour: number) => {
    isGapped[index] ||= isNext[index] === true && isGapped[neighbour] === true;
  };
  for (let index = 1; index < rows.length; index++) extend(index, index - 1);
  for (let index = rows.length - 2; index >= 0; index--) extend(index, index + 1);
  return new Set(rows.filter((_, index) => isGapped[index]));
}

/** Returns the minimum gap between cells: where spaces are wide, they are farther apart than `gap`. */
function minCellGap(rows: readonly TextRow[], gap: number): number {
  const gaps = rows.flatMap(gapsIn);
  return gaps.length === 0 ? gap : Math.max(gap, MIN_CELL_RATIO * quantile(gaps, 0.5));
}

/** How many times wider than the narrowest space of a justified line its widest can be. */
const MAX_SPACE_RATIO = 1.6;

/** Returns the lines of a justified column that are as wide as it; none if most are not. */
function fullRows(rows: readonly TextRow[]): ReadonlySet<TextRow> {
  const extents = rows.map((row) => extentOf(row.runs));
  const left = smallest(extents.map((one) => one.left));
  const right = largest(extents.map((one) => one.right));
  const full = rows.filter((_, index) => {
    const one = extents[index];
    return (
      one !== undefined &&
      one.left - left <= MAX_MISALIGNMENT &&
      right - one.right <= MAX_MISALIGNMENT
    );
  });
  return new Set(full.length * 2 < rows.length ? [] : full);
}

/** Whether the words of a line are spread evenly over its width. */
function isSpread(row: TextRow): boolean {
  const widths = gapsIn(row);
  return largest(widths) <= MAX_SPACE_RATIO * smallest(widths);
}

/** The maximum space between two words of a justified line, in ems, if not all of them are as wide. */
const MAX_JUSTIFIED_SPACE = 2;

/** Whether a line has a gap that justifying it does not explain. The cells of a row can end where the text does. */
function isTorn(row: TextRow): boolean {
  return largest(gapsIn(row)) > MAX_JUSTIFIED_SPACE && !isSpread(row);
}

/** How many times farther apart cells are than most words of the column. */
const MIN_CELL_RATIO = 1.8;

/** The maximum space between two sentences, in ems. */
const MAX_SENTENCE_SPACE = 1.1;

/** Counts the cells of a row. Neither a label nor a wide space between two sentences makes one. */
function countCells(row: TextRow, minGap: number): number {
  const segments = splitAtGaps(row, minGap);
  return segments.filter((segment, index) => {
    const before = segments[index - 1];
    if (before === undefined) return !isLabel(segment);
    const space = (extentOf(segment).left - extentOf(before).right) / row.size;
    const text = before.map((run) => run.text).join("");
    return space > MAX_SENTENCE_SPACE || !/[.!?]["'”’)\]]*\s*$/.test(text);
  }).length;
}

interface SegmentExtent extends Extent {
  readonly baseline: number;
  /** Whether the page draws it apart from what is to the left of it. */
  readonly isApart: boolean;
}

interface Gutter {
  /** The x coordinate. */
  readonly position: number;
  /** The share of lines that cross it. */
  readonly crossing: number;
  /** Whether the page draws most lines on one side of it apart from those on the other side. */
  readonly isDrawn: boolean;
}

/**
 * Finds a gutter: in the middle three fifths of the text, crossed by few of the lines, and with columns
 * on both sides that are at least a sixth of the text wide and overlap vertically by more than half. A
 * column with baselines of its own can be narrower, and nearer to a side. Of
 * several, the one that the fewest lines cross is returned.
 */
function findGutter(
  rows: readonly (readonly RowSegment[])[],
  rule: GutterRule,
  apart: ReadonlySet<TextRun>,
): Gutter | undefined {
  const lines = rows
    .map((segments) =>
      segments.map((segment): SegmentExtent => {
        const isApart = segment.some((run) => apart.has(run));
        return { ...extentOf(segment), baseline: segment[0].baseline, isApart };
      }),
    )
    .filter((extents) => extents.length > 0);
  const extents = lines.flat();
  if (extents.length < 2 * rule.minLines) return undefined;
  const start = smallest(extents.map(({ left }) => left));
  const width = largest(extents.map(({ right }) => right)) - start;

  const positions = [...new Set(extents.map(({ left }) => Math.floor(left) - 1))].filter(
    (position) => position > start + 0.08 * width && position < start + 0.92 * width,
  );
  const gutters = positions.flatMap((position) => {
    const crossing = lines.filter((line) =>
      line.some(({ left, right }) => left < position && right > position),
    ).length;
    if (crossing >= rule.maxCrossing * lines.length) return [];
    const before = lines.flatMap((line) =>
      joinExtents(line.filter(({ right }) => right <= position)),
    );
    const after = lines.flatMap((line) => joinExtents(line.filter(({ left }) => left >= position)));
    const isInMiddle = position > start + 0.2 * width && position < start + 0.8 * width;
    const minWidth =
      isInMiddle && !isBeside(lines, position) ? width / 6 : width / MAX_SIDEBAR_RATIO;
    const isGutter =
      (isInMiddle || isBeside(lines, position)) &&
      [before, after].every(
        (side) => side.length >= rule.minLines && columnWidth(side) > minWidth,
      ) &&
      verticalOverlap(before, after) > 0.5 &&
      alignedShare(after) >= rule.minAligned;
    if (!isGutter) return [];
    const isDrawn = isDrawnGutter(lines, position);
    return [{ position, crossing: crossing / lines.length, isDrawn, after: after.length }];
  });
  return gutters.toSorted((a, b) => a.crossing - b.crossing || b.after - a.after)[0];
}

/** Whether the page draws the right side of most lines on both sides of a gutter apart from their left side. */
function isDrawnGutter(lines: readonly (readonly SegmentExtent[])[], position: number): boolean {
  const divided = lines.flatMap((line) => {
    const right = line.find(({ left }) => left >= position);
    return right !== undefined && line.some((one) => one.right <= position) ? [right] : [];
  });
  return divided.filter(({ isApart }) => isApart).length * 2 > divided.length;
}

/** How many times narrower than the text a column beside it can be. */
const MAX_SIDEBAR_RATIO = 16;

/** How far the baselines of lines beside each other differ that are not in one row, in points. */
const MIN_ROW_SHIFT = 0.5;

/** Whether most lines of the narrower side have a baseline of their own, as those of a sidebar have. */
function isBeside(lines: readonly (readonly SegmentExtent[])[], position: number): boolean {
  const sides = lines.map((line) => ({
    left: line.find(({ right }) => right <= position),
    right: line.find(({ left }) => left >= position),
  }));
  const isShared = ({ left, right }: (typeof sides)[number]) =>
    left !== undefined &&
    right !== undefined &&
    Math.abs(left.baseline - right.baseline) < MIN_ROW_SHIFT;
  const fewer = Math.min(
    sides.filter(({ left }) => left !== undefined).length,
    sides.filter(({ right }) => right !== undefined).length,
  );
  return sides.filter(isShared).length <= fewer / 2;
}

/** Joins the parts of a line; none if there are none. */
function joinExtents(extents: readonly SegmentExtent[]): readonly SegmentExtent[] {
  const [first] = extents;
  if (first === undefined) return [];
  return [
    {
      left: smallest(extents.map(({ left }) => left)),
      right: largest(extents.map(({ right }) => right)),
      baseline: first.baseline,
      isApart: first.isApart,
    },
  ];
}

/** Returns which share of the lines begins where most of them do. */
function alignedShare(lines: readonly SegmentExtent[]): number {
  const lefts = lines.map(({ left }) => left).toSorted((a, b) => a - b);
  let [start, end] = [0, 0];
  const aligned = lefts.map((left) => {
    while (left - elementAt(lefts, start) > MAX_MISALIGNMENT) start++;
    while (end < lefts.length && elementAt(lefts, end) - left <= MAX_MISALIGNMENT) end++;
    return end - start;
  });
  return largest(aligned) / lines.length;
}

/** Returns the upper quartile of the widths: wide spaces can split a line into short segments. */
function columnWidth(extents: readonly Extent[]): number {
  return quantile(
    extents.map(({ left, right }) => right - left),
    0.75,
  );
}

/** Returns which part of the shorter column is beside the other. */
function verticalOverlap(one: readonly SegmentExtent[], other: readonly SegmentExtent[]): number {
  const [top, bottom] = verticalRange(one);
  const [otherTop, otherBottom] = verticalRange(other);
  const height = Math.min(bottom - top, otherBottom - otherTop);
  return height <= 0 ? 0 : (Math.min(bottom, otherBottom) - Math.max(top, otherTop)) / height;
}

function verticalRange(extents: readonly SegmentExtent[]): readonly [number, number] {
  const baselines = extents.map(({ baseline }) => baseline);
  return [smallest(baselines), largest(baselines)];
}

/** Makes a line of a row. */
function toLine(row: TextRow, isGuess: boolean): PdfLine {
  const isUncertain = isGuess || row.runs.some((run) => run.isGuess === true);
  const visible = row.runs.filter((run) => run.text.trim() !== "");
  const [first, ...others] = visible;
  const { left, right } = extentOf(visible.length > 0 ? visible : row.runs);
  const runs = runsInOrder(joinExponents(row.runs).map((run) => withoutShift(run, row)));
  const line = {
    ...{ text: joinRuns(runs), left, right, isUncertain, isDisconnected: false },
    firstWordWidth: firstWordWidth(runs) ?? right - left,
  };
  if (first === undefined) return { ...line, baseline: row.baseline, size: 0 };
  const main = others.reduce(
    (longest, run) => (run.text.length > longest.text.length ? run : longest),
    first,
  );
  return { ...line, baseline: main.baseline, size: Math.round(main.size * 2) / 2 };
}

/** The maximum size of a superscript or a subscript, as a part of the line's. */
const MAX_SHIFTED_SIZE = 0.82;

/** The minimum distance of its baseline from that of the line, in ems. */
const MIN_SHIFT = 0.12;

/** Writes a raised or lowered number in Unicode's superscripts or subscripts. */
function withoutShift(run: TextRun, { baseline, size }: TextRow): TextRun {
  if (run.size > MAX_SHIFTED_SIZE * size) return run;
  const shift = (baseline - run.baseline) / size;
  if (shift > MIN_SHIFT) return { ...run, text: raiseNumbers(run.text) };
  const isLowered = shift < -MIN_SHIFT && /^\s*\d+\s*$/.test(run.text);
  return isLowered ? { ...run, text: replaceNumbers(run.text, toSubscript) } : run;
}

/** The label of a note or a verse, which is no power: “(1)”, “1)”, “16a”. */
const RAISED_LABEL = /^[([]?(\d{1,3}[a-z]?|[a-z])[)\]]$|^(\d{1,3}[a-z])$/;

/** An exponent or a charge: −3, 2+. */
const SIGNED_NUMBER = /[+−–-]\d+|\d+[+−–-](?!\d)/g;

function raiseNumbers(text: string): string {
  const [, bracketed, verse] = RAISED_LABEL.exec(text.trim()) ?? [];
  const label = bracketed ?? verse;
  if (label !== undefined) return text.replace(text.trim(), writeMark("note", label));
  if (!/^\s*[+−–-]?\d/.test(text)) return text;
  const signed = text.replace(SIGNED_NUMBER, (number) => toSuperscript(number) ?? number);
  return replaceNumbers(signed, toSuperscript);
}

function replaceNumbers(text: string, convert: (number: string) => string | undefined): string {
  return text.replace(/\d+/g, (digits) => convert(digits) ?? digits);
}

/** Joins the runs of a row in reading order, with spaces at gaps. */
function joinRuns(runs: readonly TextRun[]): string {
  let text = "";
  let previous: TextRun | undefined;
  for (const run of runs) {
    if (previous !== undefined && isSpaced(previous, run)) text += " ";
    text += run.text;
    previous = run;
  }
  return text.replace(/[ \t\n\r\f]+/g, " ").trim();
}

/** Returns the runs of a row in the order in which they are read. */
function runsInOrder(runs: readonly TextRun[]): readonly TextRun[] {
  const rightToLeft = runs.filter((run) => run.isRightToLeft);
  return inReadingOrder(runs, 2 * textLength(rightToLeft) > textLength(runs));
}

function textLength(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
