import { Worker } from "node:worker_threads";
import type { ImportedFile, ManuscriptResult, ReadingOptions } from "../manuscript.ts";
import type { ReadingRequest } from "./reading-worker.ts";

/** How much memory reading may take: of JavaScript's own, in MiB; and of the machine's, in bytes. */
const MOST_HEAP = 1024;
const MOST_MEMORY = 2 * 1024 * 1024 * 1024;

/** How long reading one file may take, in milliseconds. */
const MOST_TIME = 60_000;

/** How often the memory is looked at, in milliseconds: it is not only JavaScript's that files fill. */
const WATCH = 200;

/** Reads files, one at a time, where none of them can harm what runs beside. */
export interface ReadingThread {
  /** Never rejects: a file that breaks the thread is refused, and the next has a new one. */
  read(file: ImportedFile, options: ReadingOptions): Promise<ManuscriptResult>;
  /** Gives up what is being read. */
  end(): Promise<void>;
}

/** Begins with the first file; until it ends, it keeps the process running only while it reads. */
export function createReadingThread(): ReadingThread {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let hasEnded = false;

  async function readNow(file: ImportedFile, options: ReadingOptions): Promise<ManuscriptResult> {
    if (hasEnded) return { error: "This file was not read: reading was given up." };
    worker ??= startWorker();
    const answer = await answerOf(worker, { file, options });
    if (!answer.lives) {
      await worker.terminate();
      worker = undefined;
    }
    return answer.reading;
  }

  return {
    read(file, options) {
      const reading = last.then(() => readNow(file, options));
      last = reading;
      return reading;
    },
    async end() {
      hasEnded = true;
      await worker?.terminate();
    },
  };
}

function startWorker(): Worker {
  const worker = new Worker(new URL("./reading-worker.mjs", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP },
  });
  // Whoever waits for an answer listens too; what breaks when nobody waits has nobody to tell.
  return worker.on("error", () => {});
}

interface Answer {
  readonly reading: ManuscriptResult;
  /** Whether the worker can be asked again. */
  readonly lives: boolean;
}

function answerOf(worker: Worker, { file, options }: ReadingRequest): Promise<Answer> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const timer = setTimeout(() => give(giveUp("takes longer than a minute to read")), MOST_TIME);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_MEMORY) give(giveUp(OUT_OF_MEMORY));
    }, WATCH);

    function give(answer: Answer): void {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      worker.unref();
      resolve(answer);
    }
    const onMessage = (reading: ManuscriptResult) => give({ reading, lives: true });
    const onError = (error: unknown) => give(giveUp(isOutOfMemory(error) ? OUT_OF_MEMORY : BROKEN));
    const onExit = () => give(giveUp(BROKEN));

    worker.ref();
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    const bytes = new Uint8Array(file.bytes);
    worker.postMessage({ file: { name: file.name, bytes }, options }, [bytes.buffer]);
  });
}

const OUT_OF_MEMORY = "takes more memory to read than there is for one";
const BROKEN = "cannot be read: it breaks what reads it";

function giveUp(why: string): Answer {
  return {
    reading: { error: `This file ${why}. Split it, or save it as plain text, and import that.` },
    lives: false,
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
