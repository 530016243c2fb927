import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The folder of Ibid's source code. */
const SOURCE = fileURLToPath(new URL("..", import.meta.url));

/**
 * Returns the version of the code that makes snapshots, as a SHA-256 in hexadecimal. It covers every
 * source file in `folder` with its path, the packages used, and what in Node determines how texts are
 * split into words and data is serialized.
 */
export async function snapshotVersion(folder = SOURCE): Promise<string> {
  const { v8, icu, unicode } = process.versions;
  const hash = createHash("sha256").update(JSON.stringify([v8, icu, unicode, process.arch]));
  // The length separates a file from the next one: otherwise its end could pass for that one's path.
  const add = (name: string, bytes: Buffer) =>
    hash.update(JSON.stringify([name, bytes.length])).update(bytes);
  for (const path of await filesBelow(folder)) {
    // Some hundred small files: promises would take several times as long.
    add(relative(folder, path).split(sep).join("/"), readFileSync(path));
  }
  // An installed package has no lock file. Then package.json alone represents the packages.
  for (const name of ["package.json", "package-lock.json"]) {
    add(name, await readFile(join(folder, "..", name)).catch(() => Buffer.alloc(0)));
  }
  return hash.digest("hex");
}

/** Returns every file below `folder`, sub-folders included, in an order that the paths determine. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
