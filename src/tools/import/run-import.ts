import { readdir } from "node:fs/promises";
import { message } from "../../catalogue/catalogue.ts";
import type { FileProgress } from "../../corpus/corpus.ts";
import { isDocumentPath } from "../../corpus/document-file.ts";
import type { CorpusFiles } from "../../corpus/read.ts";
import { describeLoadFailure } from "../../frontends/reload-messages.ts";
import { createProgressLine, type ProgressText } from "../../frontends/terminal/progress-line.ts";
import { type ConversionOptions, convertFiles } from "../../import/convert-files.ts";
import { findInputFiles } from "../../import/input-files.ts";
import { type AtomicFolder, openAtomicFolder } from "../../import/writing/atomic-folder.ts";
import { createDocumentNamer } from "../../import/writing/document-ids.ts";
import {
  checkWithDocuments,
  findImportTarget,
  type ImportTarget,
  pathPrefix,
  readExistingCorpus,
} from "../../import/writing/target.ts";
import { replaceControlCharacters } from "../../reply/plain-text.ts";
import type { ExitCode, ToolContext } from "../define-tool.ts";
import { listMissing, settingsFile, settingsOf } from "./companion-files.ts";
import type { ImportOptions } from "./import-options.ts";
import { describeImport, describeProblems, describeSkipped } from "./import-report.ts";
import { createPrompts, PROMPTED_KEYS, type Prompts } from "./prompts.ts";

/** Imports all documents of the files and folders at `paths`, or none. */
export async function runImport(
  paths: readonly string[],
  options: ImportOptions,
  context: ToolContext,
): Promise<ExitCode> {
  const { config, input, printErrors } = context;
  const target = await findImportTarget(options.into ?? config.corpus, config.corpus);
  const interrupt = context.createInterruptSignal();
  const folder = options.isDryRun
    ? undefined
    : await openAtomicFolder(target.corpus, target.folder);
  if (folder !== undefined && "error" in folder) {
    printErrors([folder.error]);
    return 1;
  }
  const isAsking = options.isInteractive && input.isTTY === true;
  const prompts = isAsking ? createPrompts(context, interrupt) : undefined;
  const signal = prompts?.signal ?? interrupt;
  try {
    return await importInto({ target, folder, prompts, signal }, paths, options, context);
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    printErrors([message("import.stopped")]);
    return 1;
  } finally {
    prompts?.close();
    await folder?.close();
  }
}

interface ImportResources {
  readonly target: ImportTarget;
  /** Absent in a dry run. */
  readonly folder: AtomicFolder | undefined;
  /** Absent if the editor cannot or does not want to be asked. */
  readonly prompts: Prompts | undefined;
  readonly signal: AbortSignal;
}

async function importInto(
  { target, folder, prompts, signal }: ImportResources,
  paths: readonly string[],
  options: ImportOptions,
  context: ToolContext,
): Promise<ExitCode> {
  const { printErrors } = context;
  const { corpus } = target;
  const line = createProgressLine(context.errors, context.t, IMPORT_PROGRESS, () =>
    performance.now(),
  );
  const showChecking = ({ done, all }: Pick<FileProgress, "done" | "all">) =>
    line.show({ phase: "checking", done, all });
  const check = (files: CorpusFiles) =>
    context.checkCorpus(files, { isReviewed: false, progress: showChecking, signal });
  const thread = context.createReadingThread();
  try {
    const existing = await readExistingCorpus(corpus, check, showChecking, signal);
    if ("error" in existing) {
      line.end();
      printErrors(describeLoadFailure(corpus, existing.error));
      return 1;
    }

    const { sources, skipped } = await findInputFiles(paths, corpus, signal);
    const prefix = pathPrefix(target);
    const present = await listNames(target.folder);
    const result = await convertFiles(sources, {
      read: (file) => thread.read(file, { fields: options.fields, encoding: options.encoding }),
      render: thread.render,
      draftOptions: options.draftOptions,
      kind: existing.kind,
      namer: createDocumentNamer({
        ...existing,
        prefix,
        replaces: options.replaces,
        present,
      }),
      completeDraft: await createDraftCompleter(prompts, options, sources.length, context),
      signal,
      progress: (done) => {
        // Questions and the progress line would overwrite each other.
        if (prompts === undefined) line.show({ phase: "reading", done, all: sources.length });
      },
    });

    const imported = result.outcomes.flatMap(({ documents }) => documents);
    const isNew = existing.files.length === 0 && prefix === "" && result.files.length > 0;
    const settings = isNew ? settingsOf(imported) : undefined;
    const missing = listMissing(imported, present);
    const documents = [...result.files, ...(settings ? [settingsFile(settings)] : [])];
    const files = [...documents, ...(missing ? [missing.file] : [])];
    const problems =
      files.length === 0 ? [] : await checkWithDocuments(existing, documents, prefix, check);
    const showWriting = (done: number) => line.show({ phase: "writing", done, all: files.length });
    const failure = problems.length > 0 ? undefined : await folder?.put(files, signal, showWriting);
    line.end();
    const allSkipped = [...skipped, ...result.skipped];
    printErrors(allSkipped.map(describeSkipped));
    if (problems.length > 0) {
      printErrors(describeProblems(problems, result, prefix));
      return 1;
    }
    if (failure !== undefined) {
      printErrors([message("import.nothing", { reason: failure.error })]);
      return 1;
    }
    const report = describeImport(result, prefix, corpus, {
      configured: context.config.corpus,
      isDryRun: folder === undefined,
      invocation: context.invocation,
      present: existing.files.filter(({ path }) => isDocumentPath(path)).length,
      ...(settings && { settings }),
      ...(missing && { missing }),
    });
    for (const one of report) context.print(replaceControlCharacters(context.t.format(one)));
    return allSkipped.some(({ isUnexpected }) => isUnexpected) ? 1 : 0;
  } finally {
    line.end();
    await thread.close();
  }
}

interface ImportStep {
  readonly phase: "reading" | "checking" | "writing";
  readonly done: number;
  readonly all: number;
}

const IMPORT_PROGRESS: ProgressText<ImportStep> = {
  describe: ({ phase, done, all }) => message(`import.${phase}`, { done: Math.floor(done), all }),
  describeEnd: (seconds) => message("import.end", { seconds }),
};

/** From this number of files on, the editor can decline all further questions with one answer. */
const MANY_FILES = 4;

/** Creates the function that asks the editor about a document which is the only one of its file. */
async function createDraftCompleter(
  prompts: Prompts | undefined,
  { draftOptions: { metadata } }: ImportOptions,
  fileCount: number,
  { output }: ToolContext,
): Promise<ConversionOptions["completeDraft"]> {
  const keys = PROMPTED_KEYS.filter((key) => metadata[key] === undefined);
  const isAsking =
    prompts !== undefined &&
    keys.length > 0 &&
    (fileCount < MANY_FILES ||
      !(await prompts.confirm(message("import.ask-nothing", { count: fileCount }))));
  if (!isAsking) return async (_, draft) => draft;
  return async ({ displayName }, draft) => {
    output.write(`${displayName}\n`);
    return { ...draft, metadata: await prompts.completeMetadata(draft.metadata, keys) };
  };
}

/** Lists the names in a folder in lower case. Returns none if the folder does not exist. */
async function listNames(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder).catch(() => []);
  return new Set(names.map((name) => name.toLowerCase()));
}
