import { parentPort, workerData } from "node:worker_threads";
import type { CorpusFiles } from "../corpus/read.ts";
import { trustShape } from "../foundation/trusted-shape.ts";
import type { ThreadMessage } from "../loading/limited-thread.ts";
import { type CheckedCorpus, type CheckProgress, checkCorpus } from "./check-corpus.ts";

// The worker side of `checkInThread`.

const { corpus, isReviewed } = trustShape<{
  readonly corpus: CorpusFiles;
  readonly isReviewed: boolean;
}>(workerData, ["corpus", "isReviewed"]);

const outcome = checkCorpus(
  corpus,
  { isReviewed, progress: (progress) => post({ kind: "progress", progress }) },
  (what) => post({ kind: "begin", what }),
);
post({ kind: "outcome", outcome });

function post(message: ThreadMessage<CheckProgress, CheckedCorpus>): void {
  parentPort?.postMessage(message);
}
