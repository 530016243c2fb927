import { distinctMessages, type Message, message } from "../catalogue/catalogue.ts";
import type { BodyKind } from "../corpus/body.ts";
import { elementAt } from "../foundation/checked-access.ts";
import type { Result } from "../foundation/result.ts";
import { type InputFile, readInputFile, type SkippedFile } from "./input-files.ts";
import type { ImportedFile, ManuscriptResult, Metadata } from "./manuscript.ts";
import type { ReadingThread } from "./sandbox/reading-thread.ts";
import type { NewFile } from "./writing/atomic-folder.ts";
import type { DocumentName, DocumentNamer } from "./writing/document-ids.ts";
import { type DraftOptions, type ManuscriptDraft, makeDrafts } from "./writing/drafts.ts";
import type { DocumentFile } from "./writing/render-document.ts";

/** A document made from a file. */
export interface ImportedDocument extends DocumentName {
  readonly title: string;
  readonly metadata: Metadata;
  /** How many passages it has. */
  readonly passages: number;
}

/** The documents made from one file. */
export interface FileOutcome {
  readonly source: InputFile;
  readonly documents: readonly ImportedDocument[];
  /** Messages on what was left out or guessed. */
  readonly remarks: readonly Message[];
}

/** The outcome of a conversion. Nothing has been written yet. */
export interface ConversionResult {
  readonly outcomes: readonly FileOutcome[];
  readonly skipped: readonly SkippedFile[];
  /** The files to write. Documents that the corpus already contains are not among them. */
  readonly files: readonly NewFile[];
}

/** How files become documents. */
export interface ConversionOptions {
  readonly read: (file: ImportedFile) => Promise<ManuscriptResult>;
  /** Renders the drafts of the file that was read last. */
  readonly render: ReadingThread["render"];
  readonly draftOptions: DraftOptions;
  readonly kind: BodyKind;
  readonly namer: DocumentNamer;
  /** Asks the editor for missing metadata. Called if a file makes a single document. */
  readonly completeDraft: (source: InputFile, draft: ManuscriptDraft) => Promise<ManuscriptDraft>;
  readonly signal: AbortSignal;
  /** Called with the number of files that are done. */
  readonly progress: (done: number) => void;
}

/**
 * Converts files into documents, one file after the other. A file that cannot be converted is skipped.
 * Rejects with the reason of `signal` once it is aborted.
 */
export async function convertFiles(
  sources: readonly InputFile[],
  options: ConversionOptions,
): Promise<ConversionResult> {
  const outcomes: FileOutcome[] = [];
  const skipped: SkippedFile[] = [];
  const files: NewFile[] = [];
  for (const [index, source] of sources.entries()) {
    options.signal.throwIfAborted();
    options.progress(index);
    const converted = await convertFile(source, options);
    if ("error" in converted) {
      const { displayName } = source;
      skipped.push({ displayName, reason: converted.error, isUnexpected: true });
      continue;
    }
    const documents = converted.documents.map(({ bytes, passages, title, metadata, suffix }) => {
      const name = options.namer.assignName(source.path, suffix, bytes);
      const replaces = name.status === "replacement";
      if (name.status !== "same") files.push({ name: name.name, bytes, replaces });
      return { ...name, title, metadata, passages };
    });
    outcomes.push({ source, documents, remarks: converted.remarks });
  }
  return { outcomes, skipped, files };
}

/** A document without a name. */
interface UnnamedDocument extends DocumentFile, Pick<ManuscriptDraft, "metadata" | "suffix"> {
  readonly title: string;
}

async function convertFile(
  source: InputFile,
  { read, render, draftOptions, kind, completeDraft, signal }: ConversionOptions,
): Promise<
  Result<{ readonly documents: readonly UnnamedDocument[]; readonly remarks: readonly Message[] }>
> {
  const file = await readInputFile(source);
  if ("error" in file) return file;
  const reading = await abortable(read(file), signal);
  if ("error" in reading) return reading;
  const made = makeDrafts(file.name, reading.manuscripts, draftOptions);
  if ("error" in made) return made;
  const [only, ...others] = made.drafts;
  if (only === undefined) {
    return {
      error: [message("convert.wordless"), ...made.remarks].reduce((first, rest) =>
        message("sentences", { first, rest }),
      ),
    };
  }
  const drafts = others.length === 0 ? [await completeDraft(source, only)] : made.drafts;
  const rendered = await abortable(render(drafts, kind), signal);
  if ("error" in rendered) return rendered;
  const documents = rendered.documents.map((document, index) => {
    const { metadata, suffix } = elementAt(drafts, index);
    return { ...document, title: metadata.title, metadata, suffix };
  });
  const remarks = [...made.remarks, ...documents.flatMap((one) => one.remarks)];
  return { documents, remarks: distinctMessages(remarks) };
}

/** Resolves like `work`, but rejects immediately when `signal` is aborted. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
