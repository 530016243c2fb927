import { message } from "../../catalogue/catalogue.ts";
import type { BodyKind } from "../../corpus/body.ts";
import type { Result } from "../../foundation/result.ts";
import { trustShape } from "../../foundation/trusted-shape.ts";
import { serveTasks } from "../../loading/limited-thread.ts";
import { loadReader } from "../formats.ts";
import type { ImportedFile, ManuscriptResult, ReadingOptions } from "../manuscript.ts";
import type { ManuscriptDraft } from "../writing/drafts.ts";
import { type DocumentFile, renderDocument } from "../writing/render-document.ts";

// The worker side of `createReadingThread`.

/** A task of the worker. */
export type ReadingRequest =
  | { readonly kind: "read"; readonly file: ImportedFile; readonly options: ReadingOptions }
  | {
      readonly kind: "render";
      readonly drafts: readonly ManuscriptDraft[];
      readonly body: BodyKind;
    };

serveTasks<never, ManuscriptResult | RenderedDocuments>(async (task, post) => {
  const request = trustShape<ReadingRequest>(task, ["kind"]);
  post({ kind: "outcome", outcome: await respond(request) });
});

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
