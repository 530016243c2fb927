import { parentPort, type Transferable, Worker } from "node:worker_threads";
import { message } from "../catalogue/catalogue.ts";
import type { CorpusFile } from "../corpus/corpus.ts";
import type { Problem } from "../corpus/problem.ts";
import { errorCode } from "../foundation/errors.ts";
import type { Result } from "../foundation/result.ts";
import { trustShape } from "../foundation/trusted-shape.ts";
import { startWorkMeter } from "./work-meter.ts";

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
  readonly task: unknown;
  readonly transferList?: readonly Transferable[];
  readonly progress?: (progress: Progress) => void;
  /** Called with each piece of work that the thread begins. */
  readonly begin?: (what: string) => void;
  /** How long the thread may work without a message, in milliseconds of processor time. */
  readonly maxWork?: number;
  /** The maximum memory of the process, in bytes: buffers and WebAssembly lie outside of the thread's heap. */
  readonly maxMemory?: number;
  /** The maximum size of the thread's JavaScript heap, in MiB. */
  readonly maxHeap: number;
  /** Whether the thread ends after the task instead of waiting for another one. */
  readonly isLast?: boolean;
  /** Ends the thread when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/** How long a thread may work on one file, in milliseconds of processor time. */
const MAX_FILE_WORK = 30_000;

/** The interval between two checks of the limits of a thread, in milliseconds. */
const CHECK_INTERVAL = 200;

/**
 * Runs a task in a thread, within limits. `module` passes its tasks to `serveTasks`. Returns the outcome,
 * or the limit that the task has exceeded. Rejects if the thread fails, or ends early because `signal`
 * aborts. A thread that exceeds a limit or fails has ended by then.
 */
export function runLimited<Progress, Outcome>(
  module: URL,
  {
    task,
    transferList = [],
    progress = () => {},
    begin = () => {},
    maxWork = MAX_FILE_WORK,
    maxMemory = Number.POSITIVE_INFINITY,
    maxHeap,
    isLast = false,
    signal,
  }: ThreadOptions<Progress>,
): Promise<Result<{ readonly outcome: Outcome }, ExceededLimit>> {
  return new Promise((resolve, reject) => {
    const thread = takeThread(module, maxHeap);
    const { worker } = thread;
    let what = "";
    let exceeded: ExceededLimit | undefined;
    let failure: unknown = new Error("The thread ended early.");
    // The work of starting the thread does not count.
    let workSoFar = () => 0;
    const terminate = () => worker.terminate();

    const check = setInterval(() => {
      if (workSoFar() > maxWork) exceeded = { what, limit: "time" };
      else if (process.memoryUsage.rss() > maxMemory) exceeded = { what, limit: "memory" };
      else return;
      void terminate();
    }, CHECK_INTERVAL);

    function finish(): void {
      clearInterval(check);
      signal?.removeEventListener("abort", terminate);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    }
    function onMessage(data: unknown): void {
      workSoFar = startWorkMeter();
      const message = trustShape<ThreadMessage<Progress, Outcome>>(data, ["kind"]);
      switch (message.kind) {
        case "begin":
          what = message.what;
          begin(what);
          break;
        case "progress":
          progress(message.progress);
          break;
        case "outcome":
          finish();
          if (isLast) void terminate();
          else parkThread(module, thread);
          resolve({ outcome: message.outcome });
          break;
      }
    }
    function onError(error: unknown): void {
      if (errorCode(error) !== "ERR_WORKER_OUT_OF_MEMORY") failure = error;
      else exceeded = { what, limit: "memory" };
    }
    function onExit(): void {
      finish();
      if (exceeded === undefined) reject(failure);
      else resolve({ error: exceeded });
    }

    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    signal?.addEventListener("abort", terminate);
    if (signal?.aborted) void terminate();
    else worker.postMessage(task, [...transferList]);
  });
}

/** Posts a message to the main thread. */
export type Post<Progress, Outcome> = (
  message: ThreadMessage<Progress, Outcome>,
  transferred?: readonly Transferable[],
) => void;

/** Runs the tasks that `runLimited` gives to this thread. Each ends by posting its outcome. */
export function serveTasks<Progress, Outcome>(
  run: (task: unknown, post: Post<Progress, Outcome>) => void | Promise<void>,
): void {
  const post: Post<Progress, Outcome> = (message, transferred = []) =>
    parentPort?.postMessage(message, transferred);
  parentPort?.on("message", (task: unknown) => {
    post({ kind: "begin", what: "" });
    // An error ends the thread, whether the task throws it or rejects.
    void run(task, post);
  });
}

interface Thread {
  readonly worker: Worker;
  readonly maxHeap: number;
}

/**
 * How long a thread waits for another task, in milliseconds: half an hour. It takes a second to start, and what it
 * remembers of a large corpus takes many times as long to make again.
 */
const IDLE_TIMEOUT = 30 * 60_000;

/** The threads that wait for a task: at most one for each module, by its address. */
const idleThreads = new Map<string, Thread & { readonly timer: NodeJS.Timeout }>();

/** Whether the next task of a module runs in a thread that has done others. */
export function hasIdleThread({ href }: URL): boolean {
  return idleThreads.has(href);
}

/** Ends the idle thread of a module, if there is one. */
export async function endIdleThread({ href }: URL): Promise<void> {
  await idleThreads.get(href)?.worker.terminate();
}

/** Returns the idle thread of a module if its heap may be as large, and a new one otherwise. */
function takeThread({ href }: URL, maxHeap: number): Thread {
  const idle = idleThreads.get(href);
  idleThreads.delete(href);
  if (idle !== undefined) {
    clearTimeout(idle.timer);
    idle.worker.ref();
    if (idle.maxHeap >= maxHeap) return idle;
    void idle.worker.terminate();
  }
  const worker = new Worker(new URL(href), { resourceLimits: { maxOldGenerationSizeMb: maxHeap } });
  worker.on("exit", () => {
    if (idleThreads.get(href)?.worker === worker) idleThreads.delete(href);
  });
  // Without a listener, an error between two tasks would end the process. Tasks have their own.
  worker.on("error", () => {});
  return { worker, maxHeap };
}

/** Lets a thread wait for another task. An idle thread does not keep the process from ending. */
function parkThread({ href }: URL, thread: Thread): void {
  const { worker } = thread;
  if (idleThreads.has(href)) return void worker.terminate();
  worker.unref();
  const timer = setTimeout(() => void worker.terminate(), IDLE_TIMEOUT).unref();
  idleThreads.set(href, { ...thread, timer });
}

/**
 * Returns the heap that a corpus may take while it is read, in MiB: a GiB, and 64 MiB for each MiB of it. The size is
 * rounded up by at most an eighth, and to a MiB, so that a corpus that grows, be it from nothing, seldom needs another
 * thread.
 */
export function maxHeapFor(files: readonly CorpusFile[]): number {
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0) / 1024 ** 2;
  const step = Math.max(1, 2 ** (Math.floor(Math.log2(size)) - 3));
  return 1024 + 64 * step * Math.max(1, Math.ceil(size / step));
}

/** Describes a file that cannot be read within the limits, as a problem of the corpus. */
export function describeExceededLimit({ what, limit }: ExceededLimit): Problem {
  return {
    path: what === "" ? "." : what,
    line: 1,
    message: limit === "time" ? message("problem.too-slow") : message("problem.too-much-memory"),
    remedy: message("remedy.too-slow"),
  };
}

/** Whether a problem is that a file cannot be read within the limits. */
export function isExceededLimit({ message: { key } }: Problem): boolean {
  return key === "problem.too-slow" || key === "problem.too-much-memory";
}
