import { realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { BodyKind } from "../../corpus/body.ts";
import type { CorpusFile, FileProgress } from "../../corpus/corpus.ts";
import type { Document } from "../../corpus/document.ts";
import { isDocumentPath } from "../../corpus/document-file.ts";
import type { Problem } from "../../corpus/problem.ts";
import { type CorpusFiles, readCorpusFiles } from "../../corpus/read.ts";
import { parseTables } from "../../corpus/tables.ts";
import type { Result } from "../../foundation/result.ts";
import type { NewFile } from "./atomic-folder.ts";

/** The folders that an import writes to. Their paths contain no links. */
export interface ImportTarget {
  /** The folder of the corpus. */
  readonly corpus: string;
  /** The folder for the documents: that of the corpus, or one in it. It may not exist yet. */
  readonly folder: string;
}

/**
 * Finds the corpus that `folder` belongs to: `configuredCorpus` if the folder is in it, or otherwise
 * the nearest folder with a `corpus.yaml` among the folder and its parents, or otherwise the folder.
 */
export async function findImportTarget(
  folder: string,
  configuredCorpus: string,
): Promise<ImportTarget> {
  const realFolder = await resolveLinks(resolve(folder));
  const realCorpus = await resolveLinks(resolve(configuredCorpus));
  if (isInside(realFolder, realCorpus)) return { folder: realFolder, corpus: realCorpus };
  const enclosing = await findEnclosingCorpus(realFolder);
  return { folder: realFolder, corpus: enclosing ?? realFolder };
}

/** Resolves the links in the part of a path that exists. */
async function resolveLinks(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) return real;
  const parent = dirname(path);
  return parent === path ? path : join(await resolveLinks(parent), relative(parent, path));
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

async function findEnclosingCorpus(folder: string): Promise<string | undefined> {
  const settings = await stat(join(folder, "corpus.yaml")).catch(() => undefined);
  if (settings?.isFile() === true) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findEnclosingCorpus(parent);
}

/** Checks the files of a corpus: the problems that keep it from loading, or its documents. */
type CheckFiles = (corpus: CorpusFiles) => Promise<{
  readonly problems: readonly Problem[];
  readonly documents: readonly Pick<Document, "id" | "formerly" | "path">[];
}>;

/** A corpus before documents are added to it. */
export interface ExistingCorpus {
  readonly files: readonly CorpusFile[];
  readonly kind: BodyKind;
  /** The path of the file that each id belongs to, former ids included. */
  readonly owners: ReadonlyMap<string, string>;
}

/**
 * Reads the corpus in a folder, which may be empty or not exist yet. Returns the problems as an error
 * if the corpus does not load. Rejects with the reason of `signal` once it is aborted.
 */
export async function readExistingCorpus(
  corpus: string,
  check: CheckFiles,
  progress: (progress: FileProgress) => void,
  signal?: AbortSignal,
): Promise<Result<ExistingCorpus, readonly Problem[]>> {
  const exists = await stat(corpus).then(
    () => true,
    () => false,
  );
  const read = exists ? await readCorpusFiles(corpus, progress, signal) : { files: [], unread: [] };
  if ("error" in read) return read;
  const { files, unread } = read;
  const isEmpty = ![...files, ...unread].some(({ path }) => isDocumentPath(path));
  const { problems: allProblems, documents } = await check(read);
  // The import is about to remedy the problem that a corpus has no document.
  const problems = allProblems.filter(({ path }) => !(isEmpty && path === "."));
  if (problems.length > 0) return { error: problems };
  return {
    files,
    kind: bodyKindOf(files),
    owners: new Map(
      documents.flatMap(({ id, formerly, path }) => [id, ...formerly].map((one) => [one, path])),
    ),
  };
}

function bodyKindOf(files: readonly CorpusFile[]): BodyKind {
  const texts = files
    .filter(({ path }) => path === "corpus.yaml")
    .map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const);
  return parseTables(new Map(texts)).settings.body;
}

/** Returns the path of the folder in the corpus: empty, or with `/` at the end. */
export function pathPrefix({ corpus, folder }: ImportTarget): string {
  const path = relative(corpus, folder);
  return path === "" ? "" : `${path.split(sep).join("/")}/`;
}

/**
 * Returns the problems that would keep the corpus from loading with `documents` in it. A document
 * replaces the file that has its path.
 */
export async function checkWithDocuments(
  { files }: ExistingCorpus,
  documents: readonly NewFile[],
  prefix: string,
  check: CheckFiles,
): Promise<readonly Problem[]> {
  const added = documents.map(({ name, bytes }) => ({ path: `${prefix}${name}`, bytes }));
  const addedPaths = new Set(added.map(({ path }) => path));
  const kept = files.filter(({ path }) => !addedPaths.has(path));
  return (await check({ files: [...kept, ...added], unread: [] })).problems;
}
