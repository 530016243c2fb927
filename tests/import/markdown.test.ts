import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { renderMarkdown } from "../../src/import/writing/render-document.ts";
import { renderParagraphs } from "../corpus/rendering.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { headingsOf, notesOf, textsOf } from "./passages.ts";
import { importError, importManuscript } from "./read-manuscripts.ts";

const PIECES = [
  ...["word", "훈련", "é", "😀", " ", "  ", ".\n", "\n\n", "x  \n", "y\\\n"],
  ...[" *a* ", " **b** ", " ***c*** ", " _d_ ", " *e ", " e* ", " **f ", " f** ", " _g ", " g_ "],
  ...["`n", "o` ", "``p", "q`` ", "[", "]", "(", ")", "!", "<", ">", "#", "$", "|", ":", "~~"],
  ...["a<br>", "<br/>b", "<b>c", "d</b>", "&amp;", "&copy;", "&#39;", "&nbsp;", "&", "\\*", "\\"],
  ...["\n> ", "\n- h", "\n* i", "\n1. j", "\n# ", "\n  l", "\n    m", "\n---\n", "\n===\n"],
  ...["\n~~~\n", "\n```\n", "\n\n[a]: b\n\n", "[a] ", "[b](c)", "![d](e)", "https://x.org/a_b"],
  ...["<http://x.y>", "“", "”", "‘", "’", "—", "–", "·", "'", '"', "@", "<@1>", "||", "-#"],
] as const;

const markdown = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .map((pieces) => `Begin.\n\n${pieces.join("")}`);

/** Joins passages, ignoring differences in white space. */
function joinWords(passages: readonly string[]): string {
  return passages.join(" ").split(/\s+/).join(" ");
}

test("The paragraphs of any Markdown are read back word for word", async () => {
  await fc.assert(
    fc.asyncProperty(markdown, async (text) => {
      const manuscript = await importManuscript("a.md", text);
      expect(joinWords(textsOf(manuscript))).toBe(
        joinWords(renderParagraphs(text).map((paragraph) => paragraph.text)),
      );
    }),
    { numRuns: runs(100) },
  );
});

test("A footnote can have any label, and can be within the text", async () => {
  const labels = ["note-two", "smith.2019", "a_b", "n+1", "*", "l:3", "¿"];
  const text = labels.map((label) => `Word[^${label}]`).join(" ");
  const notes = labels.map((label) => `[^${label}]: Note on ${label}`);
  const manuscript = await importManuscript(
    "a.md",
    `${text} and^[A note within.] end.\n\n${notes.join("\n")}`,
  );
  expect(textsOf(manuscript)).toEqual(["Word Word Word Word Word Word Word and end."]);
  expect(notesOf(manuscript).toSorted()).toEqual(
    ["A note within.", ...labels.map((label) => `Note on ${label}`)].toSorted(),
  );
});

test("Ibid’s and CSL’s keys of front matter become metadata, and other keys are left out with a remark", async () => {
  const { metadata, remarks } = await importManuscript(
    "a.md",
    `---
id: mine
title: "A letter: the first"
type: personal_communication
date: August 5, 2019
from: [Ada, Grace]
to: Alan
topics: drills
language: en
URL: https://example.org/a
author: Lovelace, Ada
publisher: Our press
layout: post
---
# Heading

Words.
`,
  );
  expect(metadata).toEqual({
    title: "A letter: the first",
    type: "personal_communication",
    date: "2019-08-05",
    from: ["Ada", "Grace"],
    to: ["Alan"],
    topics: ["drills"],
    language: "en",
    URL: "https://example.org/a",
    more: { author: "Lovelace, Ada", publisher: "Our press" },
  });
  expect(remarks.map(inEnglish)).toEqual([
    "`layout` is not a key that Ibid knows. It was left out.",
    "`id` was left out: write it into the document again if it applies here.",
  ]);
});

test("Unverified and invalid dates are left out", async () => {
  const unverified = await importManuscript(
    "a.md",
    "---\ndate: 2019\nverified: false\n---\nWords.\n",
  );
  expect(unverified.metadata).toEqual({});
  expect(unverified.remarks.map(inEnglish)).toEqual([
    "Its date was left out, because it is not verified.",
  ]);
  const invalid = await importManuscript("a.md", "---\ndate: soon\ntitle: T\n---\nWords.\n");
  expect(invalid.metadata).toEqual({ title: "T" });
  expect(invalid.remarks.map(inEnglish)).toEqual([
    "`date` should be a date that exists, in EDTF: 2019-08-05, 2018-09, 2018-09~ (about). It was left out.",
  ]);
});

test("Reference links become inline links, and code and HTML get a remark that they are not quoted", async () => {
  const manuscript = await importManuscript(
    "a.md",
    "# One\n\nSee [the *page*][p], ![a picture](x.png) and `code`.\n\n```\nx = 1\n```\n\n<div>no</div>\n\n<!-- a comment -->\n\n[p]: https://example.org/p\n",
  );
  expect(headingsOf(manuscript)).toEqual(["# One"]);
  expect(textsOf(manuscript)).toEqual(["See the page,  and code."]);
  expect(JSON.stringify(manuscript.content)).toContain('"url":"https://example.org/p"');
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    "1 block of code will not be quoted.",
    "1 piece of HTML will not be quoted.",
    "1 picture was left out.",
  ]);
});

test("Tags that only format words are no HTML that is not quoted", async () => {
  const { remarks } = await importManuscript(
    "a.md",
    `CO<sub>2</sub>, 10<sup>6</sup>, <b>bold</b> and <img src="x.png" alt="a lamp">.\n\n<!-- a comment -->`,
  );
  expect(remarks.map(inEnglish)).toEqual(["1 picture was left out."]);
});

test("Additions of other programs that are left out are listed", async () => {
  const manuscript = await importManuscript(
    "a.md",
    `One %%hidden%% and {{< ref "b" >}} two ![[c.png|a lamp]] three [[d|four]].

:::note A Title
Five.
:::

!!! tip "Another"
    Six.

\`%%code%%\``,
  );
  expect(joinWords(textsOf(manuscript))).toBe("One and two three four. Five. Six. %%code%%");
  expect(manuscript.remarks.map(inEnglish)).toEqual([
    '5 additions of other programs to Markdown were left out: “%%hidden%%”, “{{< ref "b" >}}”, “![[c.png|a lamp]]”, “:::note A Title”, “!!! tip "Another"”.',
  ]);
});

test("Many brackets are written so that no parser looks for a link at each", async () => {
  const manuscript = await importManuscript("a.txt", "Words […] ".repeat(2000));
  expect(renderMarkdown(manuscript.content)).not.toMatch(/(?<!\\)[[\]]/);
  expect(textsOf(manuscript)).toEqual(["Words […] ".repeat(2000).trim()]);
});

test.each([
  [
    "invalid YAML as front matter",
    "---\na: [\n---\nWords.\n",
    /^Line 2: The YAML cannot be read: /,
  ],
  ["200 nested block quotes", `${">".repeat(200)} a`, /nested too deeply in it\. Reduce/],
  ["no words", "---\ntitle: T\n---\n\n<!-- nothing -->\n", /^This file contains no words/],
])("Markdown with %s is refused with a sentence", async (_, text, expected) => {
  expect(await importError("a.md", text)).toMatch(expected);
});

test("Words between two comments are HTML that a remark counts", async () => {
  const manuscript = await importManuscript("a.md", "Begin.\n\n<!-- a --> Words. <!-- b -->");
  expect(manuscript.remarks.map(inEnglish)).toContain("1 piece of HTML will not be quoted.");
});

test.each(["word* so ", "|12| word |13| "])(
  "The marks of one paragraph are searched for in linear time: %j",
  async (part) => {
    let searched = 0;
    const { exec } = RegExp.prototype;
    const searching = vi.spyOn(RegExp.prototype, "exec").mockImplementation(function (
      this: RegExp,
      text,
    ) {
      // Otherwise, the search goes on after the last match.
      if (this.lastIndex === 0) searched += text.length;
      return exec.call(this, text);
    });
    onTestFinished(() => searching.mockRestore());
    const workFor = async (parts: number) => {
      searched = 0;
      await importManuscript("a.md", `Begin. ${part.repeat(parts)}`);
      return searched;
    };
    expect(await workFor(800)).toBeLessThan(3 * (await workFor(400)));
  },
);

test("A list of authors is several names", async () => {
  const { metadata } = await importManuscript(
    "a.md",
    "---\ntitle: T\nauthor:\n- name: Ada Quill\n  affiliation: Tower\n- Tom Hale\neditor: [Ben Roe]\ntranslator:\n- family: Gogh\n  given: Vi\n---\nWords.\n",
  );
  expect(metadata.more).toEqual({
    author: [{ literal: "Ada Quill" }, { literal: "Tom Hale" }],
    editor: "Ben Roe",
    translator: '[{"family":"Gogh","given":"Vi"}]',
  });
});
