import { type Analyzers, createAnalyzers } from "../../language/analyzer.ts";
import { documentOf, type Entry, textOf } from "../searchable.ts";
import { readsOn } from "./passage-positions.ts";
import { type PositionsData, positionsOf } from "./positions.ts";
import { type Cut, type Postings, postingsOf } from "./postings.ts";

/** All that takes long to make of a corpus, as plain data, which threads and files can carry. */
export interface Indexes extends PositionsIn {
  /** Which entries have which of their own words. */
  readonly prose: Postings;
  /** Which documents have which words in their data. */
  readonly documents: Postings;
}

export interface PositionsIn {
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
  readonly kind: Entry["kind"];
  /** Whether its last words and the next entry's first stand together. */
  readonly readsOn: boolean;
}

/** Entries as they are indexed; `language` is that of those which stand in no document. */
export function indexedEntriesOf(
  entries: readonly Entry[],
  language: string,
): readonly IndexedEntry[] {
  return entries.map((entry, number) => {
    const next = entries[number + 1];
    return {
      text: textOf(entry),
      language: documentOf(entry)?.language ?? language,
      kind: entry.kind,
      readsOn: entry.kind === "passage" && next?.kind === "passage" && readsOn(entry, next),
    };
  });
}

/** Indexes `entries`. `progress` is told the part that is done. */
export function indexesOf(
  entries: readonly IndexedEntry[],
  progress: (part: number) => void = () => {},
): Indexes {
  const cut = cutWith(createAnalyzers(entries.map(({ language }) => language)));
  const isDocument = ({ kind }: IndexedEntry) => kind === "document";
  const half = (done: number) => progress(done / 2);
  return {
    prose: postingsOf(
      entries.filter((entry) => !isDocument(entry)),
      cut,
      half,
    ),
    documents: postingsOf(entries.filter(isDocument), cut, half),
    ...positionsIn(entries, (done) => progress((1 + done) / 2)),
  };
}

/** Indexes where words stand. `progress` is told the part that is done. */
export function positionsIn(
  entries: readonly IndexedEntry[],
  progress: (part: number) => void = () => {},
): PositionsIn {
  const passages = entries.filter(({ kind }) => kind === "passage");
  const others = entries.filter(({ kind }) => kind !== "passage");
  const part = passages.length / entries.length;
  return {
    passages: positionsOf(passages, (done) => progress(done * part)),
    others: positionsOf(others, (done) => progress(part + done * (1 - part))),
  };
}

/** Cuts each text into words as its language wants it. */
export function cutWith(analyzers: Analyzers): Cut {
  return ({ text, language }, each) => analyzers.of(language).eachTerm(text, each);
}
