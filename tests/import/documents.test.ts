import fc from "fast-check";
import type { BlockContent, Heading, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { type BodyKind, parseMarkdown, readBody } from "../../src/corpus/body.ts";
import { FRONT_MATTER, parseYamlAs } from "../../src/corpus/schemas.ts";
import type { Manuscript, Metadata } from "../../src/import/manuscript.ts";
import {
  type ManuscriptDraft,
  makeDrafts,
  writeDocument,
} from "../../src/import/writing/documents.ts";
import { formatFrontMatter } from "../../src/import/writing/front-matter.ts";
import { parseSplitRule } from "../../src/import/writing/split.ts";

const text = (value: string): PhrasingContent => ({ type: "text", value });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: "paragraph", children });
const heading = (depth: Heading["depth"], value: string): Heading => ({
  type: "heading",
  depth,
  children: [text(value)],
});

function manuscript(content: readonly RootContent[], metadata: Metadata = {}): Manuscript {
  return { content, metadata, remarks: [] };
}

/** Words that mean something in Markdown, in HTML or in YAML, and some that mean nothing. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."* ** _ __ # ## > - + 1. 12) ` ``` ~~~ | \\ [ ] ( ) ![ ](x) < > &amp; & <b> <!-- --- === *** : :: ' \" @ ^ ~ $ % { } www.a.bc http://a.bc a@b.cd — “ ” … \u00a0 \u00ad \u200b \u3000 é 가".split(
          " ",
        ),
      ),
      fc.constantFrom("a", "word", "Words", "1", "2019", " ", "  ", "\t", "\n", "\n\n"),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join("").replaceAll("\0", ""));

const { phrasing } = fc.letrec<{ phrasing: PhrasingContent[] }>((tie) => ({
  phrasing: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: words.map(text) },
      fc.constant({ type: "break" } as const),
      words.map((value): PhrasingContent => ({ type: "inlineCode", value })),
      tie("phrasing").map((children): PhrasingContent => ({ type: "emphasis", children })),
      tie("phrasing").map((children): PhrasingContent => ({ type: "strong", children })),
      tie("phrasing").map(
        (children): PhrasingContent => ({ type: "link", url: "https://example.com/", children }),
      ),
    ),
    { maxLength: 4 },
  ),
}));
const { block } = fc.letrec<{ block: BlockContent }>((tie) => ({
  block: fc.oneof(
    { weight: 5, arbitrary: phrasing.map((children) => paragraph(...children)) },
    fc
      .array(tie("block"), { maxLength: 3 })
      .map((children): BlockContent => ({ type: "blockquote", children })),
    fc.array(tie("block"), { maxLength: 3 }).map(
      (children): BlockContent => ({
        type: "list",
        children: [{ type: "listItem", children }],
      }),
    ),
    fc.constant({ type: "thematicBreak" } as const),
    words.map((value): BlockContent => ({ type: "code", value })),
  ),
}));
const content = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: block },
    fc
      .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6), phrasing)
      .map(([depth, children]): RootContent => ({ type: "heading", depth, children })),
  ),
  { maxLength: 6 },
);

/** The words of a file, or of what it was made of, with the headings above them; white space apart. */
function wordsOf(markdown: string | readonly RootContent[], kind: BodyKind) {
  const root: Root =
    typeof markdown === "string"
      ? parseMarkdown(markdown).root
      : { type: "root", children: [...markdown] };
  return readBody(root, kind, "").passages.map(({ text: words, headings }) =>
    [words, ...headings].map((one) => one.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n")),
  );
}

function fileOf(draft: Omit<ManuscriptDraft, "number">, kind: BodyKind): string {
  const file = writeDocument({ ...draft, number: undefined }, kind);
  if ("error" in file) throw new Error(file.error);
  return Buffer.from(file.bytes).toString();
}

function draftsFrom(
  fileName: string,
  manuscripts: readonly Manuscript[],
  asked: { readonly metadata?: Metadata; readonly split?: string } = {},
) {
  const splitting = asked.split === undefined ? undefined : parseSplitRule(asked.split);
  if (splitting !== undefined && "error" in splitting) throw new Error(splitting.error);
  const all = makeDrafts(fileName, manuscripts, {
    metadata: asked.metadata ?? {},
    ...(splitting && { splitting }),
  });
  if ("error" in all) throw new Error(all.error);
  return all;
}

describe("the file of a document", () => {
  test("has the very words of the manuscript, whatever Markdown would make of them", () => {
    fc.assert(
      fc.property(content, (blocks) => {
        const draft = { content: blocks, metadata: { title: "A title of its own" } };
        expect(wordsOf(fileOf(draft, "text"), "text")).toEqual(wordsOf(blocks, "text"));
      }),
    );
  });

  test("has them under a heading of their own where paragraphs are notes", () => {
    fc.assert(
      fc.property(content, (blocks) => {
        const draft = { content: blocks, metadata: { title: "A title of its own" } };
        const withoutHeadings = (kind: BodyKind, words: string | typeof blocks) =>
          wordsOf(words, kind).map(([one]) => one);
        expect(withoutHeadings("notes", fileOf(draft, "notes"))).toEqual(
          withoutHeadings("text", blocks),
        );
      }),
    );
  });

  test("leaves out the dress of words rather than a word", () => {
    const blocks = [
      paragraph({ type: "strong", children: [text("so "), text("“much”")] }, text("more")),
      paragraph({ type: "emphasis", children: [text("kept")] }),
    ];
    const file = writeDocument(
      { content: blocks, metadata: { title: "T" }, number: undefined },
      "text",
    );
    expect("remarks" in file && Buffer.from(file.bytes).toString()).toContain("*kept*");
    expect(wordsOf(blocks, "text")).toEqual([["so “much”more"], ["kept"]]);
  });

  test("keeps the levels of headings, and moves them below `## Text` among notes", () => {
    const draft = {
      content: [heading(1, "Part"), heading(2, "Chapter"), paragraph(text("Words."))],
      metadata: { title: "Volume" },
    };
    expect(fileOf(draft, "text")).toBe(
      "---\ntitle: Volume\n---\n\n# Part\n\n## Chapter\n\nWords.\n",
    );
    expect(fileOf(draft, "notes")).toBe(
      "---\ntitle: Volume\n---\n\n## Text\n\n### Part\n\n#### Chapter\n\nWords.\n",
    );
    const deep = {
      content: [1, 5, 6].flatMap((depth) => [
        heading(depth === 1 ? 1 : depth === 5 ? 5 : 6, `Level ${depth}`),
        paragraph(text("Words.")),
      ]),
      metadata: draft.metadata,
    };
    expect(fileOf(deep, "notes").match(/^#+ Level \d/gm)).toEqual([
      "### Level 1",
      "###### Level 5",
      "###### Level 6",
    ]);
  });

  test("has its title once", () => {
    const [draft] = draftsFrom("x.md", [
      manuscript([heading(1, "The Title"), paragraph(text("Words."))]),
    ]).drafts;
    expect(draft && fileOf(draft, "text")).toBe("---\ntitle: The Title\n---\n\nWords.\n");
  });

  test("keeps a reference beside what it refers to", () => {
    const { root } = parseMarkdown(
      "# One\n\nSee [there][a].\n\n# Two\n\nNothing.\n\n[a]: https://example.com/a\n",
    );
    const { drafts } = draftsFrom("x.md", [manuscript(root.children)], { split: "heading" });
    expect(drafts.map((draft) => fileOf(draft, "text"))).toEqual([
      "---\ntitle: One\n---\n\nSee [there][a].\n\n[a]: https://example.com/a\n",
      "---\ntitle: Two\n---\n\nNothing.\n",
    ]);
  });

  test("is no larger than a corpus reads", () => {
    const file = writeDocument(
      {
        content: [paragraph(text("word ".repeat(900_000)))],
        metadata: { title: "T" },
        number: undefined,
      },
      "text",
    );
    expect(file).toEqual({
      error: "This makes a document of more than 4 MiB. Split it with `--split`.",
    });
  });

  test("is not made of what is nested without end", () => {
    let block: BlockContent = paragraph(text("deep"));
    for (let depth = 0; depth < 5000; depth++) block = { type: "blockquote", children: [block] };
    expect(makeDrafts("x.html", [manuscript([block])], { metadata: {} })).toEqual({
      error: "Quotations, lists or emphasis are nested too deeply here. Nest them less deeply.",
    });
  });
});

describe("front matter", () => {
  test("gives a corpus the same texts again, whatever they are", () => {
    const said = words.map((one) => one.replace(/[\s\p{Cc}\p{Cs}\ufeff]+/gu, " ").trim());
    const tricky = fc.oneof(
      said,
      fc.constantFrom(
        "null",
        "~",
        "true",
        "1e3",
        "0x1F",
        "2019",
        "- a",
        "a: b",
        "#",
        "'",
        '"',
        "no",
        "{}",
        "[]",
        "*a",
        "&a",
        "|",
        ">",
        "? a",
        "%",
        "@",
        "`",
        "a #b",
        "<<",
        "...",
      ),
    );
    fc.assert(
      fc.property(tricky, tricky, fc.array(tricky, { maxLength: 3 }), (title, rights, from) => {
        const yaml = formatFrontMatter({ title, rights, from, more: { publisher: rights } });
        const read = parseYamlAs(FRONT_MATTER, yaml, "x.md");
        const value = "value" in read ? read.value : undefined;
        expect(value?.title ?? "").toBe(title);
        expect(value?.rights ?? "").toBe(rights);
        expect(value?.["publisher"] ?? "").toBe(rights);
        expect(value?.from).toEqual(from.filter((one) => one !== ""));
      }),
      { numRuns: 500 },
    );
  });

  test("holds what was asked for before what the file says, and both before its name", () => {
    const own = { title: "Said by the file", date: "1787-11-22", more: { publisher: "A press" } };
    const titles = (metadata: Metadata, asked: Metadata, fileName = "a_name.txt") =>
      draftsFrom(fileName, [manuscript([paragraph(text("W."))], metadata)], {
        metadata: asked,
      }).drafts.map((draft) => draft.metadata);
    expect(titles(own, { title: "Asked for" })).toEqual([{ ...own, title: "Asked for" }]);
    expect(titles(own, {})).toEqual([own]);
    expect(titles({}, {})).toEqual([{ title: "a name", more: {} }]);
    expect(titles({}, {}, "..\n\u202e.txt")).toEqual([{ title: "..", more: {} }]);
    expect(titles({}, {}, "\n.txt")).toEqual([{ title: "Untitled", more: {} }]);
  });

  test("leaves out what no corpus would accept, and says so", () => {
    const { drafts, remarks } = draftsFrom("x.html", [
      manuscript([paragraph(text("W."))], {
        title: "T",
        date: "the other day",
        type: "rant",
        language: "no language at all",
        URL: "javascript:alert(1)",
        more: { publsher: "A press", colour: "blue", ISBN: "1" },
      }),
    ]);
    expect(drafts.map(({ metadata }) => metadata)).toEqual([{ title: "T", more: { ISBN: "1" } }]);
    expect(remarks.map((remark) => /`(\w+)`/.exec(remark)?.[1]).toSorted()).toEqual(
      ["URL", "colour", "date", "language", "publsher", "type"].toSorted(),
    );
  });
});
