import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName } from "yauzl";
import type { Failure, Result } from "../../foundation/result.ts";

/** How many entries an archive may have. */
const MAX_ENTRIES = 10_000;

/** How large one entry may become when it is unpacked, in bytes: 64 MiB. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

/** How large all entries may become together, in bytes: 256 MiB. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

/** What a local file header takes at least (APPNOTE.TXT, 4.3.7). */
const BYTES_OF_LOCAL_HEADER = 30;

export interface Archive {
  /** What the entries hold, by their names, in the archive's order. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

type Opened = Result<Archive>;

/**
 * Unpacks a ZIP archive into memory, and nowhere else. What an entry says of its size is not believed:
 * the bytes are counted as they come.
 */
export async function unpackArchive(bytes: Uint8Array): Promise<Opened> {
  try {
    return await unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    return {
      error:
        "The archive that this file is cannot be unpacked: it is cut off or damaged. Save it anew, and import that.",
    };
  }
}

async function unpack(bytes: Buffer): Promise<Opened> {
  const zip = await fromBufferPromise(bytes, { decodeStrings: false });
  if (zip.entryCount > MAX_ENTRIES) return tooLarge("has more than 10,000 entries");

  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    if (name === undefined) {
      return { error: "This archive names a file that would lie outside of it. Make it anew." };
    }
    // Which of the two is meant is answered differently by different readers.
    if (entries.has(name)) return { error: "This archive names a file twice. Make it anew." };
    if (entry.isEncrypted()) {
      return { error: "This file is encrypted. Save it without a password, and import that." };
    }
    entries.set(name, entry);
  }
  if (entriesOverlap([...entries.values()])) {
    return { error: "This archive’s files lie over each other. Make it anew." };
  }

  const files = new Map<string, Uint8Array>();
  let left = MAX_UNPACKED_BYTES;
  for (const [name, entry] of entries) {
    if (name.endsWith("/")) continue;
    const most = Math.min(left, MAX_ENTRY_BYTES);
    const read = await readAtMost(most, await zip.openReadStreamPromise(entry));
    if (read === undefined) {
      return tooLarge(most < left ? "holds a file of more than 64 MiB" : "unpacks to over 256 MiB");
    }
    files.set(name, read);
    left -= read.length;
  }
  return { files };
}

function tooLarge(why: string): Failure {
  return {
    error: `This archive ${why}, which is more than is read. Split it, or save it as text.`,
  };
}

/** The path of an entry; undefined if it leads out of the archive. */
function nameOf(entry: Entry): string | undefined {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  return name.includes("\0") || validateFileName(name) !== null ? undefined : name;
}

/** Whether the data of two entries share bytes, as those of small archives with huge contents do. */
function entriesOverlap(entries: readonly Entry[]): boolean {
  const spans = entries
    .map(({ relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength }) => ({
      start,
      end: start + BYTES_OF_LOCAL_HEADER + fileNameLength + compressedSize,
    }))
    .toSorted((a, b) => a.start - b.start);
  return spans.some(
    ({ end }, index) => end > (spans[index + 1]?.start ?? Number.POSITIVE_INFINITY),
  );
}

/** All of a stream, or undefined as soon as it is longer. */
async function readAtMost(bytes: number, stream: Readable): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > bytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
