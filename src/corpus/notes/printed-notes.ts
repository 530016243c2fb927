import type { FootnoteDefinition, FootnoteReference, PhrasingContent, RootContent } from "mdast";
import { elementAt } from "../../foundation/checked-access.ts";
import { type FlatEdit, replaceRanges } from "./flat-text.ts";
import { placesIn } from "./note-marks.ts";
import { type NoteGroup, zonesOf } from "./note-parts.ts";
import { createOpenMarks, type OpenMark } from "./open-marks.ts";

/** How marks and notes are written. */
export interface NoteWriter {
  /** Creates the marks of one place, where `printed` refers to the notes with these labels. */
  readonly createMarks: (printed: string, labels: readonly string[]) => readonly PhrasingContent[];
  /** Creates a note. `beginning` is the mark before its words, with the space after it. */
  readonly createNote: (
    label: string,
    children: FootnoteDefinition["children"],
    beginning: string,
  ) => FootnoteDefinition;
  /** Whether a mark that a reader of the format has found has no note yet. */
  readonly isOpen: (mark: FootnoteReference) => boolean;
}

/**
 * Makes marks and notes of what is printed in both places: paragraphs, lines and items that begin with labels that go
 * on, after words that have the same labels in the same order. Numbers as those of a list are some of notes only if words
 * have each once in the same form, below a title of notes, or alone after a rule. All other lists are words.
 */
export function readPrintedNotes(
  content: readonly RootContent[],
  writer: NoteWriter,
): readonly RootContent[] {
  const zones = zonesOf(content, writer.isOpen);
  if (!zones.some(({ groups }) => groups.length > 0)) return content;
  const marks = createOpenMarks();
  const edits = new Map<RootContent, FlatEdit[]>();
  const written = new Map<RootContent, readonly RootContent[]>();
  for (const { words, groups } of zones) {
    for (const text of words.flatMap(({ texts }) => texts)) marks.add(text, placesIn(text.flat));
    const found = marks.match(groups);
    for (const [index, group] of groups.entries()) {
      const own = found[index];
      if (own !== undefined) {
        writeNotes(group, writer, written);
        for (const mark of own) addEdit(edits, mark, writer);
        continue;
      }
      for (const text of group.parts.flatMap(({ texts }) => texts)) {
        marks.add(text, placesIn(text.flat));
      }
    }
  }
  return content.flatMap((block) => written.get(block) ?? [withEdits(block, edits)]);
}

/** Writes the notes of a group where its blocks are. */
function writeNotes(
  { parts, notes }: NoteGroup,
  { createNote }: NoteWriter,
  written: Map<RootContent, readonly RootContent[]>,
): void {
  let next = 0;
  let last: FootnoteDefinition | undefined;
  for (const { block, kind, notes: own = [] } of parts) {
    if (kind === "nothing") continue;
    const definitions = own.map((_, index) => {
      const { label, children, beginning } = elementAt(notes, next + index);
      const note = createNote(label, [...children], beginning);
      return block.position === undefined ? note : { ...note, position: block.position };
    });
    next += own.length;
    written.set(block, definitions);
    if (last !== undefined && definitions.length === 0) {
      last.children.push(block as FootnoteDefinition["children"][number]);
    }
    last = definitions.at(-1) ?? last;
  }
}

function addEdit(
  edits: Map<RootContent, FlatEdit[]>,
  { node, flat, isKept, start, end, labels, tags, found }: OpenMark,
  { createMarks }: NoteWriter,
): void {
  if (isKept === true) return;
  const replacement = createMarks(flat.text.slice(start, end), labels);
  const edit = { start, end, replacement, tags, ...(found !== undefined && { found }) };
  const others = edits.get(node);
  if (others === undefined) edits.set(node, [edit]);
  else others.push(edit);
}

/** Returns a block with the edits of the paragraphs and headings in it. */
function withEdits(block: RootContent, edits: ReadonlyMap<RootContent, FlatEdit[]>): RootContent {
  const own = edits.get(block);
  if (own !== undefined && (block.type === "paragraph" || block.type === "heading")) {
    const sorted = own.toSorted((one, other) => one.start - other.start);
    // One mark may refer to several notes.
    const distinct = sorted.filter((edit, index) => edit.start !== sorted[index - 1]?.start);
    return { ...block, children: replaceRanges(block.children, distinct) };
  }
  if (block.type !== "blockquote" && block.type !== "list" && block.type !== "listItem")
    return block;
  return {
    ...block,
    children: block.children.map((child) => withEdits(child, edits)),
  } as RootContent;
}
