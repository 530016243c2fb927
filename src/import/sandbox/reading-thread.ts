import { message } from "../../catalogue/catalogue.ts";
import type { BodyKind } from "../../corpus/body.ts";
import type { Result } from "../../foundation/result.ts";
import { endIdleThread, hasIdleThread, runLimited } from "../../loading/limited-thread.ts";
import { startWorkMeter } from "../../loading/work-meter.ts";
import type { ImportedFile, ManuscriptResult, ReadingOptions } from "../manuscript.ts";
import type { ManuscriptDraft } from "../writing/drafts.ts";
import type { ReadingRequest, RenderedDocuments } from "./reading-worker.ts";

/** The maximum size of the thread's JavaScript heap, in MiB. */
const MAX_HEAP = 1024;

/** How much the memory of the process may grow with one file, in bytes: a GiB. */
const MAX_MEMORY_GROWTH = 1024 ** 3;

/** How long the thread may work on one file, in milliseconds of processor time. */
const MAX_WORK = 60_000;

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
  const closing = new AbortController();
  let queue: Promise<unknown> = Promise.resolve();
  let limits = startLimits();

  async function request<T extends object>(create: () => TransferableRequest): Promise<Result<T>> {
    if (closing.signal.aborted) return { error: message("reading.stopped") };
    const isUsed = hasIdleThread(script);
    // The work of starting the thread does not count.
    let workSoFar = () => 0;
    const { content: task, transferList } = create();
    const ended = await runLimited<never, Result<T>>(script, {
      task,
      transferList,
      ...limits,
      maxHeap: MAX_HEAP,
      begin() {
        workSoFar = startWorkMeter();
      },
      signal: closing.signal,
    }).catch(() => ({ error: { limit: "crash" } as const }));
    const maxWork = limits.maxWork - workSoFar();
    limits = { ...limits, maxWork };
    if (!("error" in ended)) return ended.outcome;
    if (!isUsed || maxWork <= 0) return { error: ERRORS[ended.error.limit] };
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
      enqueue(() =>
        request(() => ({ content: { kind: "render", drafts, body }, transferList: [] })),
      ),
    async close() {
      closing.abort();
      await queue;
      await endIdleThread(script);
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
  readonly transferList: readonly ArrayBuffer[];
}

const DEFAULT_SCRIPT = new URL("./reading-worker.mjs", import.meta.url);
const ERRORS = {
  time: message("reading.too-slow"),
  memory: message("reading.too-much-memory"),
  crash: message("reading.crashed"),
};
