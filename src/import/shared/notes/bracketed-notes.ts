import type { Paragraph, RootContent } from "mdast";
import {
  EDITORS_NOTE_NAME,
  NUMBERED_NOTE_NAME,
  SIGNATURE,
  TRANSCRIBERS_NOTE_NAME,
} from "../../../language/apparatus/note-names.ts";
import { createNote } from "../marks/mark.ts";
import { plainText } from "../plain-text.ts";
import { dropStart, isParagraph } from "./note-beginnings.ts";

/** The beginning of a note in brackets: “[Footnote 1: ”, “[TN: ”, “［訳注：”. */
const OPENING = String.raw`[[［〔【]\s?(?:(?:foot|end|side)notes?|${TRANSCRIBERS_NOTE_NAME}|${EDITORS_NOTE_NAME}|${NUMBERED_NOTE_NAME})(?:\s+(?<noteLabel>[^\s:：\]]{1,6}))?\s?[:：]\s*`;

/** Such a note within a paragraph, as the source of a regular expression with the flags `iu`. A letter in it can be in brackets. */
export const NOTE_IN_BRACKETS = String.raw`${OPENING}(?<noteText>(?:[^\][］〕】]|\[[^\][]*\])*)[\]］〕】]`;

/** A note that ends with the name of its kind, or of who wrote it: “[It was dark.—Ed.]”, “[Gemeint ist Harl. Anm. d. Übers.]” */
export const SIGNED_NOTE = String.raw`\[(?<signedText>[^\][]{1,400}?)(?:\s?(?:[—–]|--)\s?${SIGNATURE}|(?<=[.!?…;,—–”"»“])\s?(?:${EDITORS_NOTE_NAME}))\]`;

const NOTE_OPENING = new RegExp(`^${OPENING}`, "iu");

const PICTURE_OPENING = /^\[Illustration:\s*/i;

/** Joins a bracketed note or caption of several paragraphs, the last of which ends with its bracket. */
export function joinBracketedParts(content: readonly RootContent[]): readonly RootContent[] {
  const joined: RootContent[] = [];
  for (let index = 0; index < content.length; index++) {
    const block = content[index];
    if (block === undefined) break;
    const text = block.type === "paragraph" ? plainText(block) : "";
    const note = NOTE_OPENING.exec(text);
    const opening = note ?? PICTURE_OPENING.exec(text);
    const end = opening === null ? -1 : findBracketEnd(content, index);
    if (opening === null || end === -1) {
      joined.push(block);
      continue;
    }
    const paragraphs = content.slice(index, end + 1).filter(isParagraph);
    const inside = paragraphs.map((paragraph, position) => {
      const first = position === 0 ? dropStart(paragraph, opening[0].length) : paragraph;
      return position === paragraphs.length - 1 ? dropBracket(first) : first;
    });
    joined.push(
      note === null
        ? createPicture(inside.map(plainText).join(" "))
        : createNote(note.groups?.["noteLabel"] ?? "", inside),
    );
    index = end;
  }
  return joined;
}

/** How many paragraphs a bracketed note has at most. */
const MAX_NOTE_PARAGRAPHS = 30;

/** Returns the index of the paragraph that ends with the bracket of a note; -1 if there is none. */
function findBracketEnd(content: readonly RootContent[], start: number): number {
  let depth = 0;
  for (let index = start; index < Math.min(content.length, start + MAX_NOTE_PARAGRAPHS); index++) {
    const block = content[index];
    if (block?.type !== "paragraph") return -1;
    const text = plainText(block);
    for (const [bracket] of text.matchAll(/[[\]]/g)) depth += bracket === "[" ? 1 : -1;
    if (depth <= 0) return text.trimEnd().endsWith("]") ? index : -1;
  }
  return -1;
}

function createPicture(alt: string): Paragraph {
  return { type: "paragraph", children: [{ type: "image", url: "", alt }] };
}

function dropBracket(paragraph: Paragraph): Paragraph {
  const children = paragraph.children.map((node, index) =>
    node.type === "text" && index === paragraph.children.length - 1
      ? { ...node, value: node.value.replace(/\s*\]\s*$/, "") }
      : node,
  );
  return { type: "paragraph", children };
}
