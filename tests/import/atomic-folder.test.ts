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
import { corpusFrom, type Files, folderOf } from "../corpus/folder.ts";
import { filesOf } from "./place-files.ts";

const never = new AbortController().signal;
const PUTTING = fileURLToPath(new URL("./putting.ts", import.meta.url));

const FEW = 20;
/** So many that a process can be killed among them. */
const MANY = 300;

async function opened(folder: string): Promise<AtomicFolder> {
  const place = await openAtomicFolder(folder, folder);
  if ("error" in place) throw new Error(place.error);
  return place;
}

/** Puts the new documents into a folder. */
async function put(folder: string, replaces = false, ending: AbortSignal = never) {
  const place = await opened(folder);
  const failed = await place.put(
    filesOf("new", FEW).map((file) => ({ ...file, replaces })),
    ending,
    () => {},
  );
  await place.end();
  return failed?.error ?? "done";
}

type Kind = "adds" | "replaces";

/** Has a process of its own put documents into a folder. */
function putting(
  folder: string,
  words: string,
  { kind = "adds", count = FEW, shell = "" }: { kind?: Kind; count?: number; shell?: string } = {},
) {
  const script = ["--import", "tsx", PUTTING, folder, words, kind, String(count)];
  const child =
    shell === ""
      ? spawn(process.execPath, script)
      : spawn("bash", ["-c", `${shell}; exec "$0" "$@"`, process.execPath, ...script]);
  const said = { text: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    said.text += chunk;
  });
  child.stderr.pipe(process.stderr);
  const ended = once(child, "close").then(() =>
    said.text.replace("begins\n", "").replace("moves\n", ""),
  );
  /** Resolves when it has said this, or has ended. */
  async function hasSaid(word: string): Promise<void> {
    while (!said.text.includes(word) && child.exitCode === null) {
      await Promise.race([once(child.stdout, "data"), ended]);
    }
  }
  return { child, hasSaid, ended };
}

const texts = (words: string, count = FEW): Files =>
  Object.fromEntries(filesOf(words, count).map(({ name, bytes }) => [name, bytes]));

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
    ),
  );
}

const before = { "corpus.yaml": "title: Before\n", "first.md": "The first.\n" };

describe("putting documents into a folder", () => {
  test("puts all of them there, and nothing else", async () => {
    const folder = await folderOf(before);
    expect(await put(folder)).toBe("done");
    expect(await filesIn(folder)).toEqual(
      await filesIn(await folderOf({ ...before, ...texts("new") })),
    );
  });

  test("makes the folder, and those above it", async () => {
    const folder = join(await folderOf({}), "a/b");
    expect(await put(folder)).toBe("done");
    expect(await filesIn(folder)).toEqual(await filesIn(await folderOf(texts("new"))));
  });

  test("removes the folders that it made when nothing comes of it", async () => {
    const folder = await folderOf({});
    const place = await opened(join(folder, "a/b"));
    await place.end();
    expect(await readdir(folder)).toEqual([]);
  });

  test("overwrites nothing, and takes all away again when a name is taken", async () => {
    const folder = await folderOf({ ...before, "document-15.md": "Somebody else’s.\n" });
    expect(await put(folder)).toContain("somebody else has put a file of the same name");
    expect(await filesIn(folder)).toEqual({ ...before, "document-15.md": "Somebody else’s.\n" });
  });

  test("follows no link, whether it leads anywhere or not", async () => {
    const outside = await folderOf({ "theirs.md": "Theirs.\n" });
    for (const replaces of [false, true]) {
      for (const target of ["theirs.md", "nothing.md"]) {
        const folder = await folderOf(replaces ? texts("old") : before);
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

  test("replaces what it is told to", async () => {
    const folder = await folderOf({ ...before, ...texts("old") });
    expect(await put(folder, true)).toBe("done");
    expect(await filesIn(folder)).toEqual(
      await filesIn(await folderOf({ ...before, ...texts("new") })),
    );
  });

  test.each([0, 8, 14, 19])("puts back what was there when it is stopped at %i", async (at) => {
    const folder = await folderOf({ ...before, ...texts("old") });
    const former = await filesIn(folder);
    const place = await opened(folder);
    const stop = new AbortController();
    const failed = await place.put(
      filesOf("new", FEW).map((file) => ({ ...file, replaces: true })),
      stop.signal,
      (done) => {
        if (done >= at) stop.abort();
      },
    );
    await place.end();
    expect(failed).toEqual({ error: "You have stopped it." });
    expect(await filesIn(folder)).toEqual(former);
  });

  test("never writes under a name that leads elsewhere", async () => {
    const folder = await folderOf(before);
    const place = await opened(folder);
    for (const name of ["../evil.md", "a/b.md", "/etc/evil.md", "..", "a\n.md", ".md", "a.yaml"]) {
      const file = { name, bytes: Buffer.from("Evil.\n"), replaces: false };
      expect(await place.put([file], never, () => {})).toHaveProperty("error");
    }
    await place.end();
    expect(await filesIn(folder)).toEqual(before);
  });

  test("says so where there is no folder", async () => {
    const folder = await folderOf(before);
    const place = await openAtomicFolder(join(folder, "first.md"), join(folder, "first.md"));
    expect(place).toEqual({
      error: `${join(folder, "first.md")} is no folder. Name one by \`--into\`.`,
    });
  });
});

/** Runs a script with mounts of its own, for which nobody has to be root. */
function onOwnMounts(script: string) {
  return spawnSync("bash", ["-c", 'unshare -Urm bash -c "$0"', script], { encoding: "utf8" });
}

describe("a disk that is full", () => {
  test("leaves all as it was when files may not become so large", async () => {
    const folder = await folderOf(before);
    // In units of 1,024 bytes.
    const said = await putting(folder, "new", { shell: "ulimit -f 1" }).ended;
    expect(said).toContain("No file may become so large");
    expect(await filesIn(folder)).toEqual(before);
  });

  // Whoever is not root may mount a disk in a name space of their own, where the system allows it.
  const mount = "mount -t tmpfs -o size=400k none";
  const canMount = onOwnMounts(`${mount} /tmp`).status === 0;

  test.runIf(canMount).each(["adds", "replaces"])("leaves all as it was: %s", async (kind) => {
    const folder = await folderOf({});
    const script = [
      `cd ${process.cwd()}`,
      `${mount} ${folder}`,
      `echo The first. > ${folder}/first.md`,
      `echo Old. > ${folder}/document-7.md`,
      `${process.execPath} --import tsx ${PUTTING} ${folder}/a/b new adds 300`,
      "echo",
      `${process.execPath} --import tsx ${PUTTING} ${folder} new ${kind} 300`,
      `echo; cd ${folder}; find . -type f | sort; cat first.md document-7.md`,
    ].join("\n");
    const { stdout } = onOwnMounts(script);
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
  });
});

describe("several imports", () => {
  test("into one folder at once leave the documents of one of them, whole", async () => {
    for (let round = 0; round < 2; round++) {
      const folder = await folderOf(before);
      const both = [putting(folder, "old"), putting(folder, "new")];
      const said = await Promise.all(both.map(({ ended }) => ended));
      const winner = said.indexOf("done");
      expect(said[1 - winner]).toMatch(/^(?:Another import|Meanwhile somebody else)/);
      expect(await filesIn(folder)).toEqual(
        await filesIn(await folderOf({ ...before, ...texts(winner === 0 ? "old" : "new") })),
      );
    }
  });

  test("wait for one another, and clear away what one that was killed has left", async () => {
    const folder = await folderOf(before);
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
  filesOf("new", MANY).map(({ name, bytes }) => [name, bytes.toString()]),
);

describe("a corpus into which documents are put", () => {
  /** How long each half takes, the writing and the moving, in milliseconds. */
  async function durations(folder: string, kind: Kind): Promise<Readonly<Record<Half, number>>> {
    const { hasSaid, ended } = putting(folder, "new", { kind, count: MANY });
    await hasSaid("begins");
    const begun = performance.now();
    await hasSaid("moves");
    const moved = performance.now();
    await ended;
    return { begins: moved - begun, moves: performance.now() - moved };
  }
  type Half = "begins" | "moves";

  test.each(["adds", "replaces"] as const)(
    "loads whenever the process is killed, and each document is whole (%s)",
    async (kind) => {
      const files = kind === "adds" ? before : { ...before, ...texts("old", MANY) };
      const whole: Files = { ...texts("old", MANY), ...before };
      const long = await durations(await folderOf(files), kind);

      /** How many documents are there when a process is killed after this part of one half. */
      async function newOnesAfter(half: Half, part: number): Promise<number> {
        const folder = await folderOf(files);
        const { child, hasSaid, ended } = putting(folder, "new", { kind, count: MANY });
        await hasSaid(half);
        // Most of it is over sooner than it was measured, when the machine had just begun.
        await setTimeout(long[half] * part ** 2);
        child.kill("SIGKILL");
        await ended;

        const { documents } = corpusFrom(await readCorpus(folder));
        // Opening clears away what the dead one has left.
        await (await opened(folder)).end();
        const there = Object.entries(await filesIn(folder));
        const fresh = there.filter(([name, text]) => text === WHOLE_NEW[name]);
        const others = there.filter(([name, text]) => text !== WHOLE_NEW[name]);
        for (const [name, text] of others) expect(String(whole[name])).toBe(text);
        expect(documents).toHaveLength(there.length - 1);
        return fresh.length;
      }

      const counts: number[] = [];
      async function killAtEach(parts: readonly number[]): Promise<void> {
        for (const [index, part] of parts.entries()) {
          counts.push(await newOnesAfter(index % 2 === 0 ? "moves" : "begins", part));
        }
      }
      const moments = Array.from({ length: 50 }, (_, index) => (index + Math.random()) / 50);
      await Promise.all([killAtEach(moments.slice(0, 25)), killAtEach(moments.slice(25))]);
      expect(new Set(counts).size).toBeGreaterThan(1);
    },
  );
});
