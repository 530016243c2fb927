import { DIVIDED } from "../../shared/hyphenation.ts";

/** A line of two texts with a wide gap between them. */
export interface SplitLine {
  /** Its place among all lines. */
  readonly index: number;
  /** The text before the gap, with its indentation. */
  readonly left: string;
  readonly right: string;
  /** The column at which the right text begins, in UTF-16 code units. */
  readonly column: number;
}

/** The minimum number of spaces between two texts. Some writers put two after a sentence. */
export const MIN_GAP = 3;

/** The maximum width of a note in a margin. */
export const MAX_NOTE_WIDTH = 30;

const GAP = new RegExp(String.raw`(?<=\S) {${MIN_GAP},}(?=\S)`, "g");

/** The maximum length of a line with two texts. A longer one is a paragraph. */
const MAX_LINE_LENGTH = 240;

/** Splits a line at its gap. Returns undefined unless there is exactly one: tables have several, and so has justified prose. */
export function splitLine(line: string, index: number): SplitLine | undefined {
  if (line.length > MAX_LINE_LENGTH || /[\t|│║]/.test(line)) return undefined;
  const [gap, ...others] = line.matchAll(GAP);
  if (gap === undefined || others.length > 0) return undefined;
  const column = gap.index + gap[0].length;
  return { index, left: line.slice(0, gap.index), right: line.slice(column).trimEnd(), column };
}

/** Whether a sentence can go on from a line to the next. */
export function readsOn(line: string, next: string): boolean {
  return (
    DIVIDED.test(line) ||
    (/[^.!?:;”"]$/.test(line) && /^["“‘'(]?[\p{Ll}\p{Lo}]/u.test(next.trimStart()))
  );
}

/** Pairs of lines that follow each other, by the number of pairs. */
export interface Pairs {
  readonly count: number;
  /** The number of lines that the first word of the next would have made longer than the column is wide. */
  readonly full: number;
  /** The number of lines whose sentence can go on in the next. */
  readonly running: number;
}

/**
 * Counts how many lines of a column are full, as those are that a program has wrapped to `width` characters, and how many
 * sentences go on. Paragraphs end before empty lines and before indented ones.
 */
export function countPairs(lines: readonly string[], width: number): Pairs {
  let [count, full, running] = [0, 0, 0];
  for (const [at, next] of lines.slice(1).entries()) {
    const line = (lines[at] ?? "").trimEnd();
    const firstWord = /\S+/.exec(next)?.[0];
    const isIndented = next.search(/\S/) > line.search(/\S/);
    if (line === "" || firstWord === undefined || isIndented) continue;
    count += 1;
    if (line.length + 1 + firstWord.length > width) full += 1;
    if (readsOn(line, next)) running += 1;
  }
  return { count, full, running };
}

/** Returns the length of the longest line. */
export function widthOf(lines: readonly string[]): number {
  return lines.reduce((width, line) => Math.max(width, line.length), 0);
}

/** Returns the places of lines that are not empty, in runs with no empty line between them. */
export function findRuns(
  lines: readonly string[],
): readonly { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const run = runs.at(-1);
    if (line.trim() === "") isOpen = false;
    else if (isOpen && run !== undefined) run.end = index + 1;
    else {
      runs.push({ start: index, end: index + 1 });
      isOpen = true;
    }
  }
  return runs;
}
