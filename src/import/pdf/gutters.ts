import { elementAt } from "../../foundation/checked-access.ts";
import { largest, smallest } from "../../foundation/long-arrays.ts";
import { quantile } from "../shared/quantile.ts";
import { endsSentence } from "./line-ends.ts";
import {
  type Extent,
  extentOf,
  firstWordWidth,
  joinRuns,
  type RowSegment,
  SPACE_WIDTH,
  splitAtGaps,
  type TextRow,
} from "./rows.ts";
import type { TextRun } from "./runs/text-runs.ts";

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
export const MAX_MISALIGNMENT = 1.5;

/** The rows of a page, divided at gaps, with the gutter that some of these gaps are. */
export interface DividedRows {
  readonly rows: readonly (readonly RowSegment[])[];
  readonly gutter: Gutter;
}

/** Finds the gutter of a page that the fewest lines cross; undefined if the page has none. */
export function divideRows(rows: readonly TextRow[]): DividedRows | undefined {
  const apart = new Set(rows.flatMap((row) => [...row.apart]));
  const divisions = GUTTER_RULES.flatMap((rule) => {
    const segmentedRows = rows.map((row) => splitAtGaps(row, rule.minGap));
    const gutter = findGutter(segmentedRows, rule, apart);
    return gutter === undefined ? [] : [{ rows: segmentedRows, gutter }];
  });
  // Lines that are too full for a wide gutter do not cross a narrow one.
  const [best] = divisions.toSorted((a, b) => a.gutter.crossing - b.gutter.crossing);
  return best;
}

/**
 * Returns the rows that may span both columns, although they have a gap where the gutter is: it is no wider than others in
 * them, the page does not draw it, and a row next to them spans the columns.
 */
export function rowsAcross(
  { rows, gutter: { position } }: DividedRows,
  apart: ReadonlySet<TextRun>,
): ReadonlySet<number> {
  const spans = rows.map((segments) =>
    segments.map(extentOf).some(({ left, right }) => left < position && right > position),
  );
  const isLikeOthers = rows.map((segments) => {
    const extents = segments.map(extentOf);
    const at = segments.findIndex((_, index) => elementAt(extents, index).left >= position);
    const isApart = segments[at]?.some((run) => apart.has(run)) === true;
    if (at < 1 || isApart) return false;
    const gaps = extents.slice(1).map(({ left }, index) => left - elementAt(extents, index).right);
    const others = gaps.filter((_, index) => index !== at - 1);
    const isLine = others.length >= MIN_OTHER_GAPS;
    return isLine && elementAt(gaps, at - 1) <= MAX_GAP_RATIO * quantile(others, 0.5);
  });
  const across = new Set<number>();
  const isNextTo = (neighbour: number) => spans[neighbour] === true || across.has(neighbour);
  for (let index = 0; index < rows.length; index++) {
    if (isLikeOthers[index] === true && isNextTo(index - 1)) across.add(index);
  }
  for (let index = rows.length - 1; index >= 0; index--) {
    if (isLikeOthers[index] === true && isNextTo(index + 1)) across.add(index);
  }
  return across;
}

/** How far below a line the next one of its paragraph is at most, in ems. */
const MAX_LEADING = 1.6;

/**
 * Returns the rows that end a paragraph which spans both columns, although they are as short as a line of the left one: the
 * row directly above spans the columns and has no room for the first word, and the right column begins below. Several such
 * rows can be a column beside a picture, unless the sentence goes on.
 */
export function lastRowsAcross(
  { rows: segmented, gutter: { position } }: DividedRows,
  rows: readonly TextRow[],
): ReadonlySet<number> {
  const extents = segmented.map((segments) => extentOf(segments.flat()));
  const textRight = largest(extents.map(({ right }) => right));
  const spans = segmented.map((segments) =>
    segments.map(extentOf).some(({ left, right }) => left < position && right > position),
  );
  const isDirectlyBelow = (index: number) => {
    const [above, row] = [rows[index - 1], rows[index]];
    if (above === undefined || row === undefined) return false;
    return row.baseline - above.baseline <= MAX_LEADING * row.size;
  };
  const isLeft = (index: number) => (extents[index]?.right ?? textRight) <= position;
  return new Set(
    rows.flatMap((row, index) => {
      const above = rows[index - 1];
      if (above === undefined || spans[index - 1] !== true) return [];
      const [before, own] = [elementAt(extents, index - 1), elementAt(extents, index)];
      const firstWord = firstWordWidth(row.runs) ?? own.right - own.left;
      const isFull = textRight - before.right <= firstWord + SPACE_WIDTH * row.size;
      const isSingle = !isDirectlyBelow(index + 1) || !isLeft(index + 1);
      return isLeft(index) &&
        isDirectlyBelow(index) &&
        isFull &&
        Math.abs(row.size - above.size) < MIN_SIZE_DIFFERENCE &&
        own.left <= before.left + MAX_MISALIGNMENT &&
        (isSingle || !endsSentence({ text: joinRuns(above.runs) }))
        ? [index]
        : [];
    }),
  );
}

/** How far the middle of a line can be from that of the text it is centred in, in ems. */
const MAX_OFF_CENTRE = 2;

/**
 * Returns the rows that span several columns, and those that are centred above them, although they are no longer than a line
 * of one: alone at the top of the page or below a row that spans the columns, and beginning where no other line does.
 */
export function rowsAboveColumns({ rows, gutter: { position } }: DividedRows): ReadonlySet<number> {
  const extents = rows.map((segments) => segments.map(extentOf));
  const text = extentOf(rows.flat(2));
  const lefts = extents.flatMap((line) => line.map(({ left }) => left));
  const isCentred = (segment: RowSegment) => {
    const { left, right } = extentOf(segment);
    const shift = Math.abs(left + right - text.left - text.right) / 2;
    const aligned = lefts.filter((one) => Math.abs(one - left) <= MAX_MISALIGNMENT);
    return shift <= MAX_OFF_CENTRE * segment[0].size && aligned.length === 1;
  };
  const above = new Set<number>();
  for (const [index, segments] of rows.entries()) {
    const spans = extents[index]?.some(({ left, right }) => left < position && right > position);
    const isNext = index === 0 || above.has(index - 1);
    const [segment, ...others] = segments;
    const isAlone = segment !== undefined && others.length === 0;
    if (spans === true || (isNext && isAlone && isCentred(segment))) above.add(index);
  }
  return above;
}

/** How far the sizes of two texts differ, in points. */
const MIN_SIZE_DIFFERENCE = 0.25;

/** How many times wider than most other spaces of its line a gap is that is not one of them. */
const MAX_GAP_RATIO = 1.2;

/** The fewest other spaces that are compared with it. One may be another gutter. */
const MIN_OTHER_GAPS = 2;

interface SegmentExtent extends Extent {
  readonly baseline: number;
  /** Whether the page draws it apart from what is to the left of it. */
  readonly isApart: boolean;
}

export interface Gutter {
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
