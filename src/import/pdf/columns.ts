/** Some text of a page, in points from its upper left corner. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that the letters stand on. */
  readonly baseline: number;
  /** Of the font. */
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** A line of one column. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** That of most of its letters, to half a point. */
  readonly size: number;
  /** How wide its first word is. */
  readonly firstWord: number;
}

/** Lines below each other in one column. */
export type Column = readonly PdfLine[];

/** How much space at one height is more than a space between words, in ems. */
const GUTTER = 1.3;

/** How many lines stand on each side of what is a gutter, and no chance. */
const FEWEST_LINES = 4;

/** The columns of a page in reading order. What goes over two columns ends those above it. */
export function columnsOf(runs: readonly TextRun[]): readonly Column[] {
  const segments = rowsOf(runs).flatMap(segmentsOf);
  const gutter = gutterOf(segments);
  if (gutter === undefined) return [rowsOf(runs).map(lineOf)];

  const bands: { spanning: TextRun[]; left: TextRun[]; right: TextRun[] }[] = [];
  let band = { spanning: [] as TextRun[], left: [] as TextRun[], right: [] as TextRun[] };
  for (const segment of segments) {
    const [left, right] = extentOf(segment);
    const isSpanning = left < gutter && right > gutter;
    if (isSpanning && band.left.length + band.right.length > 0) {
      bands.push(band);
      band = { spanning: [], left: [], right: [] };
    }
    if (isSpanning) band.spanning.push(...segment);
    else if (right <= gutter) band.left.push(...segment);
    else band.right.push(...segment);
  }
  bands.push(band);
  // On either side there may be columns again, each time of fewer lines.
  return bands.flatMap(({ spanning, left, right }) => [
    ...(spanning.length > 0 ? [rowsOf(spanning).map(lineOf)] : []),
    ...(left.length > 0 ? columnsOf(left) : []),
    ...(right.length > 0 ? columnsOf(right) : []),
  ]);
}

/** Runs that stand beside each other, from the top down; raised and lowered ones with their line. */
function rowsOf(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const rows: { baseline: number; size: number; runs: TextRun[] }[] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1);
    const apart = row === undefined ? Number.POSITIVE_INFINITY : run.baseline - row.baseline;
    if (row === undefined || apart > 0.4 * Math.max(row.size, run.size)) {
      rows.push({ baseline: run.baseline, size: run.size, runs: [run] });
      continue;
    }
    row.runs.push(run);
    if (run.size > row.size) {
      row.size = run.size;
      row.baseline = run.baseline;
    }
  }
  return rows.map((row) => row.runs.toSorted((a, b) => a.left - b.left));
}

/** Takes a row apart where there is more than a space between words. */
function segmentsOf(row: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const segments: TextRun[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of row) {
    if (run.text.trim() === "") continue;
    if (run.left - right > GUTTER * run.size) segments.push([]);
    segments.at(-1)?.push(run);
    right = Math.max(right, run.right);
  }
  return segments;
}

/** Where between two columns no text stands, but for a few lines that go over both. */
function gutterOf(segments: readonly (readonly TextRun[])[]): number | undefined {
  const extents = segments.map((segment) => {
    const [left, right] = extentOf(segment);
    return { left, right, baseline: segment[0]?.baseline ?? 0 };
  });
  if (extents.length < 2 * FEWEST_LINES) return undefined;
  const start = Math.min(...extents.map(({ left }) => left));
  const width = Math.max(...extents.map(({ right }) => right)) - start;

  const places = [...new Set(extents.map(({ left }) => Math.floor(left) - 1))].filter(
    (place) => place > start + 0.2 * width && place < start + 0.8 * width,
  );
  const judged = places.flatMap((place) => {
    const before = extents.filter(({ right }) => right <= place);
    const after = extents.filter(({ left }) => left >= place);
    const across = extents.length - before.length - after.length;
    const isGutter =
      across < 0.3 * extents.length &&
      [before, after].every((side) => side.length >= FEWEST_LINES && widthOf(side) > width / 6) &&
      sharedHeight(before, after) > 0.5;
    return isGutter ? [{ place, across, after: after.length }] : [];
  });
  return judged.toSorted((a, b) => a.across - b.across || b.after - a.after)[0]?.place;
}

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

/** How wide lines are of which only a quarter is wider: wide spaces take lines apart. */
function widthOf(extents: readonly Extent[]): number {
  const widths = extents.map(({ left, right }) => right - left).toSorted((a, b) => a - b);
  return widths[Math.floor(0.75 * widths.length)] ?? 0;
}

/** Which part of the lower column stands beside the other. */
function sharedHeight(some: readonly Extent[], others: readonly Extent[]): number {
  const [from, to] = rangeOf(some);
  const [otherFrom, otherTo] = rangeOf(others);
  const height = Math.min(to - from, otherTo - otherFrom);
  return height <= 0 ? 0 : (Math.min(to, otherTo) - Math.max(from, otherFrom)) / height;
}

function rangeOf(extents: readonly Extent[]): readonly [number, number] {
  const baselines = extents.map(({ baseline }) => baseline);
  return [Math.min(...baselines), Math.max(...baselines)];
}

function extentOf(runs: readonly TextRun[]): readonly [left: number, right: number] {
  return [Math.min(...runs.map(({ left }) => left)), Math.max(...runs.map(({ right }) => right))];
}

/** Puts the runs of a row into words: where they do not touch, there is a space. */
function lineOf(row: readonly TextRun[]): PdfLine {
  const letters = (runs: readonly TextRun[]) =>
    runs.reduce((sum, { text }) => sum + text.length, 0);
  const isRightToLeft = 2 * letters(row.filter((run) => run.isRightToLeft)) > letters(row);
  const inOrder = isRightToLeft ? row.toReversed() : row;
  let text = "";
  let last: TextRun | undefined;
  let firstWord: number | undefined;
  const [start] = extentOf(row);
  for (const run of inOrder) {
    const gap =
      last === undefined ? 0 : isRightToLeft ? last.left - run.right : run.left - last.right;
    if (gap > 0.17 * run.size) text += " ";
    if (firstWord === undefined) {
      const spaced = text.trimStart().includes(" ") ? 0 : run.text.trimStart().indexOf(" ");
      if (text.trimStart().includes(" ")) firstWord = Math.max(0, (last?.right ?? start) - start);
      else if (spaced > 0) {
        firstWord = run.left - start + (run.right - run.left) * (spaced / run.text.length);
      }
    }
    text += run.text;
    last = run;
  }
  const shown = row.filter((run) => run.text.trim() !== "");
  const [left, right] = extentOf(shown.length > 0 ? shown : row);
  const main = mostWritten(shown);
  return {
    text: text.replace(/[ \t\n\r\f]+/g, " ").trim(),
    left,
    right,
    baseline: main?.baseline ?? 0,
    size: Math.round((main?.size ?? 0) * 2) / 2,
    firstWord: firstWord ?? right - left,
  };
}

/** The longest of the runs. */
function mostWritten(runs: readonly TextRun[]): TextRun | undefined {
  return runs.toSorted((a, b) => b.text.length - a.text.length)[0];
}
