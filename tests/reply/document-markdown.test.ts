import fc from "fast-check";
import type { Nodes, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { letter } from "../../commands/letter.ts";
import type { Document } from "../../src/corpus/document.ts";
import { formatDocument } from "../../src/reply/document-markdown.ts";
import { TEXTS } from "../discord/hostile.ts";
import { hostileNotes, hostileTexts } from "../discord/hostile-corpus.ts";
import { contextOf, expectKind, library, libraryOf, papers } from "../library.ts";
import { runs, sample } from "../thoroughness.ts";

/** Returns the text of a node as CommonMark renders it, with hard breaks as newlines. */
function textIn(node: Nodes): string {
  if (node.type === "break") return "\n";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textIn).join("") : "";
}

/** Returns the nodes of a file's section, under its heading of the second level. */
function section(file: string, title: string): readonly RootContent[] {
  return sectionOf(fromMarkdown(file), title);
}

function sectionOf({ children }: Root, title: string): readonly RootContent[] {
  const isHead = (node: RootContent) => node.type === "heading" && node.depth <= 2;
  const start = children.findIndex((node) => isHead(node) && textIn(node) === title);
  if (start === -1) return [];
  const rest = children.slice(start + 1);
  const end = rest.findIndex(isHead);
  return end === -1 ? rest : rest.slice(0, end);
}

/** Reads the passages back from a file: those of the full text, then those printed elsewhere. */
function wordsIn(file: Root): readonly string[] {
  const own = sectionOf(file, "Text").filter(({ type }) => type === "paragraph");
  const printed = sectionOf(file, "Quotations").flatMap((node) =>
    node.type === "blockquote" ? node.children.slice(0, 1) : [],
  );
  return [...own, ...printed].map(textIn);
}

function wordsOf({ passages }: Document): readonly string[] {
  const once = passages.filter(({ sameAs }) => sameAs === undefined);
  const own = once.filter(({ printedIn }) => printedIn === undefined);
  return [...own, ...once.filter((one) => !own.includes(one))].map(({ text }) => text);
}

const [log] = papers.corpus.documents;
const [printed] = libraryOf({
  "corpus.yaml": "body: notes",
  "sources.yaml": "book: { type: book, title: A book }",
  "a.md": "> Words.\n>\n> — @book\n",
}).corpus.documents;

/** Replaces the passages of a document by passages with these texts. */
function withTexts(document: Document | undefined, texts: readonly string[]): Document {
  const [passage] = document?.passages ?? [];
  if (document === undefined || passage === undefined) throw new Error("There is no passage.");
  return { ...document, passages: texts.map((text) => ({ ...passage, text })) };
}

describe("the file of a document parses back to its words", () => {
  test.each([
    ["the shipped corpus", library, 100],
    ["a few papers", papers, 100],
    ["a corpus of hostile texts", hostileTexts, 100],
    // All of these list the same sixty sources, which are most of the file.
    ["a corpus of hostile notes", hostileNotes, 10],
  ] as const)("in %s", (_, { corpus }, count) => {
    for (const document of sample(corpus.documents, count)) {
      const file = fromMarkdown(formatDocument(document));
      const [title] = file.children;
      expect(wordsIn(file)).toEqual(wordsOf(document));
      // A Markdown heading has only one line.
      expect(title && textIn(title)).toBe(document.title.replace(/\s+/g, " "));
    }
  });

  const texts = fc
    .oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc
        .array(
          fc.oneof(
            fc.constantFrom(...TEXTS),
            fc.constantFrom(..." \t\n\r\v\f\u0085\u00a0\u2028\ufeff-=#>+*_1.)`~[]()<&!\\|:a"),
          ),
        )
        .map((parts) => parts.join("")),
    )
    // CommonMark replaces U+0000.
    .map((text) => text.replaceAll("\0", ""))
    .filter((text) => text !== "");

  test.each([
    ["its own words", log],
    ["words as printed", printed],
  ])("with arbitrary text, for %s", (_, document) => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (texts) => {
        expect(wordsIn(fromMarkdown(formatDocument(withTexts(document, texts))))).toEqual(texts);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each(["\ud83d", "a\udc4d b", "\ud83d\n\udc4d"])(
    "except for lone surrogates, which UTF-8 cannot encode: %j",
    (text) => {
      const bytes = new TextEncoder().encode(formatDocument(withTexts(log, [text])));
      const read = wordsIn(fromMarkdown(new TextDecoder().decode(bytes)));
      expect(read).toEqual([text.replace(/\p{Cs}/gu, "\ufffd")]);
    },
  );

  test("except for U+0000, which CommonMark replaces", () => {
    expect(wordsIn(fromMarkdown(formatDocument(withTexts(log, ["a\0b"]))))).toEqual(["a\ufffdb"]);
  });
});

describe("the file of a letter", () => {
  const { file } = expectKind(
    "document",
    letter.respond({ date: "2019-08-05", whole: true }, contextOf(library)),
  );
  const text = file?.text ?? "";

  test("is named after the letter", () => {
    expect(file).toMatchObject({ name: "2019-08-05-kim-to-trump.md", goes: "when-long" });
  });

  test("shows the correspondents, the date and the citation", () => {
    expect(text).toMatch(/^# Letter from Kim Jong Un to Donald J\. Trump, 5 August 2019\n/);
    expect(text).toContain(
      "\nKim Jong Un to Donald J. Trump, 5 August 2019 (2019-08-05-kim-to-trump)\n",
    );
    expect(text).toContain("\n- From: Kim Jong Un\n- To: Donald J. Trump\n- Date: 5 August 2019\n");
  });

  test("labels the summary and the remarks", () => {
    const [document] = library.corpus.documents.filter(
      ({ id }) => id === "2019-08-05-kim-to-trump",
    );
    const notes = (kind: "summary" | "remark") =>
      document?.notes.filter((note) => note.kind === kind).map((note) => note.text);
    expect(section(text, "Summary").map(textIn)).toEqual(notes("summary"));
    expect(section(text, "Remarks").map(textIn)).toEqual(notes("remark"));
  });

  test("attributes its quotations, with the note of the work that prints them", () => {
    const [first, second, note] = section(text, "Quotations").map(textIn);
    expect(first).toMatch(/our safety— Kim Jong Un .*, ¶a, as printed in Hankyoreh, .*¶a\)$/);
    expect(second).toMatch(/¶b, as printed in Hankyoreh, 26 September 2022 \(2019.*¶b\)$/);
    expect(note).toMatch(/^Printed in English; the originals are not published\./);
  });

  test("lists its sources with their web addresses", () => {
    const list = section(text, "Sources").map(textIn).join("\n");
    expect(list).toContain(
      "https://english.hani.co.kr/arti/english_edition/e_northkorea/1060192.html",
    );
    expect(section(text, "Text")).toEqual([]);
  });
});

describe("the file of a document with its full text", () => {
  const text = formatDocument(withTexts(log, ["One.", "Two."]));

  test("has the headings of the text", () => {
    const file = papers.document("log");
    const nodes = file ? section(formatDocument(file), "Text") : [];
    expect(nodes.flatMap((node) => (node.type === "heading" ? [textIn(node)] : []))).toEqual([
      "First night",
      "Second night",
    ]);
  });

  test("has no empty section", () => {
    expect(text).not.toMatch(/## (Summary|Quotations|Remarks|Sources)/);
  });
});

test("the document’s own web address is listed with its sources", () => {
  const { corpus } = libraryOf({
    "a.md": "---\ntitle: A page\nURL: https://example.org/a_b\n---\n\nWords.\n",
  });
  const [document] = corpus.documents;
  expect(document && section(formatDocument(document), "Sources").map(textIn)).toEqual([
    "A page: https://example.org/a_b",
  ]);
});
