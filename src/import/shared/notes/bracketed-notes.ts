import type { Paragraph, RootContent } from "mdast";
import { createNote } from "../marks/mark.ts";
import { plainText } from "../plain-text.ts";
import { dropStart, isParagraph } from "./note-beginnings.ts";

/** A note that its transcriber put in brackets: “[Footnote 1: …]”, “[Sidenote: …]”. */
const BRACKETED_NOTE =
  /^\[(?:(?:(?:foot|end|side)note|(?:transcriber|editor)[’']?s?[’']? note)s?|(?:note|nota|anmerkung|anm\.|fu(?:ß|ss)note|noot|примечание)(?=\s+\d))(?:\s+([^\s:\]]{1,6}))?\s*:\s*/i;

/** Joins a bracketed note of several paragraphs, the last of which ends with its bracket. */
export function joinBracketedNotes(content: readonly RootContent[]): readonly RootContent[] {
  const joined: RootContent[] = [];
  for (let index = 0; index < content.length; index++) {
    const block = content[index];
    if (block === undefined) break;
    const note = block.type === "paragraph" ? BRACKETED_NOTE.exec(plainText(block)) : null;
    const end = note === null ? -1 : findBracketEnd(content, index);
    if (note === null || block.type !== "paragraph" || end === -1) {
      joined.push(block);
      continue;
    }
    const paragraphs = content.slice(index, end + 1).filter(isParagraph);
    joined.push(
      createNote(
        note[1] ?? "",
        paragraphs.map((paragraph, position) => {
          const first = position === 0 ? dropStart(paragraph, note[0].length) : paragraph;
          return position === paragraphs.length - 1 ? dropBracket(first) : first;
        }),
      ),
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

function dropBracket(paragraph: Paragraph): Paragraph {
  const children = paragraph.children.map((node, index) =>
    node.type === "text" && index === paragraph.children.length - 1
      ? { ...node, value: node.value.replace(/\s*\]\s*$/, "") }
      : node,
  );
  return { type: "paragraph", children };
}
