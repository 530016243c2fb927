import type { BodyKind } from "../corpus/body.ts";
import { type InputFile, readInputFile, type SkippedFile } from "./input-files.ts";
import type { ImportedFile, ManuscriptResult } from "./manuscript.ts";
import type { NewFile } from "./writing/atomic-folder.ts";
import type { DocumentName, DocumentNamer } from "./writing/document-ids.ts";
import {
  type DraftOptions,
  type ManuscriptDraft,
  makeDrafts,
  writeDocument,
} from "./writing/documents.ts";

/** A document that a file gave. */
export interface ImportedDocument extends DocumentName {
  readonly title: string;
  readonly passages: number;
}

/** What was made of a file. */
export interface FileOutcome {
  readonly source: InputFile;
  readonly made: readonly ImportedDocument[];
  /** What was left out or guessed, in sentences. */
  readonly remarks: readonly string[];
}

/** What was made of files, before any of it is anywhere. */
export interface GatherResult {
  readonly outcomes: readonly FileOutcome[];
  readonly leftOut: readonly SkippedFile[];
  readonly files: readonly NewFile[];
}

/** How files become documents. */
export interface GatherOptions {
  readonly read: (file: ImportedFile) => Promise<ManuscriptResult>;
  readonly asked: DraftOptions;
  readonly kind: BodyKind;
  readonly naming: DocumentNamer;
  /** Asks the editor about what is the only document of its file. */
  readonly complete: (source: InputFile, draft: ManuscriptDraft) => Promise<ManuscriptDraft>;
  readonly ending: AbortSignal;
  readonly progress: (done: number) => void;
}

/** Makes documents of files, one file after the other. Rejects with an `AbortError` when it is ended. */
export async function gather(
  sources: readonly InputFile[],
  how: GatherOptions,
): Promise<GatherResult> {
  const outcomes: FileOutcome[] = [];
  const leftOut: SkippedFile[] = [];
  const files: NewFile[] = [];
  for (const [index, source] of sources.entries()) {
    how.ending.throwIfAborted();
    how.progress(index);
    const result = await documentsOf(source, how);
    if ("error" in result) {
      leftOut.push({ shown: source.shown, why: result.error, isAmiss: true });
      continue;
    }
    const made = result.documents.map(({ bytes, passages, title, number }) => {
      const named = how.naming.nameOf(source.path, number, bytes);
      const replaces = named.is === "replacement";
      if (named.is !== "same") files.push({ name: named.name, bytes, replaces });
      return { ...named, title, passages };
    });
    outcomes.push({ source, made, remarks: result.remarks });
  }
  return { outcomes, leftOut, files };
}

async function documentsOf(
  source: InputFile,
  { read, asked, kind, complete, ending }: GatherOptions,
) {
  const file = await readInputFile(source);
  if ("error" in file) return file;
  const reading = await abortable(read(file), ending);
  if ("error" in reading) return reading;
  const all = makeDrafts(file.name, reading.manuscripts, asked);
  if ("error" in all) return all;
  const [only, ...others] = all.drafts;
  if (only === undefined) {
    return { error: ["There are no words to quote in this.", ...all.remarks].join(" ") };
  }
  const drafts = others.length === 0 ? [await complete(source, only)] : all.drafts;
  const remarks = new Set(all.remarks);
  const documents = [];
  for (const draft of drafts) {
    const document = writeDocument(draft, kind);
    if ("error" in document) return document;
    for (const remark of document.remarks) remarks.add(remark);
    documents.push({ ...document, title: draft.metadata.title, number: draft.number });
  }
  return { documents, remarks: [...remarks] };
}

/** What `work` comes to; rejects at once when `ending` is aborted. */
function abortable<T>(work: Promise<T>, ending: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(ending.reason);
    ending.addEventListener("abort", stop);
    work.then(resolve, reject).finally(() => ending.removeEventListener("abort", stop));
  });
}
