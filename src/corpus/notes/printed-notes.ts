import type { FootnoteDefinition, FootnoteReference, PhrasingContent, RootContent } from "mdast";
import { elementAt } from "../../foundation/checked-access.ts";
import { groupBy } from "../../foundation/group-by.ts";
import { append } from "../../foundation/long-arrays.ts";
import { memoizeByObject } from "../../foundation/memoize-by-object.ts";
import { type FlatEdit, replaceRanges } from "./flat-text.ts";
import { placesIn } from "./note-marks.ts";
import { type NoteDraft, type NoteGroup, type Zone, zonesOf } from "./note-parts.ts";
import { createOpenMarks, type LinkedMark } from "./open-marks.ts";

/** The marks that may be in a text, which are counted before they are compared with notes. */
const placesOf = memoizeByObject(placesIn);

/** A label of a mark or of a note, and the identifier of the note within the document; undefined if there is none. */
export interface PrintedLabel {
  readonly label: string;
  readonly note: string | undefined;
}

/** How marks and notes are written. */
export interface NoteWriter {
  /** Creates the marks of one place, where `printed` refers to notes. */
  readonly createMarks: (
    printed: string,
    labels: readonly PrintedLabel[],
  ) => readonly PhrasingContent[];
  /** Creates a note. `beginning` is the mark before its words, with the space after it. */
  readonly createNote: (
    label: PrintedLabel,
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
  const marks = createOpenMarks(pairedLabels(zones));
  const linked: LinkedMark[] = [];
  const identifiers = new Map<NoteDraft, string>();
  const written = new Map<RootContent, readonly RootContent[]>();
  for (const { words, groups } of zones) {
    for (const text of words.flatMap(({ texts }) => texts)) marks.add(text, placesOf(text.flat));
    const found = marks.match(groups);
    for (const [index, group] of groups.entries()) {
      const own = found[index];
      if (own !== undefined) {
        for (const note of group.notes) identifiers.set(note, `printed-${identifiers.size + 1}`);
        writeNotes(group, identifiers, writer, written);
        append(linked, own);
        continue;
      }
      for (const text of group.parts.flatMap(({ texts }) => texts)) {
        marks.add(text, placesOf(text.flat));
      }
    }
  }
  const edits = editsOf(linked, identifiers, writer);
  return content.flatMap((block) => written.get(block) ?? [withEdits(block, edits)]);
}

/** Returns the labels that are those of several notes, and of as many marks. */
function pairedLabels(zones: readonly Zone[]): ReadonlySet<string> {
  const balance = new Map<string, { notes: number; marks: number }>();
  const countOf = (label: string) => {
    const known = balance.get(label) ?? { notes: 0, marks: 0 };
    balance.set(label, known);
    return known;
  };
  for (const { words, groups } of zones) {
    for (const { label } of groups.flatMap(({ notes }) => notes)) countOf(label).notes += 1;
    const places = words.flatMap(({ texts }) => texts.flatMap(({ flat }) => placesOf(flat)));
    for (const label of places.flatMap(({ labels }) => labels)) countOf(label).marks += 1;
  }
  const paired = [...balance].filter(([, { notes, marks }]) => notes > 1 && notes === marks);
  return new Set(paired.map(([label]) => label));
}

/** Writes the notes of a group where its blocks are. */
function writeNotes(
  { parts, notes }: NoteGroup,
  identifiers: ReadonlyMap<NoteDraft, string>,
  { createNote }: NoteWriter,
  written: Map<RootContent, readonly RootContent[]>,
): void {
  let next = 0;
  let last: FootnoteDefinition | undefined;
  for (const { block, kind, notes: own = [] } of parts) {
    if (kind === "nothing") continue;
    const definitions = own.map((_, index) => {
      const draft = elementAt(notes, next + index);
      const { label, children, beginning } = draft;
      const note = createNote({ label, note: identifiers.get(draft) }, [...children], beginning);
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

/** Returns the edits that make marks, by the paragraph or the heading and in its order. One mark may refer to several notes. */
function editsOf(
  linked: readonly LinkedMark[],
  identifiers: ReadonlyMap<NoteDraft, string>,
  { createMarks }: NoteWriter,
): ReadonlyMap<RootContent, readonly FlatEdit[]> {
  const edits = new Map<RootContent, readonly FlatEdit[]>();
  const written = linked.filter(({ mark }) => mark.isKept !== true);
  for (const [node, own] of groupBy(written, ({ mark }) => mark.node)) {
    const places = [...groupBy(own, ({ mark }) => mark.start).values()];
    const editOf = (place: readonly LinkedMark[]): FlatEdit => {
      const { flat, start, end, labels, tags, found } = elementAt(place, 0).mark;
      const notes = new Map(place.map(({ label, note }) => [label, identifiers.get(note)]));
      const replacement = createMarks(
        flat.text.slice(start, end),
        labels.map((label) => ({ label, note: notes.get(label) })),
      );
      return { start, end, replacement, tags, ...(found !== undefined && { found }) };
    };
    edits.set(
      node,
      places.map(editOf).toSorted((one, other) => one.start - other.start),
    );
  }
  return edits;
}

/** Returns a block with the edits of the paragraphs and headings in it. */
function withEdits(
  block: RootContent,
  edits: ReadonlyMap<RootContent, readonly FlatEdit[]>,
): RootContent {
  const own = edits.get(block);
  if (own !== undefined && (block.type === "paragraph" || block.type === "heading")) {
    return { ...block, children: replaceRanges(block.children, own) };
  }
  if (block.type !== "blockquote" && block.type !== "list" && block.type !== "listItem")
    return block;
  return {
    ...block,
    children: block.children.map((child) => withEdits(child, edits)),
  } as RootContent;
}
