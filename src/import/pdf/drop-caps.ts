import { quantile } from "../shared/quantile.ts";
import type { TextRun } from "./text-runs.ts";

/** A capital with the quotation mark before it. */
const INITIAL = /^["'“‘«¿¡]?\p{Lu}$/u;

/** The minimum size of an initial, as a multiple of the text's. */
const MIN_INITIAL_SIZE = 1.8;

/** How far the text beside an initial can be from it, in ems of the text. */
const MAX_DISTANCE = 1.5;

/** How far the baselines of an initial and of its last line can be apart, in ems of the text. */
const MAX_BASELINE_SHIFT = 0.3;

/**
 * Joins the initials over several lines with the first line beside them. In a row of their own baseline,
 * they would be in the last of these lines.
 */
export function joinDropCaps(runs: readonly TextRun[]): readonly TextRun[] {
  const visible = runs.filter(({ text }) => text.trim() !== "");
  if (visible.length === 0) return runs;
  const size = quantile(
    visible.map((run) => run.size),
    0.5,
  );
  const wordCounts = new Map<string, number>();
  for (const word of visible.flatMap(({ text }) => text.toLowerCase().split(/[^\p{L}\p{M}]+/u))) {
    wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
  }
  const replaced = new Map<TextRun, readonly TextRun[]>();
  for (const initial of visible) {
    if (initial.size < MIN_INITIAL_SIZE * size || !INITIAL.test(initial.text.trim())) continue;
    const [beside, ...others] = visible
      .filter(
        (run) =>
          run !== initial &&
          run.size < initial.size / 1.5 &&
          run.left >= initial.right - run.size &&
          run.left <= initial.right + MAX_DISTANCE * run.size &&
          run.baseline < initial.baseline + MAX_BASELINE_SHIFT * run.size &&
          run.baseline > initial.baseline - initial.size,
      )
      .toSorted((a, b) => a.baseline - b.baseline);
    // In a single line, it is a large letter and no initial over several lines.
    if (beside === undefined || replaced.has(beside) || !isAbove(beside, initial)) continue;
    replaced.set(initial, []);
    // A space after it is as large, and would be in one row with the lines beside it.
    for (const run of runs) {
      if (
        run.text.trim() === "" &&
        run.baseline === initial.baseline &&
        run.size === initial.size
      ) {
        replaced.set(run, []);
      }
    }
    replaced.set(beside, [joined(initial, beside, wordCounts)]);
    // The lines below are no indented beginnings of paragraphs.
    for (const run of others) {
      if (isAbove(beside, run)) replaced.set(run, [{ ...run, left: initial.left }]);
    }
  }
  return replaced.size === 0 ? runs : runs.flatMap((run) => replaced.get(run) ?? [run]);
}

/** Whether a run is in a line above that of another one. */
function isAbove(run: TextRun, other: TextRun): boolean {
  return other.baseline - run.baseline > MAX_BASELINE_SHIFT * run.size;
}

/** Joins an initial with the rest of its word, or puts a space after it if it is a word itself. */
function joined(
  initial: TextRun,
  beside: TextRun,
  wordCounts: ReadonlyMap<string, number>,
): TextRun {
  const letter = initial.text.trim();
  const rest = beside.text.trimStart();
  const next = (/^[\p{L}\p{M}]+/u.exec(rest)?.[0] ?? "").toLowerCase();
  const isWord =
    WORD_OF_ONE_LETTER.test(letter) &&
    !wordCounts.has(letter.slice(-1).toLowerCase() + next) &&
    // Once is here, as the rest of a word.
    (wordCounts.get(next) ?? 0) > 1;
  return { ...beside, text: `${letter}${isWord ? " " : ""}${rest}`, left: initial.left };
}

/** In English and the Romance languages. */
const WORD_OF_ONE_LETTER = /[AIOÀEYÉ]$/;
