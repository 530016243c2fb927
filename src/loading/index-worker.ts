import { resourceLimits } from "node:worker_threads";
import { type CorpusReader, createCorpusReader, type FileProgress } from "../corpus/corpus.ts";
import type { Corpus } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { type CorpusFiles, createFolderReader } from "../corpus/read.ts";
import { trustShape } from "../foundation/trusted-shape.ts";
import {
  buildIndexes,
  type CorpusIndexes,
  type IndexedCorpus,
  indexedEntriesOf,
} from "../search/index/build-indexes.ts";
import { createPositionLists } from "../search/index/position-lists.ts";
import type { StoredPositions } from "../search/index/positions.ts";
import {
  describeExceededLimit,
  type ExceededLimit,
  maxHeapFor,
  type Post,
  serveTasks,
} from "./limited-thread.ts";
import { serializeArrays, transferableBuffers } from "./serialize-arrays.ts";
import { serializeChange, serializeCorpus } from "./serialize-corpus.ts";
import { indexInTwoThreads, parseInTwoThreads } from "./two-threads.ts";

// The worker side of `indexInWorker`.

export interface IndexTask {
  /** The work: to read, check and index a corpus, or only to serialize it as the thread knows it. */
  readonly kind: "index" | "serialize";
  readonly folder: string;
  /** The files of the folder, if they have just been read. */
  readonly files?: CorpusFiles;
  /** The hash of the corpus that the main thread has. */
  readonly known?: string;
}

export type IndexOutcome =
  /** `bytes` is the size of the corpus's files, and `state` that of their folder. */
  | {
      readonly kind: "built";
      readonly index: SerializedIndex;
      readonly bytes: number;
      readonly state?: string | undefined;
    }
  /** The corpus is that of `known` but for some documents. */
  | { readonly kind: "changed"; readonly index: SerializedIndex }
  | { readonly kind: "unchanged" }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] }
  /** The corpus needs a thread with a larger heap, in MiB. */
  | { readonly kind: "outgrown"; readonly maxHeap: number }
  /** The corpus is not known, so it cannot be serialized. */
  | { readonly kind: "unknown" };

/** A corpus and its indexes as bytes, which threads transfer and snapshots contain. */
export interface SerializedIndex {
  /** For `deserializeCorpus`, or for `deserializeChange` if only the changes are serialized. */
  readonly corpus: readonly Uint8Array[];
  /** For `deserializeArrays`. */
  readonly indexes: readonly Uint8Array[];
}

/** The progress of opening a corpus. */
export type LoadProgress =
  | FileProgress
  | {
      readonly step: "indexing";
      /** From 0 to 1. */
      readonly part: number;
    };

type PostIndex = Post<LoadProgress, IndexOutcome>;

/** The last corpus as the thread remembers it, so that a change of one file costs hardly more than this file. */
interface Session {
  readonly folder: string;
  readonly read: ReturnType<typeof createFolderReader>["read"];
  readonly reader: CorpusReader;
  /** The last corpus that could be indexed. */
  indexed?: Pick<Extract<IndexOutcome, { readonly kind: "built" }>, "bytes" | "state"> &
    IndexedCorpus & { readonly corpus: Corpus };
}

let session: Session | undefined;

/** Between two progress messages, in milliseconds. */
const PROGRESS_INTERVAL = 50;

serveTasks(async (task, post: PostIndex) => {
  const { kind, ...options } = trustShape<IndexTask>(task, ["kind", "folder"]);
  const outcome = kind === "index" ? await index(options, post) : serializeKnown(options);
  const pieces = "index" in outcome ? [...outcome.index.corpus, ...outcome.index.indexes] : [];
  post({ kind: "outcome", outcome }, transferableBuffers(pieces));
});

/** Reads, checks and indexes a corpus, and posts the progress to the main thread. */
async function index(
  { folder, files: given, known }: Omit<IndexTask, "kind">,
  post: PostIndex,
): Promise<IndexOutcome> {
  const report = throttle(PROGRESS_INTERVAL, (progress) => post({ kind: "progress", progress }));
  if (session?.folder !== folder || given !== undefined) session = createSession(folder, given);
  const read = given ?? (await session.read(report));
  if ("error" in read) return { kind: "invalid", problems: read.error };
  const { files, unread, state } = read;
  const maxHeap = maxHeapFor(files);
  if (maxHeap > (resourceLimits.maxOldGenerationSizeMb ?? 0)) return { kind: "outgrown", maxHeap };

  const begin = (what: string) => post({ kind: "begin", what });
  // Otherwise, a library is answering, and the other core belongs to it.
  const isFirst = known === undefined;
  if (isFirst) {
    const all = files.length;
    let begun = 0;
    const exceeded = await parseInTwoThreads(session.reader, files, {
      maxHeap,
      begin(path) {
        begin(path);
        begun = Math.min(begun + 1, all);
        report({ step: "checking", done: Math.floor(begun / 2), all });
      },
    });
    if (exceeded !== undefined) return exceeds(exceeded);
  }
  const checked = session.reader.read(files, unread, report, begin);
  if ("error" in checked) return { kind: "invalid", problems: checked.error };
  const { corpus } = checked;
  if (corpus.hash === known) return { kind: "unchanged" };
  post({ kind: "begin", what: "" });
  const entries = indexedEntriesOf(corpus);
  const progress = (part: number) => report({ step: "indexing", part });
  const indexed = isFirst
    ? await indexInTwoThreads(entries, { maxHeap, progress })
    : { indexes: buildIndexes(entries, progress, session.indexed) };
  if ("error" in indexed) return exceeds(indexed.error);
  const { indexes } = indexed;
  const before = session.indexed?.corpus;
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  session.indexed = { corpus, bytes, state, entries, indexes };
  const change = before?.hash === known ? before && serializeChange(before, corpus) : undefined;
  if (change === undefined) return serializeKnown({ folder, known: corpus.hash });
  const index = { corpus: change, indexes: copyIndexes(withPositionLists(indexes)) };
  return { kind: "changed", index };
}

function exceeds(limit: ExceededLimit): IndexOutcome {
  return { kind: "invalid", problems: [describeExceededLimit(limit)] };
}

function createSession(folder: string, given: CorpusFiles | undefined): Session {
  return {
    folder,
    read: createFolderReader(folder, given?.files).read,
    reader: createCorpusReader(),
  };
}

function serializeKnown({ folder, known }: Omit<IndexTask, "kind">): IndexOutcome {
  const { indexed } = session?.folder === folder ? session : {};
  if (indexed === undefined || indexed.corpus.hash !== known) return { kind: "unknown" };
  const { corpus, indexes, entries: _, ...size } = indexed;
  const index = { corpus: serializeCorpus(corpus), indexes: copyIndexes(indexes) };
  return { kind: "built", index, ...size };
}

/** Builds the position lists, so that the main thread need not do so each time that a file changes. */
function withPositionLists({ passages, others, ...postings }: CorpusIndexes): CorpusIndexes {
  const complete = (positions: StoredPositions) => ({
    ...positions,
    lists: createPositionLists(positions).build(),
  });
  return { ...postings, passages: complete(passages), others: complete(others) };
}

/** Serializes a copy, because what is transferred to the main thread is lost to this one. */
function copyIndexes(indexes: CorpusIndexes): readonly Uint8Array[] {
  return serializeArrays(indexes).map((bytes) => new Uint8Array(bytes));
}

/** Passes on the first progress of each step, and then at most one in as many milliseconds. */
function throttle(milliseconds: number, pass: (progress: LoadProgress) => void) {
  let next = 0;
  let step: LoadProgress["step"] | undefined;
  return (progress: LoadProgress): void => {
    const now = performance.now();
    if (now < next && progress.step === step) return;
    next = now + milliseconds;
    step = progress.step;
    pass(progress);
  };
}
