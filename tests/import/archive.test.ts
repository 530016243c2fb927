import { buffer } from "node:stream/consumers";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { unpackArchive } from "../../src/import/shared/archive.ts";
import { inEnglish } from "../in-english.ts";
import { zipOf } from "./epubs.ts";

/** The first bytes of an entry in the central directory. */
const ENTRY = "PK\x01\x02";

/** Returns the error of an archive that is refused; undefined if it is unpacked. */
async function unpackError(bytes: Uint8Array): Promise<string | undefined> {
  const files = await unpackArchive(bytes);
  return "error" in files ? inEnglish(files.error) : undefined;
}

/** Replaces characters everywhere in an archive, names included. */
function replaceIn(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1");
}

/** Creates an archive with several entries of the same content, which is compressed only once. */
async function repeatedZip(names: readonly string[], content: Uint8Array): Promise<Buffer> {
  const compressed = deflateRawSync(content);
  const zip = new ZipFile();
  for (const name of names) zip.addBuffer(compressed, name, { compress: false });
  zip.end();
  const bytes = await buffer(zip.outputStream);
  for (let at = bytes.indexOf(ENTRY); at >= 0; at = bytes.indexOf(ENTRY, at + 4)) {
    // The compression method is Deflate.
    bytes.writeUInt16LE(8, at + 10);
    bytes.writeUInt32LE(content.length, at + 24);
  }
  return bytes;
}

test("files are unpacked with their paths", async () => {
  const files = await unpackArchive(await zipOf({ "a/b.txt": "some words", "c.txt": "" }));
  if ("error" in files) throw new Error(inEnglish(files.error));
  expect([...files].map(([path, bytes]) => [path, `${Buffer.from(bytes)}`])).toEqual([
    ["a/b.txt", "some words"],
    ["c.txt", ""],
  ]);
});

test.each(["../up.txt", "/root.txt", "C:/x.txt", "a\\..\\b.tx", "a/../../b", "nul\0l.txt"])(
  "a path that leads out of the archive is refused: %j",
  async (name) => {
    const placeholder = "x".repeat(name.length);
    const bytes = replaceIn(await zipOf({ [placeholder]: "words" }), placeholder, name);
    expect(await unpackError(bytes)).toBe(
      "This archive contains a path that leads out of it. Create it again.",
    );
  },
);

test("two files with the same name are refused, since programs differ in which one they read", async () => {
  const bytes = replaceIn(await zipOf({ "one.txt": "1", "two.txt": "2" }), "two.txt", "one.txt");
  expect(await unpackError(bytes)).toBe(
    "This archive contains two files with the same name. Create it again.",
  );
});

test("encrypted files are refused", async () => {
  const bytes = await zipOf({ "one.txt": "words" });
  const centralDirectory = bytes.indexOf(ENTRY);
  bytes.writeUInt16LE(bytes.readUInt16LE(centralDirectory + 8) | 1, centralDirectory + 8);
  expect(await unpackError(bytes)).toMatch(/^This file is encrypted\./);
});

test("overlapping files are refused", async () => {
  const bytes = await zipOf({ "one.txt": "words", "two.txt": "words" });
  const first = bytes.indexOf(ENTRY);
  const second = bytes.indexOf(ENTRY, first + 4);
  bytes.writeUInt32LE(bytes.readUInt32LE(first + 42) + 2, second + 42);
  expect(await unpackError(bytes)).toBe("The files of this archive overlap. Create it again.");
});

test("a file that unpacks to more than 64 MiB is refused", async () => {
  const bytes = await zipOf({ "zeros.bin": Buffer.alloc(64 * 1024 * 1024 + 1) });
  expect(bytes.length).toBeLessThan(100_000);
  expect(await unpackError(bytes)).toMatch(/^This archive contains a file of more than 64 MiB,/);
});

test("files that unpack to more than 256 MiB together are refused", async () => {
  const bytes = await repeatedZip(["1", "2", "3", "4", "5"], Buffer.alloc(60 * 1024 * 1024));
  expect(await unpackError(bytes)).toMatch(/^This archive unpacks to more than 256 MiB,/);
});

test("a declared size that is too small is not trusted", async () => {
  const bytes = await zipOf({ "zeros.bin": Buffer.alloc(1_000_000) });
  bytes.writeUInt32LE(10, bytes.indexOf(ENTRY) + 24);
  expect(await unpackError(bytes)).toMatch(/cannot be unpacked/);
});

test("more than 10,000 entries are refused", async () => {
  const bytes = await zipOf({ "one.txt": "words" });
  bytes.writeUInt16LE(10_001, bytes.indexOf("PK\x05\x06") + 10);
  expect(await unpackError(bytes)).toMatch(/more than 10,000 entries/);
});

test("a truncated archive is refused, and so is an empty file", async () => {
  const bytes = await zipOf({ "one.txt": "words ".repeat(100) });
  for (const end of [0, 1, 30, bytes.length - 30, bytes.length - 1]) {
    expect(await unpackError(bytes.subarray(0, end))).toMatch(/cannot be unpacked/);
  }
});
