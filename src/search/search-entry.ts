import {
  type Corpus,
  type CorpusEvent,
  type Document,
  distinctPassagesOf,
  type Note,
  type PassageRef,
  type Topic,
} from "../corpus/document.ts";
import { eachInSteps } from "../foundation/lazy.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";

/** A unit that a search can find. */
export type SearchEntry =
  | ({ readonly kind: "passage" } & PassageRef)
  /** A paragraph by the corpus's editor. */
  | { readonly kind: "note"; readonly document: Document; readonly note: Note }
  /** A document by its metadata: title, date, people, topics. */
  | { readonly kind: "document"; readonly document: Document }
  | { readonly kind: "event"; readonly event: CorpusEvent };

/**
 * All entries of a corpus, in the order of its documents; each wording once. An entry's id is its index in
 * the prose followed by the documents, so the id of prose is its docId in the ranking of prose.
 */
export interface SearchEntries {
  /** The entries that are found by their own words. */
  readonly prose: readonly Exclude<SearchEntry, { kind: "document" }>[];
  readonly documents: readonly Extract<SearchEntry, { kind: "document" }>[];
}

/** All entries by whether verdicts are about them. */
interface SortedEntries {
  readonly passages: readonly Extract<SearchEntry, { kind: "passage" }>[];
  readonly others: readonly SearchEntry[];
}

/** A range of an entry's text, in UTF-16 code units; the end is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Returns all entries in the order of their ids. */
export function allSearchEntries({ prose, documents }: SearchEntries): readonly SearchEntry[] {
  return (prose as readonly SearchEntry[]).concat(documents);
}

/** Makes the entries of a corpus in steps. */
export function* searchEntriesOf({
  documents,
  events,
}: Corpus): Generator<void, SearchEntries & SortedEntries> {
  const prose: SearchEntries["prose"][number][] = [];
  const passages: SortedEntries["passages"][number][] = [];
  const others: SearchEntry[] = [];
  const whole: SearchEntries["documents"][number][] = [];
  yield* eachInSteps(documents, (document) => {
    const own = entriesOf(document);
    for (const entry of own.prose) {
      prose.push(entry);
      if (entry.kind === "passage") passages.push(entry);
      else others.push(entry);
    }
    whole.push(own.document);
  });
  for (const event of events) {
    const entry = { kind: "event", event } as const;
    prose.push(entry);
    others.push(entry);
  }
  yield* eachInSteps(whole, (entry) => others.push(entry));
  return { prose, documents: whole, passages, others };
}

/** The entries of one document. */
export interface DocumentEntries {
  readonly prose: readonly Exclude<SearchEntry, { kind: "document" | "event" }>[];
  readonly document: Extract<SearchEntry, { kind: "document" }>;
}

/** Returns the entries of a document, which are the same objects for the same document in another corpus. */
export const entriesOf = memoizeByObject((document: Document): DocumentEntries => {
  return {
    prose: [
      ...distinctPassagesOf(document).map(
        (passage) => ({ kind: "passage", document, passage }) as const,
      ),
      ...document.notes.map((note) => ({ kind: "note", document, note }) as const),
    ],
    document: { kind: "document", document },
  };
});

/** Returns the document that contains an entry, or that the entry is about. Events have none. */
export function documentOf(entry: SearchEntry): Document | undefined {
  return entry.kind === "event" ? undefined : entry.document;
}

/** Returns the topics of an entry. A passage has topics of its own, a note those of its document. */
export function topicsOf(entry: SearchEntry): readonly Topic[] {
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

/** Returns the text that is indexed of an entry. */
export function searchableText(entry: SearchEntry): string {
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

/** Returns the text that an entry's excerpt is cut from. */
export function excerptedText(entry: SearchEntry): string {
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

/** Returns the offset of the excerpted text in the searchable text, in UTF-16 code units. */
export function excerptOffset(entry: SearchEntry): number {
  return entry.kind === "event" ? searchableText(entry).length - entry.event.text.length : 0;
}
