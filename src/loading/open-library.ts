import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Message, message } from "../catalogue/catalogue.ts";
import { buildCorpus, hashFiles } from "../corpus/corpus.ts";
import type { Corpus } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { type CorpusFiles, folderState, readCorpusFiles } from "../corpus/read.ts";
import { errorMessage } from "../foundation/errors.ts";
import { lazy } from "../foundation/lazy.ts";
import type { Result } from "../foundation/result.ts";
import { trustShape } from "../foundation/trusted-shape.ts";
import type { CorpusIndexes } from "../search/index/build-indexes.ts";
import { createLibrary, type Library } from "../search/library.ts";
import { buildSomeIndex } from "../search/memoize-by-library.ts";
import { indexInWorker } from "./index-in-worker.ts";
import type { IndexOutcome, LoadProgress, SerializedIndex } from "./index-worker.ts";
import { deserializeArrays } from "./serialize-arrays.ts";
import { deserializeChange, deserializeCorpus } from "./serialize-corpus.ts";
import {
  hashAtState,
  loadSnapshot,
  recordState,
  type SnapshotOwner,
  type SnapshotReading,
  writeSnapshot,
} from "./snapshot.ts";
import { snapshotVersion } from "./snapshot-version.ts";

/**
 * From this many bytes on, a corpus is indexed in a worker thread and saved as a snapshot. Half a MiB
 * is about a thousand passages. Reading a smaller corpus takes less time than starting a thread.
 */
export const LARGE_CORPUS_BYTES = 512 * 1024;

export interface OpenOptions {
  /** The folder for snapshots. Absent: none are saved. */
  readonly cache?: string;
  readonly progress?: (progress: LoadProgress) => void;
  /** The size from which a corpus is large, instead of `LARGE_CORPUS_BYTES`. */
  readonly minLargeBytes?: number;
  /**
   * Whether even a small corpus is read in a thread, so that the caller can go on in the meantime, and completion is
   * prepared before the library is returned. A corpus that may take long is always read in a thread.
   */
  readonly isThreaded?: boolean;
  /** How long a thread may work on one file, in milliseconds of processor time, instead of `MAX_FILE_WORK`. */
  readonly maxFileWork?: number;
  /** Aborts when the library is no longer needed. */
  readonly signal?: AbortSignal | undefined;
}

export interface OpenedLibrary {
  readonly library: Library;
  /** Sentences on what went wrong without keeping the library from working. */
  readonly warnings: readonly Message[];
}

/** A library, or the problems that keep the corpus from loading. */
export type OpenResult = Result<OpenedLibrary, readonly Problem[]>;

/** Opens the library of the corpus in `folder`. Does not block the event loop if the corpus is large. */
export async function openLibrary(folder: string, options: OpenOptions = {}): Promise<OpenResult> {
  const opened = await open(folder, options);
  const { isThreaded = false, signal } = options;
  if ("library" in opened) {
    const { library } = opened;
    // Completions would keep the first user who types waiting.
    const preparing = takeSteps(() => buildSomeIndex(library), { ref: isThreaded, signal });
    if (isThreaded) await preparing;
  }
  return opened;
}

async function open(folder: string, options: OpenOptions): Promise<OpenResult> {
  const { cache, progress = () => {}, minLargeBytes = LARGE_CORPUS_BYTES } = options;
  const readAt = new Date();
  const unchanged = cache === undefined ? undefined : await loadUnchanged(cache, folder, readAt);
  if (unchanged !== undefined && "loaded" in unchanged) return restored(unchanged.loaded);
  const reading = readCorpusFiles(folder, progress);
  const hashing = reading.then(
    (read) => ("files" in read && isLarge(read, minLargeBytes) ? hashFiles(read.files) : undefined),
    () => undefined,
  );
  // Most likely the corpus has not changed, so its snapshot is loaded while the files are still read.
  const loading = cache === undefined ? undefined : loadLibrary(cache, folder, hashing, readAt);
  const [corpus, snapshot, hash] = await Promise.all([reading, loading, hashing]);
  if ("error" in corpus) return corpus;
  if (hash === undefined) {
    const isThreaded = options.isThreaded === true || mayTakeLong(corpus);
    return openSmall(folder, corpus, readAt, { ...options, isThreaded });
  }
  if (cache !== undefined && snapshot !== undefined && "loaded" in snapshot) {
    await noteState(cache, folder, hash, corpus);
    return restored(snapshot.loaded);
  }
  const outcome = await buildAndSave(folder, corpus, hash, readAt, options);
  if ("error" in outcome || (unchanged ?? snapshot) === undefined || cache === undefined) {
    return outcome;
  }
  const damaged = message("index.damaged", { cache });
  return { ...outcome, warnings: [damaged, ...outcome.warnings] };
}

/**
 * Opens the library again, in a thread, unless all files could be read and are those of `library`. Documents that
 * have not changed are the same objects in both.
 */
export async function reopenLibrary(
  folder: string,
  library: Library,
  options: OpenOptions = {},
): Promise<Result<{ readonly library: Library }, readonly Problem[]> | "unchanged"> {
  const readAt = new Date();
  const known = library.corpus;
  const outcome = await indexInWorker({ kind: "index", folder, known: known.hash }, options);
  switch (outcome.kind) {
    case "unchanged":
      return "unchanged";
    case "built":
    case "changed": {
      const { corpus, indexes } = outcome.index;
      const opened = await restoreLibrary(
        outcome.kind === "built" ? deserializeCorpus(corpus) : deserializeChange(known, corpus),
        indexes,
        readAt,
      );
      // Until everything is prepared, the library before answers.
      const { signal } = options;
      await takeSteps(() => opened.buildSome() || buildSomeIndex(opened), { signal });
      return { library: opened };
    }
    default:
      return invalid(outcome);
  }
}

/** Returns the problems of a corpus that has not been indexed. */
function invalid(outcome: IndexOutcome): { readonly error: readonly Problem[] } {
  if (outcome.kind === "invalid") return { error: outcome.problems };
  throw new Error(`The thread has not indexed the corpus: it is ${outcome.kind}.`);
}

/**
 * Saves a library that has been reopened as a snapshot, if it is large. Returns warnings; undefined if there is nothing
 * to save, which is also so if the thread has forgotten the corpus.
 */
export async function saveLibrary(
  folder: string,
  { corpus: { hash } }: Library,
  { cache, minLargeBytes = LARGE_CORPUS_BYTES, ...options }: OpenOptions,
): Promise<readonly Message[] | undefined> {
  if (cache === undefined) return undefined;
  const outcome = await indexInWorker({ kind: "serialize", folder, known: hash }, options);
  if (outcome.kind !== "built" || outcome.bytes < minLargeBytes) return undefined;
  return saveSnapshot(cache, folder, hash, outcome);
}

async function openSmall(
  folder: string,
  corpus: CorpusFiles,
  readAt: Date,
  { isThreaded = false, ...options }: OpenOptions,
): Promise<OpenResult> {
  if (isThreaded) {
    const outcome = await indexInWorker({ kind: "index", folder, files: corpus }, options);
    if (outcome.kind !== "built") return invalid(outcome);
    return { library: await deserializeLibrary(outcome.index, readAt), warnings: [] };
  }
  const reading = buildCorpus(corpus.files, corpus.unread);
  if ("error" in reading) return reading;
  return { library: createLibrary(reading.corpus, readAt), warnings: [] };
}

/** Checks and indexes a large corpus in a worker thread, and saves the result as a snapshot. */
async function buildAndSave(
  folder: string,
  corpus: CorpusFiles,
  hash: string,
  readAt: Date,
  { cache, ...options }: OpenOptions,
): Promise<OpenResult> {
  const outcome = await indexInWorker({ kind: "index", folder, files: corpus }, options);
  if (outcome.kind !== "built") return invalid(outcome);
  const [library, warnings] = await Promise.all([
    deserializeLibrary(outcome.index, readAt),
    cache === undefined ? [] : saveSnapshot(cache, folder, hash, outcome),
  ]);
  warmUpInBackground(library);
  return { library, warnings };
}

/** How many marks of Markdown one file, and all together, may have to be read in a moment. */
const MAX_MARKS_OF_FILE = 2000;
const MAX_MARKS = 10_000;

/**
 * Whether reading a small corpus may take longer than to start a thread. The parser of Markdown takes
 * quadratic time for some marks: 25 s for a list of 10,000 levels.
 */
export function mayTakeLong({ files }: Pick<CorpusFiles, "files">): boolean {
  const counts = files.map(({ bytes }) => bytes.reduce((sum, byte) => sum + (MARKS[byte] ?? 0), 0));
  return (
    counts.some((count) => count > MAX_MARKS_OF_FILE) ||
    counts.reduce((sum, count) => sum + count, 0) > MAX_MARKS
  );
}

/** 1 for each byte that begins or ends something in Markdown. */
const MARKS = Uint8Array.from({ length: 256 }, (_, byte) =>
  "[]()*_`<>&!\\~+-=.\n".includes(String.fromCharCode(byte)) ? 1 : 0,
);

function isLarge({ files }: CorpusFiles, minLargeBytes: number): boolean {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0) >= minLargeBytes;
}

/** Loads the library of a corpus of which no file has changed since its snapshot was made, without reading the files. */
async function loadUnchanged(cache: string, folder: string, readAt: Date) {
  if (!existsSync(cache)) return undefined;
  const state = await folderState(folder);
  if (state === undefined) return undefined;
  const hash = await hashAtState(cache, await snapshotOwner(folder), state);
  return hash === undefined ? undefined : loadLibrary(cache, folder, Promise.resolve(hash), readAt);
}

/** Records the state of a corpus folder whose files are those of its snapshot, so that the next start need not read them. */
async function noteState(
  cache: string,
  folder: string,
  hash: string,
  { state }: CorpusFiles,
): Promise<void> {
  if (state === undefined) return;
  // Otherwise, the next start takes longer.
  await recordState(cache, { ...(await snapshotOwner(folder)), hash }, state).catch(() => {});
}

/** Returns a library that a snapshot has restored. */
function restored(library: Library): OpenedLibrary {
  warmUpInBackground(library);
  return { library, warnings: [] };
}

/** Loads the library of the corpus in `folder` from its snapshot, if there is one. */
async function loadLibrary(
  cache: string,
  folder: string,
  hash: Promise<string | undefined>,
  readAt: Date,
) {
  // Finding the version reads many files. A small corpus has no cache, and starts without doing so.
  if (!existsSync(cache) || !existsSync(folder)) return undefined;
  return loadSnapshot(cache, await snapshotOwner(folder), hash, (snapshot) =>
    deserializeLibrary(snapshot, readAt),
  );
}

// Finding the version reads all code, and a start needs it several times.
const codeVersion = lazy(() => snapshotVersion());

async function snapshotOwner(folder: string): Promise<SnapshotOwner> {
  return { corpus: await realpath(resolve(folder)), version: await codeVersion() };
}

function deserializeLibrary(
  { corpus, indexes }: SerializedIndex | SnapshotReading,
  readAt: Date,
): Promise<Library> {
  return restoreLibrary(deserializeCorpus(corpus), indexes, readAt);
}

async function restoreLibrary(
  reading: Promise<Corpus>,
  indexes: SerializedIndex["indexes"] | SnapshotReading["indexes"],
  readAt: Date,
): Promise<Library> {
  const [corpus, pieces] = await Promise.all([reading, indexes]);
  const keys = ["prose", "documents", "passages", "others"] as const;
  const restoredIndexes = trustShape<CorpusIndexes>(deserializeArrays(pieces), keys);
  // Both take some milliseconds, during which no answer is given.
  await nextTurn();
  return createLibrary(corpus, readAt, restoredIndexes);
}

/** Prepares a library for its first answers while it answers. Does not keep the process from ending. */
function warmUpInBackground(library: Library): void {
  void takeSteps(library.buildSome, { ref: false });
}

/** Takes steps between other work until one returns false. Without `ref`, the process may end before. */
async function takeSteps(
  step: () => boolean,
  { ref = true, signal }: { readonly ref?: boolean; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  do await nextTurn(undefined, { ref });
  while (signal?.aborted !== true && step());
}

/** Writes a snapshot. Returns a warning if that fails. */
async function saveSnapshot(
  cache: string,
  folder: string,
  hash: string,
  { index, state }: Extract<IndexOutcome, { readonly kind: "built" }>,
): Promise<readonly Message[]> {
  try {
    await writeSnapshot(cache, { ...(await snapshotOwner(folder)), hash }, index, state);
    return [];
  } catch (error) {
    const reason = errorMessage(error);
    return [message("index.not-saved", { cache, reason })];
  }
}
