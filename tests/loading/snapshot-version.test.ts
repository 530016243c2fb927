import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { snapshotVersion } from "../../src/loading/snapshot-version.ts";
import { createFolder } from "../corpus/folder.ts";

/** A project with source code in `src`. */
const PROJECT = {
  "package.json": "{}",
  "src/index.ts": "export {};\n",
  "src/search/words.ts": "export const WORDS = 1;\n",
};

/** Returns the versions of a copy of the project before and after a change to it. */
async function versionsAround(change: (project: string) => Promise<void>) {
  const project = join(await createFolder({}), "copy");
  await cp(await createFolder(PROJECT), project, { recursive: true });
  const before = await snapshotVersion(join(project, "src"));
  await change(project);
  return { before, after: await snapshotVersion(join(project, "src")) };
}

describe("the version of a snapshot", () => {
  test("is 64 hexadecimal digits, the same for copies of the same files", async () => {
    const { before, after } = await versionsAround(async () => {});
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(after).toBe(before);
    expect((await versionsAround(async () => {})).before).toBe(before);
  });

  test.each<[string, (project: string) => Promise<void>]>([
    ["a file changes", (project) => writeFile(join(project, "src/index.ts"), "export {};")],
    [
      "a file in a sub-folder changes",
      (project) => writeFile(join(project, "src/search/words.ts"), "export const WORDS = 2;\n"),
    ],
    [
      "a folder with a file is added",
      async (project) => {
        await mkdir(join(project, "src/search/index"));
        await writeFile(join(project, "src/search/index/lists.ts"), "export {};\n");
      },
    ],
    [
      "a file is moved to another folder",
      (project) => rename(join(project, "src/search/words.ts"), join(project, "src/words.ts")),
    ],
    [
      "a file is renamed",
      (project) => rename(join(project, "src/index.ts"), join(project, "src/main.ts")),
    ],
    [
      "a file moves to the end of another, with its path",
      async (project) => {
        const merged = "export {};\nsearch/words.ts\0export const WORDS = 1;\n";
        await writeFile(join(project, "src/index.ts"), merged);
        await rm(join(project, "src/search/words.ts"));
      },
    ],
    [
      "the packages change",
      (project) => writeFile(join(project, "package.json"), '{ "dependencies": {} }'),
    ],
    ["a lock file is added", (project) => writeFile(join(project, "package-lock.json"), "{}")],
  ])("changes when %s", async (_, change) => {
    const { before, after } = await versionsAround(change);
    expect(after).not.toBe(before);
  });

  test.each<[string, (project: string) => Promise<void>]>([
    ["an empty folder is added", async (project) => void (await mkdir(join(project, "src/empty")))],
    ["a file beside the source code is added", (project) => writeFile(join(project, "a.md"), "")],
  ])("does not change when %s", async (_, change) => {
    const { before, after } = await versionsAround(change);
    expect(after).toBe(before);
  });
});
