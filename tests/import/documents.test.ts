import fc from "fast-check";
import type { BlockContent, Heading, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { message } from "../../src/catalogue/catalogue.ts";
import { type BodyKind, readBody } from "../../src/corpus/body.ts";
import { parseMarkdown } from "../../src/corpus/markdown.ts";
import { FRONT_MATTER } from "../../src/corpus/schemas.ts";
import { parseYamlAs } from "../../src/corpus/yaml-schema.ts";
import type { Manuscript, Metadata } from "../../src/import/manuscript.ts";
import { type ManuscriptDraft, makeDrafts } from "../../src/import/writing/drafts.ts";
import { formatFrontMatter } from "../../src/import/writing/front-matter.ts";
import { renderDocument } from "../../src/import/writing/render-document.ts";
import { parseSplitRule } from "../../src/import/writing/split.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";

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

/** Words, some of which are markup in Markdown, HTML or YAML. */
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

/** Returns the passages of a file, or of blocks, with their marks and headings. Normalizes white space. */
function wordsOf(markdown: string | readonly RootContent[], kind: BodyKind) {
  const root: Root =
    typeof markdown === "string"
      ? parseMarkdown(markdown).root
      : { type: "root", children: [...markdown] };
  return readBody(root, kind, "").passages.map(({ text: words, marks, headings }) =>
    [
      marks.reduceRight(
        (rest, mark) => rest.slice(0, mark.offset) + mark.text + rest.slice(mark.offset),
        words,
      ),
      ...headings,
    ].map((one) => one.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n")),
  );
}

function render(draft: Omit<ManuscriptDraft, "suffix">, kind: BodyKind): string {
  const file = renderDocument({ ...draft, suffix: undefined }, kind);
  if ("error" in file) throw new Error(inEnglish(file.error));
  return Buffer.from(file.bytes).toString();
}

function draftsFrom(
  fileName: string,
  manuscripts: readonly Manuscript[],
  { metadata = {}, split }: { readonly metadata?: Metadata; readonly split?: string } = {},
) {
  const splitRule = split === undefined ? undefined : parseSplitRule(split);
  if (splitRule !== undefined && "error" in splitRule) throw new Error(inEnglish(splitRule.error));
  const made = makeDrafts(fileName, manuscripts, { metadata, ...(splitRule && { splitRule }) });
  if ("error" in made) throw new Error(inEnglish(made.error));
  return made;
}

describe("the file of a document", () => {
  test("has exactly the words of the manuscript, even if they are markup in Markdown", () => {
    fc.assert(
      fc.property(content, (blocks) => {
        const draft = { content: blocks, metadata: { title: "A title of its own" } };
        expect(wordsOf(render(draft, "text"), "text")).toEqual(wordsOf(blocks, "text"));
      }),
    );
  });

  test("keeps a raised sign where markup has to go", () => {
    const link = (...children: PhrasingContent[]): PhrasingContent => ({
      type: "link",
      url: "https://example.com/",
      children,
    });
    const blocks = [paragraph(link(text("word⁴"), link()))];
    expect(render({ content: blocks, metadata: { title: "T" } }, "text")).toContain("word⁴");
  });

  test("has them below `## Text` if paragraphs are notes", () => {
    fc.assert(
      fc.property(content, (blocks) => {
        const draft = { content: blocks, metadata: { title: "A title of its own" } };
        const withoutHeadings = (kind: BodyKind, words: string | typeof blocks) =>
          wordsOf(words, kind).map(([one]) => one);
        expect(withoutHeadings("notes", render(draft, "notes"))).toEqual(
          withoutHeadings("text", blocks),
        );
      }),
    );
  });

  test("keeps words that are a mark once they are side by side", () => {
    const draft = {
      content: [paragraph(text("Some [^"), text("a](x) words"))],
      metadata: { title: "T" },
    };
    expect(wordsOf(render(draft, "text"), "text")).toEqual([["Some [^a](x) words"]]);
  });

  test("loses markup rather than a word", () => {
    const blocks = [
      paragraph({ type: "strong", children: [text("so much"), { type: "break" }] }, text("more")),
      paragraph({ type: "emphasis", children: [text("kept")] }),
    ];
    const file = renderDocument(
      { content: blocks, metadata: { title: "T" }, suffix: undefined },
      "text",
    );
    expect("remarks" in file && Buffer.from(file.bytes).toString()).toContain("*kept*");
    expect("remarks" in file && file.remarks.map(inEnglish)).toEqual([
      "Markup would change words in 1 place, and was left out there: emphasis.",
    ]);
    expect(wordsOf(blocks, "text")).toEqual([["so much\nmore"], ["kept"]]);
  });

  test("names the markup that it left out", () => {
    const glued = paragraph({ type: "strong", children: [text("so much"), { type: "break" }] });
    const item = { type: "listItem" as const, children: [glued] };
    const blocks: RootContent[] = [
      { type: "list", ordered: false, children: [item] },
      { type: "blockquote", children: [glued] },
    ];
    const draft = { content: blocks, metadata: { title: "T" }, suffix: undefined };
    const file = renderDocument(draft, "text");
    expect("remarks" in file && file.remarks.map(inEnglish)).toEqual([
      "Markup would change words in 2 places, and was left out there: lists, emphasis, block quotations.",
    ]);
  });

  test("keeps the levels of headings, or moves them below `## Text`", () => {
    const draft = {
      content: [heading(1, "Part"), heading(2, "Chapter"), paragraph(text("Words."))],
      metadata: { title: "Volume" },
    };
    expect(render(draft, "text")).toBe(
      "---\ntitle: Volume\n---\n\n# Part\n\n## Chapter\n\nWords.\n",
    );
    expect(render(draft, "notes")).toBe(
      "---\ntitle: Volume\n---\n\n## Text\n\n### Part\n\n#### Chapter\n\nWords.\n",
    );
    const deep = {
      content: [1, 5, 6].flatMap((depth) => [
        heading(depth === 1 ? 1 : depth === 5 ? 5 : 6, `Level ${depth}`),
        paragraph(text("Words.")),
      ]),
      metadata: draft.metadata,
    };
    expect(render(deep, "notes").match(/^#+ Level \d/gm)).toEqual([
      "### Level 1",
      "###### Level 5",
      "###### Level 6",
    ]);
  });

  test("has the title only once", () => {
    const [draft] = draftsFrom("x.md", [
      manuscript([heading(1, "The Title"), paragraph(text("Words."))]),
    ]).drafts;
    expect(draft && render(draft, "text")).toBe("---\ntitle: The Title\n---\n\nWords.\n");
  });

  test("contains the definitions that it refers to", () => {
    const { root } = parseMarkdown(
      "# One\n\nSee [there][a].\n\n# Two\n\nNothing.\n\n[a]: https://example.com/a\n",
    );
    const { drafts } = draftsFrom("x.md", [manuscript(root.children)], { split: "heading" });
    expect(drafts.map((draft) => render(draft, "text"))).toEqual([
      "---\ntitle: One\n---\n\nSee [there][a].\n\n[a]: https://example.com/a\n",
      "---\ntitle: Two\n---\n\nNothing.\n",
    ]);
  });

  test("is an error if it is larger than a corpus reads", () => {
    const file = renderDocument(
      {
        content: [paragraph(text("word ".repeat(900_000)))],
        metadata: { title: "T" },
        suffix: undefined,
      },
      "text",
    );
    expect(file).toEqual({
      error: message("render.too-large"),
    });
  });

  test("names what would divide it into documents that are small enough", () => {
    const long = paragraph(text("word ".repeat(250_000)));
    const errorOf = (content: readonly RootContent[]) => {
      const draft = { content, metadata: { title: "T" }, suffix: undefined };
      const file = renderDocument(draft, "text");
      return "error" in file && inEnglish(file.error);
    };
    const chapters = [1, 2, 3, 4].flatMap(() => [heading(2, "Chapter"), long]);
    expect(errorOf(chapters)).toMatch(/`--split heading` makes several that are small enough/);
    const books = ["One", "Two"].flatMap((title) => [heading(1, title), ...chapters]);
    expect(errorOf(books)).toMatch(/`--split heading:2` makes several that are small enough/);
    expect(errorOf([heading(1, "One"), long, long, long, long])).toMatch(
      /no level of its headings divides it enough/,
    );
  });

  test("is an error if the manuscript is nested too deeply", () => {
    let block: BlockContent = paragraph(text("deep"));
    for (let depth = 0; depth < 5000; depth++) block = { type: "blockquote", children: [block] };
    expect(makeDrafts("x.html", [manuscript([block])], { metadata: {} })).toEqual({
      error: message("sentences", {
        first: message("problem.nested-too-deeply"),
        rest: message("remedy.nested-too-deeply"),
      }),
    });
  });
});

describe("front matter", () => {
  test("is read back as the same texts", () => {
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
      { numRuns: runs(100) },
    );
  });

  test("prefers the editor’s metadata to the file’s, and both to the file name", () => {
    const own = { title: "From the file", date: "1787-11-22", more: { publisher: "A press" } };
    const metadataOf = (own: Metadata, given: Metadata, fileName = "a_name.txt") =>
      draftsFrom(fileName, [manuscript([paragraph(text("W."))], own)], {
        metadata: given,
      }).drafts.map((draft) => draft.metadata);
    expect(metadataOf(own, { title: "From the editor" })).toEqual([
      { ...own, title: "From the editor" },
    ]);
    expect(metadataOf(own, {})).toEqual([own]);
    expect(metadataOf({}, {})).toEqual([{ title: "a name", more: {} }]);
    expect(metadataOf({}, {}, "..\n\u202e.txt")).toEqual([{ title: "..", more: {} }]);
    expect(metadataOf({}, {}, "\n.txt")).toEqual([{ title: "Untitled", more: {} }]);
  });

  test("has a remark once that several manuscripts have", () => {
    const remarks = [message("table.nested", { column: "a" })];
    const one = { ...manuscript([paragraph(text("W."))], { title: "T" }), remarks };
    const other = { ...one, remarks: [message("table.nested", { column: "a" })] };
    expect(draftsFrom("x.json", [one, other]).remarks).toEqual(remarks);
  });

  test("leaves out what a corpus would reject, with a remark", () => {
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
    expect(remarks.map((remark) => /`(\w+)`/.exec(inEnglish(remark))?.[1]).toSorted()).toEqual(
      ["URL", "colour", "date", "language", "publsher", "type"].toSorted(),
    );
  });
});
