import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { corpusOf, hashOf } from "../corpus/corpus.ts";
import { readFiles } from "../corpus/read.ts";
import type { Indexes } from "../search/indexes.ts";
import { createLibrary, type Library } from "../search/library.ts";
import type { Built, Unbuilt } from "./building.ts";
import { builtInWorker } from "./in-worker.ts";
import { unpacked } from "./packing.ts";
import { unpackedData } from "./plain-data.ts";
import type { Progress } from "./progress.ts";
import { keepSnapshot, readSnapshot, type SnapshotKey } from "./snapshot.ts";
import { snapshotVersion } from "./version.ts";

/**
 * From so many bytes on, a corpus is indexed in a thread of its own and kept: half a MiB is about a
 * thousand passages. A smaller one takes less time to read than such a thread to start.
 */
export const LARGE = 512 * 1024;

export interface Opening {
  /** Where snapshots are kept; absent: nowhere. */
  readonly cache?: string;
  readonly progress?: (progress: Progress) => void;
  /** How many bytes a large corpus has. */
  readonly large?: number;
}

/** A library, or what keeps the corpus from being one. */
export type Opened =
  | {
      readonly library: Library;
      /** Sentences on what went wrong without keeping the library from its work. */
      readonly remarks: readonly string[];
    }
  | Unbuilt;

/** Opens the library of the corpus in `folder`, while other things go on. */
export async function openLibrary(
  folder: string,
  { cache, progress = () => {}, large = LARGE }: Opening = {},
): Promise<Opened> {
  const readAt = new Date();
  const corpus = await readFiles(folder, progress);
  if ("problems" in corpus) return corpus;
  const { files, unread } = corpus;
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) < large) {
    const reading = corpusOf(files, unread);
    if ("problems" in reading) return reading;
    return { library: createLibrary(reading.corpus, readAt), remarks: [] };
  }

  const hash = hashOf(files);
  const place = cache === undefined ? undefined : { cache, key: await keyOf(folder, hash) };
  const kept = place && (await readSnapshot(place.cache, place.key));
  if (kept !== undefined && kept !== "damaged") {
    return { library: await libraryOf(kept, readAt), remarks: [] };
  }
  const outcome = await builtInWorker(corpus, progress);
  if ("problems" in outcome) return outcome;
  const [library, remark] = await Promise.all([
    libraryOf(outcome.built, readAt),
    place && unkept(place.cache, place.key, outcome.built),
  ]);
  const damaged = `The index that was kept in ${cache} was damaged. It has been made anew.`;
  return {
    library,
    remarks: [...(kept === "damaged" ? [damaged] : []), ...(remark === undefined ? [] : [remark])],
  };
}

async function keyOf(folder: string, hash: string): Promise<SnapshotKey> {
  return { corpus: await realpath(resolve(folder)), hash, version: await snapshotVersion() };
}

async function libraryOf({ corpus, indexes }: Built, readAt: Date): Promise<Library> {
  return createLibrary(await unpacked(corpus), readAt, unpackedData<Indexes>(indexes));
}

/** Keeps a snapshot, or says why it is not kept. */
async function unkept(cache: string, key: SnapshotKey, built: Built): Promise<string | undefined> {
  try {
    await keepSnapshot(cache, key, built);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The index cannot be kept in ${cache} (${reason}), so every start takes as long as this one. Set IBID_CACHE to a folder that Ibid may write to, or to \`off\`.`;
  }
}
