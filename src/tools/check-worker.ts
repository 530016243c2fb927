import type { CorpusFiles } from "../corpus/read.ts";
import { trustShape } from "../foundation/trusted-shape.ts";
import { serveTasks } from "../loading/limited-thread.ts";
import { type CheckedCorpus, type CheckProgress, checkCorpus } from "./check-corpus.ts";

// The worker side of `checkInThread`.

serveTasks<CheckProgress, CheckedCorpus>((task, post) => {
  const { corpus, isReviewed } = trustShape<{
    readonly corpus: CorpusFiles;
    readonly isReviewed: boolean;
  }>(task, ["corpus", "isReviewed"]);
  const outcome = checkCorpus(
    corpus,
    { isReviewed, progress: (progress) => post({ kind: "progress", progress }) },
    (what) => post({ kind: "begin", what }),
  );
  post({ kind: "outcome", outcome });
});
