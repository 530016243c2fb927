import type { BodyKind } from "../corpus/body.ts";
import { type LeftOut, readSource, type Source } from "./input-files.ts";
import type { ImportedFile, Reading } from "./manuscript.ts";
import type { NewFile } from "./writing/atomic-folder.ts";
import type { Named, Naming } from "./writing/document-ids.ts";
import { type Asked, type Draft, documentFileOf, draftsOf } from "./writing/documents.ts";

/** A document that a file gave. */
export interface Made extends Named {
  readonly title: string;
  readonly passages: number;
}

/** What was made of a file. */
export interface Outcome {
  readonly source: Source;
  readonly made: readonly Made[];
  /** What was left out or guessed, in sentences. */
  readonly remarks: readonly string[];
}

/** What was made of files, before any of it is anywhere. */
export interface Gathering {
  readonly outcomes: readonly Outcome[];
  readonly leftOut: readonly LeftOut[];
  readonly files: readonly NewFile[];
}

/** How files become documents. */
export interface Gathered {
  readonly read: (file: ImportedFile) => Promise<Reading>;
  readonly asked: Asked;
  readonly kind: BodyKind;
  readonly naming: Naming;
  /** Asks the editor about what is the only document of its file. */
  readonly complete: (source: Source, draft: Draft) => Promise<Draft>;
  readonly ending: AbortSignal;
  readonly progress: (done: number) => void;
}

/** Makes documents of files, one file after the other. Rejects with an `AbortError` when it is ended. */
export async function gather(sources: readonly Source[], how: Gathered): Promise<Gathering> {
  const outcomes: Outcome[] = [];
  const leftOut: LeftOut[] = [];
  const files: NewFile[] = [];
  for (const [index, source] of sources.entries()) {
    how.ending.throwIfAborted();
    how.progress(index);
    const result = await documentsOf(source, how);
    if ("refusal" in result) {
      leftOut.push({ shown: source.shown, why: result.refusal, isAmiss: true });
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

async function documentsOf(source: Source, { read, asked, kind, complete, ending }: Gathered) {
  const file = await readSource(source);
  if ("refusal" in file) return file;
  const reading = await unlessAborted(read(file), ending);
  if ("refusal" in reading) return reading;
  const all = draftsOf(file.name, reading.manuscripts, asked);
  if ("refusal" in all) return all;
  const [only, ...others] = all.drafts;
  if (only === undefined) {
    return { refusal: ["There are no words to quote in this.", ...all.remarks].join(" ") };
  }
  const drafts = others.length === 0 ? [await complete(source, only)] : all.drafts;
  const remarks = new Set(all.remarks);
  const documents = [];
  for (const draft of drafts) {
    const document = documentFileOf(draft, kind);
    if ("refusal" in document) return document;
    for (const remark of document.remarks) remarks.add(remark);
    documents.push({ ...document, title: draft.metadata.title, number: draft.number });
  }
  return { documents, remarks: [...remarks] };
}

/** What `work` comes to; rejects at once when `ending` is aborted. */
function unlessAborted<T>(work: Promise<T>, ending: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(ending.reason);
    ending.addEventListener("abort", stop);
    work.then(resolve, reject).finally(() => ending.removeEventListener("abort", stop));
  });
}
