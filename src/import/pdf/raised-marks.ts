import { elementAt } from "../../foundation/checked-access.ts";
import { SMALL_ROMAN_BELOW_500 } from "../../language/numerals.ts";
import { readSuperscript } from "../../language/superscripts.ts";
import { writeMark } from "../shared/marks/mark.ts";
import {
  findLetterMarks,
  MAX_LETTER_CONTEXT,
  RAISED_LETTER,
  type RaisedLetter,
} from "../shared/notes/letter-marks.ts";
import { groupIntoRows, isSpaced, joinRuns, shiftOf, splitAtGaps } from "./rows.ts";
import type { PdfNoteLabel, TextRun } from "./runs/text-runs.ts";

/** Numbers, letters and signs of notes that a page raises. */
interface RaisedLabels {
  readonly run: TextRun;
  /** The index of the page. */
  readonly page: number;
  readonly labels: readonly string[];
  /** Whether they are a part of a list whose other labels are drawn by themselves. */
  readonly isInList: boolean;
  /** The text before them, or before their list, and after it in their part of the row. */
  readonly before: string;
  readonly after: string;
}

/** A label with which a note may begin. */
interface Beginning {
  readonly run: TextRun;
  readonly page: number;
  readonly label: string;
}

/** A label of a note, and several of them, perhaps in brackets. */
const LABEL = String.raw`\d{1,3}|[a-z]|${SMALL_ROMAN_BELOW_500}|[*∗†‡§¶‖]{1,3}`;
const LABELS = new RegExp(
  String.raw`^\s*[([]?((?:${LABEL})(?:\s*[,;]\s*(?:${LABEL}))*)[)\].,;]?\s*$`,
  "iu",
);

/** Returns the labels of notes that a raised text consists of; none if it has anything else. */
export function noteLabelsIn(text: string): readonly string[] {
  return LABELS.exec(text)?.[1]?.split(/\s*[,;]\s*/) ?? [];
}

/**
 * Writes raised labels as marks of notes: the letters that are marks, and all labels with which notes begin on the same
 * page, or on the next one. The labels at the beginnings of these notes become those of their runs.
 */
export function markRaisedLabels(
  pages: readonly (readonly TextRun[])[],
): readonly (readonly TextRun[])[] {
  const raised = pages.flatMap(raisedLabelsIn);
  const letters = raised.flatMap((one): readonly (RaisedLabels & RaisedLetter)[] => {
    const letter = RAISED_LETTER.exec(one.run.text)?.[1];
    return letter === undefined ? [] : [{ ...one, letter }];
  });
  const letterMarks = new Set(findLetterMarks(letters).map(({ run }) => run));
  const marks = raised.filter(
    (one) => isAfterWord(one) && (!areLetters(one) || letterMarks.has(one.run)),
  );
  const notes = findBeginnings(raised.flatMap(beginningsIn), [
    ...marks,
    ...pages.flatMap(signsAfterWords),
  ]);
  const targets = new Map(notes.map(({ page, label }) => [placeKey(page, label), page]));
  const replaced = new Map<TextRun, TextRun>();
  for (const { run, page, label } of notes) {
    replaced.set(run, { ...run, noteLabel: { printed: label, target: placeKey(page, label) } });
  }
  for (const one of marks) {
    const written = one.labels.map((printed): PdfNoteLabel | undefined => {
      const page =
        targets.get(placeKey(one.page, printed)) ?? targets.get(placeKey(one.page + 1, printed));
      return page === undefined ? undefined : { printed, target: placeKey(page, printed) };
    });
    const isComplete = written.every((label) => label !== undefined);
    if (!isComplete && !areLetters(one)) continue;
    const text = one.labels
      .map((printed, index) => writeMark("note", printed, written[index]?.target))
      .join("");
    replaced.set(one.run, { ...one.run, text: one.run.text.replace(/\S.*\S|\S/, () => text) });
  }
  return pages.map((runs) => runs.map((run) => replaced.get(run) ?? run));
}

/** Identifies a label on a page. */
export function placeKey(page: number, label: string): string {
  return `${page}:${label}`;
}

/** A letter or a roman number, which can be the end of an abbreviation. */
const LETTERS = /^\p{L}+$/u;

function areLetters({ labels, isInList }: RaisedLabels): boolean {
  return !isInList && labels.length === 1 && LETTERS.test(elementAt(labels, 0));
}

/** The end of a word or of its punctuation, and that after which a sign is no part of a formula. */
const AFTER_WORD = /[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}.,;:!?…"'’]$/u;
const BEFORE_SIGN = /(?:\p{L}\p{M}*\p{L}\p{M}*|[.,;:!?…)\]”’"'»])$/u;

/** Whether labels are raised after a word, and are no part of it as a power is. */
function isAfterWord({ labels, before, after }: RaisedLabels): boolean {
  if (!AFTER_WORD.test(before) || /^[\p{L}\p{N}]/u.test(after)) return false;
  return labels.every((label) =>
    /^[\p{L}\p{N}]/u.test(label)
      ? LETTERS.test(label) || readSuperscript(before, label, after) === undefined
      : BEFORE_SIGN.test(before),
  );
}

/** Returns the label if a row begins with it; none if it is a part of the words there, as in ¹⁴C. */
function beginningsIn({ run, page, labels, before, after }: RaisedLabels): readonly Beginning[] {
  const [label, ...others] = labels;
  const isBeginning = label !== undefined && others.length === 0 && before.trim() === "";
  return isBeginning && readSuperscript("", label, after.trimStart()) === undefined
    ? [{ run, page, label }]
    : [];
}

/** Returns the beginnings of the notes to which marks refer. Numbers of which few are marks are those of verses. */
function findBeginnings(
  beginnings: readonly Beginning[],
  marks: readonly Pick<RaisedLabels, "page" | "labels">[],
): readonly Beginning[] {
  const marked = new Set(
    marks.flatMap(({ page, labels }) => labels.map((label) => placeKey(page, label))),
  );
  const isMarked = ({ page, label }: Beginning) =>
    marked.has(placeKey(page, label)) || marked.has(placeKey(page - 1, label));
  const balance = new Map<number, number>();
  for (const one of beginnings) {
    if (!/^\d/.test(one.label)) continue;
    balance.set(one.page, (balance.get(one.page) ?? 0) + (isMarked(one) ? 1 : -1));
  }
  return beginnings.filter(
    (one) => isMarked(one) && (!/^\d/.test(one.label) || (balance.get(one.page) ?? 0) > 0),
  );
}

/** Signs of notes in the size of the words before them. */
const SIGNS_AFTER_WORD = /(?<=\p{L}{2}[.,;:!?’”"')\]]{0,2})[*∗†‡§¶‖]{1,3}(?=[\s.,;:!?]|$)/gu;

function signsAfterWords(
  runs: readonly TextRun[],
  page: number,
): readonly Pick<RaisedLabels, "page" | "labels">[] {
  return runs.flatMap(({ text }) => {
    const labels = text.match(SIGNS_AFTER_WORD);
    return labels === null ? [] : [{ page, labels }];
  });
}

/** The gap between parts of a row that belong to different texts, in ems. */
const MIN_PART_GAP = 1;

/** Returns the raised labels of a page in the order in which it draws them. */
function raisedLabelsIn(runs: readonly TextRun[], page: number): readonly RaisedLabels[] {
  if (!runs.some(({ text }) => LABELS.test(text))) return [];
  const raised = groupIntoRows(runs).flatMap((row) =>
    splitAtGaps(row, MIN_PART_GAP).flatMap((part) => {
      // A label that is far from the words of its note is a part by itself.
      const main = part.length === 1 ? row : largestIn(part);
      const isOfList = part.map(
        (run) => LIST_PART.test(run.text) && shiftOf(run, main) === "raised",
      );
      return part.flatMap((run, index): readonly RaisedLabels[] => {
        const labels = noteLabelsIn(run.text);
        if (labels.length === 0 || isOfList[index] !== true || run.isRightToLeft) return [];
        const start = isOfList.lastIndexOf(false, index) + 1;
        const next = isOfList.indexOf(false, index);
        const end = next === -1 ? part.length : next;
        const [first, base, last] = [part[start] ?? run, part[start - 1], part[end - 1] ?? run];
        // After a subscript or an exponent, it is a part of the formula.
        if (base !== undefined && shiftOf(base, main) !== undefined) return [];
        const before = joinRuns(part.slice(Math.max(0, start - MAX_LETTER_CONTEXT), start));
        const isApart = base !== undefined && (isSpaced(base, first) || /\s$/.test(base.text));
        const rest = part.slice(end, end + MAX_LETTER_CONTEXT);
        const isFollowed = rest[0] !== undefined && !isSpaced(last, rest[0]);
        return [
          {
            ...{ run, page, labels, isInList: end - start > 1 },
            before: (isApart ? `${before} ` : before).slice(-MAX_LETTER_CONTEXT),
            after: `${isFollowed ? "" : " "}${joinRuns(rest)}`.slice(0, MAX_LETTER_CONTEXT),
          },
        ];
      });
    }),
  );
  return raised.toSorted((one, other) => one.run.order - other.run.order);
}

/** A label, or what is between two of a list. */
const LIST_PART = new RegExp(String.raw`^\s*[,;]\s*$|${LABELS.source}`, "iu");

function largestIn(part: readonly [TextRun, ...TextRun[]]): TextRun {
  return part.reduce((largest, run) => (run.size > largest.size ? run : largest));
}
