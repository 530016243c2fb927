import { Worker } from "node:worker_threads";
import { errorCode } from "../../foundation/errors.ts";
import { trustShape } from "../../foundation/trusted-shape.ts";
import type { ImportedFile, ManuscriptResult, ReadingOptions } from "../manuscript.ts";
import type { ReadingRequest, ReadingResponse } from "./reading-worker.ts";

/** The maximum size of the thread's JavaScript heap, in MiB. */
const MAX_HEAP = 1024;

/** How much the memory of the process may grow while a file is read, in bytes: 2 GiB. */
const MAX_MEMORY_GROWTH = 2 * 1024 * 1024 * 1024;

/** The time limit for one file, in milliseconds. */
const TIMEOUT = 60_000;

/**
 * The interval between two checks of the memory, in milliseconds. The heap limit is not enough, since
 * buffers and WebAssembly lie outside of the heap.
 */
const MEMORY_CHECK_INTERVAL = 200;

/** A thread that reads files one at a time, so that no file can harm the process. */
export interface ReadingThread {
  /**
   * Reads a file. Never rejects: returns an error if the file breaks the thread or exceeds a limit, and
   * starts a new thread for the next file.
   */
  read(file: ImportedFile, options: ReadingOptions): Promise<ManuscriptResult>;
  /** Stops the thread. A file that is being read gets an error. */
  close(): Promise<void>;
}

/**
 * Creates a reading thread. It starts with the first file, and keeps the process alive only while it
 * is reading.
 */
export function createReadingThread(): ReadingThread {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  async function readNext(file: ImportedFile, options: ReadingOptions): Promise<ManuscriptResult> {
    if (isClosed) return { error: "This file was not read: reading was given up." };
    worker ??= startWorker();
    const { result, isAlive } = await requestReading(worker, { file, options });
    if (!isAlive) {
      await worker.terminate();
      worker = undefined;
    }
    return result;
  }

  return {
    read(file, options) {
      const reading = queue.then(() => readNext(file, options));
      queue = reading;
      return reading;
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

function startWorker(): Worker {
  const worker = new Worker(new URL("./reading-worker.mjs", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP },
  });
  // Without a listener, an error between two requests would end the process. Requests have their own.
  return worker.on("error", () => {});
}

interface ReadingOutcome {
  readonly result: ManuscriptResult;
  /** Whether the worker can read another file. */
  readonly isAlive: boolean;
}

function requestReading(
  worker: Worker,
  { file, options }: ReadingRequest,
): Promise<ReadingOutcome> {
  return new Promise((resolve) => {
    const memoryBefore = process.memoryUsage.rss();
    const timer = setTimeout(() => fail("takes longer than a minute to read"), TIMEOUT);
    const memoryCheck = setInterval(() => {
      if (process.memoryUsage.rss() - memoryBefore > MAX_MEMORY_GROWTH) fail(OUT_OF_MEMORY);
    }, MEMORY_CHECK_INTERVAL);

    function settle(outcome: ReadingOutcome): void {
      clearTimeout(timer);
      clearInterval(memoryCheck);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      worker.unref();
      resolve(outcome);
    }
    function fail(reason: string): void {
      const error = `This file ${reason}. Split it, or save it as plain text, and import that.`;
      settle({ result: { error }, isAlive: false });
    }
    const onMessage = (message: unknown) => {
      const { result } = trustShape<ReadingResponse>(message, ["result"]);
      settle({ result, isAlive: true });
    };
    const onError = (error: unknown) =>
      fail(errorCode(error) === "ERR_WORKER_OUT_OF_MEMORY" ? OUT_OF_MEMORY : CRASHED);
    const onExit = () => fail(CRASHED);

    worker.ref();
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    // The copy is transferred. The caller keeps its own bytes.
    const bytes = new Uint8Array(file.bytes);
    const request: ReadingRequest = { file: { name: file.name, bytes }, options };
    worker.postMessage(request, [bytes.buffer]);
  });
}

const OUT_OF_MEMORY = "takes more memory to read than there is for one";
const CRASHED = "cannot be read: it breaks what reads it";
