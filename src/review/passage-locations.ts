import type { Document, Passage, PassageRef } from "../corpus/document.ts";
import type { FileLocation as FilePlace } from "../corpus/reference-table.ts";

/** Where in its file the character at `offset` of a passage's text stands. */
export function fileLocationOf({ document, passage }: PassageRef, offset = 0): FilePlace {
  const start = passage.lines.findLast((line) => line.offset <= offset);
  return { path: document.path, line: start?.line ?? 1 };
}

/** Every passage, but for what only repeats words of the full text. */
export function distinctPassageRefs(documents: readonly Document[]): readonly PassageRef[] {
  return documents.flatMap((document) =>
    document.passages.filter(isDistinct).map((passage) => ({ document, passage })),
  );
}

function isDistinct({ sameAs }: Passage): boolean {
  return sameAs === undefined;
}
