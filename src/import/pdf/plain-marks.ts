import { writeMark } from "../shared/marks/mark.ts";
import { PLAIN_MARK, PLAIN_NOTE } from "../text/pages/foot-notes.ts";
import type { Column, PdfLine } from "./columns.ts";
import { placeKey } from "./raised-marks.ts";

/** A column without the notes at its foot, and these notes. */
export interface SplitColumn {
  readonly body: Column;
  readonly notes: Column;
}

/**
 * Writes the numbers of notes that a page does not raise as marks: those with which the small print at its foot begins and
 * counts on, if the words above have each of them next to a word, once and in the same order.
 */
export function markPlainNumbers(
  columns: readonly SplitColumn[],
  page: number,
): readonly SplitColumn[] {
  const beginnings = findBeginnings(columns.flatMap(({ notes }) => notes));
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
