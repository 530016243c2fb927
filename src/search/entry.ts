import type { Document, Note, Passage } from "../corpus/document.ts";

/** A passage and the document it stands in. */
export interface Place {
  readonly document: Document;
  readonly passage: Passage;
}

/** What a search can find: words of a document, the editor's note on it, or the document by its data. */
export type Entry =
  | ({ readonly kind: "passage" } & Place)
  | { readonly kind: "note"; readonly document: Document; readonly note: Note }
  | { readonly kind: "document"; readonly document: Document };

/** Everything that can be found in `documents`, in their order; the same words only once. */
export function entriesOf(documents: readonly Document[]): readonly Entry[] {
  return documents.flatMap((document): Entry[] => [
    { kind: "document", document },
    ...document.passages
      .filter(({ sameAs }) => sameAs === undefined)
      .map((passage) => ({ kind: "passage", document, passage }) as const),
    ...document.notes.map((note) => ({ kind: "note", document, note }) as const),
  ]);
}

/** The text in which an entry is looked for. */
export function textOf(entry: Entry): string {
  switch (entry.kind) {
    case "passage":
      return entry.passage.text;
    case "note":
      return entry.note.text;
    case "document": {
      const { id, title, date, from, to, delivered, topics } = entry.document;
      const people = [...from, ...to].flatMap(({ name, forms }) => [name, ...forms]);
      const labels = topics.map(({ label }) => label);
      return [title, id, date?.label, date?.edtf, ...people, delivered, ...labels]
        .filter((part) => part !== undefined)
        .join("\n");
    }
  }
}
