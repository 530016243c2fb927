import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../src/corpus/markdown.ts";
import { editFrontMatter } from "../../src/import/writing/edit-front-matter.ts";
import { createFolder } from "../corpus/folder.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { runCorpusTool } from "./run-tool.ts";

const FIRST = `---
# Found in a tin.
title: First # a title
from: Ada Quill
topics: [oil]
---

The lamp --- went out. *Twice.*
`;

const SECOND = "\r\nNo front matter.\r\n\r\nAnd two passages.\r\n";

async function fillFolder(list: string | Uint8Array) {
  const folder = await createFolder({
    "corpus/corpus.yaml": "title: Papers\n",
    "corpus/first.md": FIRST,
    "corpus/deeper/second.md": SECOND,
    "list.csv": list,
  });
  const corpus = join(folder, "corpus");
  const result = await runCorpusTool(["fill", join(folder, "list.csv")], corpus);
  const read = (path: string) => readFile(join(corpus, path), "utf8");
  return { ...result, first: await read("first.md"), second: await read("deeper/second.md") };
}

describe("`fill` writes a list into front matter", () => {
  test("keeps comments, order and words, and says what it changed", async () => {
    const { code, output, first, second } = await fillFolder(
      '\uFEFF"id";"title";"date";"from";"to";"topics"\r\nfirst;Another;13/03/1871;Ada Quill;"Tom Hale; Hale & Co.";oil\r\nsecond;;04/03/1871;;;\r\n',
    );
    expect(code).toBe(0);
    expect(output.split("\n")).toEqual([
      "first.md: date 1871-03-13, to Tom Hale, Hale & Co.",
      "deeper/second.md: date 1871-03-04",
      "2 documents have new front matter. The words are as they were.",
    ]);
    expect(first).toBe(
      FIRST.replace(
        "---\n\nThe",
        "date: 1871-03-13\nto:\n  - Tom Hale\n  - Hale & Co.\n---\n\nThe",
      ),
    );
    expect(second).toBe(`---\ndate: 1871-03-04\n---\n\n${SECOND}`);
  });

  test.each([
    ["an unknown id", "id,date\nfirst,1871\nthird,1872\n", "Row 3: there is no document `third`"],
    ["a date with two readings", "id,date\nfirst,3/4/1871\n", "can be 1871-04-03 or 1871-03-04"],
    ["two orders", "id,date\nfirst,13/4/1871\nsecond,4/13/1871\n", "Some dates have the day first"],
    ["a short year", "id,date\nfirst,13/4/71\n", "has two digits"],
    ["the number of a day", "id,date\nfirst,45000\n", "The spreadsheet may mean 2023-03-15"],
    ["a part of a decade", "id,date\nfirst,early 1750s\n", "The nearest date in EDTF is 175X."],
    ["a quarter", "id,date\nfirst,last quarter of the 18th century\n", "in EDTF is 17XX."],
    ["no ids", "date\n1871\n", "has a row without an `id`"],
    ["an id twice", "id,date\nfirst,1871\nfirst,1872\n", "`first` is in two rows"],
  ])("writes nothing for %s", async (_, list, error) => {
    const { code, errors, first, second } = await fillFolder(list);
    expect(code).toBe(1);
    expect(errors.map(String).join("\n")).toContain(error);
    expect([first, second]).toEqual([FIRST, SECOND]);
  });

  test("lists values as they are in a file, and without control characters on a terminal", async () => {
    const title = "\u001b[31mA\u009bB\u0085";
    const folder = await createFolder({
      "a.md": `---\ntitle: ${JSON.stringify(title)}\n---\n\nWords.\n`,
    });
    const output = Object.assign(new PassThrough(), { isTTY: true });
    expect((await runCorpusTool(["fill"], folder)).output).toContain(title);
    const shown = (await runCorpusTool(["fill"], folder, { output })).output;
    expect(shown).toContain("␛[31mA␡B␡");
    expect(shown).not.toMatch(/[^\n\P{Cc}]/u);
  });

  test("lists what is missing, in a form that it reads back without a change", async () => {
    const folder = await createFolder({ "first.md": FIRST, "=second.md": SECOND });
    const { output } = await runCorpusTool(["fill"], folder);
    expect(output).toBe(
      "\uFEFFid,title,date,from,to,topics\r\nsecond,'=second,,,,\r\nfirst,First,,Ada Quill,,oil",
    );
    const filled = await fillFolder(output.replace("second,'=second", "second,"));
    expect(filled.output).toBe("The documents have all of this already.");
  });
});

test.each(["1920-24", "2019-08-05T10:00:00", "1907~", "[1871,1873]"])(
  "the date %s is listed and read back as it is",
  async (date) => {
    const folder = await createFolder({ "first.md": `---\ndate: ${date}\n---\n\nWords.\n` });
    const { output } = await runCorpusTool(["fill"], folder);
    await writeFile(join(folder, "missing.csv"), output);
    const filled = await runCorpusTool(
      ["fill", join(folder, "missing.csv"), "--into", folder],
      folder,
    );
    expect(filled.output).toBe("The documents have all of this already.");
  },
);

test("a document without front matter gets some, and keeps all that it has", () => {
  const lines = ["----", "--- a", "---", "+++ a", "a: b", "", "Words."];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...lines), { maxLength: 8 }),
      fc.constantFrom("", "\uFEFF"),
      (chosen, mark) => {
        const text = chosen.join("\n");
        fc.pre(parseMarkdown(text).frontMatter === undefined);
        const edited = editFrontMatter(mark + text, new Map([["to", ["Tom"]]]));
        expect(edited).toEqual({ text: `${mark}---\nto: Tom\n---\n\n${text}` });
      },
    ),
    { numRuns: runs(50) },
  );
});

test("front matter in TOML is not edited", () => {
  const edited = editFrontMatter('+++\ntitle = "A"\n+++\nWords.', new Map([["to", "Tom"]]));
  expect("error" in edited && inEnglish(edited.error)).toContain("TOML");
});

test("no text of front matter changes a word of the body", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1 }),
      fc.constantFrom("\n", "\r\n"),
      (body, name, end) => {
        const text = `---${end}title: One${end}---${end}${body}`;
        const edited = editFrontMatter(text, new Map([["to", [name]]]));
        if ("error" in edited) throw new Error(inEnglish(edited.error));
        expect(edited.text.endsWith(`---${end}${body}`)).toBe(true);
        expect(parseMarkdown(edited.text).frontMatter?.text).toContain("title: One");
      },
    ),
    { numRuns: runs(50) },
  );
});
