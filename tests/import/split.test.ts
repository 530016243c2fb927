import type { RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../src/corpus/body.ts";
import { makeDrafts } from "../../src/import/writing/documents.ts";
import { parseSplitRule, type SplitRule, splitContent } from "../../src/import/writing/split.ts";

const VOLUME = `# Letters of a Keeper

A few words before.

## Part the First

### Letter I

To the Board.

> LETTER of a quotation

### Letter II

To the Board again.

## Part the Second

### Letter III

The last.
`;

const volume = parseMarkdown(VOLUME).root.children;

function splitting(asked: string): SplitRule {
  const read = parseSplitRule(asked);
  if ("error" in read) throw new Error(read.error);
  return read;
}

/** What each part begins with, and how many blocks it has. */
function partsAt(asked: string, content: readonly RootContent[] = volume): readonly string[] {
  const parts = splitContent(content, splitting(asked));
  if ("error" in parts) throw new Error(parts.error);
  return parts.map(({ title, content: blocks }) => `${title ?? "(before)"}: ${blocks.length}`);
}

describe("a manuscript is split", () => {
  test("at the highest headings that are several", () => {
    expect(partsAt("heading")).toEqual(["(before): 2", "Part the First: 6", "Part the Second: 3"]);
  });

  test("at headings of one level, and where a higher one ends them", () => {
    expect(partsAt("heading:3")).toEqual([
      "(before): 3",
      "Letter I: 3",
      "Letter II: 2",
      "Part the Second: 1",
      "Letter III: 2",
    ]);
    expect(partsAt("heading:1")).toEqual(["(before): 0", "Letters of a Keeper: 11"]);
  });

  test("at headings and paragraphs that begin as a pattern says, but not inside of a quotation", () => {
    expect(partsAt("^To the|^LETTER")).toEqual([
      "(before): 4",
      "To the Board.: 3",
      "To the Board again.: 4",
    ]);
    expect(partsAt("(?:^Letter|last) ?\\p{Lu}*\\.?$")).toHaveLength(5);
  });

  test("not at all where nothing begins", () => {
    expect(partsAt("heading:5")).toEqual([]);
    expect(partsAt("heading", parseMarkdown("# One\n\n## Two\n\nWords.\n").root.children)).toEqual(
      [],
    );
    expect(partsAt("^Chapter")).toEqual([]);
  });

  test("into everything that it holds", () => {
    for (const asked of ["heading", "heading:1", "heading:3", "To", "."]) {
      const parts = splitContent(volume, splitting(asked));
      expect("error" in parts || parts.flatMap(({ content }) => content)).toEqual(volume);
    }
  });

  test("with a title that is a line, and no longer than one", () => {
    const lines = parseMarkdown(`${"many words ".repeat(40)}\\\nand a line\n\nShort\\\nagain\n`);
    expect(partsAt("many|Short", lines.root.children)).toEqual([
      "(before): 0",
      `${"many words ".repeat(9).trim()} …: 1`,
      "Short: 1",
    ]);
  });
});

describe("a pattern that takes for ever", () => {
  test("is given up, and told of", () => {
    const content = parseMarkdown(`${"a".repeat(150)}!\n`).root.children;
    expect(splitContent(content, splitting("^(a+)+$"))).toEqual({
      error:
        "The pattern of `--split` takes too long here. Write it without a repetition inside of another.",
    });
  });
});

test.each(["(", "[a", "heading:0", "heading:7", "heading:", "\\p{Nothing}"])(
  "--split %s is refused with a sentence",
  (asked) => {
    expect(parseSplitRule(asked)).toEqual({ error: expect.stringMatching(/^`--split.+\.$/) });
  },
);

describe("documents of a volume", () => {
  function documentsOf(asked: string, metadata = {}) {
    const all = makeDrafts("keeper.md", [{ content: volume, metadata, remarks: ["Told."] }], {
      metadata: {},
      splitting: splitting(asked),
    });
    if ("error" in all) throw new Error(all.error);
    return {
      remarks: all.remarks,
      documents: all.drafts.map(({ number, metadata: { title, more } }) => [
        number,
        title,
        more?.["container-title"],
      ]),
    };
  }

  test("are counted and say of what they are a part; what stands before them keeps its title", () => {
    expect(documentsOf("heading:3")).toEqual({
      documents: [
        [undefined, "Letters of a Keeper", undefined],
        [1, "Letter I", "Letters of a Keeper"],
        [2, "Letter II", "Letters of a Keeper"],
        [3, "Letter III", "Letters of a Keeper"],
      ],
      remarks: ["Told.", "Left out for want of words: “Part the Second”."],
    });
  });

  test("are parts of what the file says that it is", () => {
    const { documents } = documentsOf("heading", { title: "Said by the file" });
    expect(documents.map(([, , container]) => container)).toEqual([
      undefined,
      "Said by the file",
      "Said by the file",
    ]);
  });

  test("are one where nothing begins one, which is told", () => {
    expect(documentsOf("^Chapter")).toEqual({
      documents: [[undefined, "Letters of a Keeper", undefined]],
      remarks: ["Told.", "Nothing in it begins a document as `--split` says."],
    });
  });
});
