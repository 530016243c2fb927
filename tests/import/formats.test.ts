import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { FORMATS, isImportable, MAX_IMPORT_BYTES } from "../../src/import/formats.ts";
import { textsOf } from "./passages.ts";
import { importError, importManuscript } from "./read-manuscripts.ts";

const NO_TEXT =
  "This is not text, or its encoding is unknown. Name it with `--encoding`, or save the text as UTF-8.";

test.each([
  ["a zero byte", "a.txt", "A\0B", NO_TEXT],
  [
    "nothing but bytes",
    "a.txt",
    Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251),
    NO_TEXT,
  ],
  ["nothing", "a.txt", "", "This file is empty. Save it again, and import the new file."],
  [
    "no words",
    "a.txt",
    " \n\n---\n",
    "This file contains no words to quote. Import one that does.",
  ],
  [
    "Rich Text",
    "a.txt",
    "{\\rtf1 x}",
    "This is Rich Text, which Ibid does not read. Save it as DOCX, and import that.",
  ],
  [
    "another archive",
    "a.zip",
    "PK\x03\x04xxxx",
    "This is an archive of files. Unpack it, and import its files.",
  ],
  [
    "a workbook",
    "a.xlsx",
    "PK\x03\x04[Content_Types].xml xl/workbook.xml",
    "This is a workbook, which Ibid does not read. Save it as CSV, and import that.",
  ],
  [
    "a presentation, called DOCX",
    "a.docx",
    "PK\x03\x04[Content_Types].xml ppt/presentation.xml",
    "This is a presentation, which Ibid does not read. Save it as PDF, and import that.",
  ],
  [
    "an old Office document",
    "a.doc",
    Buffer.from("\xD0\xCF\x11\xE0 WordDocument", "latin1"),
    "This is an old Office document, which Ibid does not read. Save it as DOCX, and import that.",
  ],
  [
    "a Word document with a password",
    "a.docx",
    Buffer.concat([
      Buffer.from("\xD0\xCF\x11\xE0", "latin1"),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]),
    "This file is encrypted. Save it without a password, and import that.",
  ],
  [
    "words, called a PDF",
    "a.pdf",
    "Words.",
    "This is not PDF, although its name says so. Save it again, and import the new file.",
  ],
] as const)("a file of %s is an error", async (_, name, content, expected) => {
  expect(await importError(name, content)).toBe(expected);
});

test("a Word document is one by its content, whatever its name", async () => {
  const docx = await readFile(new URL("cases/docx-ruby.docx", import.meta.url));
  for (const name of ["a.doc", "a", "a.zip"]) {
    expect(textsOf(await importManuscript(name, docx))).toEqual(["山の燈台に灯がともった。"]);
  }
});

test("a file of more than 64 MiB is an error", async () => {
  expect(await importError("a.txt", new Uint8Array(MAX_IMPORT_BYTES + 1))).toBe(
    "This file is larger than 64 MiB. Split it, and import the parts.",
  );
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
