import type { Document, Passage } from "../corpus/document.ts";
import type { Place as FilePlace } from "../corpus/names.ts";
import type { Place } from "../search/entry.ts";

/** Where in its file the character at `offset` of a passage's text stands. */
export function filePlaceOf({ document, passage }: Place, offset = 0): FilePlace {
  const start = passage.lines.findLast((line) => line.offset <= offset);
  return { path: document.path, line: start?.line ?? 1 };
}

/** Every passage, but for what only repeats words of the full text. */
export function passagesOf(documents: readonly Document[]): readonly Place[] {
  return documents.flatMap((document) =>
    document.passages.filter(isOwn).map((passage) => ({ document, passage })),
  );
}

function isOwn({ sameAs }: Passage): boolean {
  return sameAs === undefined;
}
