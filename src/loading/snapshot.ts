import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { SerializedIndex } from "./index-worker.ts";

/** What one snapshot is of. */
export interface SnapshotKey extends SnapshotPlace {
  /** The corpus's hash: 64 hexadecimal figures. */
  readonly hash: string;
}

/** What the snapshots of one corpus have in common, whatever the corpus holds. */
export interface SnapshotPlace {
  /** The corpus's folder. Several corpora may keep their snapshots in one folder. */
  readonly corpus: string;
  /** What they depend on besides the corpus: 64 hexadecimal figures. */
  readonly version: string;
}

/** What a snapshot holds, as it is being read: what is at hand is used while the rest is read. */
export interface SnapshotReading {
  readonly corpus: AsyncIterable<Uint8Array>;
  readonly indexes: Promise<readonly Uint8Array[]>;
}

// The file: these eight bytes; SHA-256 of what comes next; version and hash of the corpus; how many pieces
// the corpus has and how many the indexes; the length and the SHA-256 of each; the pieces.
const MAGIC = Buffer.from("ibidsnap");
const CHECKSUM = 32;
const CHECKED_FROM = MAGIC.length + CHECKSUM;
const TABLE_START = CHECKED_FROM + 64 + 8;
const LENGTH = 8;

/** A piece of a file: where it is and what it should hold. */
interface PieceLocation {
  readonly position: number;
  readonly length: number;
  readonly checksum: Uint8Array;
}

/** How much is read, written and hashed at a time. */
const SLICE = 4 * 1024 * 1024;

/** How old an unfinished file is that no process can be writing any more, in milliseconds. */
const ABANDONED = 60 * 60 * 1000;

const NAME = /^ibid-([0-9a-f]{8})-[0-9a-f]{32}-[0-9a-f]{16}\.snapshot(\.[0-9a-f-]{36})?$/;

/**
 * What `load` makes of the snapshot in `folder`, of which every byte is checked; undefined when there is
 * none, or when it is not of the corpus with the hash that becomes known meanwhile. One that is damaged is
 * removed.
 */
export async function loadSnapshot<T>(
  folder: string,
  place: SnapshotPlace,
  hash: Promise<string | undefined>,
  load: (reading: SnapshotReading) => Promise<T>,
): Promise<{ readonly loaded: T } | "damaged" | undefined> {
  const name = await nameIn(folder, place);
  const path = join(folder, name ?? "");
  const file = name === undefined ? undefined : await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { corpus, indexes, hash: own } = await readHeader(file, place);
    if (nameOf({ ...place, hash: own }) !== name) throw new Error("It has another’s name.");
    const loaded = await load({
      corpus: piecesOf(file, corpus),
      indexes: Promise.all(indexes.map((piece) => readPiece(file, piece))),
    });
    return (await hash) === own ? { loaded } : undefined;
  } catch {
    await rm(path, { force: true }).catch(() => {});
    return "damaged";
  } finally {
    await file.close();
  }
}

/** The name of the snapshot of a corpus in `folder`: what is written last replaces all others. */
async function nameIn(folder: string, place: SnapshotPlace): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const own = new RegExp(`^${nameOf({ ...place, hash: "" }).replace("--", "-[0-9a-f]{32}-")}$`);
  return names.find((name) => own.test(name));
}

/** What a file holds, and where. Throws when it is damaged. */
async function readHeader(file: FileHandle, { version }: SnapshotPlace) {
  const head = await readBytes(file, 0, TABLE_START);
  const corpusPieces = head.readUInt32LE(TABLE_START - 8);
  const pieces = corpusPieces + head.readUInt32LE(TABLE_START - 4);
  const { size } = await file.stat();
  const start = TABLE_START + pieces * (LENGTH + CHECKSUM);
  if (start > size) throw new Error("The file ends too early.");
  const table = await readBytes(file, TABLE_START, start - TABLE_START);
  const sum = createHash("sha256").update(head.subarray(CHECKED_FROM)).update(table).digest();
  if (!Buffer.concat([MAGIC, sum]).equals(head.subarray(0, CHECKED_FROM))) {
    throw new Error("The table is not what was written.");
  }
  const key = head.toString("hex", CHECKED_FROM, CHECKED_FROM + 64);
  if (!key.startsWith(version)) throw new Error("It is of another version.");

  let position = start;
  const places = Array.from({ length: pieces }, (_, piece): PieceLocation => {
    const at = piece * (LENGTH + CHECKSUM);
    const length = table.readDoubleLE(at);
    const place = {
      position,
      length,
      checksum: table.subarray(at + LENGTH, at + LENGTH + CHECKSUM),
    };
    position += length;
    return place;
  });
  if (position !== size) throw new Error("The file is not as long as it was.");
  return {
    hash: key.slice(version.length),
    corpus: places.slice(0, corpusPieces),
    indexes: places.slice(corpusPieces),
  };
}

/** Reads pieces one by one, each while the one before it is used. */
async function* piecesOf(
  file: FileHandle,
  places: readonly PieceLocation[],
): AsyncGenerator<Uint8Array> {
  let next = places[0] && readPiece(file, places[0]);
  for (const following of [...places.slice(1), undefined]) {
    const piece = await next;
    next = following && readPiece(file, following);
    // Whoever stops here never hears of it.
    next?.catch(() => {});
    if (piece !== undefined) yield piece;
  }
}

/** Reads a piece. Throws when it is not what was written. */
async function readPiece(file: FileHandle, { position, length, checksum }: PieceLocation) {
  const hash = createHash("sha256");
  const piece = await readBytes(file, position, length, (slice) => hash.update(slice));
  if (!hash.digest().equals(checksum)) throw new Error("A piece is not what was written.");
  return piece;
}

/** Reads so many bytes, which have a buffer of their own. Throws when the file has fewer. */
async function readBytes(
  file: FileHandle,
  position: number,
  length: number,
  each: (slice: Uint8Array) => void = () => {},
): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, Math.min(SLICE, length - at), position + at);
    if (bytesRead === 0) throw new Error("The file ends too early.");
    each(bytes.subarray(at, at + bytesRead));
    at += bytesRead;
  }
  return bytes;
}

/**
 * Keeps a snapshot in `folder`, whole or not at all, and removes those of the same corpus that it
 * replaces. Rejects when it cannot be written.
 */
export async function keepSnapshot(
  folder: string,
  key: SnapshotKey,
  built: SerializedIndex,
): Promise<void> {
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
  { corpus, indexes }: SerializedIndex,
): Promise<void> {
  const pieces = [...corpus, ...indexes];
  const table = Buffer.alloc(pieces.length * (LENGTH + CHECKSUM));
  let position = TABLE_START + table.length;
  for (const [nth, piece] of pieces.entries()) {
    const hash = createHash("sha256");
    for (let at = 0; at < piece.length; ) {
      const slice = piece.subarray(at, at + SLICE);
      const { bytesWritten } = await file.write(slice, 0, slice.length, position);
      hash.update(slice.subarray(0, bytesWritten));
      at += bytesWritten;
      position += bytesWritten;
    }
    table.writeDoubleLE(piece.length, nth * (LENGTH + CHECKSUM));
    hash.digest().copy(table, nth * (LENGTH + CHECKSUM) + LENGTH);
  }
  const counts = Buffer.alloc(8);
  counts.writeUInt32LE(corpus.length, 0);
  counts.writeUInt32LE(indexes.length, 4);
  const checked = Buffer.concat([Buffer.from(key.version + key.hash, "hex"), counts, table]);
  const sum = createHash("sha256").update(checked).digest();
  const head = Buffer.concat([MAGIC, sum, checked]);
  await file.write(head, 0, head.length, 0);
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
