import { randomUUID } from "node:crypto";
import { link, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes a file whole or not at all. Without `overwrites` it leaves a file that is there as it is, and
 * answers “exists”; it throws what the system says when it cannot be written.
 */
export async function writeAtomically(
  file: string,
  bytes: Uint8Array,
  { overwrites, signal }: { readonly overwrites: boolean; readonly signal: AbortSignal },
): Promise<"written" | "exists"> {
  const part = join(dirname(file), `.${randomUUID()}.part`);
  try {
    await writeFile(part, bytes, { flag: "wx", signal });
    if (overwrites) await rename(part, file);
    // A link, unlike a new name, never takes the place of another file.
    else await link(part, file);
    return "written";
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return "exists";
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}
