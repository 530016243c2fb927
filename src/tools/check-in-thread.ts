import { describeExceededLimit, maxHeapFor, runLimited } from "../loading/limited-thread.ts";
import type { CheckCorpus, CheckedCorpus, CheckProgress } from "./check-corpus.ts";

/** Checks a corpus in a thread, within limits for each file. One that exceeds them is a problem. */
export const checkInThread: CheckCorpus = async (corpus, { isReviewed, progress, signal }) => {
  const ended = await runLimited<CheckProgress, CheckedCorpus>(
    new URL("./check-worker.mjs", import.meta.url),
    { task: { corpus, isReviewed }, progress, maxHeap: maxHeapFor(corpus.files), signal },
  ).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw error;
  });
  return "error" in ended
    ? { problems: [describeExceededLimit(ended.error)], advice: [], documents: [] }
    : ended.outcome;
};
