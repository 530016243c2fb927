import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import { RAISED_DIGITS } from "../../../language/superscripts.ts";
import { createNote } from "../marks/mark.ts";
import { NOTE_LABEL, NOTE_SIGNS } from "../marks/printed-labels.ts";
import { plainText } from "../plain-text.ts";

/** The beginning of a paragraph that is a note. Each has the note's number or sign as its group. */
const NOTE_BEGINNINGS = [
  new RegExp(String.raw`^\[(${NOTE_LABEL})\]\s+(?=\S)`, "iu"),
  new RegExp(String.raw`^(${NOTE_SIGNS})\s?(?=[\p{L}“‘"'])`, "u"),
  new RegExp(String.raw`^(${RAISED_DIGITS})\)?\s*(?=\S)`, "u"),
  /^\((\d{1,3})\)\s+(?=\S)/u,
];

/** Below a title of notes, a number with a point begins a note, and no item of a list. */
export const SECTION_BEGINNINGS = [...NOTE_BEGINNINGS, /^(\d{1,4})[.):]\s+(?=\S)/];

export function isParagraph(block: RootContent): block is Paragraph {
  return block.type === "paragraph";
}

/** Returns the number or the sign with which a paragraph begins as a note does. */
export function noteLabelOf(text: string, beginnings = NOTE_BEGINNINGS): string | undefined {
  return beginnings.map((pattern) => pattern.exec(text)?.[1]).find((one) => one !== undefined);
}

/** Makes a paragraph that begins as a note does, and to which something refers, a note. */
export function toNote(
  block: RootContent,
  references: ReadonlySet<string>,
  beginnings = NOTE_BEGINNINGS,
): RootContent {
  if (block.type !== "paragraph") return block;
  const text = plainText(block);
  for (const pattern of beginnings) {
    const [beginning, printed] = pattern.exec(text) ?? [];
    if (beginning === undefined || printed === undefined || !references.has(printed)) continue;
    // A table's row of signs, or a paragraph in emphasis, is no note.
    if (/^\*/.test(printed) && /\p{L}\*(?!\p{L})/u.test(text)) continue;
    return createNote(printed.normalize("NFKC"), [dropStart(block, beginning.length)]);
  }
  return block;
}

/** Drops the first `length` characters of a paragraph, which are in text nodes. */
export function dropStart(paragraph: Paragraph, length: number): Paragraph {
  let left = length;
  const children = paragraph.children.flatMap((node): PhrasingContent[] => {
    if (left === 0 || node.type !== "text") {
      left = 0;
      return [node];
    }
    const value = node.value.slice(left);
    left = Math.max(0, left - node.value.length);
    return value === "" ? [] : [{ type: "text", value }];
  });
  return { type: "paragraph", children };
}
