import { type Analyzers, createAnalyzers } from "../../language/analyzer.ts";
import { documentOf, type Searchable, searchableText } from "../searchable.ts";
import { isContiguous } from "./passage-positions.ts";
import { buildPositionsData, type PositionsData } from "./positions.ts";
import { buildPostings, type Postings, type Tokenize } from "./postings.ts";

/** All that takes long to make of a corpus, as plain data, which threads and files can carry. */
export interface CorpusIndexes extends CorpusPositions {
  /** Which entries have which of their own words. */
  readonly prose: Postings;
  /** Which documents have which words in their data. */
  readonly documents: Postings;
}

export interface CorpusPositions {
  /** Where the words of the passages stand. */
  readonly passages: PositionsData;
  /** Where the words of all other entries stand. */
  readonly others: PositionsData;
}

/** What is indexed of an entry. */
export interface IndexedEntry {
  readonly text: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly kind: Searchable["kind"];
  /** Whether its last words and the next entry's first stand together. */
  readonly readsOn: boolean;
}

/** Entries as they are indexed; `language` is that of those which stand in no document. */
export function toIndexedEntries(
  entries: readonly Searchable[],
  language: string,
): readonly IndexedEntry[] {
  return entries.map((entry, number) => {
    const next = entries[number + 1];
    return {
      text: searchableText(entry),
      language: documentOf(entry)?.language ?? language,
      kind: entry.kind,
      readsOn: entry.kind === "passage" && next?.kind === "passage" && isContiguous(entry, next),
    };
  });
}

/** Indexes `entries`. `progress` is told the part that is done. */
export function buildIndexes(
  entries: readonly IndexedEntry[],
  progress: (part: number) => void = () => {},
): CorpusIndexes {
  const cut = tokenizeWith(createAnalyzers(entries.map(({ language }) => language)));
  const isDocument = ({ kind }: IndexedEntry) => kind === "document";
  const half = (done: number) => progress(done / 2);
  return {
    prose: buildPostings(
      entries.filter((entry) => !isDocument(entry)),
      cut,
      half,
    ),
    documents: buildPostings(entries.filter(isDocument), cut, half),
    ...buildPositions(entries, (done) => progress((1 + done) / 2)),
  };
}

/** Indexes where words stand. `progress` is told the part that is done. */
export function buildPositions(
  entries: readonly IndexedEntry[],
  progress: (part: number) => void = () => {},
): CorpusPositions {
  const passages = entries.filter(({ kind }) => kind === "passage");
  const others = entries.filter(({ kind }) => kind !== "passage");
  const part = passages.length / entries.length;
  return {
    passages: buildPositionsData(passages, (done) => progress(done * part)),
    others: buildPositionsData(others, (done) => progress(part + done * (1 - part))),
  };
}

/** Cuts each text into words as its language wants it. */
export function tokenizeWith(analyzers: Analyzers): Tokenize {
  return ({ text, language }, each) => analyzers.of(language).forEachTerm(text, each);
}
