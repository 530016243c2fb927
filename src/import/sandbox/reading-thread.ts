import { Worker } from "node:worker_threads";
import { type Message, message } from "../../catalogue/catalogue.ts";
import type { BodyKind } from "../../corpus/body.ts";
import { errorCode } from "../../foundation/errors.ts";
import type { Result } from "../../foundation/result.ts";
import { trustShape } from "../../foundation/trusted-shape.ts";
import { startWorkMeter } from "../../loading/work-meter.ts";
import type { ImportedFile, ManuscriptResult, ReadingOptions } from "../manuscript.ts";
import type { ManuscriptDraft } from "../writing/drafts.ts";
import type { ReadingRequest, ReadingResponse, RenderedDocuments } from "./reading-worker.ts";

/** The maximum size of the thread's JavaScript heap, in MiB. */
const MAX_HEAP = 1024;

/** How much the memory of the process may grow with one file, in bytes: a GiB. */
const MAX_MEMORY_GROWTH = 1024 ** 3;

/** How long the thread may work on one file, in milliseconds of processor time. */
const MAX_WORK = 60_000;

/**
 * The interval between two checks of the work and the memory, in milliseconds. The heap limit is not enough, since
 * buffers and WebAssembly lie outside of the heap.
 */
const CHECK_INTERVAL = 200;

/**
 * A thread that reads files and renders their documents, one at a time, so that no file can harm the
 * process. The limits apply to both together.
 */
export interface ReadingThread {
  /**
   * Reads a file. Never rejects: returns an error if the file breaks the thread or exceeds a limit, and
   * starts a new thread for the next file.
   */
  read(file: ImportedFile, options: ReadingOptions): Promise<ManuscriptResult>;
  /**
   * Renders the drafts of the file that was read last, for a corpus whose bodies are of this kind. Never
   * rejects either.
   */
  render(drafts: readonly ManuscriptDraft[], body: BodyKind): Promise<RenderedDocuments>;
  /** Stops the thread. A file that is being read gets an error. */
  close(): Promise<void>;
}

/**
 * Creates a reading thread. It starts with the first file, and keeps the process alive only while it
 * is reading. `script` is what it runs.
 */
export function createReadingThread(script = DEFAULT_SCRIPT): ReadingThread {
  let thread: Thread | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  let limits = startLimits();

  async function request<T extends object>(create: () => TransferableRequest): Promise<Result<T>> {
    if (isClosed) return { error: message("reading.stopped") };
    const isUsed = thread?.isAlive === true;
    if (thread === undefined || !isUsed) thread = startThread(script);
    const current = thread;
    if (!(await current.isReady)) return { error: CRASHED };
    const { result, isBroken, work } = await send<T>(current.worker, create(), limits);
    const maxWork = limits.maxWork - work;
    limits = { ...limits, maxWork };
    if (!isBroken) return result;
    await current.worker.terminate();
    if (!isUsed || maxWork <= 0) return result;
    // An error or the memory may be from earlier files. Only a new thread proves that they are not.
    limits = { ...startLimits(), maxWork };
    return request(create);
  }

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done;
    return done;
  }

  return {
    read: ({ name, bytes: original }, options) =>
      enqueue(() => {
        limits = startLimits();
        return request(() => {
          // The copy is transferred. The caller keeps its own bytes.
          const bytes = new Uint8Array(original);
          const content = { kind: "read", file: { name, bytes }, options } as const;
          return { content, transferList: [bytes.buffer] };
        });
      }),
    render: (drafts, body) =>
      enqueue(() => request(() => ({ content: { kind: "render", drafts, body } }))),
    async close() {
      isClosed = true;
      await thread?.worker.terminate();
    },
  };
}

interface Thread {
  readonly worker: Worker;
  /** Whether the worker has started. No file delays that, so it counts for no limit. */
  readonly isReady: Promise<boolean>;
  readonly isAlive: boolean;
}

function startThread(script: URL): Thread {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP } });
  let isAlive = true;
  worker.once("exit", () => {
    isAlive = false;
  });
  // Without a listener, an error between two requests would end the process. Requests have their own.
  worker.on("error", () => {});
  const isReady = new Promise<boolean>((resolve) => {
    worker.once("message", () => resolve(true)).once("exit", () => resolve(false));
  });
  return {
    worker,
    isReady,
    get isAlive() {
      return isAlive;
    },
  };
}

/** The rest of the limits of one file. Time in which it waits, as for an editor’s answers, does not count. */
interface Limits {
  /** The work of the thread, in milliseconds. */
  readonly maxWork: number;
  /** The memory that the process may take, in bytes. */
  readonly maxMemory: number;
}

function startLimits(): Limits {
  return { maxWork: MAX_WORK, maxMemory: process.memoryUsage.rss() + MAX_MEMORY_GROWTH };
}

interface TransferableRequest {
  readonly content: ReadingRequest;
  readonly transferList?: readonly ArrayBuffer[];
}

interface Outcome<T extends object> {
  readonly result: Result<T>;
  /** Whether the worker cannot go on. */
  readonly isBroken: boolean;
  /** How long the worker has worked, in milliseconds. */
  readonly work: number;
}

/** Sends a request to the worker, within the rest of the limits of the current file. */
function send<T extends object>(
  worker: Worker,
  { content, transferList = [] }: TransferableRequest,
  { maxWork, maxMemory }: Limits,
): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    const workSoFar = startWorkMeter();
    const check = setInterval(() => {
      if (workSoFar() > maxWork) fail(message("reading.too-slow"));
      else if (process.memoryUsage.rss() > maxMemory) fail(OUT_OF_MEMORY);
    }, CHECK_INTERVAL);

    function settle(result: Result<T>, isBroken: boolean): void {
      clearInterval(check);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      worker.unref();
      resolve({ result, isBroken, work: workSoFar() });
    }
    function fail(error: Message): void {
      settle({ error }, true);
    }
    const onMessage = (response: unknown) =>
      settle(trustShape<ReadingResponse<Result<T>>>(response, ["result"]).result, false);
    const onError = (error: unknown) =>
      fail(errorCode(error) === "ERR_WORKER_OUT_OF_MEMORY" ? OUT_OF_MEMORY : CRASHED);
    const onExit = () => fail(CRASHED);

    worker.ref();
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(content, transferList);
  });
}

const DEFAULT_SCRIPT = new URL("./reading-worker.mjs", import.meta.url);
const OUT_OF_MEMORY = message("reading.too-much-memory");
const CRASHED = message("reading.crashed");
