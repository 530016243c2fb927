import type { Problem } from "../corpus/problem.ts";
import type { CorpusFiles } from "../corpus/read.ts";
import type { Result } from "../foundation/result.ts";
import type { LoadProgress, SerializedIndex } from "./index-worker.ts";
import { describeExceededLimit, maxHeapFor, runLimited } from "./limited-thread.ts";
import { transferableBuffers } from "./serialize-arrays.ts";

interface IndexOptions {
  readonly progress?: (progress: LoadProgress) => void;
  /** How long one file may take, in milliseconds. */
  readonly fileTimeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Checks and indexes a corpus in a worker thread, to which the bytes of the files are transferred.
 * Returns the problems of a corpus that does not load, which may be that a file exceeds a limit. Rejects
 * if the thread fails, or ends early because `signal` aborts.
 */
export async function indexInWorker(
  corpus: CorpusFiles,
  { progress = () => {}, fileTimeout, signal }: IndexOptions,
): Promise<Result<SerializedIndex, readonly Problem[]>> {
  const maxHeap = maxHeapFor(corpus.files);
  const ended = await runLimited<LoadProgress, Result<SerializedIndex, readonly Problem[]>>(
    new URL("./index-worker.mjs", import.meta.url),
    {
      task: corpus,
      transferList: transferableBuffers(corpus.files.map(({ bytes }) => bytes)),
      progress,
      maxHeap,
      ...(fileTimeout !== undefined && { timeout: fileTimeout }),
      signal,
    },
  );
  return "error" in ended ? { error: [describeExceededLimit(ended.error)] } : ended.outcome;
}
