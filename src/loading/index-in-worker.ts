import { Worker } from "node:worker_threads";
import type { FileProgress } from "../corpus/corpus.ts";
import type { Problem } from "../corpus/problem.ts";
import type { CorpusFiles } from "../corpus/read.ts";
import type { Result } from "../foundation/result.ts";
import { transferableBuffers } from "./serialize-arrays.ts";
import { trustData } from "./trusted-data.ts";

/** A corpus and its indexes as bytes, which threads transfer and snapshots contain. */
export interface SerializedIndex {
  /** For `deserializeCorpus`. */
  readonly corpus: readonly Uint8Array[];
  /** For `deserializeArrays`. */
  readonly indexes: readonly Uint8Array[];
}

/** The progress of opening a corpus. */
export type LoadProgress =
  | FileProgress
  | {
      readonly step: "indexing";
      /** From 0 to 1. */
      readonly part: number;
    };

/** A message from the worker. The outcome is the last one. */
export type IndexWorkerMessage =
  | { readonly kind: "progress"; readonly progress: LoadProgress }
  | { readonly kind: "outcome"; readonly outcome: Result<SerializedIndex, readonly Problem[]> };

/**
 * Checks and indexes a corpus in a worker thread, to which the bytes of the files are transferred.
 * Returns the problems of a corpus that does not load. Rejects if the thread fails, or ends early
 * because `signal` aborts.
 */
export function indexInWorker(
  corpus: CorpusFiles,
  progress: (progress: LoadProgress) => void,
  signal?: AbortSignal,
): Promise<Result<SerializedIndex, readonly Problem[]>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./index-worker.mjs", import.meta.url), {
      workerData: corpus,
      transferList: [...transferableBuffers(corpus.files.map(({ bytes }) => bytes))],
    });
    const terminate = () => worker.terminate();
    signal?.addEventListener("abort", terminate);
    worker.on("message", (data: unknown) => {
      const message = trustData<IndexWorkerMessage>(data, ["kind"]);
      if (message.kind === "progress") progress(message.progress);
      else resolve(message.outcome);
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      signal?.removeEventListener("abort", terminate);
      // No effect after the outcome.
      reject(new Error("The thread that indexes the corpus ended early."));
    });
  });
}
