import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { cite } from "../../commands/cite.ts";
import { quote } from "../../commands/quote.ts";
import { search } from "../../commands/search.ts";
import { verify } from "../../commands/verify.ts";
import { createBot } from "../../src/command/bot.ts";
import { makeDrafts } from "../../src/import/writing/drafts.ts";
import { renderDocument } from "../../src/import/writing/render-document.ts";
import type { Library } from "../../src/search/library.ts";
import { inEnglish } from "../in-english.ts";
import { contextOf, expectKind, libraryOf } from "../library.ts";
import { importManuscripts } from "./read-manuscripts.ts";

/** The documents and remarks of a file in `cases/`, each of which represents a kind of file. */
interface ImportedCase {
  readonly library: Library;
  readonly passages: readonly string[];
  readonly notes: readonly string[];
  readonly titles: readonly string[];
  readonly remarks: readonly string[];
}

async function importCase(name: string): Promise<ImportedCase> {
  const bytes = await readFile(new URL(`cases/${name}`, import.meta.url));
  const made = makeDrafts(name, await importManuscripts(name, bytes), { metadata: {} });
  if ("error" in made) throw new Error(inEnglish(made.error));
  const files = made.drafts.map((draft, index) => {
    const document = renderDocument(draft, "text");
    if ("error" in document) throw new Error(inEnglish(document.error));
    return [`document-${index + 1}.md`, Buffer.from(document.bytes).toString()] as const;
  });
  const library = libraryOf(Object.fromEntries(files));
  const { documents } = library.corpus;
  return {
    library,
    passages: documents.flatMap(({ passages }) => passages.map(({ text }) => text)),
    notes: documents.flatMap(({ notes }) => notes.map(({ text }) => text)),
    titles: documents.map(({ title }) => title),
    remarks: made.remarks.map(inEnglish),
  };
}

const verdictOn = (text: string, { library }: ImportedCase) =>
  expectKind("verification", verify.respond({ text }, contextOf(library))).verdict.kind;

const hitsFor = (words: string, { library }: ImportedCase) =>
  expectKind("hits", search.respond({ query: words }, contextOf(library))).hits.length;

const citationOf = (passage: string, style: string, { library }: ImportedCase) =>
  JSON.stringify(cite.respond({ passage, style }, contextOf(library)));

test.each([
  [
    "epub-noteref.epub",
    ["We kept the lamp burning all night.", "Two ships came, and then a third."],
    ["A lamp of 1899.", "From the north."],
    [
      "Reference marks of notes (2) were taken out of the words.",
      "Notes (2) are notes of the document, and are not quoted.",
    ],
  ],
  [
    "epub-verse-lines.epub",
    [
      "How bright the lamp, how dark the sea,\nHow long the night has been to me;\nThe ships go by, the ships go by,\nAnd none of them will stop for me.",
    ],
    [],
    [
      "Reference marks of notes (1) were taken out of the words.",
      "Line numbers (1) were taken out of the words.",
    ],
  ],
  [
    "html-footnotes.html",
    ["The lamp failed at dusk. We lit it again.", "He came home by the shore."],
    ["At Cape Hollow.", "By cart."],
    [
      "Reference marks of notes (2) were taken out of the words.",
      "Notes (2) are notes of the document, and are not quoted.",
    ],
  ],
  [
    "html-verse-numbers.html",
    ["And the keeper rose in the night. For so it was commanded him, and he lit the lamp."],
    [],
    ["Numbers of verses, sentences or paragraphs (3) were taken out of the words."],
  ],
  [
    "md-footnotes.md",
    ["The lamp failed at dusk. We lit it again before the tide."],
    ["The lamp of 1899."],
    [
      "Reference marks of notes (1) were taken out of the words.",
      "Notes (1) are notes of the document, and are not quoted.",
    ],
  ],
  [
    "html-loose-in-list.html",
    [
      "The keeper wrote:",
      "I counted three ships last night.",
      "And none the night before.",
      "Term",
      "A word of it.",
      "First of all,",
      "oil is short",
      "and bread too.",
      "So he ended.",
    ],
    [],
    [],
  ],
  [
    "pdf-mixed-korean.pdf",
    [
      "The Board sent this order to the keeper in the spring, and he answered in his own language as follows:",
      "등대지기는 배 세 척을 세었다.",
    ],
    [],
    [],
  ],
  ["pdf-japanese-cmap.pdf", ["灯台守は船を三艘数えた。夜に灯が消えた。"], [], []],
  ["docx-ruby.docx", ["山の燈台に灯がともった。"], [], ["1 reading above letters was left out."]],
  ["docx-simple-field.docx", ["Dear Ruth, as Table 4 shows, three ships came."], [], []],
  [
    "docx-formula.docx",
    ["The height is h=2r at noon.", "E=5"],
    [],
    ["2 formulas were written on one line."],
  ],
  [
    "docx-superscript.docx",
    ["The sea holds 10⁶ tons of salt, and x² is less."],
    [],
    ["Superscripts and subscripts (2) are written as in 10⁶, CO₂ and 2^(a+b)."],
  ],
  ["docx-drop-cap.docx", ["The lamp was lit at dusk, and three ships went by."], [], []],
  [
    "epub-imprint.epub",
    ["The lamp was lit at dusk."],
    [],
    ["The publisher’s pages were left out: “By Ada Quill.”, “Imprint”, “Colophon”, “Uncopyright”."],
  ],
  [
    "txt-small-print-last.txt",
    ["The lamp was lit at dusk, and three ships went by the cape before the keeper slept."],
    [],
    [
      "The text of Project Gutenberg before and after the work was left out.",
      "So were its credits: “Produced by Nobody and Somebody”",
      "1 line was read as a heading.",
    ],
  ],
  [
    "txt-producer-notes.txt",
    ["The lamp was lit at dusk, and three ships went by the cape before the keeper slept."],
    [],
    [
      "The text of Project Gutenberg before and after the work was left out.",
      "So were its credits: “E-text prepared by Nobody and the Online Proofreading Team Note: Project Gutenberg also has an HTML version of this file, with pictures. See 99999-h.htm Transcriber's note: Two misprints were corrected.”",
      "1 line was read as a heading.",
    ],
  ],
  [
    "txt-cp949.txt",
    [
      "친애하는 벗에게",
      "등대의 불은 아직 꺼지지 않았소. 똠방각하라 햏이라 부르던 그 배가 어제 왔소.",
      "삼월 초이틀",
    ],
    [],
    [
      "Read as EUC-KR (CP949), which the letters of the file suggest. If that is wrong, name another encoding with `--encoding`.",
    ],
  ],
  [
    "txt-utf16-no-mark.txt",
    ["My dear sister,", "I counted three ships last night.", "Yours,", "Ruth"],
    [],
    ["Read as UTF-16LE, although no byte order mark says so."],
  ],
] as const)("%s has these passages, notes and remarks", async (name, passages, notes, remarks) => {
  expect(await importCase(name)).toMatchObject({ passages, notes, remarks });
});

describe("A true quotation is exact", () => {
  test.each([
    ["epub-noteref.epub", "We kept the lamp burning all night."],
    [
      "epub-verse-lines.epub",
      "How long the night has been to me;\nThe ships go by, the ships go by,",
    ],
    ["html-footnotes.html", "The lamp failed at dusk. We lit it again."],
    ["html-footnotes.html", "He came home by the shore."],
    ["html-verse-numbers.html", "For so it was commanded him, and he lit the lamp."],
    ["md-footnotes.md", "The lamp failed at dusk. We lit it again before the tide."],
    ["pdf-superscript-mark.pdf", "bread and salt at the end of every month so that none"],
    ["pdf-hyphens.pdf", "for anyway it was his duty"],
    ["pdf-hyphens.pdf", "the way to the lighthouse if the fog let it"],
    [
      "pdf-narrow-gutter.pdf",
      "three ships went by the cape while the keeper wrote of wind and tide",
    ],
    ["txt-apparatus.txt", "the ship come in with the tide, and it was late"],
    [
      "txt-ocr.txt",
      "we saw the lighthouse standing; and the keeper, who had come in during the night",
    ],
    ["txt-ocr.txt", "Therefore we waited"],
    ["txt-ocr.txt", "up to the lamp, and he showed us the wick"],
  ])("%s: “%s”", async (name, text) => {
    expect(verdictOn(text, await importCase(name))).toBe("exact");
  });
});

test("Words that never stood together are not exact", async () => {
  const columns = await importCase("pdf-narrow-gutter.pdf");
  expect(verdictOn("three ships a boat with bread and salt", columns)).not.toBe("exact");
  const power = await importCase("docx-superscript.docx");
  expect(verdictOn("The sea holds 106 tons of salt", power)).not.toBe("exact");
});

test("A search finds words beside marks", async () => {
  expect(hitsFor('"lamp burning"', await importCase("epub-noteref.epub"))).toBe(1);
  expect(hitsFor("commanded", await importCase("html-verse-numbers.html"))).toBe(1);
});

test("Hebrew is found and verified without its points and accents", async () => {
  const verse = await importCase("md-hebrew.md");
  expect(hitsFor("הפנס", verse)).toBe(1);
  expect(verdictOn("הפנס דלק ושלש ספינות עברו בלילה", verse)).toBe("typography");
});

test("Thai is found as it is written, and the documentation says that it is not searched by word", async () => {
  const note = await importCase("md-thai.md");
  expect(note.passages).toEqual(["คนเฝ้าประภาคารนับเรือได้สามลำเมื่อคืนนี้"]);
  expect(verdictOn("คนเฝ้าประภาคารนับเรือได้สามลำเมื่อคืนนี้", note)).toBe("exact");
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme.replace(/\s+/g, " ")).toMatch(
    /Thai, Lao, Khmer and Burmese are not searched by word/,
  );
});

test("Marks of pages are neither passages nor notes", async () => {
  const { passages, notes, remarks } = await importCase("txt-apparatus.txt");
  expect(passages).toHaveLength(2);
  expect(passages.join(" ")).not.toMatch(/Pg|\[|\]/);
  expect(notes).toEqual(["Later than usual."]);
  expect(remarks).toContain("Page numbers of the print (2) were taken out of the words.");
});

test("Running heads, page numbers and hyphens of a scanned text are reported", async () => {
  const { remarks } = await importCase("txt-ocr.txt");
  expect(remarks).toEqual([
    expect.stringMatching(/^Running heads of pages were left out: .*[A-Z]{3}.* \(\d\)\.$/),
    "Page numbers (1) were left out.",
    expect.stringContaining("Hyphens at the ends of lines were removed (4)"),
  ]);
});

test("An EPUB’s guide to a place within a chapter drops nothing", async () => {
  const { passages, remarks } = await importCase("epub-guide-toc.epub");
  expect(passages).toEqual(["I. The Lamp", "The lamp was lit at dusk.", "Three ships went by."]);
  expect(remarks).toEqual([]);
});

test("Text that is printed twice is read once", async () => {
  const { passages, titles } = await importCase("pdf-printed-twice.pdf");
  expect(titles).toEqual(["OBJECTS OF THE VOYAGE"]);
  expect(passages.at(-1)).toBe("Storm warnings are given at once.");
});

test("The title is not a heading below the text", async () => {
  const { library, titles } = await importCase("docx-late-heading.docx");
  expect(titles).toEqual(["docx-late-heading"]);
  expect(library.corpus.documents[0]?.passages.at(-1)?.headings).toEqual(["Notes"]);
});

test("Numbered paragraphs go on after a remark, and a remark lists the labels that are left out", async () => {
  const bytes = await readFile(new URL("cases/docx-numbered-articles.docx", import.meta.url));
  const [manuscript] = await importManuscripts("a.docx", bytes);
  expect(manuscript?.content.at(-1)).toMatchObject({ type: "list", start: 3 });
  expect(manuscript?.remarks.map(inEnglish)).toEqual([
    "Labels of numbered paragraphs were left out, or are only numbers: “Article 1.”, “Article 2.”, “(a)”, “(b)”, “Article 3.”.",
  ]);
});

test("The title of each work is above its chapters", async () => {
  const { library } = await importCase("txt-parts-restart.txt");
  const [passage] = library.corpus.documents.flatMap(({ passages }) =>
    passages.filter(({ text }) => text.includes("lit the oar")),
  );
  expect(passage?.headings).toEqual(["THE BOAT", "CHAPTER I"]);
});

test("Several authors are several in every style", async () => {
  const book = await importCase("epub-two-authors.epub");
  expect(citationOf("document-1¶1", "apa", book)).toContain("(Quill & Roe, 1907, para. 1)");
  expect(citationOf("document-1¶1", "ris", book)).toMatch(
    /AU {2}- Quill, Ada.*AU {2}- Roe, Benjamin/,
  );
  expect(citationOf("document-1¶1", "bibtex", book)).toContain("Quill, Ada and Roe, Benjamin");
});

test.each(["apa", "chicago", "mla", "harvard", "bibtex", "ris"])(
  "-0043 is 44 BC in %s",
  async (style) => {
    const speech = await importCase("md-before-christ.md");
    const citation = citationOf("document-1¶1", style, speech);
    expect(citation).toContain("44 BC");
    expect(citation).not.toMatch(/-4[34]\b|43 BC/);
  },
);

test.each(["apa", "chicago", "mla", "harvard", "bibtex", "ris"])(
  "Years before Christ are those of the era in %s, also in ranges and if they are uncertain",
  (style) => {
    const dates = ["-0043?", "-0043%", "-0043~", "-0043/0014", "-0043-21", "-0043-03-15?"];
    for (const date of dates) {
      const speech = { "a.md": `---\ntitle: Speech\ndate: ${date}\n---\n\nThree ships went by.\n` };
      const context = contextOf(libraryOf(speech));
      const { forms } = expectKind("citation", cite.respond({ passage: "a¶1", style }, context));
      const text = JSON.stringify(forms);
      expect(text).toContain("44 BC");
      expect(text).not.toMatch(/-4[34]\b|43 BC|14 BC/);
    }
  },
);

test("A table has dates in words, a delimiter of its own, and verses by chapter", async () => {
  const dates = await importCase("csv-old-dates.csv");
  expect(dates.library.corpus.documents.map(({ date }) => date?.edtf).toSorted()).toEqual(
    ["-0043", "1749/1751", "1750~", "1907-03-02", "1907-21"].toSorted(),
  );
  expect((await importCase("csv-sep.csv")).passages).toEqual(["I counted three ships."]);
  const verses = await importCase("csv-verses.csv");
  expect(verses.titles).toEqual(["Of the Lamp 1:16", "Of the Lamp 1:17"]);
  for (const { work } of verses.library.corpus.documents) expect(work?.title).toBe("Of the Lamp");
  const passage = "of the lamp 1:16";
  const context = contextOf(verses.library);
  const quoted = expectKind("quotation", quote.respond({ passage }, context));
  expect(quoted.quotation.citation.line).toContain("Of the Lamp 1:16");
  expect(citationOf(passage, "mla", verses)).toContain("Of the Lamp 1:16");
  const suggested = createBot([quote], () => context).suggest(
    "quote",
    "passage",
    "Of the Lamp 1:1",
  );
  expect(suggested.map(({ value }) => value)).toContain(quoted.quotation.citation.address);
});
