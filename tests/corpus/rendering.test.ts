import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCorpus, type CorpusFile } from "../../src/corpus/corpus.ts";
import type { Document } from "../../src/corpus/document.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { corpusFrom, corpusIn } from "./folder.ts";
import { HOSTILE_MARKDOWN } from "./hostile.ts";
import { renderParagraphs } from "./rendering.ts";

function file(path: string, text: string): CorpusFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

function documentOf(markdown: string): Document {
  const [document] = corpusFrom(buildCorpus([file("a.md", markdown)])).documents;
  if (document === undefined) throw new Error("The document is missing.");
  return document;
}

/**
 * Fragments of Markdown. They avoid the cases in which the two libraries disagree about the
 * specification: tags and list markers alone on a line, tabs at the end of one, code that begins at
 * the end of one, three asterisks within a word, and a bracket after a reference.
 */
const PIECES = [
  ...["word", "훈련", "é", "e\u0301", "😀", " ", "  ", "\tk", ".\n", "\n\n", "x  \n", "y\\\n"],
  ...[" *a* ", " **b** ", " ***c*** ", " _d_ ", " *e ", " e* ", " **f ", " f** ", " _g ", " g_ "],
  ...["`n", "o` ", "``p", "q`` ", "[", "]", "(", ")", "!", "<", ">", "#", "$", "|", ":", "~~"],
  ...["a<br>", "<br/>b", "<b>c", "d</b>", "&amp;", "&copy;", "&#39;", "&nbsp;", "&", "\\*", "\\"],
  ...["\n> ", "\n- h", "\n* i", "\n1. j", "\n# ", "\n  l", "\n    m", "\n---\n", "\n===\n"],
  ...["\n~~~\n", "\n```\n", "\n\n[a]: b\n\n", "[a] ", "[b](c)", "![d](e)", "https://x.org/a_b"],
  ...["<http://x.y>", "“", "”", "‘", "’", "—", "–", "·", "'", '"', "@", "<@1>", "||", "-#"],
] as const;

const markdown = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((pieces) => `Begin.\n\n${pieces.join("")}`);

test("A folder of hostile Markdown yields the paragraphs that CommonMark renders", async () => {
  const { documents } = await corpusIn(HOSTILE_MARKDOWN);
  const quoted = documents.map(({ path, passages }) => [
    path,
    passages.map(({ text, lines }) => ({ text, line: lines[0]?.line })),
  ]);
  expect(Object.fromEntries(quoted)).toEqual({
    "inline.md": renderParagraphs(HOSTILE_MARKDOWN["inline.md"]),
    "blocks/quotes.md": renderParagraphs(HOSTILE_MARKDOWN["blocks/quotes.md"]),
    "blocks/deeper/lists.md": renderParagraphs(HOSTILE_MARKDOWN["blocks/deeper/lists.md"]),
  });
});

test("The passages of any Markdown are the paragraphs that CommonMark renders, line by line", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const { passages } = documentOf(text);
      expect(passages.map((passage) => passage.text)).toEqual(
        renderParagraphs(text).map((paragraph) => paragraph.text),
      );
      for (const passage of passages) {
        expect(passage.lines[0]?.offset).toBe(0);
        passage.lines.forEach(({ offset, line }, index) => {
          const next = passage.lines[index + 1];
          expect(offset).toBeLessThan(next?.offset ?? passage.text.length);
          expect(line).toBeLessThan(next?.line ?? Number.POSITIVE_INFINITY);
        });
      }
    }),
    { numRuns: runs(300) },
  );
});

test("Every word of any Markdown is on the line of the file that its passage states", () => {
  // The parser does not report that code began at the end of a line.
  const line = fc.tuple(
    fc.constantFrom("", "", "  ", "> ", "> > ", "- ", "1. ", "# ", "*", "`", "<b>", "&amp; "),
    fc.constantFrom("", "*", "</b>", "  ", "\\", "<br>", " &nbsp;", "\n", "\n\n", "\n>\n"),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (pieces) => {
      const lines = pieces
        .map(([before, after]) => `${before}w0${after}`)
        .join("\n")
        .split("\n");
      const text = lines.map((one, index) => one.replace("w0", `w${index + 1}`)).join("\n");
      for (const passage of documentOf(text).passages) {
        for (const { 1: word, index } of passage.text.matchAll(/w(\d+)/g)) {
          const start = passage.lines.findLast(({ offset }) => offset <= index);
          expect(start?.line).toBe(Number(word));
        }
      }
    }),
    { numRuns: runs(300) },
  );
});

describe("Any folder yields a corpus or problems", () => {
  const YAML = [
    "---\n",
    "title: ",
    "topics: ",
    "x: ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!t ",
    ">-\n",
  ];
  const chaos = fc
    .array(
      fc.oneof(
        fc.constantFrom(...PIECES),
        fc.constantFrom(
          ...YAML,
          "\0",
          "\r",
          "\ufeff",
          "\ud800",
          "\u2028",
          "__proto__: ",
          "— @a {b}",
        ),
        fc.string({ unit: "binary", maxLength: 5 }),
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(""));

  test.each(["text", "notes"])("with a body of %s", (body) => {
    fc.assert(
      fc.property(chaos, chaos, chaos, (text, topics, events) => {
        const reading = buildCorpus([
          file("a.md", text),
          file("b.md", `---\n${topics}\n---\n${text}`),
          file("corpus.yaml", `body: ${body}`),
          file("topics.yaml", topics),
          file("people.yaml", `x: ${topics}`),
          file("sources.yaml", `a: { title: A }\n${events}`),
          file("events.yaml", events),
        ]);
        for (const problem of "error" in reading ? reading.error : []) {
          expect(problem.line).toBeGreaterThan(0);
          expect(inEnglish(problem)).toMatch(/\.$/);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  test("with arbitrary bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        buildCorpus([
          { path: "a.md", bytes },
          { path: "topics.yaml", bytes },
        ]);
      }),
      { numRuns: runs(150) },
    );
  });
});
