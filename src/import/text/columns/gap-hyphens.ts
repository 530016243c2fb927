import { DIVIDED } from "../../shared/hyphenation.ts";
import { findRuns, MAX_NOTE_WIDTH, splitLine, widthOf } from "./split-lines.ts";

/** Lines whose hyphens divide no word of the text, since a note of its margin is between the parts. */
export interface GapHyphens {
  /** The lines whose end can be that of a note beside the text. */
  readonly before: ReadonlySet<string>;
  /** The lines whose beginning can be that of a note beside the text. */
  readonly after: ReadonlySet<string>;
  /** The places of the lines with a gap. */
  readonly places: ReadonlySet<number>;
}

/**
 * Finds the hyphens between which and the next word a note in the margin can be: a line with few words after a wide gap is longer
 * than all others of its paragraph, or one with few before it begins left of them, and a hyphen is at its end, or at that of the line
 * above. Justified lines are not longer.
 */
export function findGapHyphens(lines: readonly string[]): GapHyphens {
  const before = new Set<string>();
  const after = new Set<string>();
  const places = new Set<number>();
  for (const { start, end } of findRuns(lines)) {
    const run = lines.slice(start, end).map((line) => line.trimEnd());
    if (!run.some((line) => DIVIDED.test(line))) continue;
    const splits = run.map((line, at) => splitLine(line, at));
    const others = run.filter((_, at) => splits[at] === undefined);
    const width = widthOf(others);
    for (const [at, line] of run.entries()) {
      const split = splits[at];
      if (split === undefined) continue;
      const { left, right, column } = split;
      const isNoteEnd = DIVIDED.test(line) && line.length > width && right.length <= MAX_NOTE_WIDTH;
      const isNoteStart =
        DIVIDED.test(run[at - 1] ?? "") &&
        left.trim().length <= MAX_NOTE_WIDTH &&
        areMostlyRightOf(others, column);
      if (isNoteEnd) before.add(lines[start + at] ?? "");
      if (isNoteStart) after.add(lines[start + at] ?? "");
      if (isNoteEnd || isNoteStart) places.add(start + at);
    }
  }
  return { before, after, places };
}

/** Whether more lines begin at a column, or right of it, than left of it. */
function areMostlyRightOf(lines: readonly string[], column: number): boolean {
  const count = lines.filter((line) => line.search(/\S/) >= column).length;
  return count * 2 > lines.length;
}
