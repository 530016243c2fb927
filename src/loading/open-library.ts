import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { buildCorpus, hashFiles } from "../corpus/corpus.ts";
import { type CorpusFiles, readFiles } from "../corpus/read.ts";
import type { CorpusIndexes } from "../search/index/build-indexes.ts";
import { createLibrary, type Library } from "../search/library.ts";
import { indexInWorker } from "./index-in-worker.ts";
import type { LoadFailure, LoadProgress, SerializedIndex } from "./index-worker.ts";
import { deserializeArrays } from "./serialize-arrays.ts";
import { deserializeCorpus } from "./serialize-corpus.ts";
import {
  keepSnapshot,
  loadSnapshot,
  type SnapshotPlace,
  type SnapshotReading,
} from "./snapshot.ts";
import { snapshotVersion } from "./snapshot-version.ts";

/**
 * From so many bytes on, a corpus is indexed in a thread of its own and kept: half a MiB is about a
 * thousand passages. A smaller one takes less time to read than such a thread to start.
 */
export const LARGE_CORPUS_BYTES = 512 * 1024;

export interface OpenOptions {
  /** Where snapshots are kept; absent: nowhere. */
  readonly cache?: string;
  readonly progress?: (progress: LoadProgress) => void;
  /** How many bytes a large corpus has. */
  readonly large?: number;
  /** Ends the work when nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined;
}

/** A library, or what keeps the corpus from being one. */
export type OpenResult =
  | {
      readonly library: Library;
      /** Sentences on what went wrong without keeping the library from its work. */
      readonly remarks: readonly string[];
    }
  | LoadFailure;

/** Opens the library of the corpus in `folder`, while other things go on. */
export async function openLibrary(folder: string, opening: OpenOptions = {}): Promise<OpenResult> {
  const { cache, progress = () => {}, large = LARGE_CORPUS_BYTES } = opening;
  const readAt = new Date();
  const reading = readFiles(folder, progress);
  const hash = reading.then(
    (read) => ("files" in read && isLarge(read, large) ? hashFiles(read.files) : undefined),
    () => undefined,
  );
  // Most likely the corpus is as it was: what was made of it is loaded while its files are read.
  const loading = cache === undefined ? undefined : loadKept(cache, folder, hash, readAt);
  const [corpus, kept, known] = await Promise.all([reading, loading, hash]);
  if ("error" in corpus) return corpus;
  if (known === undefined) return openSmall(corpus, readAt);
  if (kept !== undefined && kept !== "damaged") {
    void warmUp(kept.loaded);
    return { library: kept.loaded, remarks: [] };
  }
  const outcome = await buildAndKeep(folder, corpus, known, readAt, opening);
  if ("error" in outcome || kept === undefined) return outcome;
  const damaged = `The index that was kept in ${cache} was damaged. It has been made anew.`;
  return { ...outcome, remarks: [damaged, ...outcome.remarks] };
}

/** Opens it again, unless all that can be read in `folder` has the hash `known`. */
export async function reopenLibrary(
  folder: string,
  known: string,
  opening: OpenOptions = {},
): Promise<OpenResult | "unchanged"> {
  const { progress, large = LARGE_CORPUS_BYTES } = opening;
  const readAt = new Date();
  const corpus = await readFiles(folder, progress);
  if ("error" in corpus) return corpus;
  const hash = hashFiles(corpus.files);
  if (hash === known && corpus.unread.length === 0) return "unchanged";
  // What is kept is of the corpus as it was: there is nothing to load.
  if (isLarge(corpus, large)) return buildAndKeep(folder, corpus, hash, readAt, opening);
  return openSmall(corpus, readAt);
}

function openSmall({ files, unread }: CorpusFiles, readAt: Date): OpenResult {
  const reading = buildCorpus(files, unread);
  if ("error" in reading) return reading;
  return { library: createLibrary(reading.corpus, readAt), remarks: [] };
}

/** Has a large corpus checked and indexed by a worker, and keeps what comes of it. */
async function buildAndKeep(
  folder: string,
  corpus: CorpusFiles,
  hash: string,
  readAt: Date,
  { cache, progress = () => {}, signal }: OpenOptions,
): Promise<OpenResult> {
  const outcome = await indexInWorker(corpus, progress, signal);
  if ("error" in outcome) return outcome;
  const [library, remark] = await Promise.all([
    libraryOf(outcome.built, readAt),
    cache !== undefined && keepOrExplain(cache, folder, hash, outcome.built),
  ]);
  void warmUp(library);
  return { library, remarks: remark ? [remark] : [] };
}

function isLarge({ files }: CorpusFiles, large: number): boolean {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0) >= large;
}

/** What is kept of the corpus in `folder`, where anything is. */
async function loadKept(
  cache: string,
  folder: string,
  hash: Promise<string | undefined>,
  readAt: Date,
) {
  // What a snapshot depends on is a matter of many files: small corpora, which have none, start without them.
  if (!existsSync(cache) || !existsSync(folder)) return undefined;
  return loadSnapshot(cache, await snapshotPlaceOf(folder), hash, (kept) =>
    libraryOf(kept, readAt),
  );
}

/** Whose snapshots they are. */
async function snapshotPlaceOf(folder: string): Promise<SnapshotPlace> {
  return { corpus: await realpath(resolve(folder)), version: await snapshotVersion() };
}

async function libraryOf(
  { corpus, indexes }: SerializedIndex | SnapshotReading,
  readAt: Date,
): Promise<Library> {
  const [whole, pieces] = await Promise.all([deserializeCorpus(corpus), indexes]);
  return createLibrary(whole, readAt, deserializeArrays<CorpusIndexes>(pieces));
}

/** Gets a library ready for verdicts while it answers; a process with nothing else to do ends all the same. */
async function warmUp(library: Library): Promise<void> {
  do await turn(undefined, { ref: false });
  while (library.warmUp());
}

/** Keeps a snapshot, or says why it is not kept. */
async function keepOrExplain(
  cache: string,
  folder: string,
  hash: string,
  built: SerializedIndex,
): Promise<string | undefined> {
  try {
    await keepSnapshot(cache, { ...(await snapshotPlaceOf(folder)), hash }, built);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The index cannot be kept in ${cache} (${reason}), so every start takes as long as this one. Set IBID_CACHE to a folder that Ibid may write to, or to \`off\`.`;
  }
}
