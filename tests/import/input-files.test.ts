import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { link, mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { findInputFiles, readInputFile } from "../../src/import/input-files.ts";
import { type Files, folderOf } from "../corpus/folder.ts";

/** What is found in a folder with these files, with paths relative to it. */
async function foundIn(folder: string, names: readonly string[] = ["."], corpus = "corpus") {
  const paths = names.map((name) => join(folder, name));
  const { sources, leftOut } = await findInputFiles(paths, join(folder, corpus));
  const bare = (text: string) => text.replaceAll(`${folder}/`, "").replaceAll(folder, ".");
  return {
    sources: sources.map(({ path }) => relative(folder, path)),
    leftOut: Object.fromEntries(leftOut.map(({ shown, why }) => [bare(shown), bare(why)])),
    amiss: leftOut.filter(({ isAmiss }) => isAmiss).map(({ shown }) => bare(shown)),
  };
}

const TEXT = "Words.\n";

function pipe(path: string): void {
  spawnSync("bash", ["-c", 'mkfifo "$0"', path]);
}

describe("the files that an editor means", () => {
  test("are those of a folder and the folders in it, in their natural order", async () => {
    const folder = await folderOf({
      "b/letter-10.txt": TEXT,
      "b/letter-2.txt": TEXT,
      "a.md": TEXT,
      ".hidden.txt": TEXT,
      ".git/a.txt": TEXT,
      "node_modules/a.txt": TEXT,
      "z.png": TEXT,
    });
    expect(await foundIn(folder)).toEqual({
      sources: ["a.md", "b/letter-2.txt", "b/letter-10.txt"],
      leftOut: { "z.png": "Files of this kind are not imported." },
      amiss: [],
    });
  });

  test("are each there once, whatever they are called", async () => {
    const folder = await folderOf({ "a.txt": TEXT, "c.txt": TEXT });
    await link(join(folder, "a.txt"), join(folder, "b.txt"));
    await symlink(join(folder, "c.txt"), join(folder, "d.txt"));
    const { sources, leftOut } = await foundIn(folder, ["a.txt", ".", "a.txt"]);
    expect(sources).toEqual(["a.txt", "c.txt"]);
    expect(leftOut).toEqual({
      "a.txt": "This is the same as a.txt.",
      "b.txt": "This is the same as a.txt.",
      "d.txt": "This is the same as c.txt.",
    });
  });

  test("are not looked for behind links to folders, so that a folder in itself has an end", async () => {
    const folder = await folderOf({ "a/a.txt": TEXT });
    await symlink(folder, join(folder, "a/again"));
    await symlink("..", join(folder, "a/up"));
    await symlink("round", join(folder, "round"));
    const { sources, leftOut, amiss } = await foundIn(folder);
    expect(sources).toEqual(["a/a.txt"]);
    const why = "This is a link to a folder, which is not followed. Name the folder itself.";
    expect(leftOut).toEqual({
      "a/again": why,
      "a/up": why,
      round: "This link leads in a circle.",
    });
    expect(amiss).toHaveLength(3);
  });

  test("are none of the corpus’s own documents, but may lie among them", async () => {
    const folder = await folderOf({ "corpus/a.md": TEXT, "corpus/b.txt": TEXT, "b.md": TEXT });
    expect(await foundIn(folder)).toEqual({
      sources: ["b.md", "corpus/b.txt"],
      leftOut: { "corpus/a.md": "This is a document of the corpus already." },
      amiss: [],
    });
    expect((await foundIn(folder, ["corpus/a.md"])).amiss).toEqual(["corpus/a.md"]);
  });

  test("are told of when they are not there, are no files, or are too large", async () => {
    const folder = await folderOf({ "large.txt": "" });
    await truncate(join(folder, "large.txt"), 65 * 2 ** 20);
    pipe(join(folder, "pipe.txt"));
    const long = `${"x".repeat(300)}.txt`;
    const { sources, leftOut, amiss } = await foundIn(folder, [
      ".",
      "nothing.txt",
      "large.txt/a",
      long,
    ]);
    expect(sources).toEqual([]);
    expect(leftOut).toEqual({
      "large.txt": "This file is larger than 64 MiB. Split it, and import the parts.",
      "pipe.txt": "This is neither a file nor a folder.",
      "nothing.txt": "There is no such file or folder.",
      "large.txt/a": "There is no such file or folder.",
      [long]: "No file has so long a name.",
    });
    expect(amiss).toHaveLength(5);
  });

  test.skipIf(process.getuid?.() === 0)("are told of when they may not be read", async () => {
    const folder = await folderOf({ "closed/a.txt": TEXT, "a.txt": TEXT });
    spawnSync("chmod", ["000", join(folder, "closed"), join(folder, "a.txt")]);
    const { leftOut } = await foundIn(folder);
    expect(leftOut).toEqual({ closed: "Ibid may not read this. Give it the right to." });
    expect(await readInputFile({ path: join(folder, "a.txt"), shown: "" })).toEqual({
      error: "Ibid may not read this. Give it the right to.",
    });
    spawnSync("chmod", ["700", join(folder, "closed")]);
  });

  test("are shown on one line, whatever their names hold", async () => {
    const files: Files = { "a\nb\u202etxt\u0007.txt": TEXT };
    const { sources } = await findInputFiles([await folderOf(files)], "/nowhere");
    expect(sources.map(({ shown }) => shown.replace(/.*\//, ""))).toEqual([
      "a\ufffdb\ufffdtxt\u2407.txt",
    ]);
  });
});

describe("a file", () => {
  test("is read whole", async () => {
    const path = join(await folderOf({ "a\n..txt": TEXT }), "a\n..txt");
    const file = await readInputFile({ path, shown: "" });
    expect(file).toEqual({ name: "a\n..txt", bytes: Buffer.from(TEXT) });
  });

  test("is not imported when it changes while it is read", async () => {
    const path = join(await folderOf({ "a.txt": "" }), "a.txt");
    await writeFile(path, Buffer.alloc(60 * 2 ** 20, "words "));
    const writer = spawn(process.execPath, [
      "-e",
      `const fs = require("fs"); const file = fs.openSync(${JSON.stringify(path)}, "r+");
       console.log("writes"); for (;;) fs.writeSync(file, "W", 0);`,
    ]);
    await once(writer.stdout, "data");
    const file = await readInputFile({ path, shown: "" });
    writer.kill();
    expect(file).toEqual({
      error: "This file changed while it was read. Import it when it is done.",
    });
  });

  test("that has become something else is told of", async () => {
    const folder = await folderOf({});
    await mkdir(join(folder, "a.txt"));
    pipe(join(folder, "b.txt"));
    for (const name of ["a.txt", "b.txt"]) {
      expect(await readInputFile({ path: join(folder, name), shown: "" })).toEqual({
        error: "This is no file any more.",
      });
    }
    expect(await readInputFile({ path: join(folder, "c.txt"), shown: "" })).toEqual({
      error: "There is no such file or folder.",
    });
  });
});
