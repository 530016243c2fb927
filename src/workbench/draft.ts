import { readFile, realpath, stat } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import type { CorpusFile } from "../corpus/corpus.ts";
import { isDocument } from "../corpus/document-file.ts";

/** The file at `path` as it would stand in the corpus in `folder`; undefined where there is none. */
export async function draftAt(path: string, folder: string): Promise<CorpusFile | undefined> {
  const file = await realpath(resolve(path)).catch(() => undefined);
  if (file === undefined || !isDocument(file) || !(await stat(file)).isFile()) return undefined;
  const root = await realpath(resolve(folder)).catch(() => resolve(folder));
  const way = relative(root, file);
  const isWithin = way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way;
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && { path: isWithin ? way.replaceAll(sep, "/") : basename(file), bytes };
}
