import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBody } from "../../src/corpus/body.ts";
import { parseMarkdown } from "../../src/corpus/markdown.ts";
import type { Manuscript } from "../../src/import/manuscript.ts";
import { renderMarkdown } from "../../src/import/writing/render-document.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { epubOf, xhtmlPage } from "./epubs.ts";
import { markdownLikeTexts, notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

type Rows = readonly (readonly string[])[];

/** A table whose first row is heads. */
const headed = ([head = [], ...rows]: Rows) =>
  `<table><tr>${head.map((cell) => `<th>${cell}</th>`).join("")}</tr>${rowsOf(rows)}</table>`;
const plain = (rows: Rows) => `<table>${rowsOf(rows)}</table>`;
const rowsOf = (rows: Rows) =>
  rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");

/** Returns the manuscript of a page with a paragraph before and after a part. */
const pageOf = (html: string) => importManuscript("a.html", `<p>Before.</p>${html}<p>After.</p>`);

/** Returns what a corpus shows of a manuscript without quoting it. */
const shownIn = ({ content }: Manuscript) =>
  readBody(parseMarkdown(renderMarkdown(content)).root, "text", "a.md").unquotable.map(
    ({ kind, text }) => ({ kind, text }),
  );

const LOSSES = [
  ["1850", "312"],
  ["1851", "305"],
  ["1853", "290"],
];

describe("A table of data is shown as a table, and not quoted", () => {
  test.each([
    ["with heads", headed([["Year", "Ships"], ...LOSSES]), "| Year | Ships |"],
    ["of numbers", plain(LOSSES), "|  |  |"],
    [
      "with words above numbers",
      plain([["Year", "Ships lost"], ...LOSSES]),
      "| Year | Ships lost |",
    ],
    [
      "with bold heads",
      plain([
        ["<b>Keeper</b>", "<strong>Trade</strong>"],
        ["Ada Quill", "cook"],
        ["Ben Roe", "smith"],
      ]),
      "| Keeper | Trade |",
    ],
    [
      "in another script",
      headed([
        ["年", "入港した船"],
        ["1850年", "312隻"],
        ["1851年", "305隻"],
      ]),
      "| 年 | 入港した船 |",
    ],
    [
      "with heads over several columns",
      `<table><tr><th rowspan="2">Year</th><th colspan="2">Ships</th></tr><tr><th>In</th><th>Out</th></tr>${rowsOf(
        [
          ["1850", "3", "4"],
          ["1853", "5", "9"],
        ],
      )}</table>`,
      "| Year | Ships |  |",
    ],
  ])("%s", async (_, html, head) => {
    const manuscript = await pageOf(html);
    expect(textsOf(manuscript)).toEqual(["Before.", "After."]);
    const [table, ...others] = shownIn(manuscript);
    expect(others).toEqual([]);
    expect(table?.kind).toBe("table");
    expect(table?.text.split("\n")[0]).toBe(head);
    expect(manuscript.remarks.map(inEnglish)).toContain(
      "1 table of data will be shown, but not quoted.",
    );
  });

  test("in an EPUB and in a Word document", async () => {
    const epub = await epubOf({
      pages: { "a.xhtml": xhtmlPage(`<p>Words.</p>${headed([["Year", "Ships"], ...LOSSES])}`) },
    });
    const cell = (text: string, bold = false) =>
      new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] });
    const row = (texts: readonly string[], bold = false) =>
      new TableRow({ children: texts.map((text) => cell(text, bold)) });
    const table = new Table({
      rows: [row(["Year", "Ships"], true), ...LOSSES.map((one) => row(one))],
    });
    const children = [new Paragraph("Words."), table];
    const docx = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
    for (const [name, bytes] of [
      ["a.epub", epub],
      ["a.docx", docx],
    ] as const) {
      const manuscript = await importManuscript(name, bytes);
      expect(textsOf(manuscript)).toEqual(["Words."]);
      expect(shownIn(manuscript).map(({ text }) => text)).toEqual([
        "| Year | Ships |\n| --- | --- |\n| 1850 | 312 |\n| 1851 | 305 |\n| 1853 | 290 |",
      ]);
    }
  });

  test("with its caption and its notes beside it", async () => {
    const manuscript = await pageOf(
      `<table><caption>Losses of the year</caption><tr><th>Year</th><th>Ships | boats</th></tr>
<tr><td>1850<sup><a id="r1" href="#f1">1</a></sup></td><td>312*</td></tr><tr><td>1851<br>to 1853</td><td>305</td></tr></table>
<p>* Estimated.</p><p id="f1"><a href="#r1">1</a> By cart.</p>`,
    );
    expect(textsOf(manuscript)).toEqual(["Before.", "Losses of the year", "After."]);
    expect(notesOf(manuscript)).toEqual(["Estimated.", "By cart."]);
    expect(renderMarkdown(manuscript.content)).toContain(
      String.raw`| Year | Ships \| boats |
| --- | --- |
| 1850[^1-2] | 312[^1] |
| 1851 to 1853 | 305 |`,
    );
  });

  test("in a Markdown file, which a remark says", async () => {
    const { remarks } = await importManuscript(
      "a.md",
      "Words.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    );
    expect(remarks.map(inEnglish)).toEqual(["1 table of data will be shown, but not quoted."]);
  });
});

test.each([
  [
    "verses beside their numbers",
    plain([
      ["1", "In the beginning"],
      ["2", "The sea was dark"],
      ["4", "And they slept"],
    ]),
  ],
  [
    "lines with each fifth number",
    plain([
      ["The lamp burned low", ""],
      ["at the cape", "5"],
      ["The sea rose", "10"],
    ]),
  ],
  [
    "texts in two languages",
    headed([
      ["Latin", "English"],
      ["Arma virumque cano, Troiae", "I sing of arms"],
      ["Italiam", "Italy"],
    ]),
  ],
  [
    "verse of few words",
    headed([
      ["First", "Second"],
      ["The lamp,", "The sea,"],
      ["the cape;", "the boat."],
    ]),
  ],
  [
    "names under a letter",
    plain([
      ["Ada Quill", "Ben Roe"],
      ["Cy Vane", "Di West"],
    ]),
  ],
  [
    "definitions",
    headed([
      ["Word", "Meaning"],
      ["lamp", "A light that is kept burning"],
      ["oil", "7"],
    ]),
  ],
  [
    "a conversation",
    headed([
      ["Speaker", "Words"],
      ["Ada", "Is it lit?"],
      ["Ben", "Yes."],
    ]),
  ],
  [
    "sentences in Chinese",
    headed([
      ["甲", "乙"],
      ["灯塔的灯在夜里一直亮着", "海很黑"],
      ["船来了", "人睡了"],
    ]),
  ],
  [
    "sentences in Thai",
    headed([
      ["ก", "ข"],
      ["ประภาคารส่องแสงตลอดทั้งคืนในทะเล", "1"],
      ["เรือ", "2"],
    ]),
  ],
  [
    "sentences in Hindi",
    headed([
      ["क", "ख"],
      ["दीपक जल रहा है।", "1"],
      ["नाव", "2"],
    ]),
  ],
  [
    "cells of several paragraphs",
    headed([
      ["A", "B"],
      ["<p>1</p><p>2</p>", "3"],
      ["4", "5"],
    ]),
  ],
  [
    "one row below its heads",
    headed([
      ["Day", "Ships"],
      ["5 August", "3"],
    ]),
  ],
  ["one column", headed([["Ships"], ["312"], ["305"]])],
  ["the lines of a poem, by its class", plain(LOSSES).replace("<table", '<table class="poem"')],
  ["numbers of lines, by their class", plain(LOSSES).replace("<td>1850", '<td class="ln">1850')],
])("A table stays text if it contains %s", async (_, html) => {
  const manuscript = await pageOf(html);
  expect(shownIn(manuscript)).toEqual([]);
  expect(textsOf(manuscript).length).toBeGreaterThan(3);
});

test("A page that only consists of tables and code is read for their words", async () => {
  const page = await importManuscript(
    "a.html",
    `<h1>Losses</h1>${plain(LOSSES)}<pre><code>x = 1</code></pre>`,
  );
  expect(textsOf(page)).toEqual(["1850 | 312", "1851 | 305", "1853 | 290", "x = 1"]);
});

test("A table of contents is left out, and is no table of data", async () => {
  const rows = [
    ["I.", "The Boat", "1"],
    ["II.", "The Lamp", "14"],
    ["III.", "The Sea", "40"],
  ];
  for (const html of [`<h2>Contents</h2>${plain(rows)}`, plain([["<b>Contents</b>"], ...rows])]) {
    const manuscript = await pageOf(html);
    expect(textsOf(manuscript)).toEqual(["Before.", "After."]);
    expect(manuscript.remarks.map(inEnglish)).toContain(
      "The table of contents was left out (3 entries).",
    );
  }
});

test("Each cell of a table keeps its words and its place, whatever signs they contain", async () => {
  const cell = fc.oneof(
    markdownLikeTexts.map(([text = ""]) => text.split(" ").slice(0, 2).join(" ")),
    fc.constantFrom("a|b", "\\", "|", "a\\|b", "7", ""),
  );
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 5 }), async (rows) => {
      const content: Manuscript["content"] = [
        {
          type: "table",
          children: rows.map((cells) => ({
            type: "tableRow",
            children: cells.map((value) => ({
              type: "tableCell",
              children: value === "" ? [] : [{ type: "text", value }],
            })),
          })),
        },
      ];
      const [table] = shownIn({ content, metadata: {}, remarks: [] });
      const [head = "", , ...body] = table?.text.split("\n") ?? [];
      const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();
      expect([head, ...body].map(squeeze)).toEqual(
        rows.map((cells) => squeeze(`| ${cells.join(" | ")} |`)),
      );
      // The bars that are no limits of cells are escaped.
      const written = renderMarkdown(content).trim().split("\n");
      for (const line of written) expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(4);
    }),
    { numRuns: runs(60) },
  );
});

describe("Code is shown, and not quoted", () => {
  test.each([
    [
      "in its element",
      '<pre><code class="language-js">lamp.light();\n  sea();\n</code></pre>',
      "lamp.light();\n  sea();",
    ],
    [
      "by its class",
      '<div class="highlight"><pre><i class="lineno">1</i>x = 1<br>y</pre></div>',
      "x = 1\ny",
    ],
    ["by its lines", "<pre>function a() {\n  return 1;\n}</pre>", "function a() {\n  return 1;\n}"],
  ])("%s", async (_, html, text) => {
    const manuscript = await pageOf(html);
    expect(textsOf(manuscript)).toEqual(["Before.", "After."]);
    expect(shownIn(manuscript)).toEqual([{ kind: "code", text }]);
    expect(manuscript.remarks.map(inEnglish)).toEqual(["1 block of code will not be quoted."]);
  });

  test("by the style of a Word document", async () => {
    const styled = (text: string) => new Paragraph({ text, style: "SourceCode" });
    const document = new Document({
      styles: { paragraphStyles: [{ id: "SourceCode", name: "Source Code" }] },
      sections: [{ children: [new Paragraph("Words."), styled("x = 1"), styled("y = 2")] }],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(document));
    const manuscript = await importManuscript("a.docx", bytes);
    expect(textsOf(manuscript)).toEqual(["Words."]);
    expect(shownIn(manuscript)).toEqual([{ kind: "code", text: "x = 1\ny = 2" }]);
  });

  test("but a letter or a verse on lines of its own is text", async () => {
    const letter = "Dear Ada,\n  the lamp; the oil;\n  (it burns);\nBen";
    const manuscript = await pageOf(`<pre>${letter}</pre>`);
    expect(shownIn(manuscript)).toEqual([]);
    expect(textsOf(manuscript)[1]).toBe("Dear Ada,\nthe lamp; the oil;\n(it burns);\nBen");
  });
});
