import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName } from "yauzl";
import { message } from "../../catalogue/catalogue.ts";
import type { Result } from "../../foundation/result.ts";

/** The maximum number of entries in an archive. */
const MAX_ENTRIES = 10_000;

/** The maximum size of one unpacked entry, in bytes: 64 MiB. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

/** The maximum size of all unpacked entries together, in bytes: 256 MiB. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

/** The size of a local file header without its variable fields, in bytes (APPNOTE.TXT, 4.3.7). */
const LOCAL_HEADER_BYTES = 30;

/** An archive's unpacked files: their bytes by path, in the archive's order. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks a ZIP archive into memory; nothing is written to disk. The sizes that entries declare are
 * not trusted: bytes are counted while they are inflated. Returns an error if the archive is damaged,
 * encrypted, ambiguous or too large.
 */
export async function unpackArchive(bytes: Uint8Array): Promise<Result<ArchiveFiles>> {
  try {
    return await unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    return {
      error: message("archive.damaged"),
    };
  }
}

async function unpack(bytes: Buffer): Promise<Result<ArchiveFiles>> {
  const zip = await fromBufferPromise(bytes, { decodeStrings: false });
  if (zip.entryCount > MAX_ENTRIES) return { error: message("archive.entries") };

  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const path = entryPath(entry);
    if (path === undefined) {
      return { error: message("archive.path") };
    }
    // Some programs take the first of two entries with the same name, others the last.
    if (entries.has(path)) return { error: message("archive.twice") };
    if (entry.isEncrypted()) {
      return { error: message("archive.encrypted") };
    }
    entries.set(path, entry);
  }
  if (entriesOverlap([...entries.values()])) {
    return { error: message("archive.overlap") };
  }

  const files = new Map<string, Uint8Array>();
  let remaining = MAX_UNPACKED_BYTES;
  for (const [path, entry] of entries) {
    if (path.endsWith("/")) continue;
    const limit = Math.min(remaining, MAX_ENTRY_BYTES);
    const content = await readAtMost(limit, await zip.openReadStreamPromise(entry));
    if (content === undefined) {
      return {
        error: message(limit < remaining ? "archive.large-entry" : "archive.large"),
      };
    }
    files.set(path, content);
    remaining -= content.length;
  }
  return files;
}

/** Returns the path of an entry; undefined if it leads out of the archive. */
function entryPath(entry: Entry): string | undefined {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const path = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  return path.includes("\0") || validateFileName(path) !== null ? undefined : path;
}

/** Whether two entries share data. Overlapping entries let a small archive unpack to a huge size. */
function entriesOverlap(entries: readonly Entry[]): boolean {
  const spans = entries
    .map(({ relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength }) => ({
      start,
      end: start + LOCAL_HEADER_BYTES + fileNameLength + compressedSize,
    }))
    .toSorted((a, b) => a.start - b.start);
  let previousEnd = 0;
  for (const { start, end } of spans) {
    if (start < previousEnd) return true;
    previousEnd = end;
  }
  return false;
}

/** Reads a whole stream; undefined once it exceeds `limit` bytes. */
async function readAtMost(limit: number, stream: Readable): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const incoming: AsyncIterable<unknown> = stream;
  for await (const chunk of incoming) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("The stream yields no bytes.");
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
