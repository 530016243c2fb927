import { expect, test } from "vitest";
import { FORMATS, isImportable, MAX_IMPORT_BYTES } from "../../src/import/formats.ts";
import { textsOf } from "./passages.ts";
import { importError, importFile, importManuscript } from "./read-manuscripts.ts";

const NO_TEXT =
  "This is no text, or in an encoding that is not known. Name it by `--encoding`, or save the text in UTF-8.";

test.each([
  ["a zero byte", "a.txt", "A\0B", NO_TEXT],
  [
    "nothing but bytes",
    "a.txt",
    Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251),
    NO_TEXT,
  ],
  ["nothing", "a.txt", "", "This file is empty. Save it anew, and import that."],
  ["no words", "a.txt", " \n\n---\n", "There are no words in this file. Import one that has some."],
  [
    "Rich Text",
    "a.txt",
    "{\\rtf1 x}",
    "This is Rich Text, which is not read. Save it as DOCX, and import that.",
  ],
  [
    "another archive",
    "a.zip",
    "PK\x03\x04xxxx",
    "This is an archive of files. Unpack it, and import what is in it.",
  ],
  [
    "words, called a PDF",
    "a.pdf",
    "Words.",
    "This is no PDF, whatever its name says. Save it anew, and import that.",
  ],
] as const)("a file of %s is an error", async (_, name, content, expected) => {
  expect(await importError(name, content)).toBe(expected);
});

test("a file of more than 64 MiB is an error", async () => {
  expect(await importFile("a.txt", new Uint8Array(MAX_IMPORT_BYTES + 1))).toEqual({
    error: "This file is larger than 64 MiB. Split it, and import the parts.",
  });
});

test("a name without a known extension leaves the format to the bytes", async () => {
  for (const name of ["letter", "a.constructor", "a.\n", ".."]) {
    expect(textsOf(await importManuscript(name, "On %PDF-1.7 and <html>."))).toEqual([
      "On %PDF-1.7 and <html>.",
    ]);
  }
});

test("no two formats have the same extension", () => {
  const extensions = FORMATS.flatMap((format) => format.extensions);
  expect(new Set(extensions).size).toBe(extensions.length);
});

test("the extension shows whether a file is importable", () => {
  const names = ["a.txt", "B.HTM", "c.d.jsonl", "e.markdown", "f.tsv", "g.pdf", "h.docx", "i.epub"];
  expect(names.filter(isImportable)).toEqual(names);
  expect(
    ["a", ".txt.bak", "b.doc", "c.png", "constructor", "d.constructor", ""].filter(isImportable),
  ).toEqual([]);
});
