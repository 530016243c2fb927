import { elementAt } from "../../../foundation/checked-access.ts";
import { type Break, MAX_NOTE_LINES } from "./interruptions.ts";
import {
  FORM_FEED,
  type Furniture,
  MIN_PAGES,
  type PrintedLine,
  textAt,
  toPrintedLines,
} from "./printed-lines.ts";

/** How a note begins at the foot of a page, and how its number is after a word. Each has the number as its group. */
interface NumberForm {
  readonly note: RegExp;
  readonly mark: RegExp;
  /** Whether one note is enough, since its number is next to the word. */
  readonly isClear: boolean;
}

const NOTE_START = String.raw`\s*(?=["“‘«„(]?[\p{Lu}\p{Lo}])`;
const WORD_END = String.raw`(?<=[\p{L}\p{M}][\p{P}]{0,3})`;
const AFTER_MARK = String.raw`(?!\p{N}|[.,]\p{N})(?=[\s\p{P}]|$)`;

/** A note with a plain number: “1 ” or “1. ”. */
export const PLAIN_NOTE = new RegExp(String.raw`^(\d{1,2})[.]?(?=\s)${NOTE_START}`, "u");

/** The plain number of a note, next to the word before it. */
export const PLAIN_MARK = new RegExp(String.raw`${WORD_END}(\d{1,2})${AFTER_MARK}(?!\))`, "gu");

const FORMS: readonly [NumberForm, ...NumberForm[]] = [
  {
    note: PLAIN_NOTE,
    mark: PLAIN_MARK,
    isClear: true,
  },
  // A program can set a raised number apart from the sign before it.
  {
    note: PLAIN_NOTE,
    mark: new RegExp(
      String.raw`(?:${WORD_END}|(?<=[\p{L}\p{M}][\p{P}]{1,3})\s)(\d{1,2})${AFTER_MARK}(?!\))`,
      "gu",
    ),
    isClear: false,
  },
  {
    note: new RegExp(String.raw`^(\d{1,2})\)${NOTE_START}`, "u"),
    mark: new RegExp(String.raw`${WORD_END}(\d{1,2})\)${AFTER_MARK}`, "gu"),
    isClear: true,
  },
  {
    note: new RegExp(String.raw`^\[(\d{1,3})\]${NOTE_START}`, "u"),
    mark: new RegExp(String.raw`(?:${WORD_END}\s?|^)\[(\d{1,3})\]`, "gu"),
    isClear: true,
  },
  {
    note: new RegExp(String.raw`^\((\d{1,2})\)${NOTE_START}`, "u"),
    mark: new RegExp(String.raw`(?:${WORD_END}\s?|^)\((\d{1,2})\)${AFTER_MARK}`, "gu"),
    isClear: false,
  },
];

/** The minimum number of notes whose numbers can also be those of an enumeration. */
const MIN_NOTES = 2;

/** Lines, and those of them that are not empty. */
export interface PageLines {
  readonly lines: readonly string[];
  readonly printed: readonly PrintedLine[];
  /** The places of the lines with which the notes at the foot of a page begin. */
  readonly noteStarts: ReadonlySet<number>;
}

/** A number alone, and the first line of its note below it. */
const RAISED_NUMBER = /^\s*\d{1,2}\s*$/;
const BELOW_NUMBER = /^\s*["“‘«„(]?[\p{Lu}\p{Lo}]/u;

/**
 * Joins the raised number of a note at the foot of a page, which a program has written in a line of its own, with the line below it. The
 * words of the page have the same number. Without the character that ends a page, its foot is not known.
 */
export function joinRaisedNumbers(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => line.includes(FORM_FEED))) return lines;
  const [{ mark }] = FORMS;
  const isAtFoot = createFootGauge(lines);
  const joined: string[] = [];
  let numbers = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.includes(FORM_FEED)) numbers = new Set();
    const above = lines[index - 1] ?? "";
    const isBelowNumber =
      numbers.has(above.trim()) &&
      RAISED_NUMBER.test(above) &&
      BELOW_NUMBER.test(line) &&
      line.search(/\S/) > above.search(/\S/) &&
      isAtFoot(index);
    if (isBelowNumber) joined.push(`${(joined.pop() ?? "").trimEnd()} ${line.trimStart()}`);
    else joined.push(line);
    for (const [, number = ""] of line.matchAll(mark)) numbers.add(number);
  }
  return joined;
}

/** Creates the predicate whether a line is among the last ones of its page, which can be notes. */
function createFootGauge(lines: readonly string[]): (index: number) => boolean {
  const foot = new Set<number>();
  let count = 0;
  for (const [index, line] of [...lines.entries()].reverse()) {
    if (line.trim() !== "") count += 1;
    if (count <= MAX_NOTE_LINES) foot.add(index);
    if (line.includes(FORM_FEED)) count = 0;
  }
  return (index) => foot.has(index);
}

/**
 * Puts the numbers of notes in brackets where they begin anew on each page, and empty lines above the notes: those that begin
 * the last lines of a page and count on, if the lines above have each once, in the same order.
 */
export function bracketFootNotes(
  lines: readonly string[],
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
): PageLines {
  const written = new Map<number, string>();
  const notes = new Set<number>();
  const pages = pagesIn(printed, found);
  const hasPages = pages.length >= MIN_PAGES;
  if (!hasPages && !printed.some(({ beginsPage }) => beginsPage))
    return { lines, printed, noteStarts: new Set() };
  const forms = hasPages ? FORMS : FORMS.map((form) => ({ ...form, isClear: false }));
  for (const page of pages) {
    for (const [at, line] of notesOnPage(printed, page, forms, notes)) written.set(at, line);
  }
  if (notes.size === 0) return { lines, printed, noteStarts: new Set() };
  const byIndex = new Map([...written].map(([at, line]) => [elementAt(printed, at).index, line]));
  const noteLines = new Set([...notes].map((at) => elementAt(printed, at).index));
  const moved: string[] = [];
  const places = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    if (noteLines.has(index)) moved.push("");
    places.set(index, moved.length);
    const rewritten = byIndex.get(index) ?? line;
    moved.push(line.startsWith(FORM_FEED) ? FORM_FEED + rewritten.slice(1) : rewritten);
  }
  return {
    lines: moved,
    noteStarts: new Set([...noteLines].map((index) => places.get(index) ?? index)),
    printed: printed.map((line, at) => ({
      ...line,
      text: written.get(at)?.trim() ?? line.text,
      index: places.get(line.index) ?? line.index,
    })),
  };
}

/** Returns the places of the lines with which notes begin at the foot of a page or of a column, whose lines above have their numbers. */
export function findFootNotes(lines: readonly string[]): readonly number[] {
  const printed = toPrintedLines(lines);
  for (const form of FORMS) {
    const beginnings = beginningsOnPage(printed, 0, printed.length, form);
    const numbers = new Set(beginnings.map(({ number }) => number));
    const [first] = beginnings;
    if (first === undefined || !isWhole(printed, 0, first.at, form, numbers)) continue;
    return beginnings.map(({ at }) => elementAt(printed, at).index);
  }
  return [];
}

/** Returns the lines between furniture, and between the beginnings of pages. */
function pagesIn(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
): readonly Break[] {
  const pages: Break[] = [];
  let start = 0;
  for (let at = 0; at <= printed.length; at++) {
    const isBoundary = at === printed.length || found.has(at) || elementAt(printed, at).beginsPage;
    if (!isBoundary) continue;
    if (at > start) pages.push({ start, end: at });
    start = found.has(at) ? at + 1 : at;
  }
  return pages;
}

/** Returns the lines of a page with brackets around the numbers of its notes, by their places, and adds those of the notes to `notes`. */
function notesOnPage(
  printed: readonly PrintedLine[],
  { start, end }: Break,
  forms: readonly NumberForm[],
  notes: Set<number>,
): readonly (readonly [at: number, line: string])[] {
  for (const form of forms) {
    const beginnings = beginningsOnPage(printed, start, end, form);
    const numbers = new Set(beginnings.map(({ number }) => number));
    const [first] = beginnings;
    if (first === undefined || !isWhole(printed, start, first.at, form, numbers)) continue;
    for (const { at } of beginnings) notes.add(at);
    const places = Array.from({ length: end - start }, (_, index) => start + index);
    return places
      .filter((at) => at < first.at || notes.has(at))
      .map((at) => {
        const { indentation, text } = elementAt(printed, at);
        const line = notes.has(at)
          ? text.replace(form.note, "[$1] ")
          : text.replace(form.mark, (mark, number: string, offset: number) =>
              numbers.has(Number(number)) && !isInLabel(text, mark, offset) ? `[${number}]` : mark,
            );
        return [at, " ".repeat(indentation) + line] as const;
      });
  }
  return [];
}

/** Returns the last lines of a page that begin with numbers, each of which is the next one, and can be those of notes. */
function beginningsOnPage(
  printed: readonly PrintedLine[],
  start: number,
  end: number,
  { note }: NumberForm,
): readonly { readonly at: number; readonly number: number }[] {
  const found: { at: number; number: number }[] = [];
  for (let at = end - 1; at > Math.max(start, end - MAX_NOTE_LINES); at--) {
    const number = Number(note.exec(textAt(printed, at))?.[1]);
    if (Number.isNaN(number)) continue;
    const next = found[0];
    if (next !== undefined && next.number !== number + 1) break;
    found.unshift({ at, number });
  }
  return found;
}

/** Whether the lines of a page above its notes have each of their numbers once, in the same order. */
function isWhole(
  printed: readonly PrintedLine[],
  start: number,
  end: number,
  { mark, isClear }: NumberForm,
  numbers: ReadonlySet<number>,
): boolean {
  if (!isClear && numbers.size < MIN_NOTES) return false;
  const marks = printed
    .slice(start, end)
    .flatMap(({ text }) =>
      [...text.matchAll(mark)].flatMap(({ 0: printed, 1: number, index }) =>
        isInLabel(text, printed, index) ? [] : [Number(number)],
      ),
    )
    .filter((number) => numbers.has(number));
  return marks.join() === [...numbers].join();
}

/** Whether a number is that of a label in a line of its own: “Art. 1.” */
function isInLabel(text: string, mark: string, offset: number): boolean {
  const isFirst = !/\s/.test(text.slice(0, offset).trimStart());
  return isFirst && /^\s/.test(mark) && /^[\s\p{P}]*$/u.test(text.slice(offset + mark.length));
}
