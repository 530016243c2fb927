import { elementAt } from "../../foundation/checked-access.ts";
import type { TextRun } from "./text-runs.ts";

/** The fewest lines of a page that have numbers. */
const MIN_NUMBERS = 5;

/** The most numbers that are compared on a page. No page has more lines. */
const MAX_NUMBERS = 200;

/** How far the numbers of a column can be out of line, in points. */
const TOLERANCE = 3;

/**
 * Marks the numbers of lines beside the text of a page, as in transcripts: numbers in a column of their
 * own that count the lines, or every fifth of them. Each becomes a mark at the beginning of its line.
 */
export function markMarginNumbers(
  runs: readonly TextRun[],
  writeMark: (number: string) => string,
): readonly TextRun[] {
  const words = runs.filter(({ text }) => /[^\s\d]/u.test(text));
  const left = words.reduce((min, run) => Math.min(min, run.left), Number.POSITIVE_INFINITY);
  const right = words.reduce((max, run) => Math.max(max, run.right), Number.NEGATIVE_INFINITY);
  const beside = runs.filter(
    (run) => /^\s*\d{1,3}\s*$/.test(run.text) && (run.right <= left || run.left >= right),
  );
  if (beside.length > MAX_NUMBERS) return runs;
  const numbers = inColumn(beside);
  const lines = new Set(words.map(({ baseline }) => Math.round(baseline)));
  if (numbers.length < MIN_NUMBERS || !isCount(numbers, lines.size)) return runs;
  const marks = new Map<TextRun, string>();
  for (const number of numbers) {
    const line = words
      .filter(({ baseline }) => Math.abs(baseline - number.baseline) <= TOLERANCE)
      .toSorted((a, b) => a.left - b.left);
    const [first] = line;
    if (first !== undefined) marks.set(first, writeMark(number.text.trim()));
  }
  const removed = new Set(numbers);
  return runs.flatMap((run) => {
    if (removed.has(run)) return [];
    const mark = marks.get(run);
    return mark === undefined ? [run] : [{ ...run, text: mark + run.text }];
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
  const values = numbers.map(({ text }) => Number(text));
  const step = elementAt(values, 1) - elementAt(values, 0);
  if (step !== 1 && step !== 5) return false;
  const isNext = values.every(
    (value, index) => index === 0 || value === (values[index - 1] ?? 0) + step,
  );
  return isNext && numbers.length * step >= lines * 0.6;
}
