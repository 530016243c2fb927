import { largest, smallest } from "../../foundation/long-arrays.ts";
import { extentOf, type TextRow } from "./rows.ts";
import type { TextRun } from "./runs/text-runs.ts";

/** How far above and below a box its frame narrows the text, in ems. */
const MAX_FRAME = 2;

/** How much of a letter is below its baseline. */
const DESCENT = 0.3;

/** The side of a line on which a box leaves it less room than the other lines of its column have. */
export type BoxSide = "left" | "right";

/** The rows of a text above a box, beside it, and below it. */
export interface RowsAroundBox {
  readonly above: readonly TextRow[];
  readonly beside: readonly TextRow[];
  readonly below: readonly TextRow[];
  readonly boxSide: BoxSide;
}

/**
 * Divides the rows of a text, from the top down, by their place at a box, all on one side of it; undefined if none are beside
 * it, or if it is in the margin, where it takes no room from them.
 */
export function rowsAroundBox(
  rows: readonly TextRow[],
  box: readonly TextRun[],
): RowsAroundBox | undefined {
  const { left, right } = extentOf(box);
  const top = smallest(box.map(({ baseline, size }) => baseline - size));
  const bottom = largest(box.map(({ baseline, size }) => baseline + DESCENT * size));
  const extents = rows.map((row) => extentOf(row.runs.filter(({ text }) => text.trim() !== "")));
  const isLevel = ({ baseline, size }: TextRow, frame: number) =>
    baseline + DESCENT * size > top - frame * size && baseline - size < bottom + frame * size;
  const isFreeAt = {
    right: (at: number) => (extents[at]?.right ?? 0) <= left,
    left: (at: number) => (extents[at]?.left ?? 0) >= right,
  };
  for (const boxSide of ["right", "left"] as const) {
    const isFree = isFreeAt[boxSide];
    if (rows.every((_, at) => isFree(at))) return undefined;
    let start = rows.findIndex((row) => isLevel(row, 0));
    let end = rows.findLastIndex((row) => isLevel(row, 0)) + 1;
    if (start === -1 || !rows.slice(start, end).every((_, index) => isFree(start + index)))
      continue;
    const canExtend = (at: number) => {
      const row = rows[at];
      return row !== undefined && isLevel(row, MAX_FRAME) && isFree(at);
    };
    while (canExtend(start - 1)) start--;
    while (canExtend(end)) end++;
    return {
      ...{ above: rows.slice(0, start), beside: rows.slice(start, end), below: rows.slice(end) },
      boxSide,
    };
  }
  return undefined;
}
