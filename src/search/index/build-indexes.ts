import { type Analyzers, createAnalyzers } from "../../language/analyzer.ts";
import { documentOf, type SearchEntry, searchableText } from "../search-entry.ts";
import { buildPositions, type IndexedText } from "./build-positions.ts";
import { isContiguous } from "./passage-positions.ts";
import type { StoredPositions } from "./positions.ts";
import { buildPostings, type Postings, type TextToIndex, type Tokenize } from "./postings.ts";

/** All indexes that take long to build, as plain data that threads can pass on and files can store. */
export interface CorpusIndexes extends CorpusPositions {
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
}

/** Converts entries to what is indexed of them. `language` is that of entries without a document. */
export function toIndexedEntries(
  entries: readonly SearchEntry[],
  language: string,
): readonly IndexedEntry[] {
  return entries.map((entry, index) => {
    const next = entries[index + 1];
    return {
      text: searchableText(entry),
      language: documentOf(entry)?.language ?? language,
      kind: entry.kind,
      isContinued:
        entry.kind === "passage" && next?.kind === "passage" && isContiguous(entry, next),
    };
  });
}

/** Indexes `entries`. Calls `progress` with the fraction that is done. */
export function buildIndexes(
  entries: readonly IndexedEntry[],
  progress: (fraction: number) => void = () => {},
): CorpusIndexes {
  const tokenize = tokenizeWith(createAnalyzers(entries.map(({ language }) => language)));
  const isDocument = ({ kind }: IndexedEntry) => kind === "document";
  const firstHalf = (fraction: number) => progress(fraction / 2);
  const secondHalf = (fraction: number) => progress((1 + fraction) / 2);
  const prose = entries.filter((entry) => !isDocument(entry));
  return {
    prose: buildPostings(prose, tokenize, firstHalf),
    documents: buildPostings(entries.filter(isDocument), tokenize, firstHalf),
    ...buildCorpusPositions(entries, secondHalf),
  };
}

/** Indexes the positions in `entries`. Calls `progress` with the fraction that is done. */
export function buildCorpusPositions(
  entries: readonly IndexedEntry[],
  progress: (fraction: number) => void = () => {},
): CorpusPositions {
  const passages = entries.filter(({ kind }) => kind === "passage");
  const others = entries.filter(({ kind }) => kind !== "passage");
  const share = passages.length / entries.length;
  return {
    passages: buildPositions(passages, (fraction) => progress(fraction * share)),
    others: buildPositions(others, (fraction) => progress(share + fraction * (1 - share))),
  };
}

/** Returns a function that extracts the content words of each text by the rules of its language. */
export function tokenizeWith(analyzers: Analyzers): Tokenize {
  return ({ text, language }, each) => analyzers.of(language).forEachTerm(text, each);
}
