import { randomBytes } from "node:crypto";
import {
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  rmdir,
  unlink,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { errorCode, errorMessage } from "../../foundation/errors.ts";
import { isProcessRunning } from "../../foundation/processes.ts";
import type { Failure, Result } from "../../foundation/result.ts";

/** A file to put into a folder of a corpus. */
export interface NewFile {
  /** The name of a new file; a file that is replaced can be in a folder below. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether the folder has a file of this name, which is replaced. Otherwise none may exist. */
  readonly replaces: boolean;
}

/**
 * A folder of a corpus, open for one import at a time. The files of an import appear in it all or not
 * at all:
 *
 * * All files are first written and synced to a staging folder, which the corpus reader ignores. From
 *   there each is linked or renamed into the folder in one step, so that a file is never there in part.
 * * If a step fails, or the import is aborted, all earlier steps are undone in reverse order.
 * * A file that another process has created in the meantime is neither overwritten nor removed.
 * * If the process is killed, some of the files may be there, each of them whole. The next import
 *   removes the staging folder.
 */
export interface AtomicFolder {
  /**
   * Puts all of `files` into the folder. Returns an error, and leaves the folder as it was, if one of
   * them cannot be put there or `signal` is aborted. `progress` gets the number of files that are done,
   * where writing and moving a file are half a file each.
   */
  put(
    files: readonly NewFile[],
    signal: AbortSignal,
    progress: (done: number) => void,
  ): Promise<Failure | undefined>;
  /** Removes the staging folder, and the folders that were created if nothing was put into them. */
  close(): Promise<void>;
}

/** The names of new files that are allowed, none of which leads to another folder. */
const FILE_NAME = /^(?:[a-z0-9-]+\.md|corpus\.yaml|missing(?:-\d+)?\.csv)$/;

/** How many files are written at the same time. */
const MAX_PARALLEL_WRITES = 16;

/**
 * Opens `folder`, which is the folder `corpus` or is in it. Creates it if it does not exist. Removes
 * the staging folders of imports that were killed. Returns an error if another import is open.
 */
export async function openAtomicFolder(
  corpus: string,
  folder: string,
): Promise<Result<AtomicFolder>> {
  let firstCreated: string | undefined;
  try {
    firstCreated = await mkdir(folder, { recursive: true });
    const staging = await openStagingFolder(corpus);
    if ("error" in staging) {
      await removeEmptyFolders(folder, firstCreated);
      return staging;
    }
    return createAtomicFolder(await realpath(folder), staging.path, firstCreated);
  } catch (error) {
    await removeEmptyFolders(folder, firstCreated);
    const code = errorCode(error);
    if (code === "EEXIST" || code === "ENOTDIR") {
      return { error: message("folder.not-a-folder", { folder }) };
    }
    return { error: describeWriteError(error, folder) };
  }
}

/** A link is where a folder or a document should be. */
class LinkError extends Error {
  readonly reason: Message;

  constructor(reason: Message) {
    super(reason.key);
    this.reason = reason;
  }
}

/** Undoes one step. */
type Undo = () => Promise<void>;

function createAtomicFolder(
  folder: string,
  staging: string,
  firstCreated: string | undefined,
): AtomicFolder {
  let isUsed = false;

  /** Adds to `undos` what undoes each step, so that the caller can roll back after an error. */
  async function putAll(
    files: readonly NewFile[],
    undos: Undo[],
    signal: AbortSignal,
    progress: (done: number) => void,
  ): Promise<void> {
    if ((await realpath(folder)) !== folder) throw new LinkError(message("folder.is-link"));
    for (let done = 0; done < files.length; done += MAX_PARALLEL_WRITES) {
      signal.throwIfAborted();
      progress(done / 2);
      await Promise.all(
        files
          .slice(done, done + MAX_PARALLEL_WRITES)
          .map((file, index) => stageFile(join(staging, String(done + index)), file)),
      );
    }
    for (const [done, { name, replaces }] of files.entries()) {
      signal.throwIfAborted();
      progress((files.length + done) / 2);
      const [source, target] = [join(staging, String(done)), join(folder, name)];
      undos.push(await (replaces ? replaceFile(source, target) : addFile(source, target)));
    }
    await syncFolder(folder);
  }

  return {
    async put(files, signal, progress) {
      const undos: Undo[] = [];
      try {
        await putAll(files, undos, signal, progress);
        isUsed = files.length > 0;
        return undefined;
      } catch (error) {
        const reason = signal.aborted
          ? message("folder.stopped")
          : describeWriteError(error, folder);
        const failures = await rollBack(undos);
        if (failures.length === 0) return { error: reason };
        return { error: message("folder.partly", { reason, remains: failures }) };
      }
    },
    async close() {
      await closeStagingFolder(staging);
      if (!isUsed) await removeEmptyFolders(folder, firstCreated);
    },
  };
}

/** Writes a file to `path` in the staging folder, and waits until it is on the disk. */
async function stageFile(path: string, { name, bytes, replaces }: NewFile): Promise<void> {
  const isAllowed = replaces ? !name.split(/[\\/]/).includes("..") : FILE_NAME.test(name);
  if (!isAllowed) throw new Error(`${name} is no name for a document’s file.`);
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Moves a staged file to `target`. Throws if `target` exists. */
async function addFile(source: string, target: string): Promise<Undo> {
  const { ino } = await lstat(source);
  const undo = async () => {
    // If another process has replaced the file in the meantime, that file stays.
    if ((await lstat(target)).ino === ino) await unlink(target);
  };
  try {
    await link(source, target);
  } catch (error) {
    if (!isWithoutHardLinks(error)) throw error;
    // A rename overwrites its target. Creating an empty file first fails if there is one.
    await (await open(target, "wx")).close();
    await rename(source, target).catch(async (reason) => {
      await unlink(target);
      throw reason;
    });
  }
  return undo;
}

/** Moves a staged file to `target`, and keeps the file that it replaces until the import ends. */
async function replaceFile(source: string, target: string): Promise<Undo> {
  const backup = `${source}.former`;
  const { ino } = await lstat(source);
  if (!(await lstat(target)).isFile()) throw new LinkError(message("folder.replaces-link"));
  await link(target, backup).catch((error) => {
    if (!isWithoutHardLinks(error)) throw error;
    return copyFile(target, backup);
  });
  await rename(source, target);
  return async () => {
    if ((await lstat(target)).ino === ino) await rename(backup, target);
  };
}

/** Whether a link failed because the file system has no hard links, as on many memory sticks. */
function isWithoutHardLinks(error: unknown): boolean {
  switch (errorCode(error)) {
    case "EPERM":
    case "ENOTSUP":
    case "EOPNOTSUPP":
    case "ENOSYS":
    case "EMLINK":
      return true;
    default:
      return false;
  }
}

/** Undoes all steps in reverse order. Returns the errors of those that cannot be undone. */
async function rollBack(undos: readonly Undo[]): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const undo of undos.toReversed()) {
    await undo().catch((error) => failures.push(String(error)));
  }
  return failures;
}

async function syncFolder(folder: string): Promise<void> {
  // Some systems cannot open a folder, or cannot sync one.
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Removes `folder` and its parents up to `firstCreated`, as far as they are empty. */
async function removeEmptyFolders(folder: string, firstCreated: string | undefined): Promise<void> {
  if (firstCreated === undefined) return;
  try {
    await rmdir(folder);
  } catch {
    return;
  }
  if (folder !== firstCreated) await removeEmptyFolders(dirname(folder), firstCreated);
}

/** The name of a staging folder, with the id of its process. */
const STAGING_NAME = /^\.import-(\d+)-[0-9a-f]{8}$/;

/** The names of the staging folders that this process has open. */
const openStagingNames = new Set<string>();

/** How often an import tries to open its staging folder while there is another. */
const OPEN_ATTEMPTS = 5;

/** The maximum pause between two attempts, in milliseconds. */
const MAX_PAUSE = 200;

/** Creates a staging folder in `corpus`. Returns an error if another import is open there. */
async function openStagingFolder(
  corpus: string,
  attempts = OPEN_ATTEMPTS,
): Promise<Result<{ readonly path: string }>> {
  const name = `.import-${process.pid}-${randomBytes(4).toString("hex")}`;
  const path = join(corpus, name);
  openStagingNames.add(name);
  await mkdir(path);
  const other = await findOtherImport(name, corpus);
  if (other === undefined) return { path };
  await closeStagingFolder(path);
  if (attempts === 1) {
    return {
      error: message("folder.busy", { path: other, corpus }),
    };
  }
  // Two imports that start together both back off. The random pause lets one of them win.
  await setTimeout(Math.random() * MAX_PAUSE);
  return openStagingFolder(corpus, attempts - 1);
}

/** Returns the staging folder of another running import. Removes those of imports that were killed. */
async function findOtherImport(ownName: string, corpus: string): Promise<string | undefined> {
  let other: string | undefined;
  for (const name of await readdir(corpus)) {
    const pid = STAGING_NAME.exec(name)?.[1];
    if (pid === undefined || name === ownName) continue;
    if (isRunning(name, Number(pid))) other = name;
    else await rm(join(corpus, name), { recursive: true, force: true });
  }
  return other;
}

function isRunning(stagingName: string, pid: number): boolean {
  // In a container, a new process often gets the id of one that was killed.
  return pid === process.pid ? openStagingNames.has(stagingName) : isProcessRunning(pid);
}

async function closeStagingFolder(path: string): Promise<void> {
  // If it cannot be removed now, the next import removes it.
  await rm(path, { recursive: true, force: true }).catch(() => {});
  openStagingNames.delete(basename(path));
}

/** Returns why nothing could be written into `folder`. */
function describeWriteError(error: unknown, folder: string): Message {
  if (error instanceof LinkError) return error.reason;
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return message("folder.full", { folder });
    case "EFBIG":
      return message("folder.file-too-large", { folder });
    case "EACCES":
    case "EPERM":
      return message("folder.no-permission", { folder });
    case "EROFS":
      return message("folder.read-only", { folder });
    case "EEXIST":
      return message("folder.name-taken", { folder });
    case "EXDEV":
      return message("folder.other-disk", { folder });
    default:
      return message("folder.failed", { folder, reason: errorMessage(error) });
  }
}
