import { append } from "../../../foundation/long-arrays.ts";
import type { TextRun } from "./text-runs.ts";

/** The pages of a PDF whose right-to-left text reads forwards, as far as that is known. */
export interface ForwardPages {
  readonly pages: readonly (readonly TextRun[])[];
  /**
   * Whether text ran backwards and was turned, or runs both ways and was not, or has the letters of its ligatures in
   * the wrong order; undefined if it runs forwards.
   */
  readonly found: "turned" | "mixed" | "ligatures" | undefined;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/**
 * Letters as they are drawn, which fonts name instead of those that were typed (Unicode 16.0, Alphabetic and
 * Arabic Presentation Forms). Ligatures of whole sentences, such as U+FDFA, are signs and stay.
 */
const DRAWN_FORMS = /[\uFB1D-\uFB28\uFB2A-\uFB4F\uFB50-\uFDF9\uFE70-\uFEFC]/g;

/** How many words show the direction at least, and how many times as many as show the other one. */
const MIN_EVIDENCE = 3;
const MIN_RATIO = 2;

/**
 * Restores the letters and the direction of right-to-left text. Some PDFs store it as it is drawn, some as it is
 * read, and pdf.js takes all of it for the former, so that the words of the latter come out backwards.
 */
export function restoreRightToLeft(pages: readonly (readonly TextRun[])[]): ForwardPages {
  const typed = pages.map((runs) =>
    attachPoints(
      dropFalseSpaces(runs).map((run) =>
        RIGHT_TO_LEFT.test(run.text)
          ? { ...run, text: run.text.replace(DRAWN_FORMS, toLetters) }
          : run,
      ),
    ),
  );
  const { forwards, backwards } = directionOf(typed.flat());
  if (backwards < MIN_EVIDENCE) return markSwappedLigatures(typed);
  if (backwards >= MIN_RATIO * forwards) {
    return { pages: typed.map((runs) => runs.map(turnAround)), found: "turned" };
  }
  return forwards >= MIN_RATIO * backwards
    ? markSwappedLigatures(typed)
    : { pages: typed, found: "mixed" };
}

/** How much of the letters beside it a space covers that is none, in ems. */
const MIN_COVERED = 0.2;

/**
 * Drops spaces that cover letters in a line from right to left. pdf.js finds spaces by how far the next letter is drawn to the right of the
 * last one, which is at the other end of a word that is drawn from the right. Real ones show by the gaps.
 */
function dropFalseSpaces(runs: readonly TextRun[]): readonly TextRun[] {
  if (!runs.some(({ text }) => RIGHT_TO_LEFT.test(text))) return runs;
  const lines = new Map<number, TextRun[]>();
  for (const run of runs) {
    const line = lines.get(run.baseline);
    if (line === undefined) lines.set(run.baseline, [run]);
    else line.push(run);
  }
  const covering = new Set([...lines.values()].flatMap(findCoveringSpaces));
  return covering.size === 0 ? runs : runs.filter((run) => !covering.has(run));
}

function findCoveringSpaces(line: readonly TextRun[]): readonly TextRun[] {
  if (!line.some(({ text }) => RIGHT_TO_LEFT.test(text))) return [];
  const covering: TextRun[] = [];
  let right = Number.NEGATIVE_INFINITY;
  let spaces: TextRun[] = [];
  for (const run of line.toSorted((one, other) => one.left - other.left)) {
    if (run.text.trim() === "") {
      if (right - run.left > MIN_COVERED * run.size) covering.push(run);
      else spaces.push(run);
      continue;
    }
    const { left } = run;
    append(
      covering,
      spaces.filter((space) => space.right - left > MIN_COVERED * space.size),
    );
    spaces = [];
    right = Math.max(right, run.right);
  }
  return covering;
}

/** The article before a ligature of lam and alef whose letters are swapped. No word begins so. */
const SWAPPED = /(?<![\p{L}\p{M}])[وفبك]?\u0627[\u0622\u0623\u0625\u0627]\u0644/gu;

/** Lam and alef, which are always a ligature, and letters that can be one with its letters swapped. */
const LIGATURE = /\u0644[\u0622\u0623\u0625\u0627](?!\u0644)/gu;
const MAY_BE_SWAPPED = /[\u0622\u0623\u0625\u0627]\u0644/u;

/**
 * Marks the text of a file whose ligatures have lam and alef in the wrong order. pdf.js turns around a single glyph
 * for both, and each alef before a lam can be the ligature or not.
 */
function markSwappedLigatures(pages: readonly (readonly TextRun[])[]): ForwardPages {
  const text = pages.flatMap((runs) => runs.map((run) => run.text)).join(" ");
  const swapped = text.match(SWAPPED)?.length ?? 0;
  if (swapped < MIN_EVIDENCE || swapped < MIN_RATIO * (text.match(LIGATURE)?.length ?? 0)) {
    return { pages, found: undefined };
  }
  const marked = pages.map((runs) =>
    runs.map((run) => (MAY_BE_SWAPPED.test(run.text) ? { ...run, isGuess: true } : run)),
  );
  return { pages: marked, found: "ligatures" };
}

/** Returns the letters of a drawn form. An accent that is drawn alone has a space before it. */
function toLetters(form: string): string {
  return form.normalize("NFKC").replace(/^[ \u0640](?=\p{M})/u, "");
}

const WORDS = /[\p{L}\p{M}]+/gu;

/**
 * Letters that only end words: the final forms of Hebrew, and teh marbuta and alef maksura of Arabic. (Unicode
 * Standard, chapter 9.)
 */
const FINAL_LETTER = "[\u05da\u05dd\u05df\u05e3\u05e5\u0629\u0649]";
const ENDS_WORD = new RegExp(`${FINAL_LETTER}\\p{M}*$`, "u");
const BEGINS_WORD = new RegExp(`^${FINAL_LETTER}`, "u");

/** The article of Arabic, with which every third word begins, before the word itself. */
const ARTICLE = /^\u0627\u0644\p{L}{2}/u;
const TURNED_ARTICLE = /\p{L}{2}\u0644\u0627$/u;

/** Counts the words that show that they run forwards or backwards. */
function directionOf(runs: readonly TextRun[]) {
  let forwards = 0;
  let backwards = 0;
  for (const { text } of runs) {
    if (!RIGHT_TO_LEFT.test(text)) continue;
    for (const [word] of text.matchAll(WORDS)) {
      if (word.length < 2) continue;
      if (ENDS_WORD.test(word) || ARTICLE.test(word)) forwards += 1;
      if (BEGINS_WORD.test(word) || TURNED_ARTICLE.test(word)) backwards += 1;
    }
  }
  return { forwards, backwards };
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Latin words with all that is between them, and single numbers: within right-to-left text, they run from left to
 * right. (Unicode Standard Annex #9, rules W7 and N1.)
 */
const LEFT_TO_RIGHT =
  /\p{Script=Latin}(?:[^\p{Script=Hebrew}\p{Script=Arabic}]*[\p{Script=Latin}\p{M}\p{N}])?|\p{N}(?:[\p{N}.,:/%-]*[\p{N}%])?/gu;

/** Turns a right-to-left text around, but not the numbers and the Latin words in it. */
function turnAround(run: TextRun): TextRun {
  if (!RIGHT_TO_LEFT.test(run.text)) return run;
  const text = reverse(run.text).replace(LEFT_TO_RIGHT, reverse);
  return { ...run, text };
}

function reverse(text: string): string {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
    .toReversed()
    .join("");
}

/** Points above or below letters: those of Hebrew, and the signs of vowels of Arabic. */
const POINTS = /^[\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670]+$/u;

/** How far the place of a point that is drawn by itself is from the edge of its letter, in ems. */
const MAX_POINT_DISTANCE = 0.3;

/** The maximum number of points of a letter that are drawn by themselves. */
const MAX_POINTS = 4;

/**
 * Joins points that are drawn by themselves with their letters. A page draws them before their letters if it draws a line from
 * the left, and after them otherwise. Several points of a letter have Unicode's canonical order.
 */
function attachPoints(runs: readonly TextRun[]): readonly TextRun[] {
  if (!runs.some(({ text }) => POINTS.test(text))) return runs;
  const attached: TextRun[] = [];
  let waiting: TextRun[] = [];
  for (const [index, run] of runs.entries()) {
    if (!POINTS.test(run.text)) {
      attached.push(withPoints(run, waiting));
      waiting = [];
      continue;
    }
    const before = attached.at(-1);
    const after = runs
      .slice(index + 1, index + 1 + MAX_POINTS)
      .find(({ text }) => !POINTS.test(text));
    if (after !== undefined && isLetterOf(after, run) && !isDrawnFromRight(before, after)) {
      waiting.push(run);
    } else if (before !== undefined && isLetterOf(before, run)) {
      attached[attached.length - 1] = withPoints(before, [run]);
    } else attached.push(run);
  }
  return attached;
}

function withPoints(letter: TextRun, points: readonly TextRun[]): TextRun {
  if (points.length === 0) return letter;
  const text = [letter, ...points].map((run) => run.text).join("");
  return { ...letter, text: text.normalize("NFC") };
}

/** Whether a run has letters from right to left at the place of a point. */
function isLetterOf(run: TextRun, { left, baseline, size }: TextRun): boolean {
  const distance = Math.max(run.left - left, left - run.right);
  return (
    RIGHT_TO_LEFT.test(run.text) &&
    distance <= MAX_POINT_DISTANCE * size &&
    Math.abs(run.baseline - baseline) < size / 2
  );
}

function isDrawnFromRight(before: TextRun | undefined, after: TextRun): boolean {
  return (
    before !== undefined &&
    Math.abs(before.baseline - after.baseline) < after.size / 2 &&
    before.left > after.left
  );
}

const LETTERS = /\p{L}/gu;
const RIGHT_TO_LEFT_LETTERS = /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}]/gu;

/** Whether most letters are of scripts that read from right to left. */
export function isMostlyRightToLeft(runs: readonly TextRun[]): boolean {
  const count = (letters: RegExp) =>
    runs.reduce((sum, { text }) => sum + (text.match(letters)?.length ?? 0), 0);
  return count(RIGHT_TO_LEFT_LETTERS) * 2 > count(LETTERS);
}

/** Mirrors runs, so that text from right to left begins at the left. Mirrored ones are mirrored back. */
export function mirrorRuns(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.map((run) => ({
    ...run,
    ...{ left: -run.right, right: -run.left, isMirrored: run.isMirrored !== true },
  }));
}

/** The signs around numbers and Latin words, which belong to the text beside them. The signs of units do not. */
const EDGES = /^([^\p{L}\p{M}\p{N}%‰$€£¥₪°′″]*)(.*?)([^\p{L}\p{M}\p{N}%‰$€£¥₪°′″]*)$/su;

/** Divides a run from left to right into its words and what is at their edges, with estimated places. */
function splitEdges(run: TextRun): readonly TextRun[] {
  const [, before = "", words = "", after = ""] = EDGES.exec(run.text) ?? [];
  if (run.isRightToLeft || words === "" || (before === "" && after === "")) return [run];
  const width = (run.right - run.left) / run.text.length;
  let { left } = run;
  return [before, words, after].flatMap((text) => {
    if (text === "") return [];
    const part = { ...run, ...{ text, left, right: left + width * text.length } };
    left = part.right;
    return [part];
  });
}

/** A sign within a number: 3.5, 1907/08. (Unicode Standard Annex #9, rule W4.) */
const WITHIN_NUMBER = /^[.,:/+-]$/;
const NUMBER = /^[^\p{L}]*\p{N}[^\p{L}]*$/u;

/** Whether a run without letters is between two numbers, and no part of them, and so has the direction of its line. */
function isBetweenNumbers(runs: readonly TextRun[], index: number): boolean {
  const isText = ({ text }: TextRun) => /[\p{L}\p{N}]/u.test(text);
  const before = runs.slice(0, index).findLast(isText);
  const after = runs.slice(index).find(isText);
  const isPart =
    WITHIN_NUMBER.test(runs[index]?.text ?? "") &&
    before === runs[index - 1] &&
    after === runs[index + 1];
  return [before, after].every((run) => run !== undefined && NUMBER.test(run.text)) && !isPart;
}

/** The minimum gap between two numbers, in ems. */
const MIN_NUMBER_GAP = 0.2;

/** Whether a run is another number than the one to the left of it, from which only a gap separates it. */
function isNextNumber(before: TextRun | undefined, run: TextRun): boolean {
  return (
    before !== undefined &&
    [before, run].every(({ text }) => NUMBER.test(text)) &&
    run.left - before.right > MIN_NUMBER_GAP * run.size
  );
}

/**
 * Puts the runs of a line, from left to right, into the order in which they are read: within
 * right-to-left text, words of the other direction keep their order, and the other way round.
 */
export function inReadingOrder(
  line: readonly TextRun[],
  isRightToLeft: boolean,
): readonly TextRun[] {
  if (!isRightToLeft && !line.some((run) => run.isRightToLeft)) return line;
  const runs = isRightToLeft ? line.flatMap(splitEdges) : line;
  const directions = runs.map(({ text, isRightToLeft: isRtl }) =>
    isRtl ? true : /[\p{L}\p{N}]/u.test(text) ? false : undefined,
  );
  const groups: { isRightToLeft: boolean; runs: TextRun[] }[] = [];
  runs.forEach((run, index) => {
    const before = directions.slice(0, index).findLast((one) => one !== undefined);
    const after = directions.slice(index).find((one) => one !== undefined);
    const isApart = isRightToLeft && isBetweenNumbers(runs, index);
    // A run without a direction has that of its neighbours, if they agree, otherwise that of the line.
    const between = before === after && !isApart ? before : undefined;
    const direction = directions[index] ?? between ?? isRightToLeft;
    const last = groups.at(-1);
    const isOtherNumber = isRightToLeft && isNextNumber(runs[index - 1], run);
    if (last?.isRightToLeft === direction && !isOtherNumber) last.runs.push(run);
    else groups.push({ isRightToLeft: direction, runs: [run] });
  });
  const inOrder = groups.map((group) =>
    group.isRightToLeft ? group.runs.toReversed() : group.runs,
  );
  return (isRightToLeft ? inOrder.toReversed() : inOrder).flat();
}

const OPENING = "([{«‹";
const CLOSING = ")]}»›";
const BRACKETS = /[()[\]{}«»‹›]/gu;

/**
 * Restores the brackets of a line from right to left. Many programs name the sign that is drawn, which is the other one of its
 * pair. If more brackets are where only the other one can be, all of them are exchanged.
 */
export function restoreBrackets(text: string): string {
  let [right, wrong] = [0, 0];
  for (const { 0: bracket, index } of text.matchAll(BRACKETS)) {
    const isOpening = opensAt(text, index);
    if (isOpening === undefined) continue;
    if (OPENING.includes(bracket) === isOpening) right += 1;
    else wrong += 1;
  }
  return wrong > right
    ? text.replace(BRACKETS, (bracket, index: number) =>
        isInLatin(text, index) ? bracket : otherOf(bracket),
      )
    : text;
}

/** Whether the place of a bracket is that of an opening one, and not of a closing one; undefined if it can be either. */
function opensAt(text: string, index: number): boolean | undefined {
  const isAfterSpace = /^(?:[\s\p{Pd}]|)$/u.test(text.slice(Math.max(0, index - 1), index));
  const isBeforeSpace = /^(?:[\s\p{Pd}.,;:!?،؛؟]|)$/u.test(text.slice(index + 1, index + 2));
  return isAfterSpace === isBeforeSpace ? undefined : isAfterSpace;
}

/** Whether a bracket is within a Latin word or a formula: f(x). */
function isInLatin(text: string, index: number): boolean {
  return [text.charAt(index - 1), text.charAt(index + 1)].every((sign) =>
    /[\p{Script=Latin}\d]/u.test(sign),
  );
}

function otherOf(bracket: string): string {
  const [from, to] = OPENING.includes(bracket) ? [OPENING, CLOSING] : [CLOSING, OPENING];
  return to.charAt(from.indexOf(bracket));
}
