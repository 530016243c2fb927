import type { Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { buildCorpus, type CorpusFile, type CorpusReading, type FileProgress } from "./corpus.ts";
import { isDocumentPath } from "./document-file.ts";
import type { Problem } from "./problem.ts";
import { misnamedTable, TABLES } from "./tables.ts";

/** The largest file that is read: 4 MiB, some 700,000 words. */
export const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

/** The files of a corpus folder, and the problems of those that could not be read. */
export interface CorpusFiles {
  readonly files: readonly CorpusFile[];
  readonly unread: readonly Problem[];
}

/** Reads the corpus in `folder`. Nothing outside of it is read, and nothing is written. */
export async function readCorpus(
  folder: string,
  progress: (progress: FileProgress) => void = () => {},
): Promise<CorpusReading> {
  const reading = await readFiles(folder, progress);
  if ("error" in reading) return reading;
  return buildCorpus(reading.files, reading.unread, progress);
}

/** How many files are read side by side. */
const MAX_PARALLEL_READS = 64;

/** Reads the bytes of the corpus in `folder`; problems when there is no such folder. */
export async function readFiles(
  folder: string,
  progress: (progress: FileProgress) => void = () => {},
): Promise<CorpusFiles | Exclude<CorpusReading, { readonly corpus: unknown }>> {
  const problems: Problem[] = [];
  const files: CorpusFile[] = [];
  const root = await realpath(resolve(folder)).catch(() => undefined);
  if (root === undefined || !(await statusOf(root))?.isDirectory()) {
    return {
      error: [
        {
          path: folder,
          line: 1,
          message: "There is no such folder.",
          remedy: "Set `IBID_CORPUS` to the folder that holds your documents.",
        },
      ],
      advice: [],
    };
  }

  const paths = await listPaths(root, "", problems);
  for (let done = 0; done < paths.length; done += MAX_PARALLEL_READS) {
    progress({ step: "reading", done, all: paths.length });
    const some = paths.slice(done, done + MAX_PARALLEL_READS);
    for (const one of await Promise.all(some.map((path) => readFileAt(root, path)))) {
      if ("bytes" in one) files.push(one);
      else problems.push(one);
    }
  }

  return { files, unread: problems };
}

/** The corpus's files below `folder`, in a stable order. */
async function listPaths(root: string, folder: string, problems: Problem[]): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    problems.push({ path: folder === "" ? "." : folder, line: 1, ...UNREADABLE });
    return [];
  }
  const paths: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      paths.push(...(await listPaths(root, path, problems)));
    } else if (isCorpusFile(path)) {
      paths.push(path);
    } else if (entry.isSymbolicLink()) {
      problems.push(...(await linkProblems(root, path)));
    } else if (misnamedTable(path) !== undefined) {
      problems.push({
        path,
        line: 1,
        message: "This table is not read under this name.",
        remedy: `Call it \`${misnamedTable(path)}\`.`,
      });
    }
  }
  return paths;
}

function isCorpusFile(path: string): boolean {
  return isDocumentPath(path) || TABLES.includes(path);
}

type WithoutPlace = Pick<Problem, "message" | "remedy">;

async function readFileAt(root: string, path: string): Promise<CorpusFile | Problem> {
  const problem = (what: WithoutPlace): Problem => ({ path, line: 1, ...what });
  const place = join(root, path);
  const target = await realpath(place).catch(() => undefined);
  if (target === undefined || isOutside(root, target)) return problem(LEADS_OUT);
  const status = await statusOf(target);
  if (status === undefined) return problem(LEADS_OUT);
  if (!status.isFile()) {
    return problem({
      message: "This is not a file.",
      remedy: "Give it a name that does not end like one.",
    });
  }
  if (status.size > MAX_DOCUMENT_BYTES) {
    return problem({
      message: `The file has ${status.size.toLocaleString("en")} bytes, and Ibid reads at most 4 MiB.`,
      remedy: "Split it into several documents.",
    });
  }
  const bytes = await readFile(target).catch(() => undefined);
  return bytes === undefined ? problem(UNREADABLE) : { path, bytes };
}

/** A linked folder is not followed, wherever it leads: two ways to one document are one too many. */
async function linkProblems(root: string, path: string): Promise<readonly Problem[]> {
  const target = await realpath(join(root, path)).catch(() => undefined);
  if (target === undefined || isOutside(root, target)) return [{ path, line: 1, ...LEADS_OUT }];
  if (!(await statusOf(target))?.isDirectory()) return [];
  return [
    {
      path,
      line: 1,
      message: "This is a link to a folder, which Ibid does not follow.",
      remedy: "Put the folder itself here.",
    },
  ];
}

/** What stands at `path`; undefined where nothing does any more, or nobody may know. */
function statusOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

const LEADS_OUT: WithoutPlace = {
  message: "This link leads out of the corpus folder, or to nothing.",
  remedy: "Put the file itself here.",
};

const UNREADABLE: WithoutPlace = {
  message: "Ibid may not read this.",
  remedy: "Give it the right to, or move this out of the corpus folder.",
};

function isOutside(root: string, target: string): boolean {
  const way = relative(root, target);
  return way === ".." || way.startsWith(`..${sep}`) || resolve(way) === way;
}
