import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import * as v from "valibot";

const run = promisify(execFile);

/** How long the compiler may take, in milliseconds. */
const COMPILE_LIMIT = 10 * 60_000;

/** A temporary copy of the working tree. */
export interface Workspace {
  /** The paths of all test files. */
  readonly tests: readonly string[];
  readFile(path: string): Promise<string>;
  writeFile(path: string, text: string): Promise<void>;
  /** Returns the compiler's first error, if there is one. */
  compile(): Promise<string | undefined>;
  /**
   * Runs test files until one fails. Returns its path, or another reason why the run failed; undefined if
   * all pass within `timeLimit` milliseconds. A fault can make them run forever.
   */
  test(files: readonly string[], timeLimit: number): Promise<string | undefined>;
  remove(): void;
}

const REPORT = v.looseObject({
  success: v.boolean(),
  testResults: v.array(v.looseObject({ name: v.string(), status: v.string() })),
});

/** Copies the working tree, with its tests as of `commit` if one is given. */
export async function createWorkspace(commit?: string): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "ibid-faults-"));
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout } = await run("git", list);
  const isCopied = (path: string) => commit === undefined || !path.startsWith("tests/");
  for (const path of stdout.split("\0").filter((path) => path !== "" && isCopied(path))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    // A file that is deleted but not yet committed is listed too.
    await cp(path, join(folder, path), { verbatimSymlinks: true }).catch(() => {});
  }
  if (commit !== undefined) {
    const archive = join(folder, "tests.tar");
    await run("git", ["archive", "--output", archive, commit, "tests"]);
    await run("tar", ["-xf", archive, "-C", folder]);
    await rm(archive);
  }
  await rm(join(folder, "node_modules"), { force: true });
  await symlink(join(process.cwd(), "node_modules"), join(folder, "node_modules"));

  const paths = await readdir(join(folder, "tests"), { recursive: true });
  return {
    tests: paths.filter((path) => path.endsWith(".test.ts")).map((path) => `tests/${path}`),
    readFile: (path) => readFile(join(folder, path), "utf8"),
    writeFile: (path, text) => writeFile(join(folder, path), text),
    async compile() {
      const incremental = ["--incremental", "--tsBuildInfoFile", ".tsbuildinfo"];
      const tsc = ["node_modules/.bin/tsc", "--pretty", "false", ...incremental];
      const { output, code } = await runInGroup(folder, tsc, COMPILE_LIMIT);
      const error = output.split("\n").find((line) => /error TS\d+/.test(line));
      if (code !== 0 && error === undefined) throw new Error(`The compiler failed: ${output}`);
      return error;
    },
    async test(files, timeLimit) {
      const report = join(folder, "vitest-report.json");
      await rm(report, { force: true });
      const reporter = ["--reporter=json", `--outputFile=${report}`];
      const vitest = ["node_modules/vitest/vitest.mjs", "run", "--bail=1", ...reporter];
      const { isLate } = await runInGroup(folder, [...vitest, ...files], timeLimit);
      if (isLate) return "the time limit";
      const json = await readFile(report, "utf8").catch(() => undefined);
      if (json === undefined) return "a crash of the test runner";
      const { success, testResults } = v.parse(v.pipe(v.string(), v.parseJson(), REPORT), json);
      const failed = testResults.find(({ status }) => status === "failed");
      if (failed !== undefined) return relative(folder, failed.name);
      return success ? undefined : "an error outside of the tests";
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface GroupOutcome {
  readonly output: string;
  /** The exit code; undefined if the time ran out or a signal ended the script. */
  readonly code: number | undefined;
  readonly isLate: boolean;
}

/** Runs a script of Node in a process group, which is killed after `timeLimit` milliseconds. */
async function runInGroup(
  folder: string,
  args: readonly string[],
  timeLimit: number,
): Promise<GroupOutcome> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const closed = once(child, "close");
  const stop = () => child.pid !== undefined && process.kill(-child.pid, "SIGKILL");
  process.once("exit", stop);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, timeLimit);
  const [code] = await closed;
  clearTimeout(timer);
  process.off("exit", stop);
  return {
    output: Buffer.concat(chunks).toString("utf8"),
    code: typeof code === "number" ? code : undefined,
    isLate,
  };
}
