import {
  type Corpus,
  type CorpusEvent,
  type Document,
  distinctPassagesOf,
  type Note,
  type PassageList,
  type PassageRef,
  type Topic,
} from "../corpus/document.ts";
import { elementAt, integerAt } from "../foundation/checked-access.ts";
import { type BuiltInSteps, eachInSteps, lazyInSteps } from "../foundation/lazy.ts";
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
 * All entries of a corpus; each wording once. An entry's id is its number among them: first the passages and then the
 * notes of each document, in the order of the documents, then the events, then the documents themselves. So the id of
 * prose is its docId in the ranking of prose. Functions throw a RangeError where there is no such entry.
 */
export interface SearchEntries extends BuiltInSteps {
  readonly count: number;
  /** How many entries are found by their own words. Their ids come first. */
  readonly proseCount: number;
  readonly documents: readonly Document[];
  /** The ids of the passages, which verdicts are about, in order. */
  readonly passageIds: Uint32Array;
  /** The ids of all other entries, in order. */
  readonly otherIds: Uint32Array;
  at(id: number): SearchEntry;
  /** Whether an entry is a passage. */
  isPassage(id: number): boolean;
  kindOf(id: number): SearchEntry["kind"];
  /** Returns the index of an entry in `passageIds` if it is a passage, otherwise in `otherIds`. */
  textIdOf(id: number): number;
  /** Returns the number of the document of an entry; that of events, which have none, exceeds all others. */
  documentNumberOf(id: number): number;
  /** Returns all passages. `buildSome` restores those that a snapshot still keeps packed. */
  passages(): readonly PassageRef[];
}

/** A range of an entry's text, in UTF-16 code units; the end is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns a getter of the entries of a corpus, which numbers them. It makes none of them: what no answer needs stays
 * packed in the snapshot.
 */
export function createSearchEntries(corpus: Corpus): (() => SearchEntries) & BuiltInSteps {
  return lazyInSteps(() => numberEntries(corpus));
}

function* numberEntries({ documents, events }: Corpus): Generator<void, SearchEntries> {
  const firstIds = new Uint32Array(documents.length + 1);
  yield* eachInSteps(documents, ({ distinctPassageCount, notes }, number) => {
    firstIds[number + 1] = integerAt(firstIds, number) + distinctPassageCount + notes.length;
  });
  const firstEvent = integerAt(firstIds, documents.length);
  const proseCount = firstEvent + events.length;
  const count = proseCount + documents.length;
  const documentNumbers = new Uint32Array(count).fill(documents.length);
  const textIds = new Uint32Array(count);
  const passageIds = new Uint32Array(count);
  const otherIds = new Uint32Array(count);
  let passageCount = 0;
  let otherCount = 0;
  const addOther = (id: number) => {
    textIds[id] = otherCount;
    otherIds[otherCount++] = id;
  };
  yield* eachInSteps(documents, ({ distinctPassageCount }, number) => {
    const first = integerAt(firstIds, number);
    const next = integerAt(firstIds, number + 1);
    documentNumbers.fill(number, first, next);
    documentNumbers[proseCount + number] = number;
    const firstNote = first + distinctPassageCount;
    for (let id = first; id < firstNote; id++) {
      textIds[id] = passageCount;
      passageIds[passageCount++] = id;
    }
    for (let id = firstNote; id < next; id++) addOther(id);
  });
  for (let id = firstEvent; id < count; id++) addOther(id);

  const ownPassageIds = passageIds.subarray(0, passageCount);
  const isPassage = (id: number) => ownPassageIds[integerAt(textIds, id)] === id;
  const documentNumberOf = (id: number) => integerAt(documentNumbers, id);
  function at(id: number): SearchEntry {
    if (id >= firstEvent && id < proseCount) {
      return { kind: "event", event: elementAt(events, id - firstEvent) };
    }
    const number = documentNumberOf(id);
    const own = entriesOf(elementAt(documents, number));
    return id < proseCount ? elementAt(own.prose, id - integerAt(firstIds, number)) : own.document;
  }
  const passages = lazyInSteps(function* () {
    const all: PassageRef[] = [];
    for (const document of documents) {
      for (const entry of entriesOf(document).prose) if (entry.kind === "passage") all.push(entry);
      // To unpack a book takes some milliseconds.
      yield;
    }
    return all;
  });
  return {
    count,
    proseCount,
    documents,
    passageIds: ownPassageIds,
    otherIds: otherIds.subarray(0, otherCount),
    at,
    isPassage,
    kindOf(id) {
      if (id >= proseCount) return "document";
      if (id >= firstEvent) return "event";
      return isPassage(id) ? "passage" : "note";
    },
    textIdOf: (id) => integerAt(textIds, id),
    documentNumberOf,
    passages,
    buildSome: passages.buildSome,
  };
}

/** Returns the passage with an id. Throws a RangeError if the entry with this id is none. */
export function passageAt({ at }: SearchEntries, id: number): PassageRef {
  const entry = at(id);
  if (entry.kind === "passage") return entry;
  throw new RangeError(`The entry ${id} is no passage.`);
}

/** Returns the passages as a list that makes only those that are asked for. */
export function passageListOf(entries: SearchEntries): PassageList {
  const { passageIds } = entries;
  return {
    length: passageIds.length,
    at(index) {
      const id = passageIds.at(index);
      return id === undefined ? undefined : passageAt(entries, id);
    },
  };
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
