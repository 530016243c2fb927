import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** What a corpus and its indexes come of, and how they become bytes. */
const MADE_BY = ["corpus", "search", "opening"];

/**
 * What a snapshot depends on besides the corpus: the code that makes it, the packages that it uses, and
 * what Node knows of words. In hexadecimal.
 */
export async function snapshotVersion(): Promise<string> {
  const { v8, icu, unicode } = process.versions;
  const hash = createHash("sha256").update(JSON.stringify([v8, icu, unicode, process.arch]));
  for (const layer of MADE_BY) {
    const folder = new URL(`../${layer}/`, import.meta.url);
    for (const name of (await readdir(fileURLToPath(folder))).toSorted()) {
      hash.update(`${name}\0`).update(await readFile(new URL(name, folder)));
    }
  }
  // Absent where Ibid is installed without it; the packages are then as good as what asked for them.
  for (const name of ["package.json", "package-lock.json"]) {
    const file = new URL(`../../${name}`, import.meta.url);
    hash.update(await readFile(file).catch(() => Buffer.alloc(0)));
  }
  return hash.digest("hex");
}
