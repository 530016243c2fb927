import type { FootnoteDefinition, RootContent } from "mdast";
import { elementAt } from "../../../foundation/checked-access.ts";
import { append } from "../../../foundation/long-arrays.ts";
import { NOTES_TITLE } from "../../../language/part-headings.ts";
import { createNote } from "../marks/mark.ts";
import { plainText } from "../plain-text.ts";
import { isParagraph, noteLabelOf, SECTION_BEGINNINGS, toNote } from "./note-beginnings.ts";

/** How many paragraphs between two notes belong to the first. */
const MAX_CONTINUATION = 10;

/**
 * Makes notes of the paragraphs below a title of notes if something refers to one of them: each that begins as a note
 * does, with those up to the next one.
 */
export function readNoteSections(
  content: readonly RootContent[],
  references: ReadonlySet<string>,
): readonly RootContent[] {
  const read: RootContent[] = [];
  for (let index = 0; index < content.length; ) {
    const block = elementAt(content, index);
    read.push(block);
    index += 1;
    const isTitle =
      /^(?:heading|paragraph)$/.test(block.type) && NOTES_TITLE.test(plainText(block));
    if (!isTitle) continue;
    const rest = content
      .slice(index)
      .findIndex((next) => !/^(?:paragraph|list|blockquote|footnoteDefinition)$/.test(next.type));
    const end = rest === -1 ? content.length : index + rest;
    append(read, readNotes(content.slice(index, end), references));
    index = end;
  }
  return read;
}

function readNotes(
  below: readonly RootContent[],
  references: ReadonlySet<string>,
): readonly RootContent[] {
  const section = below.flatMap(
    (block): readonly RootContent[] => numberedNotesIn(block, references) ?? [block],
  );
  const labels = new Set(
    section
      .filter(isParagraph)
      .flatMap((block) => noteLabelOf(plainText(block), SECTION_BEGINNINGS) ?? []),
  );
  if (![...labels].some((label) => references.has(label))) return section;
  const read: RootContent[] = [];
  let waiting: RootContent[] = [];
  for (const block of section) {
    if (isParagraph(block) && NOTES_TITLE.test(plainText(block))) {
      append(read, [...waiting, block]);
      waiting = [];
      continue;
    }
    const note = toNote(block, labels, SECTION_BEGINNINGS);
    if (note.type !== "footnoteDefinition") {
      waiting.push(block);
      continue;
    }
    const last = read.at(-1);
    const continued = waiting.length <= MAX_CONTINUATION ? waiting.filter(isBlockOfNote) : [];
    if (last?.type === "footnoteDefinition" && continued.length === waiting.length) {
      read.splice(-1, 1, { ...last, children: [...last.children, ...continued] });
    } else append(read, waiting);
    read.push(note);
    waiting = [];
  }
  return [...read, ...waiting];
}

/** Returns the notes that the items of a numbered list are, if something refers to one; otherwise undefined. */
function numberedNotesIn(
  block: RootContent,
  references: ReadonlySet<string>,
): readonly FootnoteDefinition[] | undefined {
  if (block.type !== "list" || block.ordered !== true) return undefined;
  const notes = block.children.map(({ children }, index) =>
    createNote(String((block.start ?? 1) + index), children),
  );
  return notes.some(({ label }) => references.has(label ?? "")) ? notes : undefined;
}

function isBlockOfNote(
  block: RootContent,
): block is Extract<RootContent, FootnoteDefinition["children"][number]> {
  return /^(?:paragraph|list|blockquote)$/.test(block.type);
}
