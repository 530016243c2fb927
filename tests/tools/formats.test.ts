import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import { afterAll, describe, expect, test } from "vitest";
import { quote } from "../../commands/quote.ts";
import { verify } from "../../commands/verify.ts";
import { readCorpus } from "../../src/corpus/read.ts";
import { createReadingThread } from "../../src/import/sandbox/reading-thread.ts";
import { createLibrary } from "../../src/search/library.ts";
import { corpusFrom, createFolder } from "../corpus/folder.ts";
import { epubOf, xhtmlPage, zipOf } from "../import/epubs.ts";
import { pdfOf, typeset } from "../import/pdfs.ts";
import { contextOf, expectKind } from "../library.ts";
import { runCorpusTool, sharing } from "./run-tool.ts";

/** Invented texts, different for each kind of file, so that there is no advice on duplicates. */
const TEXTS = {
  txt: [
    "Sirius",
    "The “old” lamp of Sirius ate 3 * 2 tins — & smoked.",
    "Nobody came before noon.",
  ],
  md: ["Vega", "At Vega’s rock we salted herring, café in hand…", "Rain fell on *both* boats."],
  html: ["Rigel", "Rigel wants rope < 40 fathoms & > 30, as ever.", "Our goat ate the ledger."],
  docx: ["Altair", "Dear Board: Altair_Point’s bell cracked [twice].", "A smith rows out in June."],
  epub: [
    "Deneb",
    "Deneb is dark; “ships” pass it by guess alone.",
    "Bring wicks, soap, and flour.",
  ],
  pdf: [
    "Spica",
    "Under Spica the fog horn sang 11 hours running.",
    "Its echo frightened all cattle.",
  ],
  csv: ["Antares", 'Antares cost £4, paid in "good" coin, late.', "The clerk wrote no receipt."],
  json: [
    "Mizar",
    "Mizar\\North counts seals: 12 # grey, one white.",
    "They sleep upon the slipway.",
  ],
  jsonl: [
    "Capella",
    "Capella’s stair has 199 steps; I fell down six.",
    "Please send a stronger lantern.",
  ],
} as const;

type Kind = keyof typeof TEXTS;

const KINDS = ["txt", "md", "html", "docx", "epub", "pdf", "csv", "json", "jsonl"] as const;

const textsOf = (kind: Kind) => TEXTS[kind].slice(1);
const titleOf = (kind: Kind) => `Log of ${TEXTS[kind][0]}`;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const htmlOf = (kind: Kind, level: 1 | 2) =>
  `<h${level}>${titleOf(kind)}</h${level}>${textsOf(kind)
    .map((text) => `<p>${escaped(text)}</p>`)
    .join("")}`;

/** Creates a file of each kind, as common tools write it. */
async function createFilesOfAllKinds() {
  const rowOf = (kind: Kind) =>
    JSON.stringify({ id: kind, title: titleOf(kind), text: textsOf(kind).join("\n\n") });
  return {
    [`in/${titleOf("txt")}.txt`]: `${textsOf("txt").join("\n\n")}\n`,
    "in/md.md": `# ${titleOf("md")}\n\n${textsOf("md").join("\n\n").replaceAll("*", "\\*")}\n`,
    "in/html.html": `<!DOCTYPE html><meta charset="utf-8"><title>${titleOf("html")}</title>${htmlOf("html", 1)}`,
    "in/docx.docx": await Packer.toBuffer(
      new Document({
        title: titleOf("docx"),
        sections: [{ children: textsOf("docx").map((text) => new Paragraph(text)) }],
      }),
    ),
    "in/epub.epub": await epubOf({
      metadata: `<dc:title>${titleOf("epub")}</dc:title>`,
      pages: { "a.xhtml": xhtmlPage(htmlOf("epub", 1)) },
    }),
    "in/pdf.pdf": await pdfOf(await typeset(textsOf("pdf"), { width: 120 }), {
      title: titleOf("pdf"),
    }),
    "in/csv.csv": `id,title,text\ncsv,${titleOf("csv")},"${textsOf("csv").join("\n\n").replaceAll('"', '""')}"\n`,
    "in/json.json": `[${rowOf("json")}]`,
    "in/jsonl.jsonl": `${rowOf("jsonl")}\n`,
  };
}

async function contextIn(folder: string) {
  return contextOf(
    createLibrary(corpusFrom(await readCorpus(folder)), new Date("2024-10-04T12:00:00Z")),
  );
}

/** Checks a corpus, and returns all that is found but for missing authors, which no file of these names. */
async function check(folder: string) {
  const { code, output, errors } = await runCorpusTool(["check", folder, "--json"], folder);
  const { advice, ...found } = JSON.parse(output);
  const others = advice.filter(
    ({ message }: { message: string }) => !message.includes("no author"),
  );
  return { code, errors, ...found, advice: others };
}

// Not the thread of all tests: these files must be read whatever other tests have done to that one.
const thread = createReadingThread();
afterAll(() => thread.close());

const CLEAN = { code: 0, errors: [], loads: true, problems: [], advice: [] };

describe.each(["text", "notes"])("import into a corpus with `body: %s`", (body) => {
  test("imports files of all kinds, which pass the check and can be quoted and verified", async () => {
    const folder = await createFolder({
      ...(await createFilesOfAllKinds()),
      "corpus/corpus.yaml": `title: Logs\nlanguage: en\nbody: ${body}\nfolders: { ".": { title: Logs, author: Ada Quill } }\n`,
    });
    const corpus = join(folder, "corpus");
    const { code, errors } = await runCorpusTool(
      ["import", join(folder, "in"), "--into", corpus, "--yes"],
      corpus,
      { createReadingThread: sharing(thread) },
    );
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(await check(corpus)).toEqual(CLEAN);

    const context = await contextIn(corpus);
    for (const kind of KINDS) {
      const { quotation } = expectKind(
        "quotation",
        quote.respond({ about: TEXTS[kind][0] }, context),
      );
      const verdicts = textsOf(kind).map(
        (text) => expectKind("verification", verify.respond({ text }, context)).inWords.title,
      );
      const { documentId } = quotation.citation;
      const { title } = context.library.corpus.documents.find(({ id }) => id === documentId) ?? {};
      expect({ text: quotation.text, title, verdicts }).toEqual({
        text: TEXTS[kind][1],
        title: titleOf(kind),
        verdicts: ["✅ Exact", "✅ Exact"],
      });
    }
  });

  test("makes a document of each section with `--split heading`", async () => {
    const folder = await createFolder({
      "in/a.html": `<!DOCTYPE html><meta charset="utf-8"><title>A</title>${htmlOf("md", 2)}${htmlOf("txt", 2)}`,
      "in/b.docx": await Packer.toBuffer(
        new Document({
          sections: [
            {
              children: (["docx", "pdf"] as const).flatMap((kind) => [
                new Paragraph({ text: titleOf(kind), heading: HeadingLevel.HEADING_1 }),
                ...textsOf(kind).map((text) => new Paragraph(text)),
              ]),
            },
          ],
        }),
      ),
      "in/c.epub": await epubOf({
        metadata: "<dc:title>C</dc:title>",
        pages: { "a.xhtml": xhtmlPage(htmlOf("epub", 2)), "b.xhtml": xhtmlPage(htmlOf("csv", 2)) },
      }),
      "corpus/people.yaml": "Ada Quill: { family: Quill }\n",
      "corpus/corpus.yaml": `title: Logs\nlanguage: en\nbody: ${body}\n`,
    });
    const corpus = join(folder, "corpus");
    const { code, errors } = await runCorpusTool(
      [
        ...["import", join(folder, "in"), "--into", corpus, "--yes"],
        ...["--split", "heading", "--from", "Ada Quill"],
      ],
      corpus,
      { createReadingThread: sharing(thread) },
    );
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(await check(corpus)).toEqual(CLEAN);
    const { library } = await contextIn(corpus);
    expect(
      library.corpus.documents.map(({ title, passages }) => [
        title,
        ...passages.map((p) => p.text),
      ]),
    ).toEqual(
      (["md", "txt", "docx", "pdf", "epub", "csv"] as const).map((kind) => [
        titleOf(kind),
        ...textsOf(kind),
      ]),
    );
  });
});

test("import skips malicious files with a reason each, and imports the others", async () => {
  const START = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`;
  const bomb = await zipOf({ "word/document.xml": Buffer.alloc(65 * 1024 * 1024, " ") });
  const folder = await createFolder({
    "in/a-deep.docx": await zipOf({ "word/document.xml": `${START}${"<w:sdt>".repeat(200_000)}` }),
    "in/b-bomb.docx": bomb,
    "in/c-bomb.epub": bomb,
    "in/d-evil.epub": withParentPaths(await zipOf({ "xx/evil.md": "Evil words.", mimetype: "" })),
    "in/e-evil.docx": withParentPaths(await zipOf({ "xx/evil.md": "Evil words." })),
    "in/f-deep.epub": await epubOf({ pages: { "a.xhtml": xhtmlPage("<i>".repeat(200_000)) } }),
    "in/g-billion.pdf": `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 1000000000/Kids[2 0 R]>>endobj
xref
0 1000000000
trailer<</Size 1000000000/Root 1 0 R>>
startxref
107
%%EOF`,
    "in/h.html": `<title>Page</title><script>alert("no words")</script><p onclick="x()">Sound words.</p>`,
    "in/i.csv": `title,text\n=1+1,"=HYPERLINK(""http://example.org"")"\n`,
    "in/j\n...md": "More words.\n",
  });
  const corpus = join(folder, "corpus");
  const { code, errors } = await runCorpusTool(
    ["import", join(folder, "in"), "--into", corpus, "--yes"],
    corpus,
    { createReadingThread: sharing(thread) },
  );
  expect(code).toBe(1);
  expect(errors.map((line) => line.slice(join(folder, "in/").length))).toEqual([
    "a-deep.docx: This DOCX nests its parts too deeply. Save it again in Word, and import the new file.",
    "b-bomb.docx: This archive contains a file of more than 64 MiB, which is too large. Split it, or save it as text.",
    "c-bomb.epub: This archive contains a file of more than 64 MiB, which is too large. Split it, or save it as text.",
    "d-evil.epub: This archive contains a path that leads out of it. Create it again.",
    "e-evil.docx: This archive contains a path that leads out of it. Create it again.",
    "f-deep.epub: The page has too many elements, or nests them too deeply. Split it, or save it as plain text, and import that.",
    "g-billion.pdf: No text was found in this PDF: its pages may be pictures. Have a program recognise the text, and import the result.",
  ]);
  expect((await readdir(folder)).toSorted()).toEqual(["corpus", "in"]);
  const { documents } = corpusFrom(await readCorpus(corpus));
  expect(documents.map(({ id, passages }) => [id, ...passages.map(({ text }) => text)])).toEqual([
    ["h", "Sound words."],
    ["i", '=HYPERLINK("http://example.org")'],
    ["j", "More words."],
  ]);
});

/** Renames the folder `xx` of an archive to `..`. */
function withParentPaths(archive: Buffer): Buffer {
  return Buffer.from(archive.toString("latin1").replaceAll("xx/", "../"), "latin1");
}

const FEDERALIST = "../shared/data/federalist/federalist.txt";

test.skipIf(!existsSync(FEDERALIST))(
  "import makes a document of each of the Federalist Papers",
  async () => {
    const corpus = join(await createFolder({}), "corpus");
    await runCorpusTool(
      ["import", FEDERALIST, "--into", corpus, "--yes", "--split", "heading"],
      corpus,
      { createReadingThread: sharing(thread) },
    );
    const context = await contextIn(corpus);
    expect(context.library.corpus.documents).toHaveLength(86);
    const text = "If men were angels, no government would be necessary.";
    expect(expectKind("verification", verify.respond({ text }, context)).inWords.title).toBe(
      "✅ Exact",
    );
  },
);
