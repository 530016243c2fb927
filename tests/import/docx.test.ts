import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  type IPropertiesOptions,
  LevelFormat,
  NoBreakHyphen,
  Packer,
  Paragraph,
  type ParagraphChild,
  SoftHyphen,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../src/import/docx/docx.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { zipOf } from "./epubs.ts";
import {
  headingsOf,
  markdownLikeTexts,
  markedTextsOf,
  notesOf,
  passagesOf,
  textsOf,
} from "./passages.ts";
import { readingError, readManuscript } from "./read-manuscripts.ts";

type Children = IPropertiesOptions["sections"][number]["children"];

function docxOf(children: Children, more: Partial<IPropertiesOptions> = {}): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children }], ...more }));
}

function paragraph(...children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ children });
}

/** The remark on the name that the package docx writes into every file. */
const MAKER_REMARK =
  "“Un-named” created the file, which does not say who wrote the text. If this is the author, add `--author`.";

const REVISION = { id: 1, author: "Ann", date: "2020-01-01T00:00:00Z" };

describe("the text of a Word document", () => {
  test("is preserved character for character, even if Markdown would interpret it", async () => {
    await fc.assert(
      fc.asyncProperty(markdownLikeTexts, async (texts) => {
        const docx = await docxOf(texts.map((text) => new Paragraph(text)));
        expect(textsOf(await readManuscript(readDocx, docx))).toEqual(texts);
      }),
      { numRuns: runs(20) },
    );
  });

  test("has headings from Word’s styles", async () => {
    const docx = await docxOf([
      new Paragraph({ text: "A Book of Ours", heading: HeadingLevel.TITLE }),
      new Paragraph({ text: "A Part", heading: HeadingLevel.HEADING_2 }),
      new Paragraph({ text: "A Chapter", heading: HeadingLevel.HEADING_3 }),
      new Paragraph("A few words."),
    ]);
    expect(passagesOf(await readManuscript(readDocx, docx))).toEqual([
      { text: "A few words.", headings: ["A Book of Ours", "A Part", "A Chapter"] },
    ]);
  });

  test("has headings from outline levels, of paragraphs and of styles, but not of clauses", async () => {
    const given = fc.record({
      level: fc.integer({ min: 0, max: 9 }),
      where: fc.constantFrom("paragraph", "style", "base of the style"),
      end: fc.constantFrom("", "?", ".", ";", ":"),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ level, where, end }) => {
        const text = `The Lamp of Harl${end}`;
        const own = { outlineLevel: level };
        const docx = await docxOf(
          [
            where === "paragraph"
              ? new Paragraph({ text, ...own })
              : new Paragraph({ text, style: where === "style" ? "Chapter" : "Part" }),
            new Paragraph("The keeper slept."),
          ],
          {
            styles: {
              paragraphStyles: [
                { id: "Chapter", name: "Chapter Title", paragraph: own },
                { id: "Part", name: "Part Title", basedOn: "Chapter" },
              ],
            },
          },
        );
        const read = await readManuscript(readDocx, docx);
        const isHeading = level < 9 && !/[.;:]/.test(end);
        expect(textsOf(read)).toEqual([...(isHeading ? [] : [text]), "The keeper slept."]);
        if (isHeading) {
          expect(read.content[0]).toMatchObject({ type: "heading", depth: Math.min(level + 1, 6) });
        }
      }),
      { numRuns: runs(30) },
    );
  });

  test("has no numbers that Word does not show", async () => {
    const numberings = fc.record({
      format: fc.constantFrom(LevelFormat.NONE, LevelFormat.DECIMAL, LevelFormat.BULLET),
      text: fc.constantFrom("", "%1", "%1."),
      count: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(numberings, async ({ format, text, count }) => {
        const numbering = { reference: "list", level: 0 };
        const docx = await docxOf(
          Array.from(
            { length: count },
            (_, index) => new Paragraph({ text: `Ship ${"abcd".charAt(index)}.`, numbering }),
          ),
          { numbering: { config: [{ reference: "list", levels: [{ level: 0, format, text }] }] } },
        );
        const { content } = await readManuscript(readDocx, docx);
        const isShown = text !== "" && (format !== LevelFormat.NONE || text === "%1.");
        const types = new Set(content.map(({ type }) => type));
        expect([...types]).toEqual([isShown ? "list" : "paragraph"]);
      }),
      { numRuns: runs(30) },
    );
  });

  test("keeps line breaks and all kinds of hyphens", async () => {
    const docx = await docxOf([
      paragraph(
        new TextRun("A line"),
        new TextRun({ text: "and an", break: 1 }),
        new TextRun({ children: ["other", new NoBreakHyphen(), "and", new SoftHyphen(), "more"] }),
      ),
    ]);
    expect(textsOf(await readManuscript(readDocx, docx))).toEqual([
      "A line\nand another\u2011and\u00ADmore",
    ]);
  });

  test("includes the words of lists and tables", async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const docx = await docxOf([
      new Paragraph({ text: "An item", bullet: { level: 0 } }),
      new Table({ rows: [new TableRow({ children: [cell("One cell"), cell("Another")] })] }),
    ]);
    const text = textsOf(await readManuscript(readDocx, docx)).join("\n");
    for (const words of ["An item", "One cell", "Another"]) expect(text).toContain(words);
  });

  test("has its notes as notes, and their marks beside the words", async () => {
    const docx = await docxOf(
      [paragraph(new TextRun("Some words"), new FootnoteReferenceRun(1), new TextRun(" more."))],
      { footnotes: { 1: { children: [new Paragraph("What the note says.")] } } },
    );
    const manuscript = await readManuscript(readDocx, docx);
    expect(markedTextsOf(manuscript)).toEqual(["Some words[^1] more."]);
    expect(notesOf(manuscript)).toEqual(["What the note says."]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Reference marks of notes (1) were taken out of the words.",
      "Notes (1) are notes of the document, and are not quoted.",
      MAKER_REMARK,
    ]);
  });

  test("is read as if tracked changes were accepted, with a remark", async () => {
    const docx = await docxOf([
      paragraph(
        new TextRun("It is "),
        new DeletedTextRun({ ...REVISION, text: "gone" }),
        new InsertedTextRun({ ...REVISION, text: "here" }),
      ),
    ]);
    const manuscript = await readManuscript(readDocx, docx);
    expect(textsOf(manuscript)).toEqual(["It is here"]);
    expect(manuscript.remarks.map(inEnglish)).toContain(
      "This file has tracked changes: the text is as if all of them were accepted.",
    );
  });

  test("excludes comments, pictures and page headers", async () => {
    const children = [
      paragraph(
        new CommentRangeStart(0),
        new TextRun("Some words."),
        new CommentRangeEnd(0),
        new TextRun({ children: [new CommentReference(0)] }),
      ),
      paragraph(
        new ImageRun({
          type: "png",
          data: Buffer.from("no picture"),
          transformation: { width: 9, height: 9 },
        }),
      ),
    ];
    const docx = await docxOf(children, {
      comments: { children: [{ id: 0, author: "Ann", children: [new Paragraph("A comment")] }] },
      sections: [
        { children, headers: { default: new Header({ children: [new Paragraph("Head")] }) } },
      ],
    });
    const manuscript = await readManuscript(readDocx, docx);
    expect(textsOf(manuscript)).toEqual(["Some words."]);
    expect(JSON.stringify(manuscript.content)).not.toContain("base64");
    expect(manuscript.remarks.map(inEnglish)).toContain("Comments were left out.");
    expect(manuscript.remarks.map(inEnglish)).toContain(
      "The headers and footers of pages were left out.",
    );
  });
});

describe("the numbers and signs in a Word document", () => {
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const run = (text: string, properties = "") =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

  test.each([
    ["1)", '<w:vertAlign w:val="superscript"/>'],
    ["注1", '<w:vertAlign w:val="superscript"/>'],
    ["12", '<w:position w:val="6"/>'],
  ])("that are raised are marks: %s in %s", async (mark, properties) => {
    const paragraph = `${run("The lamp")}${run(mark, properties)}${run(" failed.")}`;
    const docx = await zipOf({
      "word/document.xml": `<w:document xmlns:w="${W}"><w:body><w:p>${paragraph}</w:p></w:body></w:document>`,
    });
    const manuscript = await readManuscript(readDocx, docx);
    expect(textsOf(manuscript)).toEqual(["The lamp failed."]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Reference marks of notes (1) were taken out of the words.",
    ]);
  });
});

test.each([
  [
    "in the run of the reference",
    '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>',
    "* ",
  ],
  [
    "in the next run",
    '<w:footnoteReference w:customMarkFollows="1" w:id="1"/></w:r><w:r><w:t>† ashore</w:t>',
    "†",
  ],
])("a note’s own sign %s is no part of the words", async (_, reference, sign) => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const docx = await zipOf({
    "word/document.xml": `<w:document ${W}><w:body><w:p><w:r><w:t>The lamp</w:t></w:r><w:r>${reference}</w:r><w:r><w:t> failed.</w:t></w:r></w:p></w:body></w:document>`,
    "word/footnotes.xml": `<w:footnotes ${W}><w:footnote w:id="1"><w:p><w:r><w:t>${sign}</w:t></w:r><w:r><w:t>That of 1899.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
  });
  const manuscript = await readManuscript(readDocx, docx);
  expect(textsOf(manuscript).join().replace(" ashore", "")).toBe("The lamp failed.");
  expect(notesOf(manuscript)).toEqual(["That of 1899."]);
});

describe("tabs in a Word document", () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const textsWithTabs = async (rows: readonly (readonly string[])[]) => {
    const runs = (cells: readonly string[]) =>
      cells.map((cell) => `<w:r><w:t>${cell}</w:t></w:r>`).join("<w:r><w:tab/></w:r>");
    const body = rows.map((cells) => `<w:p>${runs(cells)}</w:p>`).join("");
    return textsOf(
      await readManuscript(
        readDocx,
        await zipOf({
          "word/document.xml": `<w:document ${W}><w:body>${body}</w:body></w:document>`,
        }),
      ),
    );
  };

  test("that set columns never join the words of two of them", async () => {
    const word = fc.constantFrom("keeper", "lamp", "Nebel", "ночь", "barca", "ships");
    const cell = fc.array(word, { minLength: 3, maxLength: 6 }).map((words) => words.join(" "));
    const row = (columns: number) => fc.array(cell, { minLength: columns, maxLength: columns });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 3 }).chain((columns) => fc.array(row(columns), { minLength: 2 })),
        async (rows) => {
          expect(await textsWithTabs(rows)).toEqual(rows.map((cells) => cells.join(" | ")));
        },
      ),
      { numRuns: runs(20) },
    );
    expect(await textsWithTabs([["Ada Quill", "Benjamin Roe"]])).toEqual([
      "Ada Quill | Benjamin Roe",
    ]);
  });

  test("after a label, or within a sentence, are spaces", async () => {
    const labelled = ["Q.", "A.", "(12)"].map((label) => [label, "Did the keeper light the lamp?"]);
    const speech = [
      ["Ada Quill:", "The lamp was lit at dusk."],
      ["Benjamin Roe:", "And who lit it?"],
    ];
    const sentence = [["The keepers of the pier", "were asleep."]];
    for (const rows of [labelled, speech, sentence]) {
      expect(await textsWithTabs(rows)).toEqual(rows.map((cells) => cells.join(" ")));
    }
  });
});

test.each(["MACROBUTTON NoMacro", 'GOTOBUTTON "the pier"'])(
  "the words of %s are text",
  async (field) => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const button = `${mark("begin")}<w:r><w:instrText> ${field} Ruth Quill </w:instrText></w:r>${mark("end")}`;
    const paragraph = `<w:r><w:t xml:space="preserve">Dear </w:t></w:r>${button}<w:r><w:t>, come.</w:t></w:r>`;
    const docx = await zipOf({
      "word/document.xml": `<w:document ${W}><w:body><w:p>${paragraph}</w:p></w:body></w:document>`,
    });
    expect(textsOf(await readManuscript(readDocx, docx))).toEqual(["Dear Ruth Quill, come."]);
  },
);

test("words that Word strikes through, once or twice, keep their strokes", async () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const run = (properties: string, words: string) =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const docx = await zipOf({
    "word/document.xml": `<w:document ${W}><w:body><w:p>${run("", "He is ")}${run("<w:strike/>", "not ")}${run("", "guilty, ")}${run("<w:b/><w:dstrike/>", "never")}${run('<w:dstrike w:val="0"/>', " late.")}</w:p></w:body></w:document>`,
  });
  expect(textsOf(await readManuscript(readDocx, docx))).toEqual([
    "He is ~~not~~ guilty, ~~never~~ late.",
  ]);
});

describe("the parts of a Word document", () => {
  const documentXml = (content: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body><w:p><w:r>${content}</w:r></w:p></w:body></w:document>`;

  test("may be in UTF-16", async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${documentXml("<w:t>Ein Fluß.</w:t>")}`;
    const docx = await zipOf({ "word/document.xml": Buffer.from(xml, "utf16le") });
    expect(textsOf(await readManuscript(readDocx, docx))).toEqual(["Ein Fluß."]);
  });

  test("may have styles that raise or lower characters", async () => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const style = (id: string, content: string) =>
      `<w:style w:type="character" w:styleId="${id}">${content}</w:style>`;
    const align = (value: string) => `<w:rPr><w:vertAlign w:val="${value}"/></w:rPr>`;
    const run = (text: string, id: string, own = "") =>
      `<w:r><w:rPr><w:rStyle w:val="${id}"/>${own}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const runs = [
      ...[
        run("The lamp", "N"),
        run("1", "Up"),
        run(" had 10", "N"),
        run("6", "Higher"),
        run(" tons of CO", "N"),
      ],
      ...[
        run("2", "Down"),
        run(" in 18", "N"),
        run("99", "Up", '<w:vertAlign w:val="baseline"/>'),
        run(".", "Round"),
      ],
    ];
    const docx = await zipOf({
      "word/styles.xml": `<w:styles ${W}>${style("Up", align("superscript"))}${style("Higher", '<w:basedOn w:val="Up"/>')}${style("Down", align("subscript"))}${style("Round", '<w:basedOn w:val="Round"/>')}</w:styles>`,
      "word/document.xml": `<w:document ${W}><w:body><w:p>${runs.join("")}</w:p></w:body></w:document>`,
    });
    expect(markedTextsOf(await readManuscript(readDocx, docx))).toEqual([
      "The lamp[^1] had 10⁶ tons of CO₂ in 1899.",
    ]);
  });

  test("may have a table of contents, which is left out only if its styles or entries show it", async () => {
    const paragraph = (text: string, style: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const style = (id: string, name: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const docxWith = (entry: string) =>
      zipOf({
        "word/styles.xml": `<w:styles ${W}>${style("H", "TOC Heading")}${style("T", "toc 1")}${style("N", "Normal")}</w:styles>`,
        "word/document.xml": `<w:document ${W}><w:body>${paragraph("Overview", entry === "T" ? "H" : "N")}<w:p><w:r><w:instrText> TOC \\o </w:instrText></w:r></w:p>${paragraph("The lamp", entry)}${paragraph("Words.", "N")}</w:body></w:document>`,
      });
    const byStyle = await readManuscript(readDocx, await docxWith("T"));
    expect(textsOf(byStyle)).toEqual(["Words."]);
    expect(byStyle.remarks.map(inEnglish)).toEqual([
      "A table of contents, or a list of figures, was left out.",
    ]);
    const titled = await zipOf({
      "word/styles.xml": `<w:styles ${W}>${style("T", "toc 1")}${style("H1", "heading 1")}</w:styles>`,
      "word/document.xml": `<w:document ${W}><w:body>${paragraph("CONTENTS", "H1")}${paragraph("Section Page", "N")}${paragraph("The lamp 3", "T")}${paragraph("The lamp", "H1")}${paragraph("Words.", "N")}</w:body></w:document>`,
    });
    const untitled = await readManuscript(readDocx, titled);
    expect(textsOf(untitled)).toEqual(["Words."]);
    expect(headingsOf(untitled)).toEqual(["# The lamp"]);
    const page = (...paragraphs: readonly string[]) =>
      zipOf({
        "word/styles.xml": `<w:styles ${W}>${style("T", "toc 1")}${style("H1", "heading 1")}</w:styles>`,
        "word/document.xml": `<w:document ${W}><w:body>${paragraphs.join("")}</w:body></w:document>`,
      });
    const followed = await page(
      paragraph("목차", "H1"),
      paragraph("등대 3", "T"),
      paragraph("그는 왼쪽으로 걸어갔다.", "N"),
      paragraph("Indice", "H1"),
      paragraph("It is a sign of rain.", "N"),
    );
    const text = await readManuscript(readDocx, followed);
    expect(textsOf(text)).toEqual(["그는 왼쪽으로 걸어갔다.", "It is a sign of rain."]);
    expect(headingsOf(text)).toEqual(["# Indice"]);
    const kept = await readManuscript(readDocx, await docxWith("N"));
    expect(textsOf(kept)).toEqual(["Overview", "The lamp", "Words."]);
    expect(kept.remarks).toEqual([]);
  });

  test("may contain elements and symbols that are left out, with remarks", async () => {
    const signs = '<w:sym w:font="Unknown" w:char="F04A"/><w:sym w:font="Unknown" w:char="F04B"/>';
    const drawn = '<w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>';
    const objects = '<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>';
    const others = "<w:dayLong/><w:permStart/><w:rPr><w:vanish/></w:rPr>";
    const xml = documentXml(`<w:t>Words.</w:t>${others}<w:altChunk/>${signs}${drawn}${objects}`);
    const manuscript = await readManuscript(readDocx, await zipOf({ "word/document.xml": xml }));
    expect(textsOf(manuscript)).toEqual(["Words."]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Hidden text is read like any other text.",
      "Words that are drawn as a picture were left out: “DRAFT”.",
      "1 file within this one was left out, although Word shows its text. Import that file alone.",
      "Different characters of symbol fonts (2) were left out.",
      "1 object of another program was left out.",
    ]);
  });
});

test("a Word document’s headers and comments are reported if they have words, whatever their prefix", async () => {
  const part = (words: string) =>
    `<x:a xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:comment><x:p><x:r><x:t>${words}</x:t></x:r></x:p></x:comment></x:a>`;
  const remarksWith = async (words: string) => {
    const docx = await zipOf({
      "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words.</w:t></w:r></w:p></w:body></w:document>`,
      "word/header1.xml": part(words),
      "word/comments.xml": part(words),
    });
    return (await readManuscript(readDocx, docx)).remarks.map(inEnglish);
  };
  expect(await remarksWith("Draft")).toEqual([
    "Comments were left out.",
    "The headers and footers of pages were left out.",
  ]);
  expect(await remarksWith(" ")).toEqual([]);
});

test("a formula of a Word document keeps its signs, and its parts stay apart", async () => {
  const run = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const e = (content: string) => `<m:e>${content}</m:e>`;
  const row = (...cells: string[]) => `<m:mr>${cells.map((cell) => e(run(cell))).join("")}</m:mr>`;
  const formulas = [
    `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>${e(`<m:m>${row("1", "2")}${row("3", "4")}</m:m>`)}</m:d>`,
    `<m:d><m:dPr><m:begChr m:val="|"/><m:endChr m:val="|"/></m:dPr>${e(run("v"))}</m:d>`,
    `<m:d>${e(`<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>${e(run("x"))}</m:d>`)}</m:d>`,
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${run("i=1")}</m:sub><m:sup>${run("n")}</m:sup>${e(run("i"))}</m:nary>`,
    `<m:func><m:fName>${run("log")}</m:fName>${e(run("x"))}</m:func>`,
    `<m:eqArr>${e(run("a=1"))}${e(run("b=2"))}</m:eqArr>`,
  ];
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
  const paragraphs = formulas.map((formula) => `<w:p><m:oMath>${formula}</m:oMath></w:p>`).join("");
  const docx = await zipOf({
    "word/document.xml": `<w:document ${W} ${M}><w:body>${paragraphs}</w:body></w:document>`,
  });
  expect(textsOf(await readManuscript(readDocx, docx))).toEqual([
    "[1, 2; 3, 4]",
    "|v|",
    "({x)",
    "∑ᵢ₌₁ⁿ i",
    "log x",
    "a=1; b=2",
  ]);
});

describe("the fields and controls of a Word document", () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const sign = (type: string, data = "") =>
    `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;
  const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  const read = async (content: string) => {
    const xml = `<w:document ${W}><w:body>${content}</w:body></w:document>`;
    return readManuscript(readDocx, await zipOf({ "word/document.xml": xml }));
  };

  test.each([
    ["EQ \\f(a+b,2)", "(a+b)/2"],
    ["EQ \\r(3,x)", "³√x"],
    ["EQ x\\s\\up 6(2)", "x²"],
    ["EQ \\b(\\a(1,2))", "(1; 2)"],
    ["EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(とう),燈台)", "燈台"],
    // Without brackets, it is no switch, however many options follow each other.
    [`EQ \\s${"\\up ".repeat(40)}9`, `s${"up ".repeat(40)}9`],
    ["EQ 3\\,5 (x, y)", "3,5 (x, y)"],
    ["XE lamp", undefined],
  ])("%s is shown as “%s”", async (code, text) => {
    const field = sign("begin") + instruction(code) + sign("end");
    const manuscript = await read(`<w:p>${run("7: ")}${field}${run(" so")}</w:p>`);
    expect(textsOf(manuscript)).toEqual([text === undefined ? "7: so" : `7: ${text} so`]);
  });

  test("have the choices of their readers, but no instructions or prompts", async () => {
    const box = (value: number) =>
      sign("begin", `<w:ffData><w:checkBox><w:default w:val="${value}"/></w:checkBox></w:ffData>`) +
      instruction(" FORMCHECKBOX ") +
      sign("end");
    const list = `<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="oil"/><w:listEntry w:val="bread"/></w:ddList></w:ffData>`;
    const inner = sign("begin") + instruction(" A ") + sign("separate") + run("no") + sign("end");
    const outer = sign("begin") + instruction(" IF ") + inner + sign("separate") + run("lamp");
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Click here.")}</w:sdtContent></w:sdt>`;
    const manuscript = await read(
      `<w:p>${box(1)}${run(" yes ")}${box(0)}${run(" no, ")}${sign("begin", list)}${instruction(" FORMDROPDOWN ")}${sign("end")}</w:p>
      <w:p>${outer}${sign("end")}${prompt}</w:p>
      <w:p>${sign("begin")}${instruction(" X ")}${run("It never ends")}</w:p><w:p>${run("and goes on.")}</w:p>`,
    );
    expect(textsOf(manuscript)).toEqual([
      "☒ yes ☐ no, bread",
      "lamp",
      "It never ends",
      "and goes on.",
    ]);
    expect(manuscript.remarks.map(inEnglish)).toEqual([
      "Prompts of empty fields were left out: “Click here.”.",
    ]);
  });

  test("are no words where the ends of pages are, or signs between letters", async () => {
    const manuscript = await read(
      `<w:p><w:r><w:t>lamp</w:t><w:br w:type="page"/><w:t>oil</w:t><w:br w:type="column"/><w:t>caf</w:t><w:sym w:font="Arial" w:char="00E9"/></w:r></w:p>
      <w:p><w:r><w:t>5 </w:t><w:sym w:font="Symbol" w:char="F06D"/><w:t>m</w:t></w:r></w:p>`,
    );
    expect(textsOf(manuscript)).toEqual(["lamp\noil\ncafé", "5 μm"]);
    expect(manuscript.remarks).toEqual([]);
  });
});

test("a Word document’s metadata are its title, but not its date, and its creator is not its author", async () => {
  const docx = await docxOf([new Paragraph("Words.")], { title: "A Mill", creator: "Ann Example" });
  const { metadata, remarks } = await readManuscript(readDocx, docx);
  expect(metadata).toEqual({ title: "A Mill" });
  expect(remarks.map(inEnglish)).toEqual([MAKER_REMARK.replace("Un-named", "Ann Example")]);
});

describe("a damaged or malicious DOCX", () => {
  const START = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`;

  test("is refused if it defines entities, which could expand to gigabytes", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${START}<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    const docx = await zipOf({ "word/document.xml": xml });
    expect(await readingError(readDocx, docx)).toMatch(/defines XML entities/);
  });

  test.each([
    ["it has no document", { "other.xml": "<x/>" }],
    ["its document is not XML", { "word/document.xml": "<w:document" }],
  ])("is refused if %s", async (_, files) => {
    expect(await readingError(readDocx, await zipOf(files))).toMatch(
      /^This file contains no Word document/,
    );
  });

  test("is refused if its elements nest too deeply, closed or not", async () => {
    const deep = "<w:sdt><w:sdtContent>".repeat(100_000);
    const docx = await zipOf({ "word/document.xml": `${START}${deep}` });
    expect(await readingError(readDocx, docx)).toMatch(/^This DOCX nests its parts too deeply/);
  });

  test("is refused if it unpacks to more than the limit", async () => {
    const docx = await zipOf({ "word/document.xml": Buffer.alloc(65 * 1024 * 1024, " ") });
    expect(await readingError(readDocx, docx)).toMatch(/more than 64 MiB/);
  });

  test("never makes the reader throw, whichever bytes are changed", async () => {
    const good = await docxOf([new Paragraph("A few words."), new Paragraph("And some more.")]);
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = Buffer.from(good);
        for (const [index, value] of changes) bytes[index] = value;
        const reading = await readDocx({ name: "a.docx", bytes });
        expect("error" in reading || reading.manuscripts.length === 1).toBe(true);
      }),
      { numRuns: runs(40) },
    );
  });
});
