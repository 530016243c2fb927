import type { Corpus, CorpusEvent, Document, Note, PassageRef, Topic } from "../corpus/document.ts";

/** What a search can find. */
export type Searchable =
  /** Words of a document. */
  | ({ readonly kind: "passage" } & PassageRef)
  /** What the corpus's editor says of a document. */
  | { readonly kind: "note"; readonly document: Document; readonly note: Note }
  /** A document by its data: title, date, people, topics. */
  | { readonly kind: "document"; readonly document: Document }
  | { readonly kind: "event"; readonly event: CorpusEvent };

/** Everything that can be found in a corpus, in the order of its documents; the same words once. */
export interface Searchables {
  /** What is found by its own words. */
  readonly prose: readonly Exclude<Searchable, { kind: "document" }>[];
  readonly documents: readonly Extract<Searchable, { kind: "document" }>[];
}

/** All of them as they are numbered: the prose, then the documents. */
export function allSearchables({ prose, documents }: Searchables): readonly Searchable[] {
  return [...prose, ...documents];
}

export function searchablesOf({ documents, events }: Corpus): Searchables {
  return {
    prose: [
      ...documents.flatMap((document) => [
        ...document.passages
          .filter(({ sameAs }) => sameAs === undefined)
          .map((passage) => ({ kind: "passage", document, passage }) as const),
        ...document.notes.map((note) => ({ kind: "note", document, note }) as const),
      ]),
      ...events.map((event) => ({ kind: "event", event }) as const),
    ],
    documents: documents.map((document) => ({ kind: "document", document })),
  };
}

/** The document that an entry stands in or for. */
export function documentOf(entry: Searchable): Document | undefined {
  return entry.kind === "event" ? undefined : entry.document;
}

/** What an entry is on: a passage has topics of its own. */
export function topicsOf(entry: Searchable): readonly Topic[] {
  switch (entry.kind) {
    case "passage":
      return entry.passage.topics;
    case "event":
      return entry.event.topics;
    case "note":
    case "document":
      return entry.document.topics;
  }
}

/** The text in which an entry is looked for. */
export function searchableText(entry: Searchable): string {
  switch (entry.kind) {
    case "passage":
      return entry.passage.text;
    case "note":
      return entry.note.text;
    case "event":
      return `${entry.event.title}\n${entry.event.text}`;
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

/** The text that an entry's excerpt is a part of. */
export function excerptedText(entry: Searchable): string {
  switch (entry.kind) {
    case "passage":
    case "note":
      return searchableText(entry);
    case "event":
      return entry.event.text;
    case "document":
      return entry.document.title;
  }
}

/** Where in an entry's text that part begins, in UTF-16 code units. */
export function excerptOffset(entry: Searchable): number {
  return entry.kind === "event" ? searchableText(entry).length - entry.event.text.length : 0;
}
