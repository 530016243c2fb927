import { parentPort, type Transferable, workerData } from "node:worker_threads";
import { buildCorpus, type CorpusReading, type FileProgress } from "../corpus/corpus.ts";
import type { CorpusFiles } from "../corpus/read.ts";
import { buildIndexes, toIndexedEntries } from "../search/index/build-indexes.ts";
import { allSearchables, searchablesOf } from "../search/searchable.ts";
import { serializeArrays, transferableBuffers } from "./serialize-arrays.ts";
import { serializeCorpus } from "./serialize-corpus.ts";

/** A corpus and its indexes as bytes: what threads hand over and a snapshot holds. */
export interface SerializedIndex {
  /** What `unpacked` takes. */
  readonly corpus: readonly Uint8Array[];
  /** What `unpackedData` takes. */
  readonly indexes: readonly Uint8Array[];
}

/** What keeps a corpus from being built. */
export type LoadFailure = Exclude<CorpusReading, { readonly corpus: unknown }>;

/** What the worker says; the outcome is the last. */
export type IndexWorkerMessage =
  | { readonly progress: LoadProgress }
  | { readonly outcome: { readonly built: SerializedIndex } | LoadFailure };

runWorker(workerData);

/** Checks and indexes a corpus in the worker, and tells its parent. */
function runWorker({ files, unread }: CorpusFiles): void {
  const said = throttle(50, (progress: LoadProgress) => post({ progress }));
  const reading = buildCorpus(files, unread, said);
  if ("error" in reading) {
    post({ outcome: reading });
    return;
  }
  const { corpus } = reading;
  const entries = toIndexedEntries(allSearchables(searchablesOf(corpus)), corpus.language);
  const indexes = buildIndexes(entries, (part) => said({ step: "indexing", part }));
  const built = { corpus: serializeCorpus(corpus), indexes: serializeArrays(indexes) };
  post({ outcome: { built } }, transferableBuffers([...built.corpus, ...built.indexes]));
}

function post(message: IndexWorkerMessage, transferred: readonly Transferable[] = []): void {
  parentPort?.postMessage(message, transferred);
}

/** Passes on the first of what comes, and then one every so many milliseconds. */
function throttle<T>(milliseconds: number, pass: (value: T) => void): (value: T) => void {
  let next = 0;
  return (value) => {
    const now = performance.now();
    if (now < next) return;
    next = now + milliseconds;
    pass(value);
  };
}

/** How far the opening of a corpus is. */
export type LoadProgress =
  | FileProgress
  | {
      readonly step: "indexing";
      /** From 0 to 1. */
      readonly part: number;
    };
