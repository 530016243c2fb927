import { type Transferable, Worker } from "node:worker_threads";
import type { CorpusFile } from "../corpus/corpus.ts";
import type { Problem } from "../corpus/problem.ts";
import { errorCode } from "../foundation/errors.ts";
import type { Result } from "../foundation/result.ts";
import { trustShape } from "../foundation/trusted-shape.ts";

/** A message from the code in the thread. */
export type ThreadMessage<Progress, Outcome> =
  /** The next piece of work, such as the path of a file. The limits apply to each by itself. */
  | { readonly kind: "begin"; readonly what: string }
  | { readonly kind: "progress"; readonly progress: Progress }
  /** The last message. */
  | { readonly kind: "outcome"; readonly outcome: Outcome };

/** The piece of work that a thread could not finish, and the limit that it exceeded. */
export interface ExceededLimit {
  readonly what: string;
  readonly limit: "time" | "memory";
}

interface ThreadOptions<Progress> {
  readonly data: unknown;
  readonly transferList?: readonly Transferable[];
  readonly progress: (progress: Progress) => void;
  /** How long the thread may work without a message, in milliseconds. */
  readonly timeout?: number;
  /** The maximum size of the thread's JavaScript heap, in MiB. */
  readonly maxHeap: number;
  /** Ends the thread when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/** How long a thread may work on one file, in milliseconds. */
const FILE_TIMEOUT = 30_000;

/**
 * Runs a module in a thread of its own, within limits. Returns its outcome, or the limit that it has
 * exceeded. Rejects if the thread fails, or ends early because `signal` aborts.
 */
export function runLimited<Progress, Outcome>(
  module: URL,
  {
    data,
    transferList,
    progress,
    timeout = FILE_TIMEOUT,
    maxHeap,
    signal,
  }: ThreadOptions<Progress>,
): Promise<Result<{ readonly outcome: Outcome }, ExceededLimit>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, {
      workerData: data,
      ...(transferList && { transferList: [...transferList] }),
      resourceLimits: { maxOldGenerationSizeMb: maxHeap },
    });
    let what = "";
    // The time that the thread takes to start does not count.
    let timer: NodeJS.Timeout | undefined;
    function onTimeout(): void {
      resolve({ error: { what, limit: "time" } });
      void worker.terminate();
    }
    const terminate = () => worker.terminate();
    signal?.addEventListener("abort", terminate);

    worker.on("message", (data: unknown) => {
      clearTimeout(timer);
      timer = setTimeout(onTimeout, timeout);
      const message = trustShape<ThreadMessage<Progress, Outcome>>(data, ["kind"]);
      switch (message.kind) {
        case "begin":
          what = message.what;
          break;
        case "progress":
          progress(message.progress);
          break;
        case "outcome":
          resolve({ outcome: message.outcome });
          break;
      }
    });
    worker.on("error", (error) => {
      if (errorCode(error) !== "ERR_WORKER_OUT_OF_MEMORY") reject(error);
      else resolve({ error: { what, limit: "memory" } });
    });
    worker.on("exit", () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", terminate);
      // No effect after the outcome.
      reject(new Error("The thread ended early."));
    });
    if (signal?.aborted) terminate();
  });
}

/** Returns the heap that a corpus may take while it is read, in MiB: a GiB, and more if it is large. */
export function maxHeapFor(files: readonly CorpusFile[]): number {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return 1024 + Math.ceil((64 * bytes) / 1024 ** 2);
}

/** Describes a file that cannot be read within the limits, as a problem of the corpus. */
export function describeExceededLimit({ what, limit }: ExceededLimit): Problem {
  return {
    path: what === "" ? "." : what,
    line: 1,
    message:
      limit === "time"
        ? "This takes longer to read than one file may."
        : "This takes more memory to read than there is.",
    remedy: "Split it, or look for marks of Markdown that are repeated or nested without end.",
  };
}
