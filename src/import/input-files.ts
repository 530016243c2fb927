import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, open, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { type Message, message } from "../catalogue/catalogue.ts";
import { isDocumentPath } from "../corpus/document-file.ts";
import { naturalOrder } from "../corpus/problem.ts";
import { errorCode } from "../foundation/errors.ts";
import type { Failure, Result } from "../foundation/result.ts";
import { replaceControlCharacters } from "../reply/plain-text.ts";
import { isImportable, MAX_IMPORT_BYTES, TOO_LARGE } from "./formats.ts";
import type { ImportedFile } from "./manuscript.ts";

/** A file to import. */
export interface InputFile {
  readonly path: string;
  /** The path for reports: one line, without control characters. */
  readonly displayName: string;
}

/** A file or folder that is not imported. */
export interface SkippedFile {
  readonly displayName: string;
  readonly reason: Message;
  /** Whether the editor may expect it to be imported, so that skipping it counts as a failure. */
  readonly isUnexpected: boolean;
}

/** The files to import, each once, and everything else that was found with them. */
export interface InputFiles {
  readonly sources: readonly InputFile[];
  readonly skipped: readonly SkippedFile[];
}

/**
 * Finds the files to import: those that `paths` name, and those in the folders that `paths` name, in
 * the natural order of their names. Ignores hidden files and `node_modules`. Skips links to folders,
 * and the documents of the corpus in the folder `corpus`. Rejects with the reason of `signal` once it is aborted.
 */
export async function findInputFiles(
  paths: readonly string[],
  corpus: string,
  signal?: AbortSignal,
): Promise<InputFiles> {
  const sources: InputFile[] = [];
  const skipped: SkippedFile[] = [];
  const seenPaths = new Map<string, string>();
  const root = await realpath(corpus).catch(() => resolve(corpus));

  function skip(path: string, reason: Message, isUnexpected = true): void {
    skipped.push({ displayName: toDisplayName(path), reason, isUnexpected });
  }

  /** Returns false, and skips `path`, if it is another name of a file or folder that was seen. */
  function isFirstName(path: string, { dev, ino }: BigIntStats): boolean {
    const identity = `${dev}:${ino}`;
    const seenPath = seenPaths.get(identity);
    if (seenPath === undefined) seenPaths.set(identity, path);
    else skip(path, message("input.same-file", { path: toDisplayName(seenPath) }), false);
    return seenPath === undefined;
  }

  async function addPath(path: string, isNamed: boolean): Promise<void> {
    signal?.throwIfAborted();
    const status = await stat(path, { bigint: true }).catch(readFailure);
    if ("error" in status) return skip(path, status.error);
    if (status.isDirectory()) {
      if (isFirstName(path, status)) await addFolder(path);
      return;
    }
    if (!status.isFile()) return skip(path, message("input.not-a-file"));
    if (!isNamed && !isImportable(basename(path))) {
      return skip(path, message("input.unknown-kind"), false);
    }
    if (status.size > MAX_IMPORT_BYTES) return skip(path, TOO_LARGE);
    if (isDocumentPath(await pathWithin(root, path))) {
      return skip(path, message("input.in-corpus"), isNamed);
    }
    if (isFirstName(path, status)) sources.push({ path, displayName: toDisplayName(path) });
  }

  async function addFolder(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(readFailure);
    if ("error" in entries) return skip(folder, entries.error);
    for (const entry of entries.toSorted((a, b) => naturalOrder.compare(a.name, b.name))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink() && (await isFolder(path))) {
        skip(path, message("input.link-to-folder"));
      } else {
        await addPath(path, false);
      }
    }
  }

  for (const path of paths) await addPath(path, true);
  return { sources, skipped };
}

/** Returns a path relative to the corpus, with `/`. Empty if the file is not in the corpus. */
async function pathWithin(root: string, path: string): Promise<string> {
  const relativePath = relative(root, await realpath(path));
  const isOutside = relativePath.startsWith(`..${sep}`) || resolve(relativePath) === relativePath;
  return isOutside ? "" : relativePath.split(sep).join("/");
}

async function isFolder(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status?.isDirectory() === true;
}

/** Reads a file. Returns an error if it cannot be read, or changes while it is being read. */
export async function readInputFile({ path }: InputFile): Promise<Result<ImportedFile>> {
  // Opening must not block: since the file was found, a pipe may have replaced it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(readFailure);
  if ("error" in file) return file;
  try {
    const content = await readStableContent(file);
    return "error" in content ? content : { name: basename(path), bytes: content };
  } catch (error) {
    return readFailure(error);
  } finally {
    await file.close();
  }
}

async function readStableContent(file: FileHandle): Promise<Result<Uint8Array>> {
  const before = await file.stat({ bigint: true });
  if (!before.isFile()) return { error: message("input.gone") };
  if (before.size > MAX_IMPORT_BYTES) return { error: TOO_LARGE };
  const bytes = await readUpTo(file, Number(before.size) + 1);
  const after = await file.stat({ bigint: true });
  const isUnchanged =
    after.size === BigInt(bytes.length) &&
    after.mtimeNs === before.mtimeNs &&
    after.ctimeNs === before.ctimeNs;
  return isUnchanged ? bytes : { error: message("input.changing") };
}

/** Reads at most `maxLength` bytes, however large the file has become. */
async function readUpTo(file: FileHandle, maxLength: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(maxLength);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

function readFailure(error: unknown): Failure {
  return { error: describeReadError(error) };
}

function describeReadError(error: unknown): Message {
  const code = errorCode(error);
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return message("input.missing");
    case "EACCES":
    case "EPERM":
      return message("input.no-permission");
    case "ELOOP":
      return message("input.circular-link");
    case "ENAMETOOLONG":
      return message("input.long-name");
    default:
      return message("input.unreadable", { reason: code ?? String(error) });
  }
}

/** Makes a path printable: one line, without control characters and changes of direction. */
function toDisplayName(path: string): string {
  return replaceControlCharacters(path.replace(/[\n\t\p{Bidi_Control}]/gu, "\ufffd"));
}
