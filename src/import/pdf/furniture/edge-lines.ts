import { elementAt } from "../../../foundation/checked-access.ts";
import { quantile } from "../../shared/quantile.ts";
import type { Column, PdfLine } from "../columns.ts";

/** How far a line of furniture can be from its median position, in points. */
export const MAX_EDGE_SHIFT = 4;

/** How many times farther from the text than its lines from each other a line of furniture is. */
const MIN_DISTANCE_RATIO = 1.3;

export type Edge = "head" | "foot";

/** A line at the head or foot of a page. */
export interface EdgeLine {
  readonly edge: Edge;
  readonly line: PdfLine;
  /** The index of the page. */
  readonly page: number;
}

/** Returns the line at an edge of a page that is not removed; undefined if there is none. */
export function outermost(
  lines: readonly PdfLine[],
  edge: Edge,
  removed: ReadonlySet<PdfLine>,
): PdfLine | undefined {
  const isLeft = (line: PdfLine) => !removed.has(line);
  return edge === "head" ? lines.find(isLeft) : lines.findLast(isLeft);
}

/** Returns the distance of most lines from the next one; 0 if no column has two lines. */
export function leadingOf(pages: readonly (readonly Column[])[]): number {
  const distances = pages.flat().flatMap((column) =>
    column
      .slice(1)
      .map((line, index) => line.baseline - elementAt(column, index).baseline)
      .filter((distance) => distance > 0),
  );
  return distances.length === 0 ? 0 : quantile(distances, 0.5);
}

/** Whether a line is farther from the next line of the text than the lines of that, or of another size. */
export function isSetOff(line: PdfLine, next: PdfLine | undefined, leading: number): boolean {
  return (
    next === undefined ||
    line.size !== next.size ||
    Math.abs(line.baseline - next.baseline) > MIN_DISTANCE_RATIO * leading
  );
}

/** Whether two lines are at one height of their pages. */
export function areLevel(one: EdgeLine, other: EdgeLine): boolean {
  return Math.abs(one.line.baseline - other.line.baseline) <= MAX_EDGE_SHIFT;
}
