import { elementAt } from "../../foundation/checked-access.ts";
import { largest, smallest } from "../../foundation/long-arrays.ts";
import { WRITTEN_MARK } from "../shared/marks/mark.ts";
import type { TextRun } from "./runs/text-runs.ts";

/** Runs with a common baseline. */
export interface TextRow {
  /** The baseline and the size of the largest run. */
  readonly baseline: number;
  readonly size: number;
  /** From left to right. */
  readonly runs: readonly TextRun[];
  /**
   * The runs that the page does not draw together with the words to the left of them, but before or after
   * words of other rows: they begin another column, a box or a cell, however near it is.
   */
  readonly apart: ReadonlySet<TextRun>;
}

/** How far a baseline can be raised or lowered within a row, in ems: superscripts and subscripts. */
const MAX_BASELINE_SHIFT = 0.4;

/** The same for a few small letters, as in “3rd”. Browsers set them in five sixths of the size (CSS Fonts 4, “smaller”). */
const MAX_RAISED_SHIFT = 0.5;
const MAX_RAISED_LENGTH = 4;
const MAX_RAISED_SIZE = 0.85;

/** Groups runs into rows, from the top down. */
export function groupIntoRows(runs: readonly TextRun[]): readonly TextRow[] {
  const rows: { baseline: number; size: number; runs: TextRun[] }[] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1);
    if (
      row === undefined ||
      run.baseline - row.baseline > maxShift(row, run) * Math.max(row.size, run.size)
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
  const sorted = rows.map((row) => ({
    ...row,
    runs: row.runs.toSorted((a, b) => a.left - b.left),
  }));
  const turns = drawingTurns(sorted);
  return sorted.map((row) => ({ ...row, apart: findApart(row, turns) }));
}

const MARKS = new RegExp(WRITTEN_MARK, "gu");

/** Returns how far the baselines of a row and of a run below it can be apart, in ems. */
function maxShift(row: Pick<TextRow, "size" | "runs">, run: TextRun): number {
  const smaller = run.size < row.size ? [run] : row.runs;
  const isRaised =
    smaller.every(({ text }) => text.trim().replace(MARKS, "").length <= MAX_RAISED_LENGTH) &&
    Math.min(row.size, run.size) <= MAX_RAISED_SIZE * Math.max(row.size, run.size);
  return isRaised ? MAX_RAISED_SHIFT : MAX_BASELINE_SHIFT;
}

/** Words, and not only a sign, a number or a letter of a formula above or below its line. */
const WORDS = /\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Returns for each run which turn it is that the page draws words of its row. */
function drawingTurns(rows: readonly { readonly runs: readonly TextRun[] }[]) {
  const inOrder = rows
    .flatMap((row) => row.runs.map((run) => ({ run, row })))
    .toSorted((a, b) => a.run.order - b.run.order);
  const turns = new Map<TextRun, number>();
  let turn = 0;
  let current: (typeof rows)[number] | undefined;
  for (const { run, row } of inOrder) {
    if (WORDS.test(run.text) && row !== current) {
      turn += 1;
      current = row;
    }
    turns.set(run, turn);
  }
  return turns;
}

/** Finds the runs of a row that are drawn in another turn than the words before them, and not next to them. */
function findApart(
  { runs, size }: Omit<TextRow, "apart">,
  turns: ReadonlyMap<TextRun, number>,
): ReadonlySet<TextRun> {
  const words = runs.filter(({ text }) => WORDS.test(text));
  return new Set(
    words.filter((run, index) => {
      const before = words[index - 1];
      if (before === undefined) return false;
      const gap = (run.left - before.right) / size;
      const isDrawnApart = turns.get(before) !== turns.get(run) || isEarlier(run, before);
      return (
        (isDrawnApart && gap > MIN_SPACE_WIDTH) ||
        (gap > MIN_INTERLEAVED_GAP && areShifted(words.slice(0, index), words.slice(index)))
      );
    }),
  );
}

/** Whether the words on each side have one baseline, but not the same. Those of scanned words and of formulas differ more. */
function areShifted(left: readonly TextRun[], right: readonly TextRun[]): boolean {
  const [[top, bottom], [otherTop, otherBottom]] = [rangeOf(left), rangeOf(right)];
  const sizes = [...left, ...right].map((run) => run.size);
  const shift = Math.max(otherTop - bottom, top - otherBottom);
  return (
    left.length + right.length > 2 &&
    Math.max(bottom - top, otherBottom - otherTop) < MAX_JITTER &&
    shift > MIN_BASELINE_SHIFT * smallest(sizes) &&
    smallest(sizes) > MIN_TEXT_SIZE * largest(sizes)
  );
}

/** Returns the uppermost and the lowest baseline of runs. */
function rangeOf(runs: readonly TextRun[]): readonly [number, number] {
  const baselines = runs.map(({ baseline }) => baseline);
  return [smallest(baselines), largest(baselines)];
}

/** How far the baselines of words in one line can differ, in points. */
export const MAX_JITTER = 0.3;

/** The minimum size of text beside another one, as a part of its size. */
const MIN_TEXT_SIZE = 0.75;

/** How far the baselines of lines beside each other differ that are not one line, in ems. */
const MIN_BASELINE_SHIFT = 0.1;

/** Whether a run is drawn before the words to the left of it, although it reads from left to right. */
function isEarlier(run: TextRun, before: TextRun): boolean {
  const isFromRight = run.isRightToLeft || before.isRightToLeft || run.isMirrored === true;
  return run.order < before.order && !isFromRight;
}

/** How near to each other the baselines of two rows are that are beside each other, in ems. Lines below each other are farther. */
const MAX_INTERLEAVED = 0.85;

/** The minimum gap between such rows, in ems. */
const MIN_INTERLEAVED_GAP = 0.5;

/** Joins rows that are beside each other, but not at one height, such as those of the text and of a box. */
export function joinInterleaved(rows: readonly TextRow[]): readonly TextRow[] {
  const joined: TextRow[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const apart = before && findInterleaved(before, row);
    if (before === undefined || apart === undefined) joined.push(row);
    else {
      const runs = [...before.runs, ...row.runs].toSorted((a, b) => a.left - b.left);
      joined[joined.length - 1] = {
        ...(before.size < row.size ? row : before),
        ...{ runs, apart: new Set([...before.apart, ...row.apart, apart]) },
      };
    }
  }
  return joined;
}

/** Returns the first run of the row that is to the right of another one; undefined if they are not beside each other. */
function findInterleaved(before: TextRow, row: TextRow): TextRun | undefined {
  const em = Math.max(before.size, row.size);
  if (row.baseline - before.baseline > MAX_INTERLEAVED * em) return undefined;
  const [left, right] = [before, row]
    .map((one) => one.runs.filter(({ text }) => WORDS.test(text)))
    .toSorted((a, b) => extentOf(a).left - extentOf(b).left);
  const [first] = right ?? [];
  if (left === undefined || left.length === 0 || first === undefined) return undefined;
  return first.left - extentOf(left).right > MIN_INTERLEAVED_GAP * em ? first : undefined;
}

/** Runs of a row without a gap that is as wide as a gutter. */
export type RowSegment = readonly [TextRun, ...TextRun[]];

/** Splits a row at gaps of at least `minGap` ems, and where it is drawn apart. Leaves out runs of white space. */
export function splitAtGaps({ runs, apart }: TextRow, minGap: number): readonly RowSegment[] {
  const segments: [TextRun, ...TextRun[]][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.text.trim() === "") continue;
    const segment = segments.at(-1);
    if (segment === undefined || run.left - right > minGap * run.size || apart.has(run)) {
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

/** Whether a segment can be the number or the sign of the paragraph that begins after it: “2.1.1”, “(iv)”, “•”. */
export function isLabel(segment: RowSegment): boolean {
  const text = segment.map((run) => run.text).join("");
  const [label = ""] = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(text) ?? [];
  return /^(?:[\p{L}\p{N}]{0,3}|\d{1,3}(?:\.\d{1,3})+)$/u.test(label);
}

/** The minimum width of a space between words, in ems. */
export const MIN_SPACE_WIDTH = 0.17;

/**
 * Returns the width of the first word of runs that are in reading order; undefined if there is only one. It is
 * estimated if the word ends within a run.
 */
export function firstWordWidth(runs: readonly TextRun[]): number | undefined {
  const start = extentOf(runs).left;
  let previous: TextRun | undefined;
  for (const run of runs) {
    if (previous !== undefined && (run.text.trim() === "" || isSpaced(previous, run))) {
      return Math.max(0, previous.right - start);
    }
    const text = run.text.trimStart();
    const wordEnd = text.indexOf(" ");
    if (wordEnd > 0) {
      const share = estimateWidth(text.slice(0, wordEnd)) / estimateWidth(run.text);
      return run.left - start + (run.right - run.left) * share;
    }
    if (run.text.trim() !== "") previous = run;
  }
  return undefined;
}

/** The widths of letters in ems, about as Times, Helvetica and the fonts that replace them have them. */
const LETTER_WIDTHS = [
  [/^[\sfijlrtI.,:;!'‘’()[\]|]$/u, 0.28],
  [/^\p{M}$/u, 0],
  [/^(?:[mw]|\p{Lu})$/u, 0.72],
  [/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]$/u, 1],
] as const;

/** The width of other letters and of digits, in ems. */
const LETTER_WIDTH = 0.48;

/** Estimates the width of a text in ems. */
function estimateWidth(text: string): number {
  return Array.from(text).reduce((sum, letter) => {
    const [, width] = LETTER_WIDTHS.find(([letters]) => letters.test(letter)) ?? [];
    return sum + (width ?? LETTER_WIDTH);
  }, 0);
}

/** Whether there is a space between two runs that are next to each other in reading order. */
export function isSpaced(before: TextRun, after: TextRun): boolean {
  const gap = Math.max(before.left - after.right, after.left - before.right);
  return gap > MIN_SPACE_WIDTH * after.size;
}

/** The width of a space that is not stretched, in ems. */
export const SPACE_WIDTH = 0.25;

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

/** Joins runs in reading order, with spaces at gaps. */
export function joinRuns(runs: readonly TextRun[]): string {
  let text = "";
  let previous: TextRun | undefined;
  for (const run of runs) {
    if (previous !== undefined && isSpaced(previous, run)) text += " ";
    text += run.text;
    previous = run;
  }
  return text.replace(/[ \t\n\r\f]+/g, " ").trim();
}

/** The maximum size of a superscript or a subscript, as a part of the line's. */
export const MAX_SHIFTED_SIZE = MAX_RAISED_SIZE;

/** The minimum distance of its baseline from that of the line, in ems. Some programs lower very small text by less. */
const MIN_SHIFT = 0.12;
const MIN_SMALL_SHIFT = 0.06;
const MAX_SMALL_SIZE = 0.65;

/** Returns where a smaller run is beside others of a size and a baseline; undefined if it is neither above nor below them. */
export function shiftOf(
  run: TextRun,
  { size, baseline }: Pick<TextRow, "size" | "baseline">,
): "raised" | "lowered" | undefined {
  if (run.size > MAX_SHIFTED_SIZE * size) return undefined;
  const shift = (baseline - run.baseline) / size;
  if (shift > MIN_SHIFT) return "raised";
  const minShift = run.size <= MAX_SMALL_SIZE * size ? MIN_SMALL_SHIFT : MIN_SHIFT;
  return shift < -minShift ? "lowered" : undefined;
}
