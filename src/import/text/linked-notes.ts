import { elementAt } from "../../foundation/checked-access.ts";

/** The sign of a link back to the words, perhaps with the letters or the numbers of several, before a note. */
const BACK_LINK =
  /^\s*(?:\d{1,3}\.\s*)?[↑^⬆](?:\s?\p{L}[\p{L} ]{2,30}[:：])?\s*(?:(?:(?:[a-z]{1,2}|\d{1,3}[.,]\d{1,2})[,\s]\s*){2,})?(?=\S)/u;

/** The number of a note after a word. */
const MARK = /(?<=[\p{L}\p{M}\p{N}\p{P}]\s?)\[(\d{1,3})\]/gu;

/**
 * Writes the numbers of notes that begin with the sign of a link back instead, as a copied page of a wiki has them. They are in the order of
 * the marks in the words, which count on.
 */
export function numberLinkedNotes(lines: readonly string[]): readonly string[] {
  const notes = new Map(
    [...lines.keys()]
      .filter((index) => BACK_LINK.test(elementAt(lines, index)))
      .map((index, at) => [index, at + 1] as const),
  );
  if (notes.size === 0) return lines;
  const marks = new Set(
    lines.flatMap((line) => [...line.matchAll(MARK)].map(([, one]) => Number(one))),
  );
  const numbers = [...marks];
  const areTheirs =
    numbers.length > 0 &&
    numbers.every((number, at) => number <= notes.size && number > (numbers[at - 1] ?? 0));
  if (!areTheirs) return lines;
  return lines.flatMap((line, index) => {
    const number = notes.get(index);
    return number === undefined ? [line] : ["", `[${number}] ${line.replace(BACK_LINK, "")}`];
  });
}
