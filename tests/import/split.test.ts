import type { RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { message } from "../../src/catalogue/catalogue.ts";
import { parseMarkdown } from "../../src/corpus/markdown.ts";
import { wordsInContent } from "../../src/import/shared/lost-words.ts";
import { makeDrafts } from "../../src/import/writing/drafts.ts";
import { parseSplitRule, type SplitRule, splitContent } from "../../src/import/writing/split.ts";
import { inEnglish } from "../in-english.ts";

const VOLUME = `# Letters of a Keeper

A few words before.

## Part the First

### Chapter I

To the Board.

> LETTER of a quotation

### Chapter II

To the Board again.

## Part the Second

### Chapter III

The last.
`;

const volume = parseMarkdown(VOLUME).root.children;

function ruleOf(value: string): SplitRule {
  const rule = parseSplitRule(value);
  if ("error" in rule) throw new Error(inEnglish(rule.error));
  return rule;
}

/** Returns the title of each part with its number of blocks. Empty if nothing is split off. */
function partsAt(value: string, content: readonly RootContent[] = volume): readonly string[] {
  const split = splitContent(content, ruleOf(value));
  if ("error" in split) throw new Error(inEnglish(split.error));
  const { before, parts } = split;
  if (parts.length === 0) return [];
  return [
    `(before): ${before.length}`,
    ...parts.map(({ title, content: blocks }) => `${title}: ${blocks.length}`),
  ];
}

describe("splitContent", () => {
  test("splits at the headings of the highest level that occurs more than once", () => {
    expect(partsAt("heading")).toEqual(["(before): 2", "Part the First: 6", "Part the Second: 3"]);
  });

  test("splits at the headings of one level, and at higher ones after the first of them", () => {
    expect(partsAt("heading:3")).toEqual([
      "(before): 3",
      "Chapter I: 3",
      "Chapter II: 2",
      "Part the Second: 1",
      "Chapter III: 2",
    ]);
    expect(partsAt("heading:1")).toEqual(["(before): 0", "Letters of a Keeper: 11"]);
  });

  test("splits at headings and paragraphs that match a pattern, but not within a quotation", () => {
    expect(partsAt("^To the|^LETTER")).toEqual([
      "(before): 4",
      "To the Board.: 3",
      "To the Board again.: 4",
    ]);
    expect(partsAt("(?:^Chapter|last) ?\\p{Lu}*\\.?$")).toHaveLength(5);
  });

  test("does not split if nothing begins a document", () => {
    expect(partsAt("heading:5")).toEqual([]);
    expect(partsAt("heading", parseMarkdown("# One\n\n## Two\n\nWords.\n").root.children)).toEqual(
      [],
    );
    expect(partsAt("^Lecture")).toEqual([]);
  });

  test("keeps every block", () => {
    for (const value of ["heading", "heading:1", "heading:3", "To", "."]) {
      const split = splitContent(volume, ruleOf(value));
      if ("error" in split) throw new Error(inEnglish(split.error));
      const blocks = split.parts.flatMap(({ content }) => content);
      expect([...split.before, ...blocks]).toEqual(volume);
    }
  });

  test("makes the title from the first line, and shortens it", () => {
    const lines = parseMarkdown(`${"many words ".repeat(40)}\\\nand a line\n\nShort\\\nagain\n`);
    expect(partsAt("many|Short", lines.root.children)).toEqual([
      "(before): 0",
      `${"many words ".repeat(9).trim()} …: 1`,
      "Short: 1",
    ]);
  });
});

test("a pattern that backtracks forever is stopped", () => {
  const content = parseMarkdown(`${"a".repeat(150)}!\n`).root.children;
  expect(splitContent(content, ruleOf("^(a+)+$"))).toEqual({
    error: message("split.too-slow"),
  });
});

test.each(["(", "[a", "heading:0", "heading:7", "heading:", "\\p{Nothing}"])(
  "--split %s is an error",
  (value) => {
    const rule = parseSplitRule(value);
    expect("error" in rule && inEnglish(rule.error)).toMatch(/^`--split.+\.$/);
  },
);

test("many headings with none above them are split in few steps", () => {
  let steps = 0;
  const headings = Array.from({ length: 1000 }, () => ({
    type: "heading" as const,
    get depth() {
      steps += 1;
      return 2 as const;
    },
    children: [{ type: "text" as const, value: "A" }],
  }));
  splitContent(headings, { at: "level", level: 2 });
  expect(steps).toBeLessThan(headings.length * 10);
});

describe("the drafts of a volume", () => {
  function draftsOf(value: string, metadata = {}) {
    const made = makeDrafts(
      "keeper.md",
      [{ content: volume, metadata, remarks: [message("docx.comments")] }],
      {
        metadata: {},
        splitRule: ruleOf(value),
      },
    );
    if ("error" in made) throw new Error(inEnglish(made.error));
    return {
      remarks: made.remarks.map(inEnglish),
      drafts: made.drafts.map(({ suffix, metadata: { title, more } }) => [
        suffix,
        title,
        more?.["part-of"],
      ]),
    };
  }

  test("are numbered and name their container; the text before them keeps the title", () => {
    expect(draftsOf("heading:3")).toEqual({
      drafts: [
        [undefined, "Letters of a Keeper", undefined],
        ["1", "Chapter I", "Letters of a Keeper"],
        ["2", "Chapter II", "Letters of a Keeper"],
        ["3", "Chapter III", "Letters of a Keeper"],
      ],
      remarks: [
        "Comments were left out.",
        "Titles without text of their own were left out: “Part the Second”.",
      ],
    });
  });

  test("keep the words of a part that has nothing to quote at the end of the part before", () => {
    const content = parseMarkdown(
      "## Notice\n\n## First address\n\nA word.\n\n## ADA QUILL\n\n## PART TWO\n\n## Table\n\n```\n1 2\n```\n\n## Second address\n\nAnother.\n",
    ).root.children;
    const made = makeDrafts("a.md", [{ content, metadata: {}, remarks: [] }], {
      metadata: {},
      splitRule: ruleOf("heading"),
    });
    if ("error" in made) throw new Error(inEnglish(made.error));
    expect(
      made.drafts.map((draft) => [draft.metadata.title, wordsInContent(draft.content)]),
    ).toEqual([
      ["First address", ["First address", "A word.", "ADA QUILL", "Table", "1 2"]],
      ["Second address", ["Second address", "Another."]],
    ]);
    expect(made.remarks.map(inEnglish)).toEqual([
      "Titles without text of their own were left out: “Notice”, “PART TWO”.",
    ]);
  });

  test("name the work that each is a part of, if there are several", () => {
    const works = ["THE LAMP", "THE BOAT"].map(
      (title) => `# ${title}\n\n## CHAPTER I\n\nA word.\n\n## CHAPTER II\n\nAnother.\n`,
    );
    const content = parseMarkdown(works.join("\n")).root.children;
    const made = makeDrafts("a.md", [{ content, metadata: {}, remarks: [] }], {
      metadata: {},
      splitRule: ruleOf("heading:2"),
    });
    if ("error" in made) throw new Error(inEnglish(made.error));
    expect(
      made.drafts.map(({ suffix, metadata: { more } }) => [suffix, more?.["part-of"]]),
    ).toEqual([
      ["the-lamp-1", "THE LAMP"],
      ["the-lamp-2", "THE LAMP"],
      ["the-boat-1", "THE BOAT"],
      ["the-boat-2", "THE BOAT"],
    ]);
  });

  test("name the title in the file’s metadata as their container", () => {
    const { drafts } = draftsOf("heading", { title: "Said by the file" });
    expect(drafts.map(([, , container]) => container)).toEqual([
      undefined,
      "Said by the file",
      "Said by the file",
    ]);
  });

  test("are a single one if nothing begins a document, with a remark", () => {
    expect(draftsOf("^Lecture")).toEqual({
      drafts: [[undefined, "Letters of a Keeper", undefined]],
      remarks: [
        "Comments were left out.",
        "Nothing in it begins a document according to `--split`.",
      ],
    });
  });
});

test("a file with many headings that is not split is imported with a hint", () => {
  const text = Array.from(
    { length: 12 },
    (_, chapter) => `## Night ${chapter}\n\nThe lamp burned.`,
  );
  const manuscript = {
    content: parseMarkdown(text.join("\n\n")).root.children,
    metadata: {},
    remarks: [],
  };
  const remarksFor = (options: object) => {
    const made = makeDrafts("log.md", [manuscript], { metadata: {}, ...options });
    return "error" in made ? [] : made.remarks.map(inEnglish);
  };
  expect(remarksFor({})).toEqual([
    "It has 12 headings. `--split heading` makes a document of each chapter or letter.",
  ]);
  expect(remarksFor({ splitRule: { at: "headings" } })).toEqual([]);
});
