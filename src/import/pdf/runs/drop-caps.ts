import { writeMark } from "../../shared/marks/mark.ts";
import { quantile } from "../../shared/quantile.ts";
import type { TextRun } from "./text-runs.ts";

/** A capital with the quotation mark before it, or the number of a chapter. */
const INITIAL = /^(?:["'“‘«¿¡]?\p{Lu}|\d{1,3})$/u;

/** The minimum size of an initial, as a multiple of the text's. */
const MIN_INITIAL_SIZE = 1.8;

/** How far the text beside an initial can be from it, in ems of the text. */
const MAX_DISTANCE = 1.5;

/** How far the baselines of an initial and of its last line can be apart, in ems of the text. */
const MAX_BASELINE_SHIFT = 0.3;

/** How far the words beside an initial on their own baseline can be from it, in ems of the text. */
const MAX_RAISED_DISTANCE = 0.5;

/** How far below an initial in a line of its own the rest of its paragraph can be, as a multiple of its size. */
const MAX_DISTANCE_BELOW = 1.5;

/** Counts the words of all pages in small letters. */
export function countPdfWords(pages: readonly (readonly TextRun[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of pages.flat()) {
    for (const word of text.toLowerCase().split(/[^\p{L}\p{M}]+/u)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Joins the initials of paragraphs with the rest of their first line: beside them over several lines, on their own baseline, or
 * below them. In a row of their own baseline, they would be in the last of the lines beside them.
 */
export function joinDropCaps(
  runs: readonly TextRun[],
  wordCounts: ReadonlyMap<string, number>,
): readonly TextRun[] {
  const visible = runs.filter(({ text }) => text.trim() !== "");
  if (visible.length === 0) return runs;
  const size = quantile(
    visible.map((run) => run.size),
    0.5,
  );
  const replaced = new Map<TextRun, readonly TextRun[]>();
  for (const initial of visible) {
    if (initial.size < MIN_INITIAL_SIZE * size || !INITIAL.test(initial.text.trim())) continue;
    const [beside, ...others] = visible
      .filter(
        (run) =>
          run !== initial &&
          run.size < initial.size / 1.5 &&
          (run.left >= initial.right - run.size || isPrintedOver(run, initial)) &&
          run.left <= initial.right + MAX_DISTANCE * run.size &&
          run.baseline < initial.baseline + MAX_BASELINE_SHIFT * run.size &&
          run.baseline > initial.baseline - initial.size,
      )
      .toSorted((a, b) => a.baseline - b.baseline);
    if (beside === undefined) {
      if (isNumber(initial)) continue;
      const below = restBelow(initial, visible, wordCounts);
      if (below === undefined || replaced.has(below)) continue;
      replaced.set(initial, []);
      replaced.set(below, [joined(initial, below, wordCounts)]);
      continue;
    }
    if (replaced.has(beside)) continue;
    // In a single line, a large letter can be that of a list.
    if (
      !isAbove(beside, initial) &&
      (isNumber(initial) || !isRestOnBaseline(beside, initial, visible))
    ) {
      continue;
    }
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
    replaced.set(beside, [
      isNumber(initial)
        ? withChapter(initial, beside, visible)
        : joined(initial, beside, wordCounts),
    ]);
    // The lines below are no indented beginnings of paragraphs.
    const [second = beside] = others.filter((run) => isAbove(beside, run));
    const left = marginOf(second, initial, visible);
    for (const run of [...others, ...linesBeside(second, initial, visible)]) {
      if (isAbove(beside, run)) replaced.set(run, [{ ...run, left }]);
    }
  }
  return replaced.size === 0 ? runs : runs.flatMap((run) => replaced.get(run) ?? [run]);
}

function isNumber({ text }: TextRun): boolean {
  return /^\d+$/.test(text.trim());
}

/** Writes the number of a chapter before its first verse: as its mark if the second verse has a raised one. */
function withChapter(number: TextRun, beside: TextRun, visible: readonly TextRun[]): TextRun {
  const hasVerses = visible.some(
    (run) =>
      run.text.trim() === "2" &&
      run.baseline >= beside.baseline - run.size &&
      visible.some((next) => isRaisedBefore(run, next)),
  );
  const printed = number.text.trim();
  const label = hasVerses ? writeMark("verse", printed) : `${printed} `;
  return { ...beside, text: label + beside.text.trimStart(), left: number.left };
}

/** How far the word after the number of a verse can be from it, in ems. */
const MAX_VERSE_GAP = 0.2;

/** Whether a number is raised right before a word. That of a note is after one, and that of a formula is lowered. */
function isRaisedBefore(run: TextRun, next: TextRun): boolean {
  const gap = (next.left - run.right) / next.size;
  return (
    run.size < next.size &&
    run.baseline < next.baseline &&
    run.baseline > next.baseline - next.size &&
    Math.abs(gap) <= MAX_VERSE_GAP &&
    /^["'“‘«]?\p{L}/u.test(next.text)
  );
}

/** How far above the baseline of an initial the first of the lines beside it can be, as a share of its size. */
const MAX_RISE = 0.8;

/** Whether a line begins within a capital, as some programs set the first of the lines that go around an initial. */
function isPrintedOver(run: TextRun, initial: TextRun): boolean {
  return (
    run.left >= initial.left &&
    isAbove(run, initial) &&
    run.baseline > initial.baseline - MAX_RISE * initial.size
  );
}

/** How far below the baseline of an initial the lines beside its room can begin, as a multiple of its size. */
const MAX_ROOM_BELOW = 0.3;

/** How far the beginnings of the lines beside an initial can be apart, in points. */
const MAX_MISALIGNMENT = 1;

/** How far an initial can be indented, in ems of the text. */
const MAX_INDENT = 3;

/** Returns where the lines below an initial begin: to the left of it where it is indented as its paragraph. */
function marginOf(second: TextRun, initial: TextRun, visible: readonly TextRun[]): number {
  const [below] = visible
    .filter(
      (run) =>
        run.baseline > initial.baseline &&
        run.left <= initial.left &&
        run.left >= initial.left - MAX_INDENT * second.size,
    )
    .toSorted((a, b) => a.baseline - b.baseline);
  const isNext =
    below !== undefined && below.baseline - initial.baseline <= MAX_DISTANCE_BELOW * initial.size;
  return isNext ? below.left : initial.left;
}

/** Returns the beginnings of lines below the baseline of an initial that go on beside its room, where the lines above begin. */
function linesBeside(
  beside: TextRun,
  initial: TextRun,
  visible: readonly TextRun[],
): readonly TextRun[] {
  return visible.filter(
    (run) =>
      run.baseline > initial.baseline &&
      run.baseline - run.size < initial.baseline + MAX_ROOM_BELOW * initial.size &&
      Math.abs(run.left - beside.left) <= MAX_MISALIGNMENT,
  );
}

/** Whether a run is in a line above that of another one. */
function isAbove(run: TextRun, other: TextRun): boolean {
  return other.baseline - run.baseline > MAX_BASELINE_SHIFT * run.size;
}

/** The rest of a word, or of words in capitals as after many initials. */
const REST_OF_WORD = /^(?:\p{Ll}|\p{Lu}+(?!\p{Ll}))/u;

/** Whether an initial begins a line, and text beside it on the same baseline goes on with its word. */
function isRestOnBaseline(beside: TextRun, initial: TextRun, visible: readonly TextRun[]): boolean {
  const isFirst = !visible.some(
    (run) =>
      run.left < initial.left &&
      Math.abs(run.baseline - initial.baseline) <= MAX_BASELINE_SHIFT * beside.size,
  );
  return (
    isFirst &&
    REST_OF_WORD.test(beside.text.trimStart()) &&
    beside.left - initial.right <= MAX_RAISED_DISTANCE * beside.size
  );
}

/** Returns the first text below an initial if it goes on with its word, or with a word that is on the pages once more. */
function restBelow(
  initial: TextRun,
  visible: readonly TextRun[],
  wordCounts: ReadonlyMap<string, number>,
): TextRun | undefined {
  const [below] = visible
    .filter(
      (run) =>
        run.baseline > initial.baseline &&
        run.baseline <= initial.baseline + MAX_DISTANCE_BELOW * initial.size,
    )
    .toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  if (below === undefined || Math.abs(below.left - initial.left) > below.size) return undefined;
  const rest = below.text.trimStart();
  const word = initial.text.trim().slice(-1) + firstWordOf(rest);
  const isKnown = wordCounts.has(word.toLowerCase()) || isFollowedByWord(initial, rest, wordCounts);
  return REST_OF_WORD.test(rest) && isKnown ? below : undefined;
}

/** Joins an initial with the rest of its word, or puts a space after it if it is a word itself. */
function joined(
  initial: TextRun,
  beside: TextRun,
  wordCounts: ReadonlyMap<string, number>,
): TextRun {
  const letter = initial.text.trim();
  const rest = beside.text.trimStart();
  const space = isFollowedByWord(initial, rest, wordCounts) ? " " : "";
  return { ...beside, text: `${letter}${space}${rest}`, left: initial.left };
}

/** Whether an initial is a word of its own: the text after it begins with a word, and not with the rest of one. */
function isFollowedByWord(
  { text }: TextRun,
  rest: string,
  wordCounts: ReadonlyMap<string, number>,
): boolean {
  const letter = text.trim();
  const next = firstWordOf(rest).toLowerCase();
  return (
    WORD_OF_ONE_LETTER.test(letter) &&
    !wordCounts.has(letter.slice(-1).toLowerCase() + next) &&
    // Once is here, as the rest of a word.
    (wordCounts.get(next) ?? 0) > 1
  );
}

function firstWordOf(text: string): string {
  return /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? "";
}

/** In English and the Romance languages. */
const WORD_OF_ONE_LETTER = /[AIOÀEYÉ]$/;
