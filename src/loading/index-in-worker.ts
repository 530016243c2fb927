import type { CorpusFiles } from "../corpus/read.ts";
import type { IndexOutcome, IndexTask, LoadProgress } from "./index-worker.ts";
import { describeExceededLimit, maxHeapFor, runLimited } from "./limited-thread.ts";
import { transferableBuffers } from "./serialize-arrays.ts";

interface IndexOptions {
  readonly progress?: (progress: LoadProgress) => void;
  /** How long the thread may work on one file, in milliseconds of processor time. */
  readonly maxFileWork?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

const NO_FILES: CorpusFiles = { files: [], unread: [] };

/**
 * Checks and indexes a corpus in a worker thread, to which the bytes of its `files` are transferred if they have been
 * read. A corpus may be invalid because a file exceeds a limit. Rejects if the thread fails, or ends early
 * because `signal` aborts.
 */
export async function indexInWorker(
  task: IndexTask,
  options: IndexOptions = {},
): Promise<IndexOutcome> {
  const { files } = task.files ?? NO_FILES;
  const outcome = await run(task, maxHeapFor(files), options);
  return outcome.kind === "outgrown" ? run(task, outcome.maxHeap, options) : outcome;
}

async function run(
  task: IndexTask,
  maxHeap: number,
  { progress = () => {}, maxFileWork, signal }: IndexOptions,
): Promise<IndexOutcome> {
  const { files } = task.files ?? NO_FILES;
  const ended = await runLimited<LoadProgress, IndexOutcome>(
    new URL("./index-worker.mjs", import.meta.url),
    {
      task,
      transferList: transferableBuffers(files.map(({ bytes }) => bytes)),
      progress,
      maxHeap,
      ...(maxFileWork !== undefined && { maxWork: maxFileWork }),
      signal,
    },
  );
  return "error" in ended
    ? { kind: "invalid", problems: [describeExceededLimit(ended.error)] }
    : ended.outcome;
}
