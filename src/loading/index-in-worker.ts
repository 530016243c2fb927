import { Worker } from "node:worker_threads";
import type { CorpusFiles } from "../corpus/read.ts";
import type {
  IndexWorkerMessage,
  LoadFailure,
  LoadProgress,
  SerializedIndex,
} from "./index-worker.ts";
import { transferableBuffers } from "./serialize-arrays.ts";

/**
 * Checks and indexes a corpus in a thread of its own, which takes the files' bytes away and ends when
 * it is done, or when `signal` says so. Rejects with what goes wrong there.
 */
export function indexInWorker(
  corpus: CorpusFiles,
  progress: (progress: LoadProgress) => void,
  signal?: AbortSignal,
): Promise<{ readonly built: SerializedIndex } | LoadFailure> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./index-worker.mjs", import.meta.url), {
      workerData: corpus,
      transferList: [...transferableBuffers(corpus.files.map(({ bytes }) => bytes))],
    });
    const end = () => worker.terminate();
    signal?.addEventListener("abort", end);
    worker.on("message", (message: IndexWorkerMessage) => {
      if ("progress" in message) progress(message.progress);
      else resolve(message.outcome);
    });
    worker.on("error", reject);
    // Whoever has an answer is past hearing this.
    worker.on("exit", () => {
      signal?.removeEventListener("abort", end);
      reject(new Error("The thread that indexes the corpus ended early."));
    });
  });
}
