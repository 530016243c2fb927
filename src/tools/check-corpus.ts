import { buildCorpus, type FileProgress } from "../corpus/corpus.ts";
import type { Document } from "../corpus/document.ts";
import { byLocation, type Problem } from "../corpus/problem.ts";
import type { CorpusFiles } from "../corpus/read.ts";
import { append } from "../foundation/long-arrays.ts";
import { type ReviewStep, reviewCorpus } from "../review/review.ts";

/** The findings of a check. */
export interface CheckedCorpus {
  /** The reasons that keep the corpus from loading. */
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
  /** Empty if the corpus does not load. */
  readonly documents: readonly Pick<Document, "id" | "formerly" | "path">[];
}

export type CheckProgress = FileProgress | ReviewStep;

export interface CheckOptions {
  /** Whether a corpus that loads is reviewed as well, for advice. */
  readonly isReviewed: boolean;
  readonly progress: (progress: CheckProgress) => void;
  /** Ends a check that runs in a thread, which then rejects with the signal’s reason. */
  readonly signal?: AbortSignal;
}

/** Checks the files of a corpus. */
export type CheckCorpus = (corpus: CorpusFiles, options: CheckOptions) => Promise<CheckedCorpus>;

/** Checks a corpus here and now. Calls `begin` with the path of each file on which work begins. */
export function checkCorpus(
  { files, unread }: CorpusFiles,
  { isReviewed, progress }: CheckOptions,
  begin: (path: string) => void = () => {},
): CheckedCorpus {
  const reading = buildCorpus(files, unread, progress, begin);
  if ("error" in reading) return { problems: reading.error, advice: reading.advice, documents: [] };
  const { documents } = reading.corpus;
  const advice = [...reading.advice];
  if (isReviewed) {
    const steps = reviewCorpus(reading.corpus, files, begin);
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done === true) {
        append(advice, next.value);
        break;
      }
      progress(next.value);
    }
  }
  return {
    problems: [],
    advice: advice.toSorted(byLocation),
    documents: documents.map(({ id, formerly, path }) => ({ id, formerly, path })),
  };
}
