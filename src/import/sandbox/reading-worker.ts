import { parentPort } from "node:worker_threads";
import { message } from "../../catalogue/catalogue.ts";
import type { BodyKind } from "../../corpus/body.ts";
import type { Result } from "../../foundation/result.ts";
import { trustShape } from "../../foundation/trusted-shape.ts";
import { loadReader } from "../formats.ts";
import type { ImportedFile, ManuscriptResult, ReadingOptions } from "../manuscript.ts";
import type { ManuscriptDraft } from "../writing/drafts.ts";
import { type DocumentFile, renderDocument } from "../writing/render-document.ts";

// The worker side of `createReadingThread`.

/** A message to the worker. */
export type ReadingRequest =
  | { readonly kind: "read"; readonly file: ImportedFile; readonly options: ReadingOptions }
  | {
      readonly kind: "render";
      readonly drafts: readonly ManuscriptDraft[];
      readonly body: BodyKind;
    };

/** The worker's answer to a request. */
export interface ReadingResponse<T> {
  readonly result: T;
}

parentPort?.on("message", async (received: unknown) => {
  const request = trustShape<ReadingRequest>(received, ["kind"]);
  parentPort?.postMessage({ result: await respond(request) });
});
// The first message says that the worker is ready.
parentPort?.postMessage({});

/** Rejects, which ends the thread, if a reader cannot be loaded: that is no fault of the file. */
async function respond(request: ReadingRequest): Promise<ManuscriptResult | RenderedDocuments> {
  switch (request.kind) {
    case "read": {
      const reader = await loadReader(request.file);
      if ("error" in reader) return reader;
      return refuseIfDamaged(() => reader.read(request.file, request.options));
    }
    case "render":
      return refuseIfDamaged(() => renderAll(request.drafts, request.body));
  }
}

async function refuseIfDamaged<T extends object>(
  work: () => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch {
    return { error: message("reading.damaged") };
  }
}

/** Renders all drafts of a file, or returns the first error. */
function renderAll(drafts: readonly ManuscriptDraft[], body: BodyKind): RenderedDocuments {
  const documents: DocumentFile[] = [];
  for (const draft of drafts) {
    const document = renderDocument(draft, body);
    if ("error" in document) return document;
    documents.push(document);
  }
  return { documents };
}

/** The files of the documents of one file, in order. */
export type RenderedDocuments = Result<{ readonly documents: readonly DocumentFile[] }>;
