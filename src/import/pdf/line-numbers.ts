import { elementAt } from "../../foundation/checked-access.ts";
import { writeMark } from "../shared/marks/mark.ts";
import {
  findCountedLines,
  findLoneCounts,
  type LineNumber,
} from "../shared/numbering/counted-lines.ts";
import {
  type Extent,
  extentOf,
  groupIntoRows,
  type RowSegment,
  splitAtGaps,
  type TextRow,
} from "./rows.ts";
import type { TextRun } from "./runs/text-runs.ts";

/** The fewest lines of a page that have numbers. */
const MIN_NUMBERS = 5;

/** The most numbers that are compared on a page. No page has more lines. */
const MAX_NUMBERS = 200;

/** How far the numbers of a column can be out of line, in points. */
const TOLERANCE = 3;

/**
 * Marks the numbers of lines beside the text: numbers in a column of their own that count the lines of a page, as in
 * transcripts, or some lines of several pages, as in verse. Each becomes a mark at the beginning of its line.
 */
export function markMarginNumbers(
  pages: readonly (readonly TextRun[])[],
): readonly (readonly TextRun[])[] {
  let before: Count | undefined;
  const marked = pages.map((runs) => {
    const numbers = numbersBeside(runs, before);
    if (numbers.length === 0) return runs;
    before = countOf(numbers, before);
    return markNumberedLines(runs, numbers);
  });
  return markCountedLines(marked);
}

/** How the numbers of a page count. */
interface Count {
  readonly step: number;
  readonly last: number;
}

function countOf(numbers: readonly TextRun[], before: Count | undefined): Count {
  const [last = 0, previous] = numbers.slice(-2).toReversed().map(numberOf);
  return { step: previous === undefined ? (before?.step ?? 1) : last - previous, last };
}

function numberOf({ text }: TextRun): number {
  return Number(text);
}

/** Returns words, and not the numbers beside them. */
function wordsOf(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.filter(({ text }) => /[^\s\d]/u.test(text));
}

/**
 * Returns the numbers beside all lines of a page, or every fifth one; none if they do not count lines. Few lines are enough where
 * they go on with the count of the page before.
 */
function numbersBeside(runs: readonly TextRun[], before: Count | undefined): readonly TextRun[] {
  const words = wordsOf(runs);
  const left = words.reduce((min, run) => Math.min(min, run.left), Number.POSITIVE_INFINITY);
  const right = words.reduce((max, run) => Math.max(max, run.right), Number.NEGATIVE_INFINITY);
  const beside = runs.filter(
    (run) => /^\s*\d{1,3}\s*$/.test(run.text) && (run.right <= left || run.left >= right),
  );
  if (beside.length > MAX_NUMBERS) return [];
  const numbers = inColumn(beside);
  const lines = new Set(words.map(({ baseline }) => Math.round(baseline)));
  const goesOn = before !== undefined && continuesCount(numbers.map(numberOf), before);
  const isCounting = numbers.length >= MIN_NUMBERS && isCount(numbers, lines.size);
  return goesOn || isCounting ? numbers : [];
}

function continuesCount(values: readonly number[], { step, last }: Count): boolean {
  return values.length > 0 && values.every((value, index) => value === last + step * (index + 1));
}

/** Writes the numbers beside lines as marks at their beginnings. */
function markNumberedLines(
  runs: readonly TextRun[],
  numbers: readonly TextRun[],
): readonly TextRun[] {
  const words = wordsOf(runs);
  const marks = new Map<TextRun, string>();
  for (const number of numbers) {
    const line = words
      .filter(({ baseline }) => Math.abs(baseline - number.baseline) <= TOLERANCE)
      .toSorted((a, b) => a.left - b.left);
    const [first] = line;
    if (first !== undefined) marks.set(first, number.text.trim());
  }
  return withLineMarks(runs, marks, new Set(numbers));
}

/** Writes marks before runs, and drops their numbers. `ends` are places to which the lines of some runs go. */
function withLineMarks(
  runs: readonly TextRun[],
  marks: ReadonlyMap<TextRun, string>,
  numbers: ReadonlySet<TextRun>,
  ends: ReadonlyMap<TextRun, number> = new Map(),
): readonly TextRun[] {
  return runs.flatMap((run) => {
    if (numbers.has(run)) return [];
    const number = marks.get(run);
    const right = ends.get(run) ?? run.right;
    const text = number === undefined ? run.text : writeMark("line", number) + run.text;
    return [{ ...run, text, right }];
  });
}

/** Returns the largest group of runs that end or begin at one place, from the top down. */
function inColumn(runs: readonly TextRun[]): readonly TextRun[] {
  const groups = runs.flatMap(({ left, right }) => [
    runs.filter((run) => Math.abs(run.right - right) <= TOLERANCE),
    runs.filter((run) => Math.abs(run.left - left) <= TOLERANCE),
  ]);
  const [largest = []] = groups.toSorted((a, b) => b.length - a.length);
  return largest.toSorted((a, b) => a.baseline - b.baseline);
}

/** Whether numbers count on by one or by five, and are beside most lines if they count each. */
function isCount(numbers: readonly TextRun[], lines: number): boolean {
  const values = numbers.map(numberOf);
  const step = elementAt(values, 1) - elementAt(values, 0);
  if (step !== 1 && step !== 5) return false;
  const isNext = values.every(
    (value, index) => index === 0 || value === (values[index - 1] ?? 0) + step,
  );
  return isNext && numbers.length * step >= lines * 0.6;
}

/** A number in the margin of a line, and the line. */
interface MarginNumber extends LineNumber {
  readonly page: number;
  readonly side: "left" | "right";
  readonly runs: RowSegment;
  readonly firstOfLine: TextRun;
  readonly lastOfLine: TextRun;
}

/** The minimum gap between a line and the number in its margin, in ems. */
const MIN_MARGIN = 1;

/** Marks the numbers of every third line of a text or of fewer. */
function markCountedLines(pages: readonly (readonly TextRun[])[]): readonly (readonly TextRun[])[] {
  if (!pages.some((runs) => runs.some(({ text }) => NUMBER.test(text)))) return pages;
  const visible: number[] = [];
  const places: (Extent | undefined)[] = [];
  const numbers = pages.flatMap((runs, page) => {
    const rows = groupIntoRows(runs).filter((row) =>
      row.runs.some(({ text }) => text.trim() !== ""),
    );
    const found = rows.flatMap((row, index) => {
      const isFar =
        index === 0 || row.baseline - elementAt(rows, index - 1).baseline > MIN_SPACE * row.size;
      const at = visible.push((visible.at(-1) ?? -1) + (isFar ? 2 : 1)) - 1;
      places.push(placeOfWords(row));
      return marginNumbersIn(row).map((one) => ({
        ...one,
        page,
        at,
        index: elementAt(visible, at),
      }));
    });
    return (["left", "right"] as const).flatMap((side) =>
      aligned(found.filter((one) => one.side === side)),
    );
  });
  const marks = new Map<TextRun, string>();
  const ends = new Map<TextRun, number>();
  const removed = new Set<TextRun>();
  for (const side of ["left", "right"] as const) {
    const own = numbers.filter((number) => number.side === side);
    const counted = findCountedLines(visible, own);
    const lone = counted.length > 0 ? [] : findLoneCounts(visible, own);
    const areBeside = lone.every((number) => isInMargin(number, places));
    // The margin shows how wide the page is, and so that the lines of a poem end before it on purpose.
    if (areBeside && side === "right") {
      for (const one of lone) ends.set(one.lastOfLine, extentOf(one.runs).right);
    }
    for (const one of areBeside ? [...counted, ...lone] : counted) {
      marks.set(one.firstOfLine, String(one.number));
      for (const run of one.runs) removed.add(run);
    }
  }
  return marks.size === 0 ? pages : pages.map((runs) => withLineMarks(runs, marks, removed, ends));
}

/** Returns the place of the words of a row; undefined if it has none. */
function placeOfWords(row: TextRow): Extent | undefined {
  const words = splitAtGaps(row, MIN_MARGIN).filter((part) =>
    part.some(({ text }) => /\p{L}/u.test(text)),
  );
  return words.length === 0 ? undefined : extentOf(words.flat());
}

/** Whether a number is beside all lines that it counts, and the next one. */
function isInMargin(
  { at, number, runs, side }: MarginNumber,
  places: readonly (Extent | undefined)[],
): boolean {
  const { left, right } = extentOf(runs);
  return places
    .slice(Math.max(0, at - number + 1), at + 2)
    .every(
      (line) => line === undefined || (side === "left" ? right < line.left : left > line.right),
    );
}

/** The minimum distance of lines that have a space between them, in ems. */
const MIN_SPACE = 1.7;

const NUMBER = /^\s*\d{1,4}\s*$/;

/** Returns the numbers that a gap separates from the words to the right or to the left of them. */
function marginNumbersIn(row: TextRow) {
  const parts = splitAtGaps(row, MIN_MARGIN);
  const texts = parts.map((part) => part.map(({ text }) => text).join(""));
  const hasWords = (index: number) => /\p{L}/u.test(texts[index] ?? "");
  return parts.flatMap((runs, index) => {
    const text = elementAt(texts, index);
    if (!NUMBER.test(text)) return [];
    const side = hasWords(index - 1) ? "right" : hasWords(index + 1) ? "left" : undefined;
    const line = parts[side === "right" ? index - 1 : index + 1];
    if (side === undefined || line === undefined) return [];
    const isRightToLeft = line.some((run) => run.isRightToLeft);
    const last = elementAt(line, line.length - 1);
    const firstOfLine = isRightToLeft ? last : line[0];
    return [{ number: Number(text), side, runs, firstOfLine, lastOfLine: last } as const];
  });
}

/** Returns the largest group of numbers that end or begin at one place, from the top down. */
function aligned<Number extends Pick<MarginNumber, "runs">>(
  numbers: readonly Number[],
): readonly Number[] {
  if (numbers.length > MAX_NUMBERS) return [];
  const column = new Set(inColumn(numbers.map(({ runs }) => runs[0])));
  return numbers.filter(({ runs }) => column.has(runs[0]));
}
