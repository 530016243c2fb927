import { elementAt } from "../../../foundation/checked-access.ts";
import { type Furniture, MIN_PAGES, type PrintedLine } from "./printed-lines.ts";

/** The number of a page at the right edge, as scripts have it: “12.” */
const NUMBER_AT_RIGHT = /^\(?(\d{1,4})[.)]*$/;

/** The minimum indentation of such a number, by how much the ends of several may differ, and how many lines are between them. */
const MIN_INDENTATION = 40;
const MAX_SHIFT = 2;
const MIN_LINES = 5;

/** The line at the foot of a page whose scene goes on, and the one at the head of the next, perhaps with the number of the scene or the page. */
const CONTINUED_AT_FOOT = /^\(CONTINUED\)$/;
const CONTINUED_AT_HEAD =
  /^(?:\d{1,4}[A-Z]?\.?\s+)?CONTINUED:?(?:\s*\(\d{1,3}\))?(?:\s+\d{1,4}[A-Z]?\.?)?$/;

/** Returns the numbers of pages of a script, and the lines that say that a scene goes on over a page. */
export function findScriptFurniture(
  printed: readonly PrintedLine[],
): readonly (readonly [at: number, kind: Furniture])[] {
  return [...findNumbersAtRight(printed), ...findContinuations(printed)];
}

/** Returns numbers in one column at the right that count on from page to page. */
function findNumbersAtRight(
  printed: readonly PrintedLine[],
): readonly (readonly [at: number, kind: Furniture])[] {
  const runs: { at: number; number: number; end: number }[][] = [];
  for (const [at, { text, indentation }] of printed.entries()) {
    const number = NUMBER_AT_RIGHT.exec(text)?.[1];
    if (number === undefined || indentation < MIN_INDENTATION) continue;
    const line = { at, number: Number(number), end: indentation + text.length };
    const last = runs.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      line.number === last.number + 1 &&
      at - last.at > MIN_LINES &&
      Math.abs(line.end - last.end) <= MAX_SHIFT;
    if (goesOn) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs
    .filter(({ length }) => length >= MIN_PAGES)
    .flatMap((run) => run.map(({ at }) => [at, "number"] as const));
}

/** How many lines are between the foot of a page and the head of the next at most. */
const MAX_BETWEEN = 2;

function findContinuations(
  printed: readonly PrintedLine[],
): readonly (readonly [at: number, kind: Furniture])[] {
  return [...printed.keys()].flatMap((at) => {
    if (!CONTINUED_AT_FOOT.test(elementAt(printed, at).text)) return [];
    const heads = Array.from({ length: MAX_BETWEEN + 1 }, (_, index) => at + 1 + index);
    const head = heads.find((next) => CONTINUED_AT_HEAD.test(printed[next]?.text ?? ""));
    return head === undefined ? [] : [[at, "head"] as const, [head, "head"] as const];
  });
}
