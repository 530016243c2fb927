import { expect, test } from "vitest";
import { unpackArchive } from "../../src/import/shared/archive.ts";
import { zipOf } from "./epubs.ts";

async function refusal(bytes: Uint8Array): Promise<string | undefined> {
  const archive = await unpackArchive(bytes);
  return "error" in archive ? archive.error : undefined;
}

/** Puts other characters in the place of these, wherever an archive has them. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1");
}

test("an archive's files are unpacked by their names", async () => {
  const archive = await unpackArchive(await zipOf({ "a/b.txt": "some words", "c.txt": "" }));
  if ("error" in archive) throw new Error(archive.error);
  expect([...archive.files].map(([name, bytes]) => [name, `${Buffer.from(bytes)}`])).toEqual([
    ["a/b.txt", "some words"],
    ["c.txt", ""],
  ]);
});

test.each(["../up.txt", "/root.txt", "C:/x.txt", "a\\..\\b.tx", "a/../../b", "nul\0l.txt"])(
  "a name that leads out is refused: %j",
  async (name) => {
    const place = "x".repeat(name.length);
    const bytes = renamed(await zipOf({ [place]: "words" }), place, name);
    expect(await refusal(bytes)).toBe(
      "This archive names a file that would lie outside of it. Make it anew.",
    );
  },
);

test("two files of one name are refused, since readers differ in which they take", async () => {
  const bytes = renamed(await zipOf({ "one.txt": "1", "two.txt": "2" }), "two.txt", "one.txt");
  expect(await refusal(bytes)).toBe("This archive names a file twice. Make it anew.");
});

test("encrypted files are refused", async () => {
  const bytes = await zipOf({ "one.txt": "words" });
  const central = bytes.indexOf("PK\x01\x02");
  bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
  expect(await refusal(bytes)).toMatch(/^This file is encrypted\./);
});

test("files that share their bytes are refused", async () => {
  const bytes = await zipOf({ "one.txt": "words", "two.txt": "words" });
  const first = bytes.indexOf("PK\x01\x02");
  const second = bytes.indexOf("PK\x01\x02", first + 4);
  bytes.writeUInt32LE(bytes.readUInt32LE(first + 42) + 2, second + 42);
  expect(await refusal(bytes)).toBe("This archive’s files lie over each other. Make it anew.");
});

test("a file that becomes larger than 64 MiB is refused", async () => {
  const bytes = await zipOf({ "zeros.bin": Buffer.alloc(64 * 1024 * 1024 + 1) });
  expect(bytes.length).toBeLessThan(100_000);
  expect(await refusal(bytes)).toMatch(/^This archive holds a file of more than 64 MiB,/);
});

test("files that become larger than 256 MiB together are refused", async () => {
  const zeros = Buffer.alloc(60 * 1024 * 1024);
  const bytes = await zipOf({ "1": zeros, "2": zeros, "3": zeros, "4": zeros, "5": zeros });
  expect(await refusal(bytes)).toMatch(/^This archive unpacks to over 256 MiB,/);
});

test("a file whose header says that it is small is not believed", async () => {
  const bytes = await zipOf({ "zeros.bin": Buffer.alloc(1_000_000) });
  bytes.writeUInt32LE(10, bytes.indexOf("PK\x01\x02") + 24);
  expect(await refusal(bytes)).toMatch(/cannot be unpacked/);
});

test("more than 10,000 entries are refused", async () => {
  const bytes = await zipOf({ "one.txt": "words" });
  bytes.writeUInt16LE(10_001, bytes.indexOf("PK\x05\x06") + 10);
  expect(await refusal(bytes)).toMatch(/more than 10,000 entries/);
});

test("an archive that is cut off or none is refused", async () => {
  const bytes = await zipOf({ "one.txt": "words ".repeat(100) });
  for (const end of [0, 1, 30, bytes.length - 30, bytes.length - 1]) {
    expect(await refusal(bytes.subarray(0, end))).toMatch(/cannot be unpacked/);
  }
});
