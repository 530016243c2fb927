import {
  MAX_BASE_LENGTH,
  readSubscript,
  readSuperscript,
  toSuperscript,
} from "../../language/superscripts.ts";
import { WRITTEN_MARK, writeMark } from "../shared/marks/mark.ts";
import { noteLabelsIn } from "./raised-marks.ts";
import {
  isSpaced,
  MAX_JITTER,
  MAX_SHIFTED_SIZE,
  MIN_SPACE_WIDTH,
  SPACE_WIDTH,
  shiftOf,
  type TextRow,
} from "./rows.ts";
import type { TextRun } from "./runs/text-runs.ts";

/** How far text of a line is raised or lowered in the size of the line, in ems. */
const MIN_FULL_SHIFT = 0.25;
const MAX_FULL_SHIFT = 0.65;

/** How much smaller it is written than its line, and how far it is moved at most, like other raised text. */
const SHIFTED_SIZE = 0.7;
const MAX_SHIFT = 0.4;

/** A number, a label or a few letters that can be raised or lowered, and what they are drawn next to. */
const SHIFTABLE = /^(?=\S*[\p{L}\p{N}*†‡])\S{1,4}\s*$/u;
const BEFORE_SHIFTED = /[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}.,;:!?]$/u;

/**
 * Makes text smaller that is raised or lowered in the size of its line, directly after a word, as typesetters without small letters
 * do. Runs are in the order in which the page draws them.
 */
export function shrinkShifted(runs: readonly TextRun[]): readonly TextRun[] {
  const shrunk: TextRun[] = [];
  for (const [index, run] of runs.entries()) {
    const [before, base, after] = [shrunk[index - 1], runs[index - 1], nextVisible(runs, index)];
    if (base !== undefined && isShiftedFrom(base, run)) shrunk.push(shrink(run, base));
    else if (after !== undefined && isLabelOf(run, after)) shrunk.push(shrink(run, after));
    else if (before !== undefined && run.text.trim() === "" && run.baseline === base?.baseline) {
      // A space drawn with it has no line of its own.
      shrunk.push({ ...run, size: before.size, baseline: before.baseline });
    } else shrunk.push(run);
  }
  return shrunk;
}

function shrink(run: TextRun, { size, baseline }: TextRun): TextRun {
  const shift = Math.max(-MAX_SHIFT, Math.min(MAX_SHIFT, (run.baseline - baseline) / size));
  return { ...run, size: SHIFTED_SIZE * size, baseline: baseline + shift * size };
}

function nextVisible(runs: readonly TextRun[], index: number): TextRun | undefined {
  const [next, second] = runs.slice(index + 1, index + 3);
  return next?.text.trim() === "" ? second : next;
}

/** A label of a note, and how far its words are from it, in ems. */
const NOTE_LABEL = /^(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[.)]?\s*$/u;
const MAX_LABEL_GAP = 1;

/** Whether a run is the raised label with which a note begins. */
function isLabelOf(run: TextRun, after: TextRun): boolean {
  const gap = (after.left - run.right) / after.size;
  return (
    NOTE_LABEL.test(run.text) &&
    gap >= -MIN_SPACE_WIDTH &&
    gap <= MAX_LABEL_GAP &&
    run.baseline < after.baseline &&
    isFullShift(run, after)
  );
}

function isShiftedFrom(base: TextRun, run: TextRun): boolean {
  return (
    isFullShift(run, base) &&
    SHIFTABLE.test(run.text) &&
    BEFORE_SHIFTED.test(base.text) &&
    Math.abs(run.left - base.right) <= MIN_SPACE_WIDTH * base.size
  );
}

/** Whether a run is as far above or below another one as raised or lowered text, but not much smaller. */
function isFullShift(run: TextRun, { baseline, size }: TextRun): boolean {
  const shift = Math.abs(run.baseline - baseline) / size;
  return (
    shift >= MIN_FULL_SHIFT &&
    shift <= MAX_FULL_SHIFT &&
    run.size > MAX_SHIFTED_SIZE * size &&
    run.size <= size
  );
}

/**
 * Writes the raised and the lowered text of a line in Unicode’s superscripts and subscripts, or after “^” and “_” in a formula, and
 * raised labels of notes as marks. Runs are in reading order.
 */
export function writeShifted(runs: readonly TextRun[], row: TextRow): readonly TextRun[] {
  const placed = joinExponents(joinShifted(runs, row));
  let before = "";
  return placed.map((run, index) => {
    const next = placed[index + 1];
    const space = next !== undefined && isSpaced(run, next) ? " " : "";
    const written = withoutShift(run, before, space + (next?.text ?? ""), row);
    before = (before + written.text + space).slice(-MAX_BASE_LENGTH);
    return written;
  });
}

/** Joins parts of one superscript or subscript that are drawn by themselves because their fonts differ: “n” and “+1”. */
function joinShifted(runs: readonly TextRun[], row: TextRow): readonly TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (before !== undefined && areOneShifted(before, run, row)) {
      joined[joined.length - 1] = { ...before, text: before.text + run.text, right: run.right };
    } else joined.push(run);
  }
  return joined;
}

function areOneShifted(before: TextRun, run: TextRun, row: TextRow): boolean {
  const shift = shiftOf(before, row);
  return (
    shift !== undefined &&
    shift === shiftOf(run, row) &&
    Math.abs(before.size - run.size) < MAX_JITTER &&
    Math.abs(before.baseline - run.baseline) < MAX_JITTER &&
    [before, run].every(({ text }) => text.trim() !== "" && !HAS_MARK.test(text)) &&
    !isSpaced(before, run)
  );
}

/** Joins exponents with the numbers that are their bases. They may be set off, which reads as a space between them. */
function joinExponents(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const blank = joined.at(-1)?.text.trim() === "" ? joined.at(-1) : undefined;
    const base = blank === undefined ? joined.at(-1) : joined.at(-2);
    if (base !== undefined && isExponent(base, run)) {
      if (blank !== undefined) joined.pop();
      joined.push({ ...run, left: base.right });
    } else joined.push(run);
  }
  return joined;
}

/** Whether a run is a smaller number above the end of one that ends with a digit, and nearer than the next word. */
function isExponent(base: TextRun, run: TextRun): boolean {
  return (
    /\d$/.test(base.text) &&
    /^[−–-]?\d{1,3}$/.test(run.text) &&
    run.size < base.size &&
    run.baseline < base.baseline &&
    run.left - base.right <= SPACE_WIDTH * base.size
  );
}

/** A raised sign of a note, and the word or the point before it. After a single letter, it is one of a formula. */
const RAISED_SIGN = /^\s*\*{1,3}\s*$/;
const BEFORE_SIGN = /(?:\p{L}\p{M}*\p{L}\p{M}*|[.,;:!?…)\]”’"'»])$/u;

function withoutShift(run: TextRun, before: string, following: string, row: TextRow): TextRun {
  const shift = shiftOf(run, row);
  const content = run.text.trim();
  if (shift === undefined || content === "" || HAS_MARK.test(content)) return run;
  const written =
    shift === "lowered"
      ? lower(content, before)
      : RAISED_SIGN.test(content) && BEFORE_SIGN.test(before)
        ? writeMark("note", content)
        : raise(content, before, following);
  return { ...run, text: run.text.replace(content, () => written) };
}

/** Words below their line, such as those of a box, are no index. */
const LOWERED_WORD = /\p{L}{4}/u;

function lower(text: string, before: string): string {
  return LOWERED_WORD.test(text) || /\s$/.test(before) ? text : readSubscript(text, before);
}

/** Numbers, which can be labels of notes, with a sign if they are exponents. */
const NUMBERS = /^[+−–-]?\d+(?:\s*[,;–-]\s*\d+)*[.,;)\]]*$/u;

const HAS_MARK = new RegExp(WRITTEN_MARK, "u");

/** The label of a note or a verse, which is no power: “(1)”, “1)”, “16a”. */
const RAISED_LABEL = /^[([]?(\d{1,3}[a-z]?|[a-z])[)\]]$|^(\d{1,3}[a-z])$/;

/** An exponent or a charge: −3, 2+. */
const SIGNED_NUMBER = /[+−–-]\d+|\d+[+−–-](?!\d)/g;

function raise(text: string, before: string, following: string): string {
  const [, bracketed, verse] = RAISED_LABEL.exec(text) ?? [];
  const label = bracketed ?? verse;
  if (label !== undefined) return writeMark("note", label);
  const labels = noteLabelsIn(text);
  if (labels.length > 1 && labels.some((one) => !/\d/.test(one))) {
    return labels.map((one) => writeMark("note", one)).join("");
  }
  const power = NUMBERS.test(text) ? undefined : readSuperscript(before, text, following);
  if (power !== undefined) return power;
  if (!/^[+−–-]?\d/.test(text)) return text;
  const signed = text.replace(SIGNED_NUMBER, (number) => toSuperscript(number) ?? number);
  return replaceNumbers(signed, toSuperscript);
}

function replaceNumbers(text: string, convert: (number: string) => string | undefined): string {
  return text.replace(/\d+/g, (digits) => convert(digits) ?? digits);
}
