import { parentPort } from "node:worker_threads";
import { readManuscripts } from "../formats.ts";
import type { ImportedFile, ManuscriptResult, ReadingOptions } from "../manuscript.ts";

/** What the thread is asked; its answer is a `Reading`. */
export interface ReadingRequest {
  readonly file: ImportedFile;
  readonly options: ReadingOptions;
}

parentPort?.on("message", (request: ReadingRequest) => {
  void answer(request);
});

async function answer({ file, options }: ReadingRequest): Promise<void> {
  try {
    parentPort?.postMessage(await readManuscripts(file, options));
  } catch {
    const failure: ManuscriptResult = {
      error:
        "This file cannot be read: it is damaged, or not what it seems. Save it as plain text, and import that.",
    };
    parentPort?.postMessage(failure);
  }
}
