import type { FootnoteDefinition, FootnoteReference, RootContent } from "mdast";
import { readPrintedNotes } from "./printed-notes.ts";

/** The beginning of the identifiers of marks and notes that are printed, and not written as Markdown has them. */
const PRINTED = "printed:";

/** Makes marks and notes of those that are printed in a text. */
export function setNotesApart(blocks: readonly RootContent[]): readonly RootContent[] {
  return readPrintedNotes(blocks, {
    createMarks: (printed) => [
      { type: "footnoteReference", identifier: PRINTED + printed, label: printed },
    ],
    createNote: ({ label }, children, beginning) => ({
      type: "footnoteDefinition",
      identifier: PRINTED + label,
      label: beginning,
      children,
    }),
    // GitHub's marks have notes.
    isOpen: () => false,
  });
}

/** Whether a mark is printed. Its label is the mark as the page shows it. */
export function isPrintedMark({ identifier, label }: FootnoteReference): boolean {
  return label !== undefined && label !== null && identifier === PRINTED + label;
}

/** Whether a note is printed. Its label is the mark before its words, with the space after it. */
export function isPrintedNote({ identifier }: FootnoteDefinition): boolean {
  return identifier.startsWith(PRINTED);
}
