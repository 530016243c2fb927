import { writeMark } from "../shared/marks/mark.ts";
import { PLAIN_MARK, PLAIN_NOTE } from "../text/pages/foot-notes.ts";
import type { Column, PdfLine } from "./columns.ts";
import { placeKey } from "./raised-marks.ts";

/** A column without the notes at its foot, and these notes. */
export interface SplitColumn {
  readonly body: Column;
  readonly notes: Column;
}

/** How many notes of a page are evidence that a number next to a word is a mark, and no part of it as in “CO2”. */
const MIN_NOTES = 2;

/**
 * Writes the numbers of notes that a page does not raise as marks: those with which the small print at its foot begins and
 * counts on, if the words above have each of them next to a word, once and in the same order. A page with one such note has to
 * count on from the pages before it, or from 1.
 */
export function markPlainNumbers(
  pages: readonly (readonly SplitColumn[])[],
): readonly (readonly SplitColumn[])[] {
  let last = 0;
  return pages.map((columns, page) => {
    const notes = columns.flatMap((column) => column.notes);
    const beginnings = findBeginnings(notes);
    let isChained = true;
    for (const line of notes) {
      const printed = line.noteLabel?.printed ?? beginnings.get(line);
      if (printed === undefined) continue;
      const number = Number(printed);
      if (number === 1 || number === last + 1) last = number;
      else if (beginnings.has(line)) isChained = false;
    }
    if (!isChained && beginnings.size < MIN_NOTES) return columns;
    const marked = markOnPage(columns, page, beginnings);
    const [end] = [...beginnings.values()].slice(-1);
    if (marked !== columns) last = Number(end);
    return marked;
  });
}

/** Writes the numbers with which these lines begin as marks; returns the same columns if the words above do not have them so. */
function markOnPage(
  columns: readonly SplitColumn[],
  page: number,
  beginnings: ReadonlyMap<PdfLine, string>,
): readonly SplitColumn[] {
  const numbers = new Set(beginnings.values());
  const marks = columns
    .flatMap(({ body }) => body)
    .flatMap(({ text }) => [...text.matchAll(PLAIN_MARK)])
    .flatMap(([, number = ""]) => (numbers.has(number) ? [number] : []));
  if (marks.length === 0 || marks.join() !== [...numbers].join()) return columns;
  const withMarks = (line: PdfLine): PdfLine => ({
    ...line,
    text: line.text.replace(PLAIN_MARK, (printed, number: string) =>
      numbers.has(number) ? writeMark("note", number, placeKey(page, number)) : printed,
    ),
  });
  const withLabel = (line: PdfLine): PdfLine => {
    const printed = beginnings.get(line);
    if (printed === undefined) return line;
    const noteLabel = { printed, target: placeKey(page, printed) };
    return { ...line, text: line.text.replace(PLAIN_NOTE, "").trimStart(), noteLabel };
  };
  return columns.map(({ body, notes }) => ({
    body: body.map(withMarks),
    notes: notes.map(withLabel),
  }));
}

/** Returns the lines with which notes begin that have no label yet, each with the number after that of the one before. */
function findBeginnings(notes: Column): ReadonlyMap<PdfLine, string> {
  const found = new Map<PdfLine, string>();
  let last: number | undefined;
  for (const line of notes) {
    const number = line.noteLabel === undefined ? PLAIN_NOTE.exec(line.text)?.[1] : undefined;
    if (number === undefined || (last !== undefined && Number(number) !== last + 1)) continue;
    found.set(line, number);
    last = Number(number);
  }
  return found;
}
