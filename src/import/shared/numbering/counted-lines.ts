import { elementAt } from "../../../foundation/checked-access.ts";

/** The number of a line. */
export interface LineNumber {
  /** The place of the line among all, and among those that are not empty. */
  readonly index: number;
  readonly at: number;
  readonly number: number;
}

/** The minimum step between numbers, and how many of them show that they count lines. */
const MIN_STEP = 3;
const MIN_COUNTED = 3;

/** How many lines there are at most from a number to the next, for each one that is counted. Titles are not. */
const MAX_LINES_PER_STEP = 2;

/**
 * Returns the numbers that count lines: rows in which each one is greater by the same step than the one before, and as
 * many lines after it. `visible` has the places of all lines that are not empty. The first row of several numbers is enough
 * if it counts all lines from where they begin.
 */
export function findCountedLines<Counted extends LineNumber>(
  visible: readonly number[],
  numbers: readonly Counted[],
): readonly Counted[] {
  const rows: Counted[][] = [];
  let step = 0;
  for (const number of numbers) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const difference = number.number - (last?.number ?? 0);
    const distance = number.at - (last?.at ?? 0);
    const follows =
      last !== undefined &&
      difference >= MIN_STEP &&
      distance >= difference &&
      distance <= MAX_LINES_PER_STEP * difference &&
      (row?.length === 1 ? last.number % difference === 0 : difference === step);
    if (follows) {
      row?.push(number);
      step = difference;
    } else rows.push([number]);
  }
  const counted = rows.filter((row) => row.length >= 2);
  const isShown = counted.some(
    (row) =>
      row.length >= MIN_COUNTED || (isExact(row) && countsFromStart(visible, elementAt(row, 0))),
  );
  if (!isShown) return [];
  return [
    ...counted,
    ...rows.filter(
      ([first, ...others]) =>
        others.length === 0 &&
        first !== undefined &&
        counted.some(([other]) => other?.number === first.number) &&
        countsFromStart(visible, first),
    ),
  ].flat();
}

/** The step of numbers of which one is enough if it is in the margin, as in a poem of a few lines. */
const USUAL_STEP = 5;

/**
 * Returns the numbers of short texts, each of which has only one: all numbers, if each is a multiple of five, counts the lines
 * from where its text begins, and is not at its end as a sum is.
 */
export function findLoneCounts<Counted extends LineNumber>(
  visible: readonly number[],
  numbers: readonly Counted[],
): readonly Counted[] {
  const areCounts = numbers.every(
    (one) =>
      one.number % USUAL_STEP === 0 &&
      countsFromStart(visible, one) &&
      (visible[one.at + 1] ?? Number.POSITIVE_INFINITY) - one.index === 1,
  );
  return areCounts ? numbers : [];
}

/** Whether the lines that a number counts begin below an empty line, or where the text does. */
function countsFromStart(visible: readonly number[], { at, number }: LineNumber): boolean {
  const first = at - number + 1;
  return (
    first === 0 || (first > 0 && elementAt(visible, first) - elementAt(visible, first - 1) > 1)
  );
}

/** Whether there are exactly as many lines between the numbers of a row as they say. */
function isExact(row: readonly LineNumber[]): boolean {
  return row.every(({ at, number }, index) => {
    const before = row[index - 1];
    return before === undefined || at - before.at === number - before.number;
  });
}
