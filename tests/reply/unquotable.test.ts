import fc from "fast-check";
import { expect, test } from "vitest";
import { letter } from "../../commands/letter.ts";
import { quote } from "../../commands/quote.ts";
import { formatDocument } from "../../src/reply/document-markdown.ts";
import { contextOf, expectKind, libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { asText } from "../words.ts";

const TABLE = "| Day | Ships |\n| --- | --- |\n| One | 3 |";
const library = libraryOf({
  "a.md": `First.[^1]

\`\`\`
light(lamp)
\`\`\`

Second ![a lamp](x.png) part.

${TABLE}

Third.

![](y.png)

<div>Words</div>

[^1]: A note.
`,
});
const context = contextOf(library);

test("Code, tables and pictures are shown in their places in a context", () => {
  const reply = expectKind("context", quote.respond({ passage: "a¶2", around: 1 }, context));
  expect(reply.unquotable).toEqual([
    { kind: "code", text: "light(lamp)", before: "a¶2" },
    { kind: "image", text: "a lamp", before: "a¶2" },
    { kind: "table", text: TABLE, before: "a¶3" },
    { kind: "image", text: "" },
    { kind: "html", text: "<div>Words</div>" },
  ]);
  expect(asText(reply).text).toMatch(
    /First\..*\[code\].*\[image: a lamp\].*▸ ¶2.*Second {1,2}part\..*\[table\].*Third\..*\[image\].*\[HTML\]/s,
  );
});

test("Code, tables and pictures are shown in a document, but not beside other passages", () => {
  const reply = expectKind("document", letter.respond({ date: "a" }, context));
  expect(reply.unquotable.map(({ kind }) => kind)).toEqual([
    "code",
    "image",
    "table",
    "image",
    "html",
  ]);
  expect(reply.footnotes).toEqual(["A note."]);
  const alone = expectKind("context", quote.respond({ passage: "a¶1", around: 0 }, context));
  expect(alone.unquotable).toEqual([]);
});

test("A document without words to quote says no more of others than there is", () => {
  const other = contextOf(
    libraryOf({
      "code.md": "```\nlight(lamp)\n```\n",
      "summary.md": "",
      "corpus.yaml": "body: text\n",
    }),
  );
  for (const date of ["code", "summary"]) {
    const { text } = asText(expectKind("document", letter.respond({ date }, other)));
    expect(text).toContain("Nothing in this document can be quoted.");
    expect(text).not.toContain("report");
  }
});

test("The whole document has code and tables as code, and its notes", () => {
  const [document] = library.corpus.documents;
  const markdown = document === undefined ? "" : formatDocument(document);
  expect(markdown).toContain(`\`\`\`\n${TABLE}\n\`\`\``);
  expect(markdown).toContain("[image: a lamp]");
  expect(markdown).toMatch(/## Notes\n\nA note\./);
});

test("A table is no passage", () => {
  expect(library.corpus.documents[0]?.passages.map(({ text }) => text)).toEqual([
    "First.",
    "Second  part.",
    "Third.",
  ]);
});

test("A note has its code, its table and its HTML, and a comment hides only itself", () => {
  const { corpus } = libraryOf({
    "a.md": `Words.[^1]

<!-- one --> shown <!-- two -->

<!-- hidden -->

[^1]: A note:

    ~~~
    light(lamp)
    ~~~

    <p>Markup</p>

    ![a wick](x.png)
`,
  });
  const [document] = corpus.documents;
  expect(document?.notes.map(({ text }) => text)).toEqual(["A note:\nlight(lamp)\n<p>Markup</p>"]);
  expect(document?.unquotable).toEqual([
    { kind: "html", text: "<!-- one --> shown <!-- two -->" },
    { kind: "image", text: "a wick" },
  ]);
});

/** A part of a document, and what each surface shows of it. */
interface ShownPart {
  readonly markdown: string;
  readonly shown: readonly string[];
}

const PARTS: readonly ((word: string) => ShownPart)[] = [
  (word) => ({ markdown: word, shown: [word] }),
  (word) => ({ markdown: `\`\`\`\n${word}\n\`\`\``, shown: ["[code]"] }),
  (word) => ({ markdown: `    ${word}`, shown: ["[code]"] }),
  (word) => ({ markdown: `| ${word} | 7 |\n| --- | --- |\n| 8 | 9 |`, shown: ["[table]"] }),
  (word) => ({ markdown: `<div>\n${word}\n</div>`, shown: ["[HTML]"] }),
  (word) => ({ markdown: `![${word}](x.png)`, shown: [`[image: ${word}]`] }),
  (word) => ({ markdown: `a${word}![${word}](x.png)`, shown: [`[image: ${word}]`, `a${word}`] }),
  (word) => ({
    markdown: `![${word}](x.png) ![b${word}](y.png)`,
    shown: [`[image: ${word}]`, `[image: b${word}]`],
  }),
  (word) => ({
    markdown: `[![${word}](x.png)](https://example.org/) a${word}`,
    shown: [`[image: ${word}]`, `a${word}`],
  }),
  (word) => ({
    markdown: `<p align="center">\n<img alt="${word}" src="x.png">\n</p>`,
    shown: [`[image: ${word}]`],
  }),
  (word) => ({
    markdown: `a${word} <img src="x.png" alt="${word}">`,
    shown: [`[image: ${word}]`, `a${word}`],
  }),
  (word) => ({ markdown: `## ![${word}](x.png)`, shown: [`[image: ${word}]`] }),
  (word) => ({ markdown: `![${word}][r]\n\n[r]: x.png`, shown: [`[image: ${word}]`] }),
];

const NESTED_PARTS: readonly ((word: string) => ShownPart)[] = [
  ...PARTS.filter((part) => !part("").markdown.startsWith("##")),
  (word) => ({ markdown: `### ${word}`, shown: [`[heading: ${word}]`] }),
];

const NESTS: readonly { readonly first: string; readonly rest: string }[] = [
  { first: "> ", rest: "> " },
  { first: "- ", rest: "  " },
  { first: "1. ", rest: "   " },
  { first: "> - ", rest: ">   " },
  { first: "- > ", rest: "  > " },
];

const partsOfDocument = fc.array(
  fc.oneof(
    fc.record({ make: fc.constantFrom(...PARTS) }),
    fc.record({ make: fc.constantFrom(...NESTED_PARTS), nest: fc.constantFrom(...NESTS) }),
  ),
  { minLength: 1, maxLength: 6 },
);

const SHOWN = /\[(?:code|table|HTML|(?:image|heading): \w+)\]|(?<!\w)a?w[a-z]w(?!\w)/g;

test("Each surface shows what is not quoted where it is, whatever it is in", () => {
  fc.assert(
    fc.property(partsOfDocument, (chosen) => {
      const parts = chosen.map(({ make, ...more }, index) => {
        const { markdown, shown } = make(`w${"abcdefgh".charAt(index)}w`);
        if (!("nest" in more)) return { markdown, shown };
        const { first, rest } = more.nest;
        return { markdown: first + markdown.replaceAll("\n", `\n${rest}`), shown };
      });
      // Otherwise, lists that follow each other are one.
      const markdown = parts.map((part) => part.markdown).join("\n\n<!-- -->\n\n");
      const expected = parts.flatMap(({ shown }) => shown);
      const { corpus, ...other } = libraryOf({ "a.md": markdown });
      const all = contextOf({ corpus, ...other });
      const whole = expectKind("document", letter.respond({ date: "a" }, all));
      expect(asText(whole).text.match(SHOWN) ?? []).toEqual(expected);
      const count = whole.quotations.length;
      const [document] = corpus.documents;
      const letters = [
        ...(document === undefined ? "" : formatDocument(document)).matchAll(/w([a-f])w/g),
      ].map(([, letter]) => letter);
      expect(letters.filter((letter, index) => letter !== letters[index - 1])).toEqual(
        [..."abcdef"].slice(0, parts.length),
      );
      if (count === 0) return;
      const context = quote.respond({ passage: "a¶1", around: count - 1 }, all);
      expect(asText(expectKind("context", context)).text.match(SHOWN)).toEqual(expected);
    }),
    { numRuns: runs(60) },
  );
});
