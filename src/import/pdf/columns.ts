import { elementAt } from "../../foundation/checked-access.ts";
import { append, largest, smallest } from "../../foundation/long-arrays.ts";
import { printMarks } from "../shared/marks/mark.ts";
import { quantile } from "../shared/quantile.ts";
import { findBand, type SeparatedPrint, separateSmallPrint } from "./bands.ts";
import { type BoxSide, rowsAroundBox } from "./box-rows.ts";
import {
  type DividedRows,
  divideRows,
  lastRowsAcross,
  MAX_MISALIGNMENT,
  rowsAboveColumns,
  rowsAcross,
} from "./gutters.ts";
import { endsSentence, startsLowerCase } from "./line-ends.ts";
import {
  type Extent,
  extentOf,
  firstWordWidth,
  gapsIn,
  groupIntoRows,
  isLabel,
  joinInterleaved,
  joinRuns,
  SPACE_WIDTH,
  shiftOf,
  splitAtGaps,
  type TextRow,
} from "./rows.ts";
import {
  inReadingOrder,
  isMostlyRightToLeft,
  mirrorRuns,
  restoreBrackets,
} from "./runs/right-to-left.ts";
import type { PdfNoteLabel, TextRun } from "./runs/text-runs.ts";
import { writeShifted } from "./shifted-text.ts";

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
  /** Whether it is in a box or in the margin, beside the text, which goes on after it. */
  readonly isInBox: boolean;
  /** Where a box beside it leaves it less room than the other lines of its column have; undefined if none does. */
  readonly boxSide: BoxSide | undefined;
  /** Whether it has raised or lowered text, for which it may be farther from its neighbours. */
  readonly hasShifted: boolean;
  /** The label of the note that begins with it, which is not in its text; undefined if none does. */
  readonly noteLabel: PdfNoteLabel | undefined;
}

/** The lines of a column, from the top down. */
export type Column = readonly PdfLine[];

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
  const divided = divideRows(rows);
  const table = findTable(rows);
  const isText = (at: Table) =>
    divided !== undefined && fillsColumns(rows.slice(at.start, at.end), divided.gutter.position);
  if (table !== undefined && !isText(table)) return columnsAround(rows, table);
  if (isNarrowProse(rows)) return [rows.map((row) => toLine(row, false))];
  const smallPrint = separateSmallPrint(rows);
  const hasSmallPrint = smallPrint.beside.length > 0;
  // A column of small print is not between the lines of another one, as notes in the margin are.
  if (hasSmallPrint && smallPrint.rows <= MAX_NOTED * rows.length) return besideText(smallPrint);
  if (divided !== undefined) return columnsBesideGutter(divided, rows);
  if (hasSmallPrint) return besideText(smallPrint);
  return columnsBesideBox(joinInterleaved(rows));
}

/** Returns the columns of rows without a gutter: the text and a box beside it, a table, or a single column. */
function columnsBesideBox(rows: readonly TextRow[]): readonly Column[] {
  const full = fullRows(rows);
  const spread = new Set([...full].filter(isSpread));
  const band = findBand(rows, spread);
  if (band?.kind === "box" && areLabels(band.box, band.text)) {
    return [rows.map((row) => toLine(row, true))];
  }
  if (band?.kind === "box") {
    return [...columnsAroundBox(band.text, band.box), ...boxOf(findColumns(band.box))];
  }
  if (band?.kind === "table") return columnsAround(rows, band);
  const unfilled = rows.filter((row) => !full.has(row) || isTorn(row));
  const guesses = new Set([...gappedRows(unfilled), ...unfilled.filter(isTwoTexts)]);
  const isGuess = (row: TextRow) => guesses.has(row) || row.apart.size > 0;
  return [rows.map((row) => toLine(row, isGuess(row)))];
}

/** The maximum number of words in a label. */
const MAX_LABEL_WORDS = 3;

/**
 * Whether the rows of a box are labels of the rows beside them, such as the speakers of a play and the years of events:
 * a few words each, of which none goes on in the next row.
 */
function areLabels(box: readonly TextRun[], text: readonly TextRun[]): boolean {
  const baselines = groupIntoRows(text).map(({ baseline }) => baseline);
  const labels = groupIntoRows(box);
  return (
    labels.length > 1 &&
    labels.every((row) => {
      const words = toLine(row, false).text;
      const isBeside = baselines.some((one) => Math.abs(one - row.baseline) <= MAX_MISALIGNMENT);
      return (
        isBeside &&
        words.split(" ").length <= MAX_LABEL_WORDS &&
        /^[^\p{Ll}]/u.test(words) &&
        !/[,;-]$/u.test(words)
      );
    })
  );
}

/** The minimum gap between two texts of a single row, in ems, and how many times wider it is than most others. */
const SINGLE_GAP = 1.3;
const MIN_SINGLE_RATIO = 2;

/** Whether a row has a gap between several words and others, as of two boxes. The name of a speaker ends with a colon. */
function isTwoTexts(row: TextRow): boolean {
  if (row.runs.some(({ isRightToLeft }) => isRightToLeft)) return false;
  const gaps = gapsIn(row);
  const widest = largest(gaps);
  if (widest < SINGLE_GAP || widest < MIN_SINGLE_RATIO * quantile(gaps, 0.5)) return false;
  const [before = "", after = ""] = splitAtGaps(row, SINGLE_GAP).map(joinRuns);
  return SEVERAL_WORDS.test(before) && !/[:)]$/u.test(before) && /\p{L}{2}/u.test(after);
}

const SEVERAL_WORDS = /\p{L}{2}.*\s.*\p{L}{2}/u;

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
  const [box, ...others] = beside;
  return [
    ...(box !== undefined && others.length === 0 ? columnsAroundBox(text, box) : findColumns(text)),
    ...beside.flatMap((one) => boxOf([groupIntoRows(one).map((row) => toLine(row, false))])),
  ];
}

/** Returns the columns of a text beside a box. In a single one, the lines beside the box have a measure of their own. */
function columnsAroundBox(text: readonly TextRun[], box: readonly TextRun[]): readonly Column[] {
  const columns = findColumns(text);
  const parts = columns.length === 1 ? rowsAroundBox(groupIntoRows(text), box) : undefined;
  if (parts === undefined) return columns;
  const { boxSide } = parts;
  const [above = [], beside = [], below = [], ...others] = [
    parts.above,
    parts.beside,
    parts.below,
  ].flatMap((rows) => {
    const found = findColumns(rows.flatMap((row) => row.runs));
    return found.length === 0 ? [[]] : found;
  });
  if (others.length > 0) return columns;
  return [[...above, ...beside.map((line) => ({ ...line, boxSide })), ...below]];
}

/** Returns the columns of a box, whose first line continues nothing. */
function boxOf(columns: readonly Column[]): readonly Column[] {
  return disconnected(columns).map((column) => column.map((line) => ({ ...line, isInBox: true })));
}

/** Returns columns whose first line does not continue the one before it in reading order. */
function disconnected([column = [], ...others]: readonly Column[]): readonly Column[] {
  return [
    column.map((line, at) => (at === 0 ? { ...line, isDisconnected: true } : line)),
    ...others,
  ];
}

/** Returns the columns above and below a table, and its rows, whose words are uncertain. */
function columnsAround(rows: readonly TextRow[], table: Table): readonly Column[] {
  // Its first and last rows can have fewer cells than the others, or be out of line.
  const minGap = minCellGap(rows, NEXT_TABLE_GAP);
  const isRow = (index: number) => {
    const row = rows[index];
    return row !== undefined && countCells(row, minGap) > 1;
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
  const isGap = (row: TextRow) => countCells(row, CELL_GAP) > 1 && !isSpread(row);
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

/** Returns the columns on both sides of a gutter, and the rows that span them, from the top down. */
function columnsBesideGutter(divided: DividedRows, rows: readonly TextRow[]): readonly Column[] {
  const { position, crossing, isDrawn } = divided.gutter;
  const apart = new Set(rows.flatMap((row) => [...row.apart]));
  const across = rowsAcross(divided, apart);
  const ends = new Set([...lastRowsAcross(divided, rows), ...rowsAboveColumns(divided)]);
  const guesses = new Set<TextRun>();
  let band: Band = { spanning: [], left: [], right: [] };
  const bands = [band];
  for (const [index, segments] of divided.rows.entries()) {
    for (const segment of segments) {
      const { left, right } = extentOf(segment);
      const isAcross = across.has(index);
      const isSpanning = isAcross || ends.has(index) || (left < position && right > position);
      if (isSpanning && band.left.length + band.right.length > 0) {
        band = { spanning: [], left: [], right: [] };
        bands.push(band);
      }
      if (isAcross) for (const run of segment) guesses.add(run);
      if (isSpanning) append(band.spanning, segment);
      else if (right <= position) append(band.left, segment);
      else append(band.right, segment);
    }
  }
  const spanningColumns = (spanning: readonly TextRun[]): readonly Column[] => {
    const isGuess = (row: TextRow) => row.runs.some((run) => guesses.has(run));
    const column = groupIntoRows(spanning).map((row) => toLine(row, isGuess(row)));
    return column.length > 0 ? [column] : [];
  };
  // Each side can consist of columns again. The recursion ends, since both sides have fewer lines.
  const columns = joinAroundBoxes(bands).flatMap(({ spanning, left, right, boxes }) => {
    const isAfterGuess = spanning.some((run) => guesses.has(run));
    const sides = [left, right].flatMap((side) => {
      const found = side.length > 0 ? findColumns(side) : [];
      return isAfterGuess ? disconnected(found) : found;
    });
    const boxColumns = boxes.flatMap((box) => boxOf(spanningColumns(box)));
    return [...spanningColumns(spanning), ...sides, ...boxColumns];
  });
  return (crossing > MAX_CERTAIN_CROSSING && !isDrawn) || rows.some(isOverprinted)
    ? columns.map((column) => column.map((line) => ({ ...line, isUncertain: true })))
    : columns;
}

/** A band whose columns may go on below boxes that span them. */
interface JoinedBand extends Band {
  readonly boxes: (readonly TextRun[])[];
}

/**
 * Joins bands where the columns go on below the spanning lines: there, these are a box, whereas a heading begins other
 * columns. Otherwise, the sentence at the end of a column would go on in the one beside it.
 */
function joinAroundBoxes(bands: readonly Band[]): readonly JoinedBand[] {
  const joined: JoinedBand[] = [];
  for (const band of bands) {
    const above = joined.at(-1);
    if (above !== undefined && goesOnBelow(above, band)) {
      append(above.left, band.left);
      append(above.right, band.right);
      above.boxes.push(band.spanning);
    } else joined.push({ ...band, boxes: [] });
  }
  return joined;
}

/** How much of a column the last line of a paragraph that goes on can leave free. */
const MAX_FREE = 0.25;

/** Whether the right column of a band ends with a full line within a sentence, or a column below begins within one. */
function goesOnBelow(above: Band, below: Band): boolean {
  const last = groupIntoRows(above.right).at(-1);
  if (last === undefined) return false;
  const firstRows = [below.left, below.right].flatMap((side) => groupIntoRows(side)[0] ?? []);
  if (firstRows.some((row) => startsLowerCase(toLine(row, false)))) return true;
  const column = extentOf([...above.right, ...below.right]);
  const next = groupIntoRows(below.right)[0];
  const nextWord =
    next === undefined ? 0 : (firstWordWidth(next.runs) ?? 0) + SPACE_WIDTH * next.size;
  const free = column.right - extentOf(last.runs).right;
  const isFull = free <= Math.max(nextWord, MAX_FREE * (column.right - column.left));
  return isFull && above.right.length > 1 && !endsSentence(toLine(last, false));
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

/** How far words are drawn over others by mistake, in ems. */
const MIN_OVERPRINT = 2;

/** Whether words of a row are drawn over others. */
function isOverprinted({ runs }: TextRow): boolean {
  let right = Number.NEGATIVE_INFINITY;
  return runs
    .filter(({ text }) => /\p{L}{2}/u.test(text))
    .some((run) => {
      const isOver = Math.min(right, run.right) - run.left > MIN_OVERPRINT * run.size;
      right = Math.max(right, run.right);
      return isOver;
    });
}

/** Makes a line of a row. */
function toLine(row: TextRow, isGuess: boolean): PdfLine {
  const isUncertain = isGuess || row.runs.some((run) => run.isGuess === true) || isOverprinted(row);
  const visible = row.runs.filter((run) => run.text.trim() !== "");
  const { left, right } = extentOf(visible.length > 0 ? visible : row.runs);
  const label = visible.length > 1 && visible[0]?.noteLabel !== undefined ? visible[0] : undefined;
  const [first, ...others] = label === undefined ? visible : visible.slice(1);
  const isMirrored = row.runs.some((run) => run.isMirrored === true);
  const drawn = row.runs.filter((run) => run !== label);
  const unshifted = writeShifted(isMirrored ? mirrorRuns(drawn).toReversed() : drawn, row);
  // A line without letters has the direction of its page.
  const hasLetters = unshifted.some(({ text }) => /\p{L}/u.test(text));
  const isFromRight = hasLetters ? isMostlyRightToLeft(unshifted) : isMirrored;
  const runs = inReadingOrder(unshifted, isFromRight);
  const text = isFromRight ? restoreBrackets(joinRuns(runs)) : joinRuns(runs);
  const line = {
    ...{
      text,
      left,
      right,
      isUncertain,
      isDisconnected: false,
      isInBox: false,
      boxSide: undefined,
    },
    firstWordWidth: firstWordWidth(isMirrored ? mirrorRuns(runs) : runs) ?? right - left,
    hasShifted: visible.some((run) => shiftOf(run, row) !== undefined),
    noteLabel: label?.noteLabel,
  };
  if (first === undefined) return { ...line, baseline: row.baseline, size: 0 };
  const main = others.reduce(
    (longest, run) =>
      printMarks(run.text).length > printMarks(longest.text).length ? run : longest,
    first,
  );
  // In small capitals, most letters are smaller than those of the other lines.
  const isInCapitals = /\p{Lu}/u.test(line.text) && !/\p{Ll}/u.test(line.text);
  const size = isInCapitals ? largest(visible.map((run) => run.size)) : main.size;
  return { ...line, baseline: main.baseline, size: Math.round(size * 2) / 2 };
}
