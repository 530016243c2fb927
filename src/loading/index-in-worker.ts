import { Worker } from "node:worker_threads";
import type { Problem } from "../corpus/problem.ts";
import type { CorpusFiles } from "../corpus/read.ts";
import type { Result } from "../foundation/result.ts";
import { trustShape } from "../foundation/trusted-shape.ts";
import type { IndexWorkerMessage, LoadProgress, SerializedIndex } from "./index-worker.ts";
import { transferableBuffers } from "./serialize-arrays.ts";

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
      const message = trustShape<IndexWorkerMessage>(data, ["kind"]);
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
