import { elementAt } from "../../../foundation/checked-access.ts";
import { largest } from "../../../foundation/long-arrays.ts";
import type { TextRun } from "./text-runs.ts";

/** Runs without the second prints of a text. */
export interface SinglePrints {
  readonly runs: readonly TextRun[];
  /** The number of texts that were printed twice, as for bold letters, and are read once. */
  readonly doubled: number;
}

/** How far a second print of a text can be from the first, in ems. */
const MAX_SECOND_PRINT_SHIFT = 0.2;

/** The same for a text that is exactly that of the first. */
const MAX_SAME_PRINT_SHIFT = 0.6;

/** Drops runs that print what another run prints at the same place, and halves doubled letters. */
export function readOnce(printed: readonly TextRun[]): SinglePrints {
  const strokes = strokesOf(printed);
  const joined = strokes.map(joinSecondPrints);
  const runs = joined.flat();
  const byLine = new Map<number, TextRun[]>();
  for (const run of runs) {
    const line = Math.round(run.baseline / LINE_HEIGHT);
    const others = byLine.get(line);
    if (others === undefined) byLine.set(line, [run]);
    else others.push(run);
  }
  const once: TextRun[] = [];
  let doubled = joined.filter(
    (stroke, index) => stroke !== strokes[index] && !stroke.some((run) => run.isGuess === true),
  ).length;
  for (const run of runs) {
    const line = Math.round(run.baseline / LINE_HEIGHT);
    const near = [line - 1, line, line + 1].flatMap((at) => byLine.get(at) ?? []);
    const isSecond =
      run.text.trim() !== "" &&
      near.some(
        (other) =>
          other !== run &&
          prints(other, run) &&
          (other.text.trim().length > run.text.trim().length || other.order < run.order),
      );
    if (isSecond) {
      doubled += 1;
      continue;
    }
    const single =
      DOUBLED_LETTERS.test(run.text) && /\p{L}{6}/u.test(run.text)
        ? run.text.replace(/(\S)\1/gu, "$1")
        : run.text;
    if (single !== run.text) doubled += 1;
    once.push({ ...run, text: single });
  }
  return { runs: once, doubled };
}

/** The height of the lines by which runs are compared, in points. Nearby ones are compared too. */
const LINE_HEIGHT = 4;

/** Whether a run prints the text of another one where that is. */
function prints(run: TextRun, other: TextRun): boolean {
  // The same letters can be further apart than others, but not beside each other as in “ll”.
  const isSame = run.text.trim() === other.text.trim();
  const farthest = Math.min(MAX_SAME_PRINT_SHIFT * other.size, (other.right - other.left) / 2);
  const shift = Math.max(MAX_SECOND_PRINT_SHIFT * other.size, isSame ? farthest : 0);
  return (
    Math.abs(run.baseline - other.baseline) <= shift &&
    Math.abs(run.size - other.size) <= shift &&
    run.left <= other.left + shift &&
    run.right >= other.right - shift &&
    run.text.includes(other.text.trim())
  );
}

/** At least four letters, each of which is there twice. No words are like that. */
const DOUBLED_LETTERS = /^(?:\s*(?:(\p{L})\1|(?!\p{L})(\S)\2)){4,}\s*$/u;

/** The minimum overlap of a run with the one before it that prints its beginning once more, in ems. */
const MIN_OVERLAP = 0.1;

/** The distance between letters that are printed twice, from which spaces between words cannot be measured, in ems. */
const MAX_LETTER_SHIFT = 0.12;

/** The maximum gap between runs that are drawn one after the other, in ems. */
const MAX_STROKE_GAP = 1;

/** Groups the runs that are drawn one after the other in a line. */
function strokesOf(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const strokes: TextRun[][] = [];
  for (const run of runs) {
    const stroke = strokes.at(-1);
    const before = stroke?.at(-1);
    const isNext =
      before !== undefined &&
      Math.abs(run.baseline - before.baseline) <= MAX_SECOND_PRINT_SHIFT * run.size &&
      run.left >= before.left &&
      run.left - before.right <= MAX_STROKE_GAP * run.size;
    if (isNext) stroke?.push(run);
    else strokes.push([run]);
  }
  return strokes;
}

/**
 * Joins runs that print a word, or a letter, once more before the next one. Where that leaves several readings, the
 * letters are a guess. Returns the same array if nothing is printed twice.
 */
function joinSecondPrints(stroke: readonly TextRun[]): readonly TextRun[] {
  const repeated = stroke.map((run, index) => repeatedLength(stroke[index - 1], run));
  if (repeated.every((length) => length === 0)) return stroke;
  const first = elementAt(stroke, 0);
  const text = stroke.map((run) => run.text).join("");
  const shift = elementAt(stroke, 1).left - first.left;
  if (DOUBLED_LETTERS.test(text) && shift <= MAX_LETTER_SHIFT * first.size) {
    const right = largest(stroke.map((run) => run.right));
    return [{ ...first, text: text.replace(/(\S)\1/gu, "$1"), right }];
  }
  const areWords =
    shift <= MAX_LETTER_SHIFT * first.size &&
    stroke.every((run, index) => {
      const length = elementAt(repeated, index);
      const before = stroke[index - 1]?.text ?? "";
      return length === 0 || (isWordEnd(run.text, length) && isWordEnd(before, -length));
    });
  if (!areWords) return stroke.map((run) => ({ ...run, isGuess: true }));
  return stroke.map((run, index) => {
    const length = elementAt(repeated, index);
    const left = length === 0 ? run.left : (stroke[index - 1]?.right ?? run.left);
    return { ...run, text: run.text.slice(length), left };
  });
}

/** Returns the length of the beginning of a run that the one before it has already printed there. */
function repeatedLength(before: TextRun | undefined, run: TextRun): number {
  if (before === undefined || before.right - run.left <= MIN_OVERLAP * run.size) return 0;
  if (prints(run, before) || prints(before, run)) return 0;
  for (let length = Math.min(before.text.length, run.text.length); length > 0; length--) {
    const text = run.text.slice(0, length);
    if (before.text.endsWith(text)) return /[\p{L}\p{N}]/u.test(text) ? length : 0;
  }
  return 0;
}

/** Whether a text is at its edge, or has white space, at an offset; counted from its end if that is negative. */
function isWordEnd(text: string, offset: number): boolean {
  const at = offset < 0 ? text.length + offset - 1 : offset;
  return at < 0 || at >= text.length || /\s/.test(text.charAt(at));
}
