import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { isProcessRunning } from "../foundation/processes.ts";
import type { Result } from "../foundation/result.ts";
import type { SerializedIndex } from "./index-worker.ts";

/** The key of a snapshot: what exactly it was made of. */
export interface SnapshotKey extends SnapshotOwner {
  /** The hash of the corpus: 64 hexadecimal digits. */
  readonly hash: string;
}

/** A corpus folder and a version of the code. Each has at most one snapshot. */
export interface SnapshotOwner {
  /** The corpus folder. Several corpora may keep their snapshots in one cache folder. */
  readonly corpus: string;
  /** The version of the code that makes snapshots: 64 hexadecimal digits. */
  readonly version: string;
}

/** A snapshot that is being read. The corpus can be used while the indexes are still read. */
export interface SnapshotReading {
  readonly corpus: AsyncIterable<Uint8Array>;
  readonly indexes: Promise<readonly Uint8Array[]>;
}

// The file format: the eight bytes MAGIC; the state of the corpus folder, with its own SHA-256, which alone is ever
// overwritten; the SHA-256 of the header that follows; the header, namely the version, the hash of the corpus, the
// number of its pieces, the number of the indexes' pieces and a table with the length and SHA-256 of each piece; the
// pieces.
const MAGIC = Buffer.from("ibidsnap");
const CHECKSUM = 32;
const STATE_START = MAGIC.length;
const SUM_START = STATE_START + 2 * CHECKSUM;
const HEADER_START = SUM_START + CHECKSUM;
const TABLE_START = HEADER_START + 64 + 8;
const LENGTH = 8;

/** The recorded state where a file of the corpus could change without a trace. It equals no SHA-256. */
const UNKNOWN_STATE = "0".repeat(2 * CHECKSUM);

/** The location of a piece in the file, with its SHA-256. */
interface PieceLocation {
  readonly position: number;
  readonly length: number;
  readonly checksum: Uint8Array;
}

/** How many bytes are read, written and hashed at a time. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * The time without a change after which an unfinished file is not being written any more, in milliseconds: each chunk is a
 * change. Whether a writer on another machine is alive cannot be known, and one on this machine may have left its number
 * to another process.
 */
const ABANDONED_AGE = 5 * 60 * 1000;

// The name of an unfinished file ends with its machine, its process and a number.
const NAME = /^ibid-([0-9a-f]{8})-[0-9a-f]{32}-[0-9a-f]{16}\.snapshot(\.([0-9a-f]{8})-(\d+)-\d+)?$/;

/** This machine. Containers that share a folder have names of their own, but the same processes. */
const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/** The names of the files that this process is writing. */
const ownUnfinished = new Set<string>();
let lastNumber = 0;

/**
 * Loads the snapshot in `folder` with `load`, and checks every byte of it. `hash` is the hash of the
 * corpus, which is awaited only at the end. Returns undefined if there is no snapshot or if it is of
 * another state of the corpus. Removes a damaged snapshot, and then returns the error `damaged`.
 */
export async function loadSnapshot<T>(
  folder: string,
  owner: SnapshotOwner,
  hash: Promise<string | undefined>,
  load: (reading: SnapshotReading) => Promise<T>,
): Promise<Result<{ readonly loaded: T }, "damaged"> | undefined> {
  const name = await findSnapshot(folder, owner);
  if (name === undefined) return undefined;
  const path = join(folder, name);
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { corpus, indexes, hash: snapshotHash } = await readHeader(file, owner);
    if (fileName({ ...owner, hash: snapshotHash }) !== name) {
      throw new Error("It has another’s name.");
    }
    const loaded = await load({
      corpus: readPieces(file, corpus),
      indexes: Promise.all(indexes.map((piece) => readPiece(file, piece))),
    });
    return (await hash) === snapshotHash ? { loaded } : undefined;
  } catch {
    await rm(path, { force: true }).catch(() => {});
    return { error: "damaged" };
  } finally {
    await file.close();
  }
}

/**
 * Returns the hash of the corpus of which the snapshot in `folder` was made, if the corpus folder has been in this state
 * then.
 */
export async function hashAtState(
  folder: string,
  owner: SnapshotOwner,
  state: string,
): Promise<string | undefined> {
  const name = await findSnapshot(folder, owner);
  const file =
    name === undefined ? undefined : await open(join(folder, name)).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const header = await readHeader(file, owner);
    return header.state === state ? header.hash : undefined;
  } catch {
    // Loading it removes what is damaged.
    return undefined;
  } finally {
    await file.close();
  }
}

/** Records in a snapshot that the corpus folder with the same files is in another state now. */
export async function recordState(folder: string, key: SnapshotKey, state: string): Promise<void> {
  const file = await open(join(folder, fileName(key)), "r+");
  const sealed = sealState(Buffer.from(state, "hex"));
  await file.write(sealed, 0, sealed.length, STATE_START).finally(() => file.close());
}

/** Returns a state with its SHA-256. */
function sealState(state: Uint8Array): Buffer {
  return Buffer.concat([state, createHash("sha256").update(state).digest()]);
}

/** Returns the name of the snapshot in `folder`, if there is one. Writing one removes the others. */
async function findSnapshot(folder: string, owner: SnapshotOwner): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const pattern = new RegExp(
    `^${fileName({ ...owner, hash: "" }).replace("--", "-[0-9a-f]{32}-")}$`,
  );
  return names.find((name) => pattern.test(name));
}

/** Reads the hash of the corpus and the location of all pieces. Throws if the header is damaged. */
async function readHeader(file: FileHandle, { version }: SnapshotOwner) {
  const head = await readBytes(file, 0, TABLE_START);
  const corpusPieces = head.readUInt32LE(TABLE_START - 8);
  const pieces = corpusPieces + head.readUInt32LE(TABLE_START - 4);
  const { size } = await file.stat();
  const start = TABLE_START + pieces * (LENGTH + CHECKSUM);
  if (start > size) throw new Error("The file ends too early.");
  const table = await readBytes(file, TABLE_START, start - TABLE_START);
  const sum = createHash("sha256").update(head.subarray(HEADER_START)).update(table).digest();
  const state = head.subarray(STATE_START, SUM_START);
  if (
    !Buffer.concat([MAGIC, sealState(state.subarray(0, CHECKSUM)), sum]).equals(
      head.subarray(0, HEADER_START),
    )
  ) {
    throw new Error("The table is not what was written.");
  }
  const key = head.toString("hex", HEADER_START, HEADER_START + 64);
  if (!key.startsWith(version)) throw new Error("It is of another version.");

  let position = start;
  const locations = Array.from({ length: pieces }, (_, piece): PieceLocation => {
    const at = piece * (LENGTH + CHECKSUM);
    const length = table.readDoubleLE(at);
    const location = {
      position,
      length,
      checksum: table.subarray(at + LENGTH, at + LENGTH + CHECKSUM),
    };
    position += length;
    return location;
  });
  if (position !== size) throw new Error("The file is not as long as it was.");
  return {
    hash: key.slice(version.length),
    state: state.toString("hex", 0, CHECKSUM),
    corpus: locations.slice(0, corpusPieces),
    indexes: locations.slice(corpusPieces),
  };
}

/** Reads pieces in order, each while the caller works on the one before. */
async function* readPieces(
  file: FileHandle,
  locations: readonly PieceLocation[],
): AsyncGenerator<Uint8Array> {
  const [first, ...others] = locations;
  if (first === undefined) return;
  let reading = readPiece(file, first);
  for (const location of others) {
    const piece = await reading;
    reading = readPiece(file, location);
    // If the caller stops here, nothing else handles the rejection.
    reading.catch(() => {});
    yield piece;
  }
  yield await reading;
}

/** Reads a piece. Throws if it is damaged. */
async function readPiece(file: FileHandle, { position, length, checksum }: PieceLocation) {
  const hash = createHash("sha256");
  const piece = await readBytes(file, position, length, (chunk) => hash.update(chunk));
  if (!hash.digest().equals(checksum)) throw new Error("A piece is not what was written.");
  return piece;
}

/** Reads `length` bytes into a buffer that they fill. Throws if the file ends before. */
async function readBytes(
  file: FileHandle,
  position: number,
  length: number,
  onChunk: (chunk: Uint8Array) => void = () => {},
): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length; ) {
    const chunkLength = Math.min(CHUNK_BYTES, length - at);
    const { bytesRead } = await file.read(bytes, at, chunkLength, position + at);
    if (bytesRead === 0) throw new Error("The file ends too early.");
    onChunk(bytes.subarray(at, at + bytesRead));
    at += bytesRead;
  }
  return bytes;
}

/**
 * Writes a snapshot into `folder`, completely or not at all, and removes earlier ones of the same
 * corpus folder. `state` is that of the corpus folder. Rejects if it cannot be written.
 */
export async function writeSnapshot(
  folder: string,
  key: SnapshotKey,
  built: SerializedIndex,
  state = UNKNOWN_STATE,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, fileName(key));
  lastNumber += 1;
  const unfinished = `${path}.${MACHINE}-${process.pid}-${lastNumber}`;
  ownUnfinished.add(basename(unfinished));
  try {
    // A file that an earlier process of the same number has left is replaced.
    const file = await open(unfinished, "w");
    await writeFile(file, key, built, state).finally(() => file.close());
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  } finally {
    ownUnfinished.delete(basename(unfinished));
  }
  await removeOthers(folder, basename(path)).catch(() => {});
}

async function writeFile(
  file: FileHandle,
  key: SnapshotKey,
  { corpus, indexes }: SerializedIndex,
  state: string,
): Promise<void> {
  const pieces = [...corpus, ...indexes];
  const table = Buffer.alloc(pieces.length * (LENGTH + CHECKSUM));
  let position = TABLE_START + table.length;
  for (const [index, piece] of pieces.entries()) {
    const hash = createHash("sha256");
    for (let at = 0; at < piece.length; ) {
      const chunk = piece.subarray(at, at + CHUNK_BYTES);
      const { bytesWritten } = await file.write(chunk, 0, chunk.length, position);
      hash.update(chunk.subarray(0, bytesWritten));
      at += bytesWritten;
      position += bytesWritten;
    }
    table.writeDoubleLE(piece.length, index * (LENGTH + CHECKSUM));
    hash.digest().copy(table, index * (LENGTH + CHECKSUM) + LENGTH);
  }
  const counts = Buffer.alloc(8);
  counts.writeUInt32LE(corpus.length, 0);
  counts.writeUInt32LE(indexes.length, 4);
  const header = Buffer.concat([Buffer.from(key.version + key.hash, "hex"), counts, table]);
  const sum = createHash("sha256").update(header).digest();
  const head = Buffer.concat([MAGIC, sealState(Buffer.from(state, "hex")), sum, header]);
  await file.write(head, 0, head.length, 0);
  await file.sync();
}

/** Removes the snapshots that `current` replaces, and files that were abandoned unfinished. */
async function removeOthers(folder: string, current: string): Promise<void> {
  const own = NAME.exec(current)?.[1];
  for (const name of await readdir(folder)) {
    const match = NAME.exec(name);
    if (match === null || name === current || match[1] !== own) continue;
    const path = join(folder, name);
    const status = await stat(path).catch(() => undefined);
    if (status === undefined || !status.isFile()) continue;
    const [, , suffix, machine, pid] = match;
    if (suffix !== undefined && isBeingWritten(name, status, { machine, pid: Number(pid) }))
      continue;
    await rm(path, { force: true }).catch(() => {});
  }
}

/** Whether the process that has begun an unfinished file may still be writing it. */
function isBeingWritten(
  name: string,
  { mtimeMs }: Stats,
  { machine, pid }: { readonly machine: string | undefined; readonly pid: number },
): boolean {
  if (machine === MACHINE && pid === process.pid) return ownUnfinished.has(name);
  if (Date.now() - mtimeMs >= ABANDONED_AGE) return false;
  return machine !== MACHINE || isProcessRunning(pid);
}

function fileName({ corpus, hash, version }: SnapshotKey): string {
  const owner = createHash("sha256").update(corpus).digest("hex").slice(0, 8);
  return `ibid-${owner}-${hash.slice(0, 32)}-${version.slice(0, 16)}.snapshot`;
}
