import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The folder of Ibid's source code. */
const SOURCE = fileURLToPath(new URL("..", import.meta.url));

/**
 * Returns what a snapshot depends on besides its corpus, as a SHA-256 in hexadecimal: every file of the
 * source code in `folder` with its path, the packages that it uses, and what Node knows of words.
 */
export async function snapshotVersion(folder = SOURCE): Promise<string> {
  const { v8, icu, unicode } = process.versions;
  const hash = createHash("sha256").update(JSON.stringify([v8, icu, unicode, process.arch]));
  for (const path of await filesBelow(folder)) {
    hash.update(`${relative(folder, path).split(sep).join("/")}\0`).update(await readFile(path));
  }
  // An installed package has no lock file; package.json alone then stands for the packages.
  for (const name of ["package.json", "package-lock.json"]) {
    hash.update(await readFile(join(folder, "..", name)).catch(() => Buffer.alloc(0)));
  }
  return hash.digest("hex");
}

/** Every file below `folder`, sub-folders included, in an order that depends on the paths alone. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
