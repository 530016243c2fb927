import { parentPort, type Transferable, workerData } from "node:worker_threads";
import { buildCorpus } from "../corpus/corpus.ts";
import type { CorpusFiles } from "../corpus/read.ts";
import { buildIndexes, toIndexedEntries } from "../search/index/build-indexes.ts";
import { allSearchables, searchablesOf } from "../search/searchable.ts";
import type { IndexWorkerMessage, LoadProgress } from "./index-in-worker.ts";
import { serializeArrays, transferableBuffers } from "./serialize-arrays.ts";
import { serializeCorpus } from "./serialize-corpus.ts";
import { trustData } from "./trusted-data.ts";

// The worker side of `indexInWorker`, which starts this module in a thread of its own.

/** Between two progress messages, in milliseconds. */
const PROGRESS_INTERVAL = 50;

indexCorpus(trustData<CorpusFiles>(workerData, ["files", "unread"]));

/** Checks and indexes a corpus, and posts the progress and the outcome to the main thread. */
function indexCorpus({ files, unread }: CorpusFiles): void {
  const report = throttle(PROGRESS_INTERVAL, (progress: LoadProgress) =>
    post({ kind: "progress", progress }),
  );
  const reading = buildCorpus(files, unread, report);
  if ("error" in reading) {
    post({ kind: "outcome", outcome: { error: reading.error } });
    return;
  }
  const { corpus } = reading;
  const entries = toIndexedEntries(allSearchables(searchablesOf(corpus)), corpus.language);
  const indexes = buildIndexes(entries, (part) => report({ step: "indexing", part }));
  const outcome = { corpus: serializeCorpus(corpus), indexes: serializeArrays(indexes) };
  post({ kind: "outcome", outcome }, transferableBuffers([...outcome.corpus, ...outcome.indexes]));
}

function post(message: IndexWorkerMessage, transferred: readonly Transferable[] = []): void {
  if (parentPort === null) throw new Error("This module runs in a worker thread only.");
  parentPort.postMessage(message, transferred);
}

/** Passes on the first value, and then at most one in as many milliseconds. */
function throttle<T>(milliseconds: number, pass: (value: T) => void): (value: T) => void {
  let next = 0;
  return (value) => {
    const now = performance.now();
    if (now < next) return;
    next = now + milliseconds;
    pass(value);
  };
}
