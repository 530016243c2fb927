import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Built } from "./building.ts";

/** What one snapshot is of. */
export interface SnapshotKey {
  /** The corpus's folder. Several corpora may keep their snapshots in one folder. */
  readonly corpus: string;
  /** The corpus's hash: 64 hexadecimal figures. */
  readonly hash: string;
  /** What else it depends on, in as many figures. */
  readonly version: string;
}

// The file: these eight bytes; SHA-256 over all that comes after it; version and hash of the corpus;
// how many pieces the corpus has and how many the indexes; the length of each; the pieces.
const MAGIC = Buffer.from("ibidsnap");
const CHECKSUM_END = MAGIC.length + 32;
const TABLE_START = CHECKSUM_END + 64 + 8;
const LENGTH = 8;

/** How much is read, written and hashed at a time. */
const SLICE = 4 * 1024 * 1024;

/** How old an unfinished file is that no process can be writing any more, in milliseconds. */
const ABANDONED = 60 * 60 * 1000;

const NAME = /^ibid-([0-9a-f]{8})-[0-9a-f]{32}-[0-9a-f]{16}\.snapshot(\.[0-9a-f-]{36})?$/;

/**
 * The snapshot in `folder` with this key, checked byte by byte; undefined when there is none. One that
 * is damaged is removed.
 */
export async function readSnapshot(
  folder: string,
  key: SnapshotKey,
): Promise<Built | "damaged" | undefined> {
  const path = join(folder, nameOf(key));
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  const built = await readFrom(file, key)
    .catch(() => undefined)
    .finally(() => file.close());
  if (built !== undefined) return built;
  await rm(path, { force: true }).catch(() => {});
  return "damaged";
}

async function readFrom(file: FileHandle, key: SnapshotKey): Promise<Built | undefined> {
  const { size } = await file.stat();
  if (size < TABLE_START) return undefined;
  const head = Buffer.alloc(TABLE_START);
  await fill(file, head, 0);
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  if (!head.subarray(CHECKSUM_END, CHECKSUM_END + 64).equals(keyBytes(key))) return undefined;
  const corpusPieces = head.readUInt32LE(TABLE_START - 8);
  const pieces = corpusPieces + head.readUInt32LE(TABLE_START - 4);
  if (TABLE_START + pieces * LENGTH > size) return undefined;
  const table = Buffer.alloc(pieces * LENGTH);
  await fill(file, table, TABLE_START);
  const lengths = Array.from({ length: pieces }, (_, piece) => table.readDoubleLE(piece * LENGTH));
  const whole = lengths.reduce((sum, length) => sum + length, TABLE_START + table.length);
  if (whole !== size || !lengths.every((length) => Number.isSafeInteger(length) && length >= 0)) {
    return undefined;
  }

  const hash = createHash("sha256").update(head.subarray(CHECKSUM_END)).update(table);
  const contents: Uint8Array[] = [];
  let position = TABLE_START + table.length;
  for (const length of lengths) {
    const content = new Uint8Array(length);
    await fill(file, content, position, (slice) => hash.update(slice));
    contents.push(content);
    position += length;
  }
  if (!hash.digest().equals(head.subarray(MAGIC.length, CHECKSUM_END))) return undefined;
  return { corpus: contents.slice(0, corpusPieces), indexes: contents.slice(corpusPieces) };
}

/** Reads as many bytes as there is room for. Throws when the file has fewer. */
async function fill(
  file: FileHandle,
  room: Uint8Array,
  position: number,
  each: (slice: Uint8Array) => void = () => {},
): Promise<void> {
  for (let at = 0; at < room.length; ) {
    const length = Math.min(SLICE, room.length - at);
    const { bytesRead } = await file.read(room, at, length, position + at);
    if (bytesRead === 0) throw new Error("The file ends too early.");
    each(room.subarray(at, at + bytesRead));
    at += bytesRead;
  }
}

/**
 * Keeps a snapshot in `folder`, whole or not at all, and removes those of the same corpus that it
 * replaces. Rejects when it cannot be written.
 */
export async function keepSnapshot(folder: string, key: SnapshotKey, built: Built): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, nameOf(key));
  const unfinished = `${path}.${randomUUID()}`;
  try {
    const file = await open(unfinished, "wx");
    await writeTo(file, key, built).finally(() => file.close());
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
  await removeOthers(folder, basename(path)).catch(() => {});
}

async function writeTo(
  file: FileHandle,
  key: SnapshotKey,
  { corpus, indexes }: Built,
): Promise<void> {
  const pieces = [...corpus, ...indexes];
  const counts = Buffer.alloc(8);
  counts.writeUInt32LE(corpus.length, 0);
  counts.writeUInt32LE(indexes.length, 4);
  const table = Buffer.alloc(pieces.length * LENGTH);
  pieces.forEach(({ length }, piece) => {
    table.writeDoubleLE(length, piece * LENGTH);
  });
  const hash = createHash("sha256");
  let position = CHECKSUM_END;
  for (const part of [keyBytes(key), counts, table, ...pieces]) {
    for (let at = 0; at < part.length; ) {
      const slice = part.subarray(at, at + SLICE);
      const { bytesWritten } = await file.write(slice, 0, slice.length, position);
      hash.update(slice.subarray(0, bytesWritten));
      at += bytesWritten;
      position += bytesWritten;
    }
  }
  await file.write(Buffer.concat([MAGIC, hash.digest()]), 0, CHECKSUM_END, 0);
  await file.sync();
}

/** Removes what the snapshot called `kept` replaces, and what was left unfinished long ago. */
async function removeOthers(folder: string, kept: string): Promise<void> {
  const own = NAME.exec(kept)?.[1];
  for (const name of await readdir(folder)) {
    const [, corpus, unfinished] = NAME.exec(name) ?? [];
    if (name === kept || corpus !== own) continue;
    const path = join(folder, name);
    const status = await stat(path).catch(() => undefined);
    if (status === undefined || !status.isFile()) continue;
    if (unfinished !== undefined && Date.now() - status.mtimeMs < ABANDONED) continue;
    await rm(path, { force: true }).catch(() => {});
  }
}

function nameOf({ corpus, hash, version }: SnapshotKey): string {
  const place = createHash("sha256").update(corpus).digest("hex").slice(0, 8);
  return `ibid-${place}-${hash.slice(0, 32)}-${version.slice(0, 16)}.snapshot`;
}

function keyBytes({ hash, version }: SnapshotKey): Buffer {
  return Buffer.from(version + hash, "hex");
}
