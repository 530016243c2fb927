import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { link, mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { message } from "../../src/catalogue/catalogue.ts";
import { findInputFiles, readInputFile } from "../../src/import/input-files.ts";
import { createFolder, type Files } from "../corpus/folder.ts";
import { inEnglish } from "../in-english.ts";

/** Finds the files at `names` in a folder. All paths are relative to it. */
async function findIn(folder: string, names: readonly string[] = ["."], corpus = "corpus") {
  const paths = names.map((name) => join(folder, name));
  const { sources, skipped } = await findInputFiles(paths, join(folder, corpus));
  const bare = (text: string) => text.replaceAll(`${folder}/`, "").replaceAll(folder, ".");
  return {
    sources: sources.map(({ path }) => relative(folder, path)),
    skipped: Object.fromEntries(
      skipped.map(({ displayName, reason }) => [bare(displayName), bare(inEnglish(reason))]),
    ),
    unexpected: skipped
      .filter(({ isUnexpected }) => isUnexpected)
      .map(({ displayName }) => bare(displayName)),
  };
}

const TEXT = "Words.\n";

function pipe(path: string): void {
  spawnSync("bash", ["-c", 'mkfifo "$0"', path]);
}

describe("the input files", () => {
  test("are looked for until the editor stops it", async () => {
    const folder = await createFolder({ "a.md": TEXT, "b/c.md": TEXT });
    const searching = new AbortController();
    const found = findInputFiles([folder], "/nowhere", searching.signal);
    searching.abort();
    await expect(found).rejects.toThrow("aborted");
  });

  test("are those in a folder and its subfolders, in natural order", async () => {
    const folder = await createFolder({
      "b/letter-10.txt": TEXT,
      "b/letter-2.txt": TEXT,
      "a.md": TEXT,
      ".hidden.txt": TEXT,
      ".git/a.txt": TEXT,
      "node_modules/a.txt": TEXT,
      "z.png": TEXT,
    });
    expect(await findIn(folder)).toEqual({
      sources: ["a.md", "b/letter-2.txt", "b/letter-10.txt"],
      skipped: { "z.png": "Files of this kind are not imported." },
      unexpected: [],
    });
  });

  test("contain each file once, even with several names", async () => {
    const folder = await createFolder({ "a.txt": TEXT, "c.txt": TEXT });
    await link(join(folder, "a.txt"), join(folder, "b.txt"));
    await symlink(join(folder, "c.txt"), join(folder, "d.txt"));
    const { sources, skipped } = await findIn(folder, ["a.txt", ".", "a.txt"]);
    expect(sources).toEqual(["a.txt", "c.txt"]);
    expect(skipped).toEqual({
      "a.txt": "This is the same as a.txt.",
      "b.txt": "This is the same as a.txt.",
      "d.txt": "This is the same as c.txt.",
    });
  });

  test("do not include those in linked folders, so that circles end", async () => {
    const folder = await createFolder({ "a/a.txt": TEXT });
    await symlink(folder, join(folder, "a/again"));
    await symlink("..", join(folder, "a/up"));
    await symlink("round", join(folder, "round"));
    const { sources, skipped, unexpected } = await findIn(folder);
    expect(sources).toEqual(["a/a.txt"]);
    const reason =
      "This is a link to a folder, which Ibid does not follow. Name the folder itself.";
    expect(skipped).toEqual({
      "a/again": reason,
      "a/up": reason,
      round: "This link leads in a circle.",
    });
    expect(unexpected).toHaveLength(3);
  });

  test("do not include documents of the corpus, but other files beside them", async () => {
    const folder = await createFolder({ "corpus/a.md": TEXT, "corpus/b.txt": TEXT, "b.md": TEXT });
    expect(await findIn(folder)).toEqual({
      sources: ["b.md", "corpus/b.txt"],
      skipped: { "corpus/a.md": "This is already a document of the corpus." },
      unexpected: [],
    });
    expect((await findIn(folder, ["corpus/a.md"])).unexpected).toEqual(["corpus/a.md"]);
  });

  test("are skipped with a reason if they do not exist, are not files, or are too large", async () => {
    const folder = await createFolder({ "large.txt": "" });
    await truncate(join(folder, "large.txt"), 65 * 2 ** 20);
    pipe(join(folder, "pipe.txt"));
    const long = `${"x".repeat(300)}.txt`;
    const { sources, skipped, unexpected } = await findIn(folder, [
      ".",
      "nothing.txt",
      "large.txt/a",
      long,
    ]);
    expect(sources).toEqual([]);
    expect(skipped).toEqual({
      "large.txt": "This file is larger than 64 MiB. Split it, and import the parts.",
      "pipe.txt": "This is neither a file nor a folder.",
      "nothing.txt": "There is no such file or folder.",
      "large.txt/a": "There is no such file or folder.",
      [long]: "This name is too long for a file.",
    });
    expect(unexpected).toHaveLength(5);
  });

  test.skipIf(process.getuid?.() === 0)(
    "are skipped with a reason if they may not be read",
    async () => {
      const folder = await createFolder({ "closed/a.txt": TEXT, "a.txt": TEXT });
      spawnSync("chmod", ["000", join(folder, "closed"), join(folder, "a.txt")]);
      const { skipped } = await findIn(folder);
      expect(skipped).toEqual({
        closed: "Ibid does not have permission to read this. Give it the right to.",
      });
      expect(await readInputFile({ path: join(folder, "a.txt"), displayName: "" })).toEqual({
        error: "Ibid does not have permission to read this. Give it the right to.",
      });
      spawnSync("chmod", ["700", join(folder, "closed")]);
    },
  );

  test("have display names of one line, without control characters", async () => {
    const files: Files = { "a\nb\u202etxt\u0007.txt": TEXT };
    const { sources } = await findInputFiles([await createFolder(files)], "/nowhere");
    expect(sources.map(({ displayName }) => displayName.replace(/.*\//, ""))).toEqual([
      "a\ufffdb\ufffdtxt\u2407.txt",
    ]);
  });
});

describe("an input file", () => {
  test("is read completely", async () => {
    const path = join(await createFolder({ "a\n..txt": TEXT }), "a\n..txt");
    const file = await readInputFile({ path, displayName: "" });
    expect(file).toEqual({ name: "a\n..txt", bytes: Buffer.from(TEXT) });
  });

  test("is an error if it changes while it is being read", async () => {
    const path = join(await createFolder({ "a.txt": "" }), "a.txt");
    await writeFile(path, Buffer.alloc(60 * 2 ** 20, "words "));
    const writer = spawn(process.execPath, [
      "-e",
      `const fs = require("fs"); const file = fs.openSync(${JSON.stringify(path)}, "r+");
       console.log("writes"); for (;;) fs.writeSync(file, "W", 0);`,
    ]);
    await once(writer.stdout, "data");
    const file = await readInputFile({ path, displayName: "" });
    writer.kill();
    expect(file).toEqual({
      error: message("input.changing"),
    });
  });

  test("is an error if something else has replaced it", async () => {
    const folder = await createFolder({});
    await mkdir(join(folder, "a.txt"));
    pipe(join(folder, "b.txt"));
    for (const name of ["a.txt", "b.txt"]) {
      expect(await readInputFile({ path: join(folder, name), displayName: "" })).toEqual({
        error: message("input.gone"),
      });
    }
    expect(await readInputFile({ path: join(folder, "c.txt"), displayName: "" })).toEqual({
      error: message("input.missing"),
    });
  });
});
