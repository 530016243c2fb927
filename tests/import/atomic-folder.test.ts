import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { message } from "../../src/catalogue/catalogue.ts";
import { readCorpus } from "../../src/corpus/read.ts";
import { type AtomicFolder, openAtomicFolder } from "../../src/import/writing/atomic-folder.ts";
import { corpusFrom, createFolder, type Files } from "../corpus/folder.ts";
import { createFigures } from "../figures.ts";
import { inEnglish } from "../in-english.ts";
import { isLong, runs } from "../thoroughness.ts";
import { documentFiles } from "./test-documents.ts";

const note = createFigures();

const never = new AbortController().signal;
const SCRIPT = fileURLToPath(new URL("./put-documents.ts", import.meta.url));

const FEW = 20;
/** Enough documents to kill a process among them, or to fill a disk. */
const MANY = 300;

async function openFolder(path: string): Promise<AtomicFolder> {
  const folder = await openAtomicFolder(path, path);
  if ("error" in folder) throw new Error(inEnglish(folder.error));
  return folder;
}

/** Puts the new documents into a folder. Returns the error, or “done”. */
async function put(path: string, replaces = false, signal: AbortSignal = never) {
  const folder = await openFolder(path);
  const failure = await folder.put(
    documentFiles("new", FEW).map((file) => ({ ...file, replaces })),
    signal,
    () => {},
  );
  await folder.close();
  return failure === undefined ? "done" : inEnglish(failure.error);
}

type Mode = "adds" | "replaces";

interface ProcessOptions {
  readonly mode?: Mode;
  readonly count?: number;
  /** Commands that are run in the shell of the process. */
  readonly shell?: string;
  /** The system call before which the process kills itself: `link 3` is the third link. */
  readonly killedBefore?: string;
}

/** Puts documents into a folder in a process of its own. */
function putInProcess(
  path: string,
  words: string,
  { mode = "adds", count = FEW, shell = "", killedBefore = "" }: ProcessOptions = {},
) {
  const script = ["--import", "tsx", SCRIPT, path, words, mode, String(count), killedBefore];
  const child =
    shell === ""
      ? spawn(process.execPath, script)
      : spawn("bash", ["-c", `${shell}; exec "$0" "$@"`, process.execPath, ...script]);
  const output = { text: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output.text += chunk;
  });
  child.stderr.pipe(process.stderr);
  /** Resolves with the error, or “done”. */
  const ended = once(child, "close").then(() =>
    output.text.replace("begins\n", "").replace("moves\n", ""),
  );
  /** Resolves when the process has printed `word`, or has ended. */
  async function hasPrinted(word: string): Promise<void> {
    while (!output.text.includes(word) && child.exitCode === null) {
      await Promise.race([once(child.stdout, "data"), ended]);
    }
  }
  return { child, hasPrinted, ended };
}

const documents = (words: string, count = FEW): Files =>
  Object.fromEntries(documentFiles(words, count).map(({ name, bytes }) => [name, bytes]));

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
    ),
  );
}

const before = { "corpus.yaml": "title: Before\n", "first.md": "The first.\n" };

describe("an atomic folder", () => {
  test("gets all files, and nothing else", async () => {
    const folder = await createFolder(before);
    expect(await put(folder)).toBe("done");
    expect(await filesIn(folder)).toEqual(
      await filesIn(await createFolder({ ...before, ...documents("new") })),
    );
  });

  test("is created with its parents", async () => {
    const folder = join(await createFolder({}), "a/b");
    expect(await put(folder)).toBe("done");
    expect(await filesIn(folder)).toEqual(await filesIn(await createFolder(documents("new"))));
  });

  test("is removed with its parents if nothing was put into it", async () => {
    const folder = await createFolder({});
    await (await openFolder(join(folder, "a/b"))).close();
    expect(await readdir(folder)).toEqual([]);
  });

  test("is left as it was if it has a file of the same name", async () => {
    const folder = await createFolder({ ...before, "document-15.md": "Somebody else’s.\n" });
    expect(await put(folder)).toContain("created a file with the same name");
    expect(await filesIn(folder)).toEqual({ ...before, "document-15.md": "Somebody else’s.\n" });
  });

  test("follows no link, be it broken or not", async () => {
    const outside = await createFolder({ "theirs.md": "Theirs.\n" });
    for (const replaces of [false, true]) {
      for (const target of ["theirs.md", "nothing.md"]) {
        const folder = await createFolder(replaces ? documents("old") : before);
        const link = join(folder, "document-19.md");
        if (replaces) spawnSync("rm", [link]);
        await symlink(join(outside, target), link);
        const names = await readdir(folder);
        expect(await put(folder, replaces)).not.toBe("done");
        expect(await readdir(folder)).toEqual(names);
        expect(await readlink(link)).toBe(join(outside, target));
        if (replaces)
          expect(await readFile(join(folder, "document-0.md"), "utf8")).toContain("old");
      }
    }
    expect(await filesIn(outside)).toEqual({ "theirs.md": "Theirs.\n" });
  });

  test("replaces files if it may", async () => {
    const folder = await createFolder({ ...before, ...documents("old") });
    expect(await put(folder, true)).toBe("done");
    expect(await filesIn(folder)).toEqual(
      await filesIn(await createFolder({ ...before, ...documents("new") })),
    );
  });

  test.each([0, 8, 14, 19])("is restored if the import is aborted at file %i", async (at) => {
    const folder = await createFolder({ ...before, ...documents("old") });
    const former = await filesIn(folder);
    const atomicFolder = await openFolder(folder);
    const controller = new AbortController();
    const failure = await atomicFolder.put(
      documentFiles("new", FEW).map((file) => ({ ...file, replaces: true })),
      controller.signal,
      (done) => {
        if (done >= at) controller.abort();
      },
    );
    await atomicFolder.close();
    expect(failure).toEqual({ error: message("folder.stopped") });
    expect(await filesIn(folder)).toEqual(former);
  });

  test("rejects file names that lead to another folder", async () => {
    const folder = await createFolder(before);
    const atomicFolder = await openFolder(folder);
    for (const name of ["../evil.md", "a/b.md", "/etc/evil.md", "..", "a\n.md", ".md", "a.yaml"]) {
      const file = { name, bytes: Buffer.from("Evil.\n"), replaces: false };
      expect(await atomicFolder.put([file], never, () => {})).toHaveProperty("error");
    }
    await atomicFolder.close();
    expect(await filesIn(folder)).toEqual(before);
  });

  test("cannot be opened at the path of a file", async () => {
    const folder = await createFolder(before);
    const path = join(folder, "first.md");
    expect(await openAtomicFolder(path, path)).toEqual({
      error: message("folder.not-a-folder", { folder: path }),
    });
  });
});

/** Runs a script in a mount namespace of its own, which does not need root. */
function runWithOwnMounts(script: string) {
  return spawnSync("bash", ["-c", 'unshare -Urm bash -c "$0"', script], { encoding: "utf8" });
}

describe("a full disk", () => {
  test("leaves the folder as it was if files may not become so large", async () => {
    const folder = await createFolder(before);
    // The limit is in units of 1,024 bytes.
    const output = await putInProcess(folder, "new", { shell: "ulimit -f 1" }).ended;
    expect(output).toContain("may not become this large");
    expect(await filesIn(folder)).toEqual(before);
  });

  // Some systems do not allow unprivileged namespaces.
  const mount = "mount -t tmpfs -o size=400k none";
  const canMount = runWithOwnMounts(`${mount} /tmp`).status === 0;

  test.runIf(canMount)("leaves the folder as it was, or removes it if it is new", async () => {
    const folder = await createFolder({});
    const script = [
      `cd ${process.cwd()}`,
      `${mount} ${folder}`,
      `echo The first. > ${folder}/first.md`,
      `echo Old. > ${folder}/document-7.md`,
      `${process.execPath} --import tsx ${SCRIPT} ${folder}/a/b new adds ${MANY}`,
      "echo",
      `${process.execPath} --import tsx ${SCRIPT} ${folder} new replaces ${MANY}`,
      `echo; cd ${folder}; find . | sort; cat first.md document-7.md`,
    ].join("\n");
    const { stdout } = runWithOwnMounts(script);
    expect(stdout.replaceAll(folder, "DISK")).toBe(
      [
        "begins",
        "There is no space left for the documents in DISK/a/b. Free some, and import again.",
        "begins",
        "There is no space left for the documents in DISK. Free some, and import again.",
        ".",
        "./document-7.md",
        "./first.md",
        "The first.",
        "Old.",
        "",
      ].join("\n"),
    );
  });
});

describe("concurrent imports", () => {
  test("into one folder leave all documents of one of them", async () => {
    for (let round = 0; round < runs(1); round++) {
      const folder = await createFolder(before);
      const both = [putInProcess(folder, "old"), putInProcess(folder, "new")];
      const outputs = await Promise.all(both.map(({ ended }) => ended));
      const winner = outputs.indexOf("done");
      expect(outputs[1 - winner]).toMatch(/^(?:Another import|Another process)/);
      expect(await filesIn(folder)).toEqual(
        await filesIn(
          await createFolder({ ...before, ...documents(winner === 0 ? "old" : "new") }),
        ),
      );
    }
  });

  test("exclude each other, and remove the staging folders of killed ones", async () => {
    const folder = await createFolder(before);
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    await mkdir(join(folder, `.import-${dead}-0123abcd`));
    await writeFile(join(folder, `.import-${dead}-0123abcd`, "half.md"), "Half");
    await mkdir(join(folder, `.import-${process.ppid}-0123abcd`));
    expect(await openAtomicFolder(folder, folder)).toEqual({
      error: message("folder.busy", {
        path: `.import-${process.ppid}-0123abcd`,
        corpus: folder,
      }),
    });
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([
      `.import-${process.ppid}-0123abcd`,
    ]);
  });
});

const NEW = documents("new");

/**
 * The system calls before which a process is killed, and how many new documents there are then: the
 * opening of a file while others are written, the linking and renaming of files, and the removal of
 * the staging folder.
 */
const KILLS: readonly (readonly [mode: Mode, call: string, moved: number])[] = [
  ["adds", "open 7", 0],
  ["adds", "link 1", 0],
  ["adds", "link 11", 10],
  ["adds", "rm 1", FEW],
  ["replaces", "link 11", 10],
  ["replaces", "rename 1", 0],
  ["replaces", "rename 11", 10],
];

describe("a corpus during an import", () => {
  test.each(KILLS)("that %s files loads if the process is killed before %s", async (...kill) => {
    const [mode, killedBefore, moved] = kill;
    const former: Files = mode === "adds" ? before : { ...before, ...documents("old") };
    const folder = await createFolder(former);
    const { child, ended } = putInProcess(folder, "new", { mode, killedBefore });
    await ended;
    expect(child.signalCode).toBe("SIGKILL");

    const expected = { ...former, ...Object.fromEntries(Object.entries(NEW).slice(0, moved)) };
    const corpus = corpusFrom(await readCorpus(folder));
    expect(corpus.documents).toHaveLength(Object.keys(expected).length - 1);
    // Opening removes the staging folder of the killed process.
    await (await openFolder(folder)).close();
    expect(await filesIn(folder)).toEqual(await filesIn(await createFolder(expected)));
  });

  test.runIf(isLong).each(["adds", "replaces"] as const)(
    "loads with whole documents whenever the process is killed (%s)",
    async (mode) => {
      const many = documents("new", MANY);
      const former: Files = mode === "adds" ? before : { ...before, ...documents("old", MANY) };
      const durations = await measureHalves(await createFolder(former), mode);
      const counts = new Set<number>();
      const kills = 50;
      for (let kill = 0; kill < kills; kill++) {
        const folder = await createFolder(former);
        const { child, hasPrinted, ended } = putInProcess(folder, "new", { mode, count: MANY });
        const half = kill % 2 === 0 ? "moves" : "begins";
        await hasPrinted(half);
        // The square favours early moments, since later runs are faster than the measured one.
        await setTimeout(durations[half] * ((kill + Math.random()) / kills) ** 2);
        child.kill("SIGKILL");
        await ended;

        const corpus = corpusFrom(await readCorpus(folder));
        // Opening removes the staging folder of the killed process.
        await (await openFolder(folder)).close();
        const present = Object.entries(await filesIn(folder));
        const others = present.filter(([name, text]) => text !== String(many[name]));
        for (const [name, text] of others) expect(String(former[name])).toBe(text);
        for (const name of Object.keys(former)) expect(present.map(([one]) => one)).toContain(name);
        expect(corpus.documents).toHaveLength(present.length - 1);
        counts.add(present.length - others.length);
      }
      expect(counts.size).toBeGreaterThan(1);
      note(`kills of the writing of an import (${mode}), after which the corpus loads`, kills);
    },
  );
});

type Half = "begins" | "moves";

/** Measures both halves, the writing and the moving, in milliseconds. */
async function measureHalves(folder: string, mode: Mode): Promise<Readonly<Record<Half, number>>> {
  const { hasPrinted, ended } = putInProcess(folder, "new", { mode, count: MANY });
  await hasPrinted("begins");
  const start = performance.now();
  await hasPrinted("moves");
  const middle = performance.now();
  await ended;
  return { begins: middle - start, moves: performance.now() - middle };
}
