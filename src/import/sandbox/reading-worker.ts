import { parentPort } from "node:worker_threads";
import { trustShape } from "../../foundation/trusted-shape.ts";
import { readManuscripts } from "../formats.ts";
import type { ImportedFile, ManuscriptResult, ReadingOptions } from "../manuscript.ts";

// The worker side of `createReadingThread`.

/** A message to the worker. */
export interface ReadingRequest {
  readonly file: ImportedFile;
  readonly options: ReadingOptions;
}

/** The worker's answer to a request. */
export interface ReadingResponse {
  readonly result: ManuscriptResult;
}

parentPort?.on("message", async (message: unknown) => {
  const request = trustShape<ReadingRequest>(message, ["file", "options"]);
  const response: ReadingResponse = { result: await read(request) };
  parentPort?.postMessage(response);
});

async function read({ file, options }: ReadingRequest): Promise<ManuscriptResult> {
  try {
    return await readManuscripts(file, options);
  } catch {
    return {
      error:
        "This file cannot be read: it is damaged, or not what it seems. Save it as plain text, and import that.",
    };
  }
}
