import type { FilesDone } from "../corpus/corpus.ts";

/** How far the opening of a corpus is. */
export type Progress =
  | FilesDone
  | {
      readonly step: "indexing";
      /** From 0 to 1. */
      readonly part: number;
    };
