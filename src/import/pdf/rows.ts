import { elementAt } from "../../foundation/checked-access.ts";
import { largest, smallest } from "../../foundation/long-arrays.ts";
import type { TextRun } from "./text-runs.ts";

/** Runs with a common baseline. */
export interface TextRow {
  /** The baseline and the size of the largest run. */
  readonly baseline: number;
  readonly size: number;
  /** From left to right. */
  readonly runs: readonly TextRun[];
}

/** How far a baseline can be raised or lowered within a row, in ems: superscripts and subscripts. */
const MAX_BASELINE_SHIFT = 0.4;

/** Groups runs into rows, from the top down. */
export function groupIntoRows(runs: readonly TextRun[]): readonly TextRow[] {
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
export type RowSegment = readonly [TextRun, ...TextRun[]];

/** Splits a row at gaps of at least `minGap` ems. Leaves out runs of white space. */
export function splitAtGaps({ runs }: TextRow, minGap: number): readonly RowSegment[] {
  const segments: [TextRun, ...TextRun[]][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.text.trim() === "") continue;
    const segment = segments.at(-1);
    if (segment === undefined || run.left - right > minGap * run.size) {
      segments.push([run]);
    } else segment.push(run);
    right = Math.max(right, run.right);
  }
  return segments;
}

/** The place of a segment, or of another part of a page. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Whether a segment can be the number or the sign of the paragraph that begins after it. */
export function isLabel(segment: RowSegment): boolean {
  return /^\W*[\p{L}\p{N}]{0,3}\W*$/u.test(segment.map(({ text }) => text).join(""));
}

/** The minimum width of a space between words, in ems. */
export const MIN_SPACE_WIDTH = 0.17;

/** The width of a space within a run, in ems. */
const SPACE_WIDTH = 0.25;

/** Returns the gaps between the words of a row, in ems. Those within runs are estimated. */
export function gapsIn(row: TextRow): readonly number[] {
  const segments = splitAtGaps(row, MIN_SPACE_WIDTH);
  const extents = segments.map(extentOf);
  const spaces = segments.flatMap((runs) =>
    runs.flatMap(({ text }) => text.trim().match(/\s+/g) ?? []),
  );
  return [
    ...spaces.map(() => SPACE_WIDTH),
    ...extents
      .slice(1)
      .map(({ left }, index) => (left - elementAt(extents, index).right) / row.size),
  ];
}

/** Returns the place of runs. */
export function extentOf(runs: readonly TextRun[]): Extent {
  return {
    left: smallest(runs.map(({ left }) => left)),
    right: largest(runs.map(({ right }) => right)),
  };
}
