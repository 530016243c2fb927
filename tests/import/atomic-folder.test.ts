import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.ts";
import { type AtomicFolder, openAtomicFolder } from "../../src/import/writing/atomic-folder.ts";
import { corpusFrom, createFolder, type Files } from "../corpus/folder.ts";
import { documentFiles } from "./test-documents.ts";

const never = new AbortController().signal;
const SCRIPT = fileURLToPath(new URL("./put-documents.ts", import.meta.url));

const FEW = 20;
/** Enough documents to kill a process among them. */
const MANY = 300;

async function openFolder(path: string): Promise<AtomicFolder> {
  const folder = await openAtomicFolder(path, path);
  if ("error" in folder) throw new Error(folder.error);
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
  return failure?.error ?? "done";
}

type Mode = "adds" | "replaces";

/** Puts documents into a folder in a process of its own. */
function putInProcess(
  path: string,
  words: string,
  { mode = "adds", count = FEW, shell = "" }: { mode?: Mode; count?: number; shell?: string } = {},
) {
  const script = ["--import", "tsx", SCRIPT, path, words, mode, String(count)];
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
    expect(await put(folder)).toContain("somebody else has put a file of the same name");
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
    expect(failure).toEqual({ error: "You have stopped it." });
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
      error: `${path} is no folder. Name one by \`--into\`.`,
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
    expect(output).toContain("No file may become so large");
    expect(await filesIn(folder)).toEqual(before);
  });

  // Some systems do not allow unprivileged namespaces.
  const mount = "mount -t tmpfs -o size=400k none";
  const canMount = runWithOwnMounts(`${mount} /tmp`).status === 0;

  test.runIf(canMount).each(["adds", "replaces"])(
    "leaves the folder as it was (%s)",
    async (mode) => {
      const folder = await createFolder({});
      const script = [
        `cd ${process.cwd()}`,
        `${mount} ${folder}`,
        `echo The first. > ${folder}/first.md`,
        `echo Old. > ${folder}/document-7.md`,
        `${process.execPath} --import tsx ${SCRIPT} ${folder}/a/b new adds 300`,
        "echo",
        `${process.execPath} --import tsx ${SCRIPT} ${folder} new ${mode} 300`,
        `echo; cd ${folder}; find . -type f | sort; cat first.md document-7.md`,
      ].join("\n");
      const { stdout } = runWithOwnMounts(script);
      expect(stdout.replaceAll(folder, "DISK")).toBe(
        [
          "begins",
          "There is no room left for the documents in DISK/a/b. Make some, and import again.",
          "begins",
          "There is no room left for the documents in DISK. Make some, and import again.",
          "./document-7.md",
          "./first.md",
          "The first.",
          "Old.",
          "",
        ].join("\n"),
      );
    },
  );
});

describe("concurrent imports", () => {
  test("into one folder leave all documents of one of them", async () => {
    for (let round = 0; round < 2; round++) {
      const folder = await createFolder(before);
      const both = [putInProcess(folder, "old"), putInProcess(folder, "new")];
      const outputs = await Promise.all(both.map(({ ended }) => ended));
      const winner = outputs.indexOf("done");
      expect(outputs[1 - winner]).toMatch(/^(?:Another import|Meanwhile somebody else)/);
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
      error: `Another import into this corpus is under way. Wait for its end; if there is none, delete \`.import-${process.ppid}-0123abcd\` in ${folder}.`,
    });
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([
      `.import-${process.ppid}-0123abcd`,
    ]);
  });
});

const WHOLE_NEW: Readonly<Record<string, string>> = Object.fromEntries(
  documentFiles("new", MANY).map(({ name, bytes }) => [name, bytes.toString()]),
);

describe("a corpus during an import", () => {
  /** Measures both halves, the writing and the moving, in milliseconds. */
  async function measureHalves(
    folder: string,
    mode: Mode,
  ): Promise<Readonly<Record<Half, number>>> {
    const { hasPrinted, ended } = putInProcess(folder, "new", { mode, count: MANY });
    await hasPrinted("begins");
    const start = performance.now();
    await hasPrinted("moves");
    const middle = performance.now();
    await ended;
    return { begins: middle - start, moves: performance.now() - middle };
  }
  type Half = "begins" | "moves";

  test.each(["adds", "replaces"] as const)(
    "loads with whole documents whenever the process is killed (%s)",
    async (mode) => {
      const files = mode === "adds" ? before : { ...before, ...documents("old", MANY) };
      const former: Files = { ...documents("old", MANY), ...before };
      const durations = await measureHalves(await createFolder(files), mode);

      /** Kills a process after this part of one half. Returns how many new documents there are. */
      async function countAfterKill(half: Half, part: number): Promise<number> {
        const folder = await createFolder(files);
        const { child, hasPrinted, ended } = putInProcess(folder, "new", { mode, count: MANY });
        await hasPrinted(half);
        // The square favours early moments, since later runs are faster than the measured one.
        await setTimeout(durations[half] * part ** 2);
        child.kill("SIGKILL");
        await ended;

        const corpus = corpusFrom(await readCorpus(folder));
        // Opening removes the staging folder of the killed process.
        await (await openFolder(folder)).close();
        const present = Object.entries(await filesIn(folder));
        const added = present.filter(([name, text]) => text === WHOLE_NEW[name]);
        const others = present.filter(([name, text]) => text !== WHOLE_NEW[name]);
        for (const [name, text] of others) expect(String(former[name])).toBe(text);
        expect(corpus.documents).toHaveLength(present.length - 1);
        return added.length;
      }

      const counts: number[] = [];
      async function killAtEach(parts: readonly number[]): Promise<void> {
        for (const [index, part] of parts.entries()) {
          counts.push(await countAfterKill(index % 2 === 0 ? "moves" : "begins", part));
        }
      }
      const moments = Array.from({ length: 50 }, (_, index) => (index + Math.random()) / 50);
      await Promise.all([killAtEach(moments.slice(0, 25)), killAtEach(moments.slice(25))]);
      expect(new Set(counts).size).toBeGreaterThan(1);
    },
  );
});
