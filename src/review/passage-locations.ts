import { type Document, distinctPassagesOf, type PassageRef } from "../corpus/document.ts";
import type { FileLocation } from "../corpus/problem.ts";
import { elementAt } from "../foundation/checked-access.ts";

/** Returns the line of the file that contains the character at `offset` of a passage's text. */
export function fileLocationOf({ document, passage }: PassageRef, offset = 0): FileLocation {
  const index = passage.lines.findLastIndex((line) => line.offset <= offset);
  return { path: document.path, line: elementAt(passage.lines, index).line };
}

/** Returns all passages except those that only repeat words of a document's full text. */
export function distinctPassageRefs(documents: readonly Document[]): readonly PassageRef[] {
  return documents.flatMap((document) =>
    distinctPassagesOf(document).map((passage) => ({ document, passage })),
  );
}
