import { quantile } from "../shared/quantile.ts";
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
}

/** The lines of a column, from the top down. */
export type Column = readonly PdfLine[];

/** The minimum width of a gutter, in ems. Spaces between words are narrower. */
const MIN_GUTTER_WIDTH = 1.3;

/** The minimum number of lines on each side of a gutter. Fewer can be a coincidence. */
const MIN_LINES_BESIDE_GUTTER = 4;

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
  const segments = rows.flatMap(splitAtGaps);
  const gutter = findGutter(segments);
  if (gutter === undefined) return [rows.map(toLine)];

  let band: Band = { spanning: [], left: [], right: [] };
  const bands = [band];
  for (const segment of segments) {
    const { left, right } = extentOf(segment);
    const isSpanning = left < gutter && right > gutter;
    if (isSpanning && band.left.length + band.right.length > 0) {
      band = { spanning: [], left: [], right: [] };
      bands.push(band);
    }
    if (isSpanning) band.spanning.push(...segment);
    else if (right <= gutter) band.left.push(...segment);
    else band.right.push(...segment);
  }
  // Each side can consist of columns again. The recursion ends, since both sides have fewer lines.
  return bands.flatMap(({ spanning, left, right }) => [
    ...(spanning.length > 0 ? [groupIntoRows(spanning).map(toLine)] : []),
    ...(left.length > 0 ? findColumns(left) : []),
    ...(right.length > 0 ? findColumns(right) : []),
  ]);
}

/** Runs with a common baseline. */
interface Row {
  /** The baseline and the size of the largest run. */
  readonly baseline: number;
  readonly size: number;
  /** From left to right. */
  readonly runs: readonly TextRun[];
}

/** How far a baseline can be raised or lowered within a row, in ems: superscripts and subscripts. */
const MAX_BASELINE_SHIFT = 0.4;

/** Groups runs into rows, from the top down. */
function groupIntoRows(runs: readonly TextRun[]): readonly Row[] {
  const rows: { baseline: number; size: number; runs: TextRun[] }[] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1);
    if (
      row === undefined ||
      run.baseline - row.baseline > MAX_BASELINE_SHIFT * Math.max(row.size, run.size)
    ) {
      rows.push({ baseline: run.baseline, size: run.size, runs: [run] });
      continue;
    }
    row.runs.push(run);
    if (run.size > row.size) {
      row.size = run.size;
      row.baseline = run.baseline;
    }
  }
  return rows.map((row) => ({ ...row, runs: row.runs.toSorted((a, b) => a.left - b.left) }));
}

/** Runs of a row without a gap that is as wide as a gutter. */
type Segment = readonly [TextRun, ...TextRun[]];

/** Splits a row at the gaps that are as wide as a gutter. Leaves out runs of white space. */
function splitAtGaps({ runs }: Row): readonly Segment[] {
  const segments: [TextRun, ...TextRun[]][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.text.trim() === "") continue;
    const segment = segments.at(-1);
    if (segment === undefined || run.left - right > MIN_GUTTER_WIDTH * run.size) {
      segments.push([run]);
    } else segment.push(run);
    right = Math.max(right, run.right);
  }
  return segments;
}

/** The place of a segment, or of another part of a page. */
interface Extent {
  readonly left: number;
  readonly right: number;
}

interface SegmentExtent extends Extent {
  readonly baseline: number;
}

/**
 * Finds the x coordinate of a gutter: in the middle three fifths of the text, crossed by less than 30%
 * of the segments, and with columns on both sides that are at least a sixth of the text wide and
 * overlap vertically by more than half. Of several, the one that the fewest segments cross is returned.
 */
function findGutter(segments: readonly Segment[]): number | undefined {
  const extents = segments.map((segment): SegmentExtent => {
    return { ...extentOf(segment), baseline: segment[0].baseline };
  });
  if (extents.length < 2 * MIN_LINES_BESIDE_GUTTER) return undefined;
  const start = Math.min(...extents.map(({ left }) => left));
  const width = Math.max(...extents.map(({ right }) => right)) - start;

  const positions = [...new Set(extents.map(({ left }) => Math.floor(left) - 1))].filter(
    (position) => position > start + 0.2 * width && position < start + 0.8 * width,
  );
  const gutters = positions.flatMap((position) => {
    const before = extents.filter(({ right }) => right <= position);
    const after = extents.filter(({ left }) => left >= position);
    const crossing = extents.length - before.length - after.length;
    const isGutter =
      crossing < 0.3 * extents.length &&
      [before, after].every(
        (side) => side.length >= MIN_LINES_BESIDE_GUTTER && columnWidth(side) > width / 6,
      ) &&
      verticalOverlap(before, after) > 0.5;
    return isGutter ? [{ position, crossing, after: after.length }] : [];
  });
  const [best] = gutters.toSorted((a, b) => a.crossing - b.crossing || b.after - a.after);
  return best?.position;
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
  return [Math.min(...baselines), Math.max(...baselines)];
}

function extentOf(runs: readonly TextRun[]): Extent {
  return {
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
  };
}

/** Makes a line of a row. */
function toLine(row: Row): PdfLine {
  const visible = row.runs.filter((run) => run.text.trim() !== "");
  const [first, ...others] = visible;
  const { left, right } = extentOf(visible.length > 0 ? visible : row.runs);
  const { text, firstWordWidth } = joinRuns(row.runs);
  const line = { text, left, right, firstWordWidth: firstWordWidth ?? right - left };
  if (first === undefined) return { ...line, baseline: row.baseline, size: 0 };
  const main = others.reduce(
    (longest, run) => (run.text.length > longest.text.length ? run : longest),
    first,
  );
  return { ...line, baseline: main.baseline, size: Math.round(main.size * 2) / 2 };
}

/** The minimum width of a space between words, in ems. */
const MIN_SPACE_WIDTH = 0.17;

/**
 * Joins the runs of a row, with spaces at gaps. The width of the first word is undefined if the row has
 * only one. It is estimated if the word ends within a run.
 */
function joinRuns(runs: readonly TextRun[]): {
  readonly text: string;
  readonly firstWordWidth: number | undefined;
} {
  const isRightToLeft = 2 * textLength(runs.filter((run) => run.isRightToLeft)) > textLength(runs);
  const start = extentOf(runs).left;
  let text = "";
  let previous: TextRun | undefined;
  let firstWordWidth: number | undefined;
  for (const run of isRightToLeft ? runs.toReversed() : runs) {
    if (previous !== undefined) {
      const gap = isRightToLeft ? previous.left - run.right : run.left - previous.right;
      if (gap > MIN_SPACE_WIDTH * run.size) text += " ";
    }
    if (firstWordWidth === undefined) {
      const wordEnd = run.text.trimStart().indexOf(" ");
      if (previous !== undefined && text.trimStart().includes(" ")) {
        firstWordWidth = Math.max(0, previous.right - start);
      } else if (wordEnd > 0) {
        const widthInRun = (run.right - run.left) * (wordEnd / run.text.length);
        firstWordWidth = run.left - start + widthInRun;
      }
    }
    text += run.text;
    previous = run;
  }
  return { text: text.replace(/[ \t\n\r\f]+/g, " ").trim(), firstWordWidth };
}

function textLength(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
