import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, open, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { isDocumentPath } from "../corpus/document-file.ts";
import { naturalOrder } from "../corpus/problem.ts";
import type { Result } from "../foundation/result.ts";
import { printable } from "../reply/plain-text.ts";
import { isImportable, MAX_IMPORT_BYTES } from "./formats.ts";
import type { ImportedFile } from "./manuscript.ts";

/** A file that an editor means. */
export interface InputFile {
  readonly path: string;
  /** How a report names it, on one line. */
  readonly shown: string;
}

/** A file that is not imported, and a sentence on why. */
export interface SkippedFile {
  readonly shown: string;
  readonly why: string;
  /** Whether the editor may have counted on it, and should know that something went wrong. */
  readonly isAmiss: boolean;
}

/** The files that an editor means, each once, and what is none of them. */
export interface InputFiles {
  readonly sources: readonly InputFile[];
  readonly leftOut: readonly SkippedFile[];
}

/**
 * The files that `paths` name, and those in the folders that they name, in the natural order of
 * their names. Files whose names begin with a dot are passed over, and links to folders are not
 * followed. The documents of the corpus in `corpus` are none of them.
 */
export async function findInputFiles(
  paths: readonly string[],
  corpus: string,
): Promise<InputFiles> {
  const sources: InputFile[] = [];
  const leftOut: SkippedFile[] = [];
  const seen = new Map<string, string>();
  const root = await realpath(corpus).catch(() => resolve(corpus));

  function leave(path: string, why: string, isAmiss = true): void {
    leftOut.push({ shown: printableName(path), why, isAmiss });
  }

  /** Whether a file or folder has not been met under another name. */
  function isNew(path: string, { dev, ino }: BigIntStats): boolean {
    const former = seen.get(`${dev}:${ino}`);
    if (former === undefined) seen.set(`${dev}:${ino}`, path);
    else leave(path, `This is the same as ${printableName(former)}.`, false);
    return former === undefined;
  }

  async function add(path: string, isNamed: boolean): Promise<void> {
    const status = await stat(path, { bigint: true }).catch(describeReadError);
    if (typeof status === "string") return leave(path, status);
    if (status.isDirectory()) {
      if (isNew(path, status)) await addAll(path);
      return;
    }
    if (!status.isFile()) return leave(path, "This is neither a file nor a folder.");
    if (!isNamed && !isImportable(basename(path))) {
      return leave(path, "Files of this kind are not imported.", false);
    }
    if (status.size > MAX_IMPORT_BYTES) return leave(path, TOO_LARGE);
    if (isDocumentPath(await wayFrom(root, path))) {
      return leave(path, "This is a document of the corpus already.", isNamed);
    }
    if (isNew(path, status)) sources.push({ path, shown: printableName(path) });
  }

  async function addAll(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(describeReadError);
    if (typeof entries === "string") return leave(folder, entries);
    for (const entry of entries.toSorted((a, b) => naturalOrder.compare(a.name, b.name))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink() && (await leadsToFolder(path))) {
        leave(path, "This is a link to a folder, which is not followed. Name the folder itself.");
      } else {
        await add(path, false);
      }
    }
  }

  for (const path of paths) await add(path, true);
  return { sources, leftOut };
}

const TOO_LARGE = `This file is larger than ${MAX_IMPORT_BYTES / 2 ** 20} MiB. Split it, and import the parts.`;

/** Where in the corpus a file is; an empty text when it is elsewhere. */
async function wayFrom(root: string, path: string): Promise<string> {
  const way = relative(root, await realpath(path));
  return way.startsWith(`..${sep}`) || resolve(way) === way ? "" : way.split(sep).join("/");
}

async function leadsToFolder(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status?.isDirectory() === true;
}

/** Reads a file, or tells in a sentence why it is not read. */
export async function readInputFile({ path }: InputFile): Promise<Result<ImportedFile>> {
  // What has become a pipe since it was looked at would never open.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(describeReadError);
  if (typeof file === "string") return { error: file };
  try {
    const bytes = await bytesOf(file);
    return typeof bytes === "string" ? { error: bytes } : { name: basename(path), bytes };
  } catch (error) {
    return { error: describeReadError(error) };
  } finally {
    await file.close();
  }
}

async function bytesOf(file: FileHandle): Promise<Uint8Array | string> {
  const before = await file.stat({ bigint: true });
  if (!before.isFile()) return "This is no file any more.";
  if (before.size > MAX_IMPORT_BYTES) return TOO_LARGE;
  const bytes = await contentOf(file, Number(before.size));
  const after = await file.stat({ bigint: true });
  const isSame =
    after.size === BigInt(bytes.length) &&
    after.mtimeNs === before.mtimeNs &&
    after.ctimeNs === before.ctimeNs;
  return isSame ? bytes : "This file changed while it was read. Import it when it is done.";
}

/** What a file holds, and no more than a byte beyond `size`, however it grows. */
async function contentOf(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** A sentence on why a file cannot be read. */
function describeReadError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "There is no such file or folder.";
    case "EACCES":
    case "EPERM":
      return "Ibid may not read this. Give it the right to.";
    case "ELOOP":
      return "This link leads in a circle.";
    case "ENAMETOOLONG":
      return "No file has so long a name.";
    default:
      return `This cannot be read (${code || String(error)}).`;
  }
}

/** A name that nobody has chosen, on one line, and in the direction in which it is written. */
function printableName(name: string): string {
  return printable(name.replace(/[\n\t\p{Bidi_Control}]/gu, "\ufffd"));
}
