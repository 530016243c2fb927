import { createHash } from "node:crypto";
import { lstatSync, type Stats } from "node:fs";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { message } from "../catalogue/catalogue.ts";
import { errorCode } from "../foundation/errors.ts";
import { append } from "../foundation/long-arrays.ts";
import type { Result } from "../foundation/result.ts";
import { buildCorpus, type CorpusFile, type CorpusReading, type FileProgress } from "./corpus.ts";
import { isDocumentPath } from "./document-file.ts";
import type { Problem, ProblemText } from "./problem.ts";
import { misnamedTable, TABLE_FILES } from "./tables.ts";

/** The maximum size of a document: 4 MiB, about 700,000 words. */
export const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

/** The files of a corpus folder, with a problem for each that could not be read. */
export interface CorpusFiles {
  readonly files: readonly CorpusFile[];
  readonly unread: readonly Problem[];
  /**
   * The state of the files, as `folderState` returns it for as long as none changes. Undefined if one could change
   * without a trace.
   */
  readonly state?: string | undefined;
}

/** Reads the corpus in `folder`. Reads nothing outside of it and writes nothing. */
export async function readCorpus(
  folder: string,
  progress: (progress: FileProgress) => void = () => {},
): Promise<CorpusReading> {
  const reading = await readCorpusFiles(folder, progress);
  if ("error" in reading) return { ...reading, advice: [] };
  return buildCorpus(reading.files, reading.unread, progress);
}

/** Reads a folder again and again, and each time only the files that have changed. */
export interface FolderReader {
  /**
   * Reads the bytes of the corpus. Returns an error if there is no such folder. A file with the same bytes as in the
   * reading before is the same object. Rejects with the reason of `signal` once it is aborted.
   */
  read(
    progress?: (progress: FileProgress) => void,
    signal?: AbortSignal,
  ): Promise<Result<CorpusFiles, readonly Problem[]>>;
}

/** Reads the bytes of the corpus in `folder` once, as `FolderReader` does. */
export function readCorpusFiles(
  folder: string,
  progress?: (progress: FileProgress) => void,
  signal?: AbortSignal,
): Promise<Result<CorpusFiles, readonly Problem[]>> {
  return createFolderReader(folder).read(progress, signal);
}

/** The number of files that are read concurrently. */
const MAX_PARALLEL_READS = 64;

/** Creates the reader of the corpus in `folder`, of which `files` have been read before. */
export function createFolderReader(
  folder: string,
  files: readonly CorpusFile[] = [],
): FolderReader {
  let known: ReadonlyMap<string, KnownFile> = new Map(files.map((file) => [file.path, { file }]));
  return {
    async read(progress = () => {}, signal) {
      const root = await realpath(resolve(folder)).catch(() => undefined);
      if (root === undefined || !(await statusOf(root))?.isDirectory()) {
        return {
          error: [
            {
              path: folder,
              line: 1,
              message: message("problem.no-folder"),
              remedy: message("remedy.no-folder"),
            },
          ],
        };
      }

      const read = new Map<string, KnownFile>();
      const unread: Problem[] = [];
      const paths = await listPaths(root, "", unread, signal);
      for (let done = 0; done < paths.length; done += MAX_PARALLEL_READS) {
        signal?.throwIfAborted();
        progress({ step: "reading", done, all: paths.length });
        const batch = paths.slice(done, done + MAX_PARALLEL_READS);
        const results = batch.map((path) => readAgain(root, path, known.get(path)));
        for (const result of await Promise.all(results)) {
          if ("error" in result) unread.push(result.error);
          else read.set(result.file.path, result);
        }
      }
      known = read;
      return {
        files: [...read.values()].map(({ file }) => file),
        unread,
        state: unread.length === 0 ? stateOf([...read]) : undefined,
      };
    },
  };
}

/** Returns the state of the corpus in `folder` without reading a file; undefined if it is not certain. */
export async function folderState(folder: string): Promise<string | undefined> {
  const root = await realpath(resolve(folder)).catch(() => undefined);
  if (root === undefined) return undefined;
  const problems: Problem[] = [];
  const paths = await listPaths(root, "", problems);
  const files: [string, FileWithStatus][] = [];
  for (const path of paths) {
    const status = statusNow(join(root, path));
    files.push([path, status?.isFile() === true ? { status } : {}]);
    if (files.length % STATUSES_AT_ONCE === 0) await nextTurn();
  }
  return problems.length === 0 ? stateOf(files) : undefined;
}

/** How many statuses are read between two turns of the event loop. A network drive takes a millisecond for each. */
const STATUSES_AT_ONCE = 16;

/** Returns the status of a file; undefined if it cannot be had. Promises of 10,000 files take three times as long. */
function statusNow(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

type FileWithStatus = Pick<KnownFile, "status">;

/** Returns the SHA-256 of paths with the statuses of their files, in hexadecimal; undefined if one is not known. */
function stateOf(files: readonly (readonly [string, FileWithStatus])[]): string | undefined {
  const statuses = files.flatMap(([, { status }]) => status ?? []);
  if (statuses.length < files.length) return undefined;
  const numbers = statuses.flatMap((status) => STATUS_KEYS.map((key) => status[key]));
  return createHash("sha256")
    .update(JSON.stringify(files.map(([path]) => path)))
    .update(Float64Array.from(numbers))
    .digest("hex");
}

/** A file as it was when it was read. */
interface KnownFile {
  readonly file: CorpusFile;
  /** Its status then. Absent if another change might leave the status the same. */
  readonly status?: FileStatus;
}

/** The part of a file's status that every change of the file changes. */
type FileStatus = Pick<Stats, (typeof STATUS_KEYS)[number]>;

const STATUS_KEYS = ["dev", "ino", "size", "mtimeMs", "ctimeMs"] as const;

/**
 * The age from which a change has a time of its own, in milliseconds: some file systems count time in steps of
 * two seconds. Git's index distrusts young files likewise.
 */
const MIN_AGE = 2000;

/** Reads a file unless it is as it was before. */
async function readAgain(
  root: string,
  path: string,
  before: KnownFile | undefined,
): Promise<Result<KnownFile, Problem>> {
  const now = Date.now();
  const status = await lstat(join(root, path)).catch(() => undefined);
  // The target of a link may change without the link.
  const isCertain =
    status?.isFile() === true && Math.max(status.mtimeMs, status.ctimeMs) < now - MIN_AGE;
  const isSame = (key: keyof FileStatus) => before?.status?.[key] === status?.[key];
  if (before?.status !== undefined && isCertain && STATUS_KEYS.every(isSame)) return before;
  const result = await readFileAt(root, path, status);
  if ("error" in result) return result;
  const hasSameBytes =
    before !== undefined && Buffer.compare(before.file.bytes, result.bytes) === 0;
  return { file: hasSameBytes ? before.file : result, ...(isCertain && { status }) };
}

/**
 * Lists the corpus's files below `folder` in a stable order, and adds what it finds to `problems`. Rejects with the reason of
 * `signal` once it is aborted.
 */
async function listPaths(
  root: string,
  folder: string,
  problems: Problem[],
  signal?: AbortSignal,
): Promise<string[]> {
  signal?.throwIfAborted();
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(whyUnread);
  if ("message" in entries) {
    problems.push({ path: folder === "" ? "." : folder, line: 1, ...entries });
    return [];
  }
  const paths: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      append(paths, await listPaths(root, path, problems, signal));
    } else if (isCorpusFile(path)) {
      paths.push(path);
    } else if (entry.isSymbolicLink()) {
      append(problems, await linkProblems(root, path));
    } else {
      const table = misnamedTable(path);
      if (table === undefined) continue;
      problems.push({
        path,
        line: 1,
        message: message("problem.misnamed-table"),
        remedy: message("remedy.misnamed-table", { name: table }),
      });
    }
  }
  return paths;
}

function isCorpusFile(path: string): boolean {
  return isDocumentPath(path) || TABLE_FILES.includes(path);
}

/** Reads a file. `own` is its status, undefined if there is none. */
async function readFileAt(
  root: string,
  path: string,
  own: Stats | undefined,
): Promise<Result<CorpusFile, Problem>> {
  const failure = (text: ProblemText) => ({ error: { path, line: 1, ...text } });
  // Listing follows no link, so only a link can lead out of the folder. To resolve each path takes longer than to read it.
  const found =
    own?.isFile() === true ? { target: join(root, path), status: own } : await follow(root, path);
  if ("message" in found) return failure(found);
  const { target, status } = found;
  if (!status.isFile()) {
    return failure({
      message: message("problem.not-a-file"),
      remedy: message("remedy.not-a-file"),
    });
  }
  if (status.size > MAX_DOCUMENT_BYTES) return failure(tooLarge(status.size));
  const bytes = await readFile(target).catch(whyUnread);
  if ("message" in bytes) return failure(bytes);
  // It may have grown in the meantime.
  return bytes.length > MAX_DOCUMENT_BYTES ? failure(tooLarge(bytes.length)) : { path, bytes };
}

/** Returns where a path leads, with its status, or why it leads nowhere in the corpus folder. */
async function follow(
  root: string,
  path: string,
): Promise<{ readonly target: string; readonly status: Stats } | ProblemText> {
  const target = await realpath(join(root, path)).catch(whyUnread);
  if (typeof target === "object") return linkOr(target, join(root, path));
  if (isOutside(root, target)) return LEADS_OUT;
  const status = await stat(target).catch(whyUnread);
  return "message" in status ? status : { target, status };
}

function tooLarge(size: number): ProblemText {
  return {
    message: message("problem.too-large", { bytes: size }),
    remedy: message("remedy.too-large"),
  };
}

/** Returns the problem of a link to a folder. Following it could read one document twice. */
async function linkProblems(root: string, path: string): Promise<readonly Problem[]> {
  const failure = (text: ProblemText) => [{ path, line: 1, ...text }];
  const target = await realpath(join(root, path)).catch(whyUnread);
  if (typeof target === "object") return failure(await linkOr(target, join(root, path)));
  if (isOutside(root, target)) return failure(LEADS_OUT);
  if (!(await statusOf(target))?.isDirectory()) return [];
  return failure({
    message: message("problem.link-to-folder"),
    remedy: message("remedy.link-to-folder"),
  });
}

/** Returns the status of `path`; undefined if it does not exist any more or is not accessible. */
function statusOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

const LEADS_OUT: ProblemText = {
  message: message("problem.link-leads-out"),
  remedy: message("remedy.link-leads-out"),
};

const UNREADABLE: ProblemText = {
  message: message("problem.no-permission"),
  remedy: message("remedy.no-permission"),
};

const VANISHED: ProblemText = {
  message: message("problem.vanished"),
  remedy: message("remedy.vanished"),
};

/** Explains why something that was listed cannot be read. */
function whyUnread(error: unknown): ProblemText {
  const code = errorCode(error) ?? "unknown";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return VANISHED;
    case "ELOOP":
      return LEADS_OUT;
    case "EACCES":
    case "EPERM":
      return UNREADABLE;
    default:
      return {
        message: message("problem.system-error", { code }),
        remedy: message("remedy.system-error"),
      };
  }
}

const UNNAMED: ProblemText = {
  message: message("problem.name-not-text"),
  remedy: message("remedy.name-not-text"),
};

/** Returns why a path leads nowhere: it is a link to nothing, its name was misread, or it has been removed. */
async function linkOr(reason: ProblemText, path: string): Promise<ProblemText> {
  if (reason !== VANISHED) return reason;
  if (path.includes("\ufffd")) return UNNAMED;
  const link = await lstat(path).catch(() => undefined);
  return link?.isSymbolicLink() === true ? LEADS_OUT : VANISHED;
}

function isOutside(root: string, target: string): boolean {
  const path = relative(root, target);
  // On Windows the path to another drive is absolute.
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}
