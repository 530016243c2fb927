import { elementAt } from "../foundation/checked-access.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { tokenize } from "../language/tokenizer.ts";
import type { Change } from "./changes.ts";
import { type EditorialMark, isPossibleVerseNumber } from "./editorial-marks.ts";
import { BETWEEN_FRAGMENTS, type Stretch } from "./verdict.ts";
import { keyOf } from "./words.ts";

/**
 * Separates from the changes of a quotation those that are an editor's marks: added numbers before the
 * beginning of a verse, and an added heading before the passage that it heads.
 */
export function takeMarks(
  changes: readonly Change[],
  fragments: readonly Stretch[],
  language: string,
): { readonly changes: readonly Change[]; readonly marks: readonly EditorialMark[] } {
  const marks: EditorialMark[] = [];
  const kept = changes.filter((change, index) => {
    const next = changes[index + 1];
    if (change.isSame || change.printed !== "" || next?.start === undefined) return true;
    const place = placeAt(next.start, fragments);
    if (place === undefined) return true;
    // A sign before a number makes it part of the words.
    if (/[\p{Pd}\p{S}]$/u.test(changes[index - 1]?.gap ?? "")) return true;
    const kind = markKindOf(change.quoted, place, language);
    if (kind === undefined) return true;
    marks.push({ kind, text: change.quoted });
    return false;
  });
  return { changes: kept, marks };
}

function markKindOf(
  quoted: string,
  { passage, offset, document }: Place,
  language: string,
): EditorialMark["kind"] | undefined {
  const isNumbered = passage.marks.some(
    (mark) => mark.text.replace(/\P{N}/gu, "") === quoted && isNextTo(mark.offset, offset),
  );
  if (
    isNumbered ||
    (isPossibleVerseNumber(quoted) && beginsVerse(passage.text, offset, language))
  ) {
    return "verse-number";
  }
  if (/\p{L}/u.test(passage.text.slice(0, offset))) return undefined;
  const headings = [...passage.headings, document.title];
  // Several headings may be quoted one after the other.
  const key = keysIn(quoted, language);
  const isHeading = headings.some((_, from) =>
    headings.some(
      (_, to) => to >= from && keysIn(headings.slice(from, to + 1).join(" "), language) === key,
    ),
  );
  return isHeading ? "heading" : undefined;
}

/** Whether two offsets differ by no more than the space around a mark. */
function isNextTo(offset: number, other: number): boolean {
  return Math.abs(offset - other) <= 2;
}

function keysIn(text: string, language: string): string {
  return tokenize(text)
    .map(({ start, end }) => keyOf(text.slice(start, end), language))
    .join(" ");
}

/** Whether a sentence, a line or the whole passage begins at an offset of its text. */
function beginsVerse(text: string, offset: number, language: string): boolean {
  const before = text.slice(0, offset);
  if (!/[\p{L}\p{N}]/u.test(before) || /\n[^\p{L}\p{N}]*$/u.test(before)) return true;
  return sentenceStarts(text, language).some(
    (start) => start <= offset && !/[\p{L}\p{N}]/u.test(text.slice(start, offset)),
  );
}

type Place = Stretch[number] & { readonly offset: number };

/** Returns the place of an offset in the words of fragments, as the verifier joins them. */
function placeAt(at: number, fragments: readonly Stretch[]): Place | undefined {
  let offset = 0;
  for (const [index, stretch] of fragments.entries()) {
    if (index > 0) offset += BETWEEN_FRAGMENTS.length;
    for (const [nth, span] of stretch.entries()) {
      if (nth > 0) offset += 1;
      const length = span.end - span.start;
      if (at < offset + length) {
        return { ...elementAt(stretch, nth), offset: span.start + Math.max(0, at - offset) };
      }
      offset += length;
    }
  }
  return undefined;
}
