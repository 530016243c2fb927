import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type CorpusFile, type CorpusReader, parseFile } from "../corpus/corpus.ts";
import { elementAt } from "../foundation/checked-access.ts";
import type { Result } from "../foundation/result.ts";
import { trustShape } from "../foundation/trusted-shape.ts";
import {
  buildCorpusPostings,
  buildIndexes,
  type CorpusIndexes,
  type CorpusPositions,
  type IndexedEntry,
} from "../search/index/build-indexes.ts";
import { type ExceededLimit, runLimited } from "./limited-thread.ts";
import type { SharedParsing, SharedPositions, SharedTask } from "./second-worker.ts";
import { deserializeArrays } from "./serialize-arrays.ts";

// The first reading of a large corpus takes long, so the thread that reads it shares the work with a second one.

const SECOND_WORKER = new URL("./second-worker.mjs", import.meta.url);

/** From this length on, sharing the work saves more time than it takes to start a thread: in bytes or characters. */
const MIN_SHARED_LENGTH = 4 * 1024 ** 2;

/** How many documents are parsed between two looks at the other thread. */
const PARSED_AT_ONCE = 8;

/**
 * Parses documents for `reader`, every second one in the second thread, if they are long together. Calls `begin` with
 * the path of each file on which work begins in either. Returns a limit that a file has exceeded in the second thread.
 */
export async function parseInTwoThreads(
  reader: CorpusReader,
  files: readonly CorpusFile[],
  { maxHeap, begin }: { readonly maxHeap: number; readonly begin: (path: string) => void },
): Promise<ExceededLimit | undefined> {
  const { files: unparsed, body } = reader.unparsed(files, begin);
  const length = unparsed.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (!isWorthSharing(length)) return undefined;
  // Neighbours are often alike, so every second one takes about half of the time.
  const shared = unparsed.filter((_, index) => index % 2 === 1);
  let latestShared = "";
  const parsing = runLimited<never, SharedParsing>(SECOND_WORKER, {
    task: { kind: "parse", files: shared, body } satisfies SharedTask,
    maxHeap,
    isLast: true,
    begin(path) {
      latestShared = path;
      begin(path);
    },
  });
  for (let index = 0; index < unparsed.length; index += 2) {
    const file = elementAt(unparsed, index);
    begin(file.path);
    reader.remember(file, parseFile(file, body));
    if (index % (2 * PARSED_AT_ONCE) === 0) await nextTurn();
  }
  // From now on, only the second thread works.
  begin(latestShared);
  const ended = await parsing;
  if ("error" in ended) return ended.error;
  shared.forEach((file, index) => {
    reader.remember(file, elementAt(ended.outcome.documents, index));
  });
  return undefined;
}

/**
 * Indexes entries, and their positions in the second thread, if they are long together. Calls `progress` with the
 * fraction that is done.
 */
export async function indexInTwoThreads(
  entries: readonly IndexedEntry[],
  { maxHeap, progress }: { readonly maxHeap: number; readonly progress: (part: number) => void },
): Promise<Result<{ readonly indexes: CorpusIndexes }, ExceededLimit>> {
  const length = entries.reduce((sum, { text }) => sum + text.length, 0);
  if (!isWorthSharing(length)) return { indexes: buildIndexes(entries, progress) };
  const indexing = runLimited<number, SharedPositions>(SECOND_WORKER, {
    task: { kind: "positions", entries } satisfies SharedTask,
    maxHeap,
    progress: (part) => progress((1 + part) / 2),
    isLast: true,
  });
  const postings = buildCorpusPostings(entries, (part) => progress(part / 2));
  const ended = await indexing;
  if ("error" in ended) return ended;
  const positions = deserializeArrays(ended.outcome.positions);
  return {
    indexes: {
      ...postings,
      ...trustShape<CorpusPositions>(positions, ["passages", "others"]),
    },
  };
}

function isWorthSharing(length: number): boolean {
  return length >= MIN_SHARED_LENGTH && availableParallelism() > 1;
}
