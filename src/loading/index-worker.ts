import { buildCorpus, type FileProgress } from "../corpus/corpus.ts";
import type { Problem } from "../corpus/problem.ts";
import type { CorpusFiles } from "../corpus/read.ts";
import type { Result } from "../foundation/result.ts";
import { trustShape } from "../foundation/trusted-shape.ts";
import { buildIndexes, indexedEntriesOf } from "../search/index/build-indexes.ts";
import { type Post, serveTasks } from "./limited-thread.ts";
import { serializeArrays, transferableBuffers } from "./serialize-arrays.ts";
import { serializeCorpus } from "./serialize-corpus.ts";

// The worker side of `indexInWorker`.

/** A corpus and its indexes as bytes, which threads transfer and snapshots contain. */
export interface SerializedIndex {
  /** For `deserializeCorpus`. */
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

type PostIndex = Post<LoadProgress, Result<SerializedIndex, readonly Problem[]>>;

/** Between two progress messages, in milliseconds. */
const PROGRESS_INTERVAL = 50;

serveTasks((task, post: PostIndex) =>
  indexCorpus(trustShape<CorpusFiles>(task, ["files", "unread"]), post),
);

/** Checks and indexes a corpus, and posts the progress and the outcome to the main thread. */
function indexCorpus({ files, unread }: CorpusFiles, post: PostIndex): void {
  const report = throttle(PROGRESS_INTERVAL, (progress) => post({ kind: "progress", progress }));
  const reading = buildCorpus(files, unread, report, (what) => post({ kind: "begin", what }));
  if ("error" in reading) {
    post({ kind: "outcome", outcome: { error: reading.error } });
    return;
  }
  const { corpus } = reading;
  post({ kind: "begin", what: "" });
  const entries = indexedEntriesOf(corpus);
  const indexes = buildIndexes(entries, (part) => report({ step: "indexing", part }));
  const outcome = { corpus: serializeCorpus(corpus), indexes: serializeArrays(indexes) };
  post({ kind: "outcome", outcome }, transferableBuffers([...outcome.corpus, ...outcome.indexes]));
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
