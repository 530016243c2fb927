import { realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { BodyKind } from "../../corpus/body.ts";
import { buildCorpus, type CorpusFile, type FileProgress } from "../../corpus/corpus.ts";
import { isDocumentPath } from "../../corpus/document-file.ts";
import type { Problem } from "../../corpus/problem.ts";
import { readFiles } from "../../corpus/read.ts";
import { readTables } from "../../corpus/tables.ts";
import type { Result } from "../../foundation/result.ts";
import type { NewFile } from "./atomic-folder.ts";

/** Where documents are to go. */
export interface ImportTarget {
  /** The folder of the corpus, without links on the way to it. */
  readonly corpus: string;
  /** That folder, or one in it. It need not be there. */
  readonly folder: string;
}

/**
 * The corpus to which `folder` belongs: `configured` if it is in there, the nearest folder around it
 * that has a `corpus.yaml`, or else itself.
 */
export async function findTarget(folder: string, configured: string): Promise<ImportTarget> {
  const real = await realFolder(resolve(folder));
  const home = await realFolder(resolve(configured));
  return {
    folder: real,
    corpus: isInside(real, home) ? home : ((await corpusAround(real)) ?? real),
  };
}

/** The path of a folder without links, as far as it is there. */
async function realFolder(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) return real;
  const parent = dirname(path);
  return parent === path ? path : join(await realFolder(parent), relative(parent, path));
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

async function corpusAround(folder: string): Promise<string | undefined> {
  const settings = await stat(join(folder, "corpus.yaml")).catch(() => undefined);
  if (settings?.isFile() === true) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : corpusAround(parent);
}

/** A corpus before anything is added to it. */
export interface ExistingCorpus {
  readonly files: readonly CorpusFile[];
  readonly kind: BodyKind;
  /** Which file has each id, former ones included. */
  readonly owners: ReadonlyMap<string, string>;
}

/** Reads the corpus in a folder, which may still be empty, or to be made; problems when it does not load. */
export async function readExisting(
  corpus: string,
  progress: (done: FileProgress) => void,
): Promise<Result<ExistingCorpus, readonly Problem[]>> {
  const isThere = await stat(corpus).then(
    () => true,
    () => false,
  );
  const read = isThere ? await readFiles(corpus, progress) : { files: [], unread: [] };
  if ("error" in read) return read;
  const { files, unread } = read;
  const isEmpty = ![...files, ...unread].some(({ path }) => isDocumentPath(path));
  const reading = buildCorpus(files, unread, progress);
  const all = "error" in reading ? reading.error : [];
  // That it has no document is about to be mended.
  const problems = all.filter(({ path }) => !(isEmpty && path === "."));
  if (problems.length > 0) return { error: problems };
  const documents = "corpus" in reading ? reading.corpus.documents : [];
  return {
    files,
    kind: kindOf(files),
    owners: new Map(
      documents.flatMap(({ id, formerly, path }) => [id, ...formerly].map((one) => [one, path])),
    ),
  };
}

function kindOf(files: readonly CorpusFile[]): BodyKind {
  const texts = files
    .filter(({ path }) => path === "corpus.yaml")
    .map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const);
  return readTables(new Map(texts), [], []).settings.body;
}

/** What stands before the names of a target's files in their paths. */
export function pathPrefix({ corpus, folder }: ImportTarget): string {
  const way = relative(corpus, folder);
  return way === "" ? "" : `${way.split(sep).join("/")}/`;
}

/** What would keep a corpus from loading if `documents` were in it, in the place of what is replaced. */
export function checkWithDocuments(
  { files }: ExistingCorpus,
  documents: readonly NewFile[],
  prefix: string,
  progress: (done: FileProgress) => void,
): readonly Problem[] {
  const added = documents.map(({ name, bytes }) => ({ path: `${prefix}${name}`, bytes }));
  const paths = new Set(added.map(({ path }) => path));
  const kept = files.filter(({ path }) => !paths.has(path));
  const reading = buildCorpus([...kept, ...added], [], progress);
  return "error" in reading ? reading.error : [];
}
