import { expect, test } from "vitest";
import { letter } from "../../commands/letter.ts";
import { quote } from "../../commands/quote.ts";
import { formatDocument } from "../../src/reply/document-markdown.ts";
import { contextOf, expectKind, libraryOf } from "../library.ts";
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
