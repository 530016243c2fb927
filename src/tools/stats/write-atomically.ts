import { randomUUID } from "node:crypto";
import { link, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes a file completely or not at all. Throws the system's error if it cannot be written: `EEXIST` if
 * it exists and `overwrites` is false.
 */
export async function writeAtomically(
  file: string,
  bytes: Uint8Array,
  { overwrites, signal }: { readonly overwrites: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const part = join(dirname(file), `.${randomUUID()}.part`);
  try {
    await writeFile(part, bytes, { flag: "wx", flush: true, signal });
    // Unlike renaming, linking never replaces a file.
    await (overwrites ? rename(part, file) : link(part, file));
  } finally {
    await rm(part, { force: true });
  }
}
