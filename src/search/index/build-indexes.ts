import type { Corpus, Document } from "../../corpus/document.ts";
import { elementAt, integerAt } from "../../foundation/checked-access.ts";
import { memoizeByObject } from "../../foundation/memoize-by-object.ts";
import { type Analyzers, createAnalyzers } from "../../language/analyzer.ts";
import { entriesOf, type SearchEntry, searchableText } from "../search-entry.ts";
import { buildPositions, type IndexedText } from "./build-positions.ts";
import { ADDED, mergePostings } from "./merge-postings.ts";
import { isContiguous } from "./passage-positions.ts";
import type { StoredPositions } from "./positions.ts";
import { buildPostings, type Postings, type TextToIndex, type Tokenize } from "./postings.ts";

/** All indexes that take long to build, as plain data that threads can pass on and files can store. */
export interface CorpusIndexes extends CorpusPostings, CorpusPositions {}

export interface CorpusPostings {
  /** The words of passages, notes and events. */
  readonly prose: Postings;
  /** The words of the documents' metadata. */
  readonly documents: Postings;
}

export interface CorpusPositions {
  readonly passages: StoredPositions;
  /** The positions in notes, events and the documents' metadata. */
  readonly others: StoredPositions;
}

/** An entry as it is indexed. */
export interface IndexedEntry extends TextToIndex, IndexedText {
  readonly kind: SearchEntry["kind"];
  /** The path of its document; undefined for events. */
  readonly path: string | undefined;
}

/** Entries with their indexes, from which those of a changed corpus can be made. */
export interface IndexedCorpus {
  readonly entries: readonly IndexedEntry[];
  readonly indexes: CorpusIndexes;
}

/** Returns what is indexed of all entries of a corpus, in the order of their ids. */
export function indexedEntriesOf({ documents, events, language }: Corpus): readonly IndexedEntry[] {
  const own = documents.map(indexedEntriesOfDocument);
  return [
    ...own.flatMap(({ prose }) => prose),
    ...events.map((event): IndexedEntry => {
      const text = searchableText({ kind: "event", event });
      return { text, language, kind: "event", isContinued: false, path: undefined };
    }),
    ...own.map(({ document }) => document),
  ];
}

const indexedEntriesOfDocument = memoizeByObject((document: Document) => {
  const { language, path } = document;
  const entries = entriesOf(document);
  const toIndexed = (entry: SearchEntry, next?: SearchEntry): IndexedEntry => {
    const isContinued =
      entry.kind === "passage" && next?.kind === "passage" && isContiguous(entry, next);
    return { text: searchableText(entry), language, kind: entry.kind, isContinued, path };
  };
  return {
    prose: entries.prose.map((entry, index) => toIndexed(entry, entries.prose[index + 1])),
    document: toIndexed(entries.document),
  };
});

/**
 * Indexes `entries`: those of documents that `earlier` has unchanged from there, and the others anew. Calls `progress`
 * with the fraction that is done.
 */
export function buildIndexes(
  entries: readonly IndexedEntry[],
  progress: (fraction: number) => void = () => {},
  earlier?: IndexedCorpus,
): CorpusIndexes {
  const origins = earlier && { in: findOrigins(entries, earlier.entries), ...earlier.indexes };
  return {
    ...buildCorpusPostings(entries, (fraction) => progress(fraction / 2), origins),
    ...buildCorpusPositions(entries, (fraction) => progress((1 + fraction) / 2), origins),
  };
}

/** Indexes the words of `entries`. Calls `progress` with the fraction that is done. */
export function buildCorpusPostings(
  entries: readonly IndexedEntry[],
  progress: (fraction: number) => void = () => {},
  earlier?: CorpusPostings & { readonly in: OriginsIn },
): CorpusPostings {
  const tokenize = tokenizeWith(createAnalyzers(entries.map(({ language }) => language)));

  function postingsOf(part: "prose" | "documents", isPart: IsPart): Postings {
    const texts = entries.filter(isPart);
    if (earlier === undefined) return buildPostings(texts, tokenize, progress);
    const ofPart = earlier.in(isPart);
    const added = texts.filter((_, docId) => ofPart[docId] === ADDED);
    return mergePostings(earlier[part], buildPostings(added, tokenize, progress), ofPart);
  }

  return {
    prose: postingsOf("prose", (entry) => !isDocument(entry)),
    documents: postingsOf("documents", isDocument),
  };
}

/** Whether an entry is in one of the indexes. */
type IsPart = (entry: IndexedEntry) => boolean;

const isDocument: IsPart = ({ kind }) => kind === "document";
const isPassage: IsPart = ({ kind }) => kind === "passage";

/** Returns, for each entry of a part, its number in the earlier index of that part, or `ADDED`. */
type OriginsIn = (isPart: IsPart) => Uint32Array;

/**
 * Finds which entries an earlier index has: all of a document or none. Their order is the same in both, because
 * documents are in the order of their dates and paths, and the entries of a document contain its date.
 */
function findOrigins(
  entries: readonly IndexedEntry[],
  earlier: readonly IndexedEntry[],
): OriginsIn {
  const origins = new Uint32Array(entries.length).fill(ADDED);
  const earlierIds = idsByDocument(earlier);
  for (const [path, ids] of idsByDocument(entries)) {
    const known = earlierIds.get(path) ?? [];
    const isSame =
      known.length === ids.length &&
      ids.every((id, index) =>
        isSameEntry(elementAt(entries, id), elementAt(earlier, elementAt(known, index))),
      );
    if (!isSame) continue;
    ids.forEach((id, index) => {
      origins[id] = elementAt(known, index);
    });
  }

  return (isPart) => {
    const numbers = new Uint32Array(earlier.length);
    let count = 0;
    earlier.forEach((entry, id) => {
      if (isPart(entry)) numbers[id] = count++;
    });
    const ofPart = origins.filter((_, id) => isPart(elementAt(entries, id)));
    return ofPart.map((id) => (id === ADDED ? ADDED : integerAt(numbers, id)));
  };
}

/** Returns the ids of the entries of each document, the one for its metadata last. */
function idsByDocument(entries: readonly IndexedEntry[]): ReadonlyMap<string, readonly number[]> {
  const ids = new Map<string, number[]>();
  entries.forEach(({ path }, id) => {
    if (path === undefined) return;
    const known = ids.get(path);
    if (known === undefined) ids.set(path, [id]);
    else known.push(id);
  });
  return ids;
}

function isSameEntry(one: IndexedEntry, other: IndexedEntry): boolean {
  if (one === other) return true;
  return (
    one.text === other.text &&
    one.language === other.language &&
    one.kind === other.kind &&
    one.isContinued === other.isContinued
  );
}

/** Indexes the positions in `entries`. Calls `progress` with the fraction that is done. */
export function buildCorpusPositions(
  entries: readonly IndexedEntry[],
  progress: (fraction: number) => void = () => {},
  earlier?: CorpusPositions & { readonly in: OriginsIn },
): CorpusPositions {
  function positionsOf(
    part: "passages" | "others",
    isPart: IsPart,
    report: (fraction: number) => void,
  ): StoredPositions {
    const known = earlier && { positions: earlier[part], origins: earlier.in(isPart) };
    return buildPositions(entries.filter(isPart), report, known);
  }
  const share = entries.filter(isPassage).length / entries.length;
  return {
    passages: positionsOf("passages", isPassage, (fraction) => progress(fraction * share)),
    others: positionsOf(
      "others",
      (entry) => !isPassage(entry),
      (fraction) => progress(share + fraction * (1 - share)),
    ),
  };
}

/** Returns a function that extracts the content words of each text by the rules of its language. */
export function tokenizeWith(analyzers: Analyzers): Tokenize {
  return ({ text, language }, each) => analyzers.of(language).forEachTerm(text, each);
}
