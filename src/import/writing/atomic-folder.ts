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
import { dirname, join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import type { Failure, Result } from "../../foundation/result.ts";

/** A file that is to stand in a folder of a corpus. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether a file of this name is there and gives way. */
  readonly replaces: boolean;
}

/** A folder of a corpus, into which one import at a time puts files. */
export interface AtomicFolder {
  /**
   * Puts all of `files` there, or none, and then tells in a sentence why. Whatever moment this process
   * is killed at, each file is there whole or not at all.
   */
  put(
    files: readonly NewFile[],
    ending: AbortSignal,
    progress: (done: number) => void,
  ): Promise<Failure | undefined>;
  /** Clears away all but what was put there. */
  end(): Promise<void>;
}

/** What names may be made of, so that none leads anywhere else. */
const NAME = /^[a-z0-9-]+\.md$/;

/** How many files are written side by side. */
const MAX_PARALLEL_WRITES = 16;

/**
 * Opens `folder`, which is the folder `corpus` or in it, and need not be there yet. What an import that
 * was killed has left behind is cleared away.
 */
export async function openAtomicFolder(
  corpus: string,
  folder: string,
): Promise<Result<AtomicFolder>> {
  let made: string | undefined;
  try {
    made = await mkdir(folder, { recursive: true });
    const stage = await openStage(corpus);
    if (typeof stage === "object") return stage;
    return createAtomicFolder(await realpath(folder), join(corpus, stage), made);
  } catch (error) {
    await removeEmptyFolders(folder, made);
    if (["EEXIST", "ENOTDIR"].includes(codeOf(error))) {
      return { error: `${folder} is no folder. Name one by \`--into\`.` };
    }
    return { error: describeWriteError(error, folder) };
  }
}

function createAtomicFolder(folder: string, stage: string, made: string | undefined): AtomicFolder {
  let isUsed = false;

  async function putAll(
    files: readonly NewFile[],
    undo: (() => Promise<void>)[],
    ending: AbortSignal,
    progress: (done: number) => void,
  ): Promise<void> {
    if ((await realpath(folder)) !== folder) throw new Error("The folder has become a link.");
    for (let done = 0; done < files.length; done += MAX_PARALLEL_WRITES) {
      ending.throwIfAborted();
      progress(done / 2);
      await Promise.all(
        files.slice(done, done + MAX_PARALLEL_WRITES).map((file) => stageFile(stage, file)),
      );
    }
    for (const [done, { name, replaces }] of files.entries()) {
      ending.throwIfAborted();
      progress((files.length + done) / 2);
      const [staged, place] = [join(stage, name), join(folder, name)];
      undo.push(await (replaces ? replaceFile(staged, place) : addFile(staged, place)));
    }
    await syncFolder(folder);
  }

  return {
    async put(files, ending, progress) {
      const undo: (() => Promise<void>)[] = [];
      try {
        await putAll(files, undo, ending, progress);
        isUsed = files.length > 0;
        return undefined;
      } catch (error) {
        const reason = ending.aborted ? "You have stopped it." : describeWriteError(error, folder);
        const failed = await rollBack(undo);
        if (failed.length === 0) return { error: reason };
        return { error: `${reason} What it had put there stays in part: ${failed.join(" ")}` };
      }
    },
    async end() {
      await closeStage(stage);
      if (!isUsed) await removeEmptyFolders(folder, made);
    },
  };
}

async function stageFile(stage: string, { name, bytes }: NewFile): Promise<void> {
  if (!NAME.test(name)) throw new Error(`${name} is no name for a document’s file.`);
  const file = await open(join(stage, name), "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Adds a file where none may be, and gives what takes it away again. */
async function addFile(staged: string, place: string): Promise<() => Promise<void>> {
  const { ino } = await lstat(staged);
  const remove = async () => {
    // What somebody else has put there meanwhile is theirs.
    if ((await lstat(place)).ino === ino) await unlink(place);
  };
  try {
    await link(staged, place);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    // An empty file of our own, made only where there is none, is what may be overwritten.
    await (await open(place, "wx")).close();
    await rename(staged, place).catch(async (reason) => {
      await unlink(place);
      throw reason;
    });
  }
  return remove;
}

/** Puts a file in the place of another, and gives what puts that back. */
async function replaceFile(staged: string, place: string): Promise<() => Promise<void>> {
  const former = `${staged}.former`;
  const { ino } = await lstat(staged);
  if (!(await lstat(place)).isFile()) throw new Error("A link is not replaced.");
  await link(place, former).catch((error) => {
    if (!hasNoLinks(error)) throw error;
    return copyFile(place, former);
  });
  await rename(staged, place);
  return async () => {
    if ((await lstat(place)).ino === ino) await rename(former, place);
  };
}

/** Whether a file system, such as a memory stick's, lets no file have two names. */
function hasNoLinks(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(codeOf(error));
}

/** Undoes in the reverse order, and gives the reasons of what cannot be undone. */
async function rollBack(undo: readonly (() => Promise<void>)[]): Promise<readonly string[]> {
  const reasons: string[] = [];
  for (const one of undo.toReversed()) {
    await one().catch((error) => reasons.push(String(error)));
  }
  return reasons;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  // Not every system lets a folder be opened, or waits for one.
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Removes a folder that was made, and those above it as far as `made`, unless something is in them. */
async function removeEmptyFolders(folder: string, made: string | undefined): Promise<void> {
  if (made === undefined) return;
  try {
    await rmdir(folder);
  } catch {
    return;
  }
  if (folder !== made) await removeEmptyFolders(dirname(folder), made);
}

/** Where an import keeps its files until all are whole; who reads a corpus passes over it. */
const STAGE = /^\.import-(\d+)-[0-9a-f]{8}$/;

/** The stages of this very process. */
const ours = new Set<string>();

/** How often an import looks whether another is under way. */
const TRIES = 5;

/** Makes a stage in `corpus` and gives its name, unless another import is under way there. */
async function openStage(corpus: string, tries = TRIES): Promise<string | Failure> {
  const stage = `.import-${process.pid}-${randomBytes(4).toString("hex")}`;
  ours.add(stage);
  await mkdir(join(corpus, stage));
  const other = await findOtherStage(stage, corpus);
  if (other === undefined) return stage;
  await closeStage(join(corpus, stage));
  if (tries === 1) {
    return {
      error: `Another import into this corpus is under way. Wait for its end; if there is none, delete \`${other}\` in ${corpus}.`,
    };
  }
  // Two that begin at once see each other, and one must come first.
  await setTimeout(Math.random() * 200);
  return openStage(corpus, tries - 1);
}

/** The stage of another import that is under way; those of dead ones are cleared away. */
async function findOtherStage(stage: string, corpus: string): Promise<string | undefined> {
  let other: string | undefined;
  for (const name of await readdir(corpus)) {
    const pid = STAGE.exec(name)?.[1];
    if (pid === undefined || name === stage) continue;
    if (isAlive(name, Number(pid))) other = name;
    else await rm(join(corpus, name), { recursive: true, force: true });
  }
  return other;
}

function isAlive(stage: string, pid: number): boolean {
  // A container gives the numbers of the dead to the living.
  if (pid === process.pid) return ours.has(stage);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

async function closeStage(stage: string): Promise<void> {
  // What cannot be cleared away now is left to the next import.
  await rm(stage, { recursive: true, force: true }).catch(() => {});
  ours.delete(stage.slice(dirname(stage).length + 1));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** A sentence on why nothing could be written into `folder`. */
function describeWriteError(error: unknown, folder: string): string {
  switch (codeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return `There is no room left for the documents in ${folder}. Make some, and import again.`;
    case "EFBIG":
      return `No file may become so large in ${folder}. Ask whoever looks after this machine.`;
    case "EACCES":
    case "EPERM":
      return `Ibid may not write in ${folder}. Give it the right to, or name another folder by \`--into\`.`;
    case "EROFS":
      return `Nothing can be written in ${folder}. Name another folder by \`--into\`.`;
    case "EEXIST":
      return `Meanwhile somebody else has put a file of the same name into ${folder}. Import again; theirs is as it was.`;
    case "EXDEV":
      return `${folder} is on another disk than its corpus. Import into the corpus itself, and move the documents.`;
    default:
      return `Nothing could be written in ${folder}: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
