import { parentPort, type Transferable, workerData } from "node:worker_threads";
import { type CorpusReading, corpusOf, type FilesDone } from "../corpus/corpus.ts";
import type { CorpusFiles } from "../corpus/read.ts";
import { indexedEntriesOf, indexesOf } from "../search/index/build-indexes.ts";
import { entriesOf, numbered } from "../search/searchable.ts";
import { packedData, wholeBuffers } from "./serialize-arrays.ts";
import { packed } from "./serialize-corpus.ts";

/** A corpus and its indexes as bytes: what threads hand over and a snapshot holds. */
export interface Built {
  /** What `unpacked` takes. */
  readonly corpus: readonly Uint8Array[];
  /** What `unpackedData` takes. */
  readonly indexes: readonly Uint8Array[];
}

/** What keeps a corpus from being built. */
export type Unbuilt = Exclude<CorpusReading, { readonly corpus: unknown }>;

/** What the worker says; the outcome is the last. */
export type Message =
  | { readonly progress: Progress }
  | { readonly outcome: { readonly built: Built } | Unbuilt };

build(workerData);

/** Checks and indexes a corpus in the worker, and tells its parent. */
function build({ files, unread }: CorpusFiles): void {
  const said = createEvery(50, (progress: Progress) => say({ progress }));
  const reading = corpusOf(files, unread, said);
  if ("problems" in reading) {
    say({ outcome: reading });
    return;
  }
  const { corpus } = reading;
  const entries = indexedEntriesOf(numbered(entriesOf(corpus)), corpus.language);
  const indexes = indexesOf(entries, (part) => said({ step: "indexing", part }));
  const built = { corpus: packed(corpus), indexes: packedData(indexes) };
  say({ outcome: { built } }, wholeBuffers([...built.corpus, ...built.indexes]));
}

function say(message: Message, transferred: readonly Transferable[] = []): void {
  parentPort?.postMessage(message, transferred);
}

/** Passes on the first of what comes, and then one every so many milliseconds. */
function createEvery<T>(milliseconds: number, pass: (value: T) => void): (value: T) => void {
  let next = 0;
  return (value) => {
    const now = performance.now();
    if (now < next) return;
    next = now + milliseconds;
    pass(value);
  };
}

/** How far the opening of a corpus is. */
export type Progress =
  | FilesDone
  | {
      readonly step: "indexing";
      /** From 0 to 1. */
      readonly part: number;
    };
