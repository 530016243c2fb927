import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { type Fault, parseFaults, plant, roomOf } from "./faults/fault.ts";
import { findFaults } from "./faults/find-faults.ts";
import { pickFault } from "./faults/pick-fault.ts";
import { createWorkspace, type Workspace } from "./faults/workspace.ts";
import { failWith, printTable } from "./report.ts";

// Plants faults in the code, one at a time and in a temporary copy, and reports which tests catch them:
// `npm run bench:faults -- --seed 1 --count 20`. With `--list FILE` the faults are those in the file; if
// it does not exist yet, those that are picked are written to it. `--tests COMMIT` takes the tests of
// that commit. A fault can make tests run forever, so those of a room get as long as `--minutes` says.

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "20" },
    list: { type: "string" },
    tests: { type: "string" },
    minutes: { type: "string", default: "10" },
  },
});
const [seed = 0, count = 0, minutes = 0] = [options.seed, options.count, options.minutes].map(
  Number,
);

/** How many times longer all other tests may take than those of a room. */
const OTHERS = 6;

interface Result {
  readonly fault: Fault;
  /** A test file or another reason; undefined if nothing catches the fault. */
  readonly caughtBy: string | undefined;
}

/** Faults that reach the tests, and those that do not. */
interface Selection {
  readonly faults: readonly Fault[];
  readonly rejected: readonly Result[];
}

if (![seed, count, minutes].every((number) => Number.isInteger(number) && number > 0)) {
  failWith("`--seed`, `--count` and `--minutes` are whole numbers above 0.");
} else {
  const workspace = await createWorkspace(options.tests);
  process.once("exit", workspace.remove);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  await benchFaults(workspace, options.list);
}

async function benchFaults(workspace: Workspace, list: string | undefined): Promise<void> {
  /** The tests that have passed without any fault, and those that fail even then. */
  const passing = new Set<string>();
  const broken = new Set<string>();
  const timeLimit = minutes * 60_000;
  const error = await workspace.compile();
  if (error !== undefined)
    return failWith(`Without any fault, the code does not compile: ${error}`);
  const isListed = list !== undefined && existsSync(list);
  const { faults, rejected } = isListed
    ? await checkListed(parseFaults(readFileSync(list, "utf8")))
    : await pick();
  if (list !== undefined && !isListed) writeFileSync(list, `${JSON.stringify(faults, null, 2)}\n`);

  // All faults meet the few tests of their room before any meets the many others.
  const caughtBy = new Map<Fault, string>();
  for (const isNear of [true, false]) {
    for (const fault of faults.filter((one) => !caughtBy.has(one))) {
      const catcher = await catcherAmong(testsOf(fault, isNear), fault, isNear ? 1 : OTHERS);
      if (catcher !== undefined) caughtBy.set(fault, catcher);
      const where = isNear ? "not by the tests of its room" : undefined;
      report(fault, catcher ?? where);
    }
  }
  const results = faults.map((fault) => ({ fault, caughtBy: caughtBy.get(fault) }));
  printResults([...results, ...rejected], faults.length);

  async function checkListed(listed: readonly Fault[]): Promise<Selection> {
    const rejected: Result[] = [];
    for (const fault of listed) {
      const reason = await reasonAgainst(fault);
      if (reason !== undefined) rejected.push(report(fault, reason));
    }
    const isRejected = (fault: Fault) => rejected.some((one) => one.fault === fault);
    return { faults: listed.filter((fault) => !isRejected(fault)), rejected };
  }

  /** Picks faults until `count` of them compile. */
  async function pick(): Promise<Selection> {
    const all = sourceFiles().flatMap((file) => findFaults(file, readFileSync(file, "utf8")));
    const faults: Fault[] = [];
    const rejected: Result[] = [];
    while (faults.length < count) {
      const fault = pickFault(
        all,
        seed,
        faults,
        rejected.map((one) => one.fault),
      );
      if (fault === undefined) break;
      const reason = await reasonAgainst(fault);
      if (reason === undefined) faults.push(fault);
      else rejected.push(report(fault, reason));
    }
    return { faults, rejected };
  }

  /** Returns why a fault does not reach the tests; undefined if it does. */
  async function reasonAgainst(fault: Fault): Promise<string | undefined> {
    return withFault(fault, async (isPlanted) => {
      if (!isPlanted) return "nothing: the code has changed";
      return (await workspace.compile()) === undefined ? undefined : "the compiler";
    });
  }

  /** Returns the tests of a fault's room, or all others. */
  function testsOf(fault: Fault, isNear: boolean): readonly string[] {
    const room = roomOf(fault);
    // Replies are tested through the commands that give them.
    const folder = room === "answers" ? "commands" : room;
    return workspace.tests.filter(
      (path) =>
        (path.startsWith(`tests/${folder}/`) || path === `tests/${folder}.test.ts`) === isNear,
    );
  }

  /** Returns what catches a fault among these tests, which may take `times` as long as those of a room. */
  async function catcherAmong(
    tests: readonly string[],
    fault: Fault,
    times: number,
  ): Promise<string | undefined> {
    const sound = tests.filter((path) => !broken.has(path));
    if (sound.length === 0) return undefined;
    const catcher = await withFault(fault, () => workspace.test(sound, times * timeLimit));
    if (catcher === undefined || passing.has(catcher) || !sound.includes(catcher)) return catcher;
    // A test that fails by itself catches nothing.
    if ((await workspace.test([catcher], timeLimit)) === undefined) {
      passing.add(catcher);
      return catcher;
    }
    progress(`${catcher} fails without any fault, so it is not run again.`);
    broken.add(catcher);
    return catcherAmong(sound, fault, times);
  }

  /** Runs `use` while a fault is planted, or while none is if the code no longer has its place. */
  async function withFault<T>(fault: Fault, use: (isPlanted: boolean) => Promise<T>): Promise<T> {
    const code = await workspace.readFile(fault.file).catch(() => undefined);
    const changed = code === undefined ? undefined : plant(fault, code);
    if (code === undefined || changed === undefined) return use(false);
    await workspace.writeFile(fault.file, changed);
    try {
      return await use(true);
    } finally {
      await workspace.writeFile(fault.file, code);
    }
  }
}

function sourceFiles(): readonly string[] {
  return ["src", "commands"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
      .map((file) => join(folder, file))
      .toSorted(),
  );
}

function report(fault: Fault, caughtBy: string | undefined): Result {
  progress(`${fault.file}:${fault.line} ${fault.kind}: ${caughtBy ?? "nobody"}`);
  return { fault, caughtBy };
}

/** Progress goes where the table does not. */
function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

function printResults(results: readonly Result[], reached: number): void {
  printTable(
    ["place", "kind", "before → after", "caught by"],
    results.map(({ fault, caughtBy }) => [
      `${fault.file}:${fault.line}`,
      fault.kind,
      `\`${oneLine(fault.before)}\` → \`${oneLine(fault.after)}\``,
      caughtBy ?? "**nobody**",
    ]),
  );
  const survivors = results.filter(({ caughtBy }) => caughtBy === undefined).length;
  process.stdout.write(
    `${reached} faults reached the tests, and ${survivors} survived. ${results.length - reached} others did not.\n`,
  );
}

/** Returns code on one line, in at most 60 characters, for a cell of a table. */
function oneLine(code: string): string {
  const line = code.replace(/\s+/g, " ").replaceAll("|", "\\|");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
