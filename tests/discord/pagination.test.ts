import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MessagePage, paginate } from "../../src/discord/pagination.ts";
import type { LayoutBlock, StyledText } from "../../src/reply/layout/blocks.ts";
import { isLong } from "../thoroughness.ts";
import { parseDiscordMarkdown } from "./discord-markdown.ts";

/** The smallest budget: a message with the longest command line, and with all buttons and links. */
const SMALL_BUDGET = { characters: 1500, components: 8 };

const WORDS = [
  "The most important cause of what your side considers the headache. ",
  "“No changed outcome can be anticipated,” wrote Mr. Kim. ",
  "전쟁 연습은 누구를 상대로 하는 것입니까? ",
  "Against whom?\n",
  "a line of verse,\n  and one that is set in\n",
  "*stars* _lines_ ~~ || `code` ",
  "<@123456789012345678> @everyone :smile: ",
  "https://example.org/",
  "1. first\n- second\n> third\n",
  "👩‍👩‍👧👍🏽",
  "\\\\",
  "a",
  "훈련",
  "x".repeat(90),
  " ",
];

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(""));

const long = fc
  .tuple(fc.oneof(words, fc.constantFrom(...WORDS)), fc.integer({ min: 1, max: 300 }))
  .map(([text, times]) => text.repeat(times).slice(0, 4500));

const texts = fc.oneof(words, long).filter((text) => text.trim() !== "");

const runs = fc
  .tuple(fc.array(texts, { minLength: 1, maxLength: 4 }), fc.nat(1))
  .map(([parts, first]) =>
    parts.map((text, index): StyledText => ({ text, isMatch: index % 2 === first })),
  );

const line = { name: "quote", options: {} };

const blocks = fc.array(
  fc.oneof(
    runs.map((runs): LayoutBlock => ({ kind: "quote", runs })),
    runs.map((runs): LayoutBlock => ({ kind: "text", runs })),
    texts.map((text): LayoutBlock => ({ kind: "fine", text })),
    texts.map((text): LayoutBlock => ({ kind: "code", text })),
    texts.map((text): LayoutBlock => ({ kind: "heading", text })),
    texts.map((text): LayoutBlock => ({ kind: "subheading", text })),
    texts.map(
      (text): LayoutBlock => ({ kind: "subheading", text, open: { label: "another", line } }),
    ),
    fc.constant<LayoutBlock>({ kind: "rule" }),
    fc
      .array(fc.record({ label: words, value: texts }), { minLength: 1, maxLength: 4 })
      .map((facts): LayoutBlock => ({ kind: "facts", facts })),
  ),
  { minLength: 1, maxLength: 8 },
);

function quote(text: string): LayoutBlock {
  return { kind: "quote", runs: [{ text, isMatch: false }] };
}

function displaysOf(page: MessagePage): readonly string[] {
  return page.flatMap((part) => (part.kind === "display" ? [part.markdown] : []));
}

/** Counts the components of a message page: a text display with a button is a section of both. */
function componentsOf(page: MessagePage): number {
  return page.reduce((sum, part) => sum + (part.kind === "display" && part.open ? 3 : 1), 0);
}

/** Returns the texts of the block quotes on all pages. */
function blockQuotesIn(pages: readonly MessagePage[]): readonly string[] {
  return pages
    .flatMap(displaysOf)
    .flatMap(parseDiscordMarkdown)
    .flatMap(({ as, text }) => (as === "blockQuote" ? [text] : []));
}

/** Returns the texts of the code blocks on all pages. */
function codeIn(pages: readonly MessagePage[]): readonly string[] {
  return pages
    .flatMap(displaysOf)
    .flatMap(parseDiscordMarkdown)
    .flatMap(({ as, text }) => (as === "codeBlock" ? [text] : []));
}

/** Returns the text of all pages without marks and white space. */
function plainText(pages: readonly MessagePage[]): string {
  const markdown = pages.flatMap(displaysOf).join("\n");
  const unmarked = (text: string) =>
    text.replace(/\\([^0-9A-Za-z\s])|\*\*|^(?:>|-#|##) /gm, (_, character = "") => character);
  // Every second part is a code block, in which nothing is a mark.
  const parts = markdown.split(/^```$/m);
  return bare(parts.map((part, index) => (index % 2 === 1 ? part : unmarked(part))).join(""));
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Blocks whose text appears once: no heading that is shortened, and no citation that is repeated. */
const shownOnce = blocks
  .map((all) => all.filter((one) => !/heading/.test(one.kind) || textOf(one).length <= 200))
  .map((all) =>
    all.filter(({ kind }, index) => {
      const before = all.slice(0, index).findLast((one) => one.kind !== "fine");
      return kind !== "fine" || before?.kind !== "quote";
    }),
  );

function textOf(block: LayoutBlock): string {
  switch (block.kind) {
    case "rule":
      return "";
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "quote":
    case "text":
      return block.runs.map(({ text }) => text).join("");
    case "heading":
    case "subheading":
    case "code":
    case "fine":
      return block.text;
  }
}

describe("the message pages of a reply", () => {
  test("stay within their budget, whatever they show", () => {
    const budgets = fc.record({
      characters: fc.integer({ min: SMALL_BUDGET.characters, max: 4000 }),
      components: fc.integer({ min: SMALL_BUDGET.components, max: 40 }),
    });
    fc.assert(
      fc.property(blocks, budgets, (blocks, budget) => {
        for (const page of paginate(blocks, budget)) {
          const shown = displaysOf(page);
          const characters = shown.reduce((sum, { length }) => sum + length, 0);
          expect(characters).toBeLessThanOrEqual(budget.characters);
          expect(componentsOf(page)).toBeLessThanOrEqual(budget.components);
          expect(shown.length).toBeGreaterThan(0);
          for (const markdown of shown) expect(markdown.trim()).not.toBe("");
        }
      }),
    );
  });

  test("have separators only between text displays", () => {
    fc.assert(
      fc.property(blocks, (blocks) => {
        for (const page of paginate(blocks, SMALL_BUDGET)) {
          const kinds = page.map(({ kind }) => kind).join(" ");
          expect(kinds).not.toMatch(/^separator|separator separator|separator$/);
        }
      }),
    );
  });

  test("neither omit nor add text", () => {
    fc.assert(
      fc.property(shownOnce, (blocks) => {
        expect(plainText(paginate(blocks, SMALL_BUDGET))).toBe(bare(blocks.map(textOf).join("")));
      }),
    );
  });

  test("repeat a long heading in full below it", () => {
    const text = "An entry of a list with much to tell. ".repeat(80).trim();
    const open = { label: "another", line } as const;
    const pages = paginate([{ kind: "subheading", text, open }], SMALL_BUDGET);
    const [head = "", ...rest] = pages.flatMap(displaysOf).join("\n").split("\n");
    expect(head).toMatch(/^\*\*An entry of a list .{0,200}…\*\*$/);
    expect(bare(rest.join(""))).toBe(bare(text));
    expect(pages.flat().map((part) => part.kind === "display" && part.open)).toContain(open);
  });

  test("have a button beside each entry that can be opened, on all pages", () => {
    const entries = Array.from({ length: 60 }, (_, index): LayoutBlock[] => [
      {
        kind: "subheading",
        text: `Entry ${index}`,
        open: { label: "another", line: { name: "quote", options: { rank: index } } },
      },
      { kind: "text", runs: [{ text: "What it is about. ".repeat(10), isMatch: false }] },
    ]).flat();
    const pages = paginate(entries, { ...SMALL_BUDGET, components: 30 });
    expect(pages.length).toBeGreaterThan(3);
    const opened = pages
      .flat()
      .map((part) =>
        part.kind === "display"
          ? [part.markdown.split("\n")[0], part.open?.line.options["rank"]]
          : [],
      );
    expect(opened).toEqual(Array.from({ length: 60 }, (_, index) => [`**Entry ${index}**`, index]));
  });

  test("set the paragraphs of a text apart from each other", () => {
    const paragraph = (text: string): LayoutBlock => ({
      kind: "text",
      runs: [{ text, isMatch: false }],
      isParagraph: true,
    });
    const [page = []] = paginate(
      [{ kind: "subheading", text: "Summary" }, paragraph("One."), paragraph("Two.")],
      SMALL_BUDGET,
    );
    expect(displaysOf(page)).toEqual(["**Summary**\nOne.\n\nTwo."]);
  });
});

describe("a quotation on several message pages", () => {
  const others = blocks.map((blocks) => blocks.filter(({ kind }) => kind !== "quote"));

  test("is the passage, character for character", () => {
    fc.assert(
      fc.property(runs, (runs) => {
        const text = runs.map((run) => run.text).join("");
        expect(blockQuotesIn(paginate([{ kind: "quote", runs }], SMALL_BUDGET)).join("")).toBe(
          text,
        );
      }),
    );
  });

  test("is the passage, character for character, between any other blocks", () => {
    fc.assert(
      fc.property(others, texts, others, (before, text, after) => {
        const pages = paginate([...before, quote(text), ...after], SMALL_BUDGET);
        expect(blockQuotesIn(pages).join("")).toBe(text);
      }),
    );
  });

  test("appears once per page", () => {
    fc.assert(
      fc.property(others, texts, (before, text) => {
        for (const page of paginate([...before, quote(text)], SMALL_BUDGET)) {
          expect(blockQuotesIn([page]).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("has its citation below each of its parts", () => {
    const citation = "— Kim Jong Un to Donald J. Trump, 5 August 2019, ¶a";
    fc.assert(
      fc.property(others, texts, others, (before, text, after) => {
        const credit = { line: [], small: [{ text: citation, isMatch: false }] };
        const quoted: LayoutBlock = {
          kind: "quote",
          runs: [{ text, isMatch: false }],
          credit,
        };
        const blocks = [...before, quoted, ...after];
        for (const page of paginate(blocks, SMALL_BUDGET)) {
          const stretches = displaysOf(page).flatMap(parseDiscordMarkdown);
          const at = stretches.findIndex(({ as }) => as === "blockQuote");
          if (at >= 0) expect(stretches[at + 1]).toEqual({ as: "subtext", text: citation });
        }
      }),
    );
  });

  test("is never separated from its heading", () => {
    fc.assert(
      fc.property(fc.array(texts), (texts) => {
        const entries = texts.flatMap((text): LayoutBlock[] => [
          { kind: "subheading", text: "An entry" },
          quote(text),
        ]);
        for (const page of paginate(entries, SMALL_BUDGET)) {
          expect(displaysOf(page).at(-1)).not.toBe("**An entry**");
        }
      }),
    );
  });

  test.each(Array.from({ length: 40 }, (_, index) => SMALL_BUDGET.characters - 20 + index))(
    "stays with its heading if it has %i characters",
    (length) => {
      const blocks = [{ kind: "subheading", text: "An entry" } as const, quote("x".repeat(length))];
      const [first] = paginate(blocks, SMALL_BUDGET);
      expect(first).toEqual([
        { kind: "display", markdown: expect.stringMatching(/^\*\*An entry\*\*\n> x+$/) },
      ]);
    },
  );

  test("breaks at the ends of sentences if it can", () => {
    const text = Array.from(
      { length: 300 },
      (_, index) => `Sentence ${index} is by Mr. Kim: 1.5 pages, and “no more.”`,
    ).join(" ");
    const parts = blockQuotesIn(paginate([quote(text)], SMALL_BUDGET));
    expect(parts.length).toBeGreaterThan(8);
    for (const part of parts) expect(part).toMatch(/^Sentence \d.*no more\.”\s*$/);
  });

  test("breaks verse at the ends of its lines", () => {
    const text = Array.from({ length: 300 }, (_, index) => `line ${index}, without any end`).join(
      "\n",
    );
    for (const part of blockQuotesIn(paginate([quote(text)], SMALL_BUDGET))) {
      expect(part).toMatch(/^line \d[\s\S]*any end\n?$/);
    }
  });

  test("breaks between words if a sentence is too long", () => {
    const text = "word ".repeat(3000).trim();
    for (const part of blockQuotesIn(paginate([quote(text)], SMALL_BUDGET)))
      expect(part).toMatch(/^word.*word ?$/);
  });

  test("breaks between graphemes if a word is too long", () => {
    const text = "👩‍👩‍👧".repeat(1500);
    for (const part of blockQuotesIn(paginate([quote(text)], SMALL_BUDGET))) {
      expect(part).toMatch(/^(👩‍👩‍👧)+$/u);
    }
  });

  test.each([
    ["prose", "The most important cause of it is the military actions of your side. "],
    ["verse", "a line\n"],
    ["empty lines", "\n"],
    ["one word", "x"],
    ["characters to escape", "*"],
    ["backslashes", "\\"],
    ["colons", ":"],
    ["emoji", "👍🏽"],
    ["Korean", "훈련"],
    ["hard spaces", "\u00a0"],
    ["numbers", "1.\n"],
  ])("is complete if it has a great many pages of %s", (_, unit) => {
    const length = isLong ? 200_000 : 20_000;
    const text = `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length - 1)}x`;
    const pages = paginate([quote(text)], SMALL_BUDGET);
    expect(blockQuotesIn(pages).join("")).toBe(text.replace(/\ud83d$/, ""));
  });
});

describe("a code block on several message pages", () => {
  const code = (text: string): LayoutBlock => ({ kind: "code", text });
  const withoutFences = texts.filter((text) => !text.includes("```"));

  test("is a code block on each of them, and breaks at the ends of lines", () => {
    const record = Array.from(
      { length: 9 },
      (_, index) => `  line ${index} = {*a* _b_ @everyone},`,
    );
    const text = Array.from({ length: 30 }, () => record.join("\n")).join("\n");
    const pages = paginate([code(text)], SMALL_BUDGET);
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(codeIn([page])).toHaveLength(1);
    expect(codeIn(pages).join("\n")).toBe(text);
  });

  test("is complete, whatever it contains", () => {
    fc.assert(
      fc.property(withoutFences, (text) => {
        const pages = paginate([code(text)], SMALL_BUDGET);
        for (const { as } of pages.flatMap(displaysOf).flatMap(parseDiscordMarkdown))
          expect(as).toBe("codeBlock");
        // Between two code blocks, no line break is shown.
        expect(bare(codeIn(pages).join(""))).toBe(bare(text));
      }),
    );
  });

  test("loses empty lines only where it breaks", () => {
    const text = Array.from({ length: 300 }, (_, index) => `record ${index}\n\n  of it`).join(
      "\n\n\n",
    );
    const shownCode = codeIn(paginate([code(text)], SMALL_BUDGET));
    expect(shownCode.length).toBeGreaterThan(3);
    for (const part of shownCode) expect(text).toContain(part);
    expect(shownCode.join("\n").replace(/\n+/g, "\n")).toBe(text.replace(/\n+/g, "\n"));
  });

  test.each(["x", "가", "👍🏽", "`"])("breaks a line of %s if it is too long", (unit) => {
    const text = unit.repeat(3000);
    const pages = paginate([code(unit === "`" ? "` ".repeat(3000).trim() : text)], SMALL_BUDGET);
    expect(pages.length).toBeGreaterThan(1);
    expect(bare(codeIn(pages).join(""))).toBe(text);
  });

  test("with three backticks is text on every page", () => {
    const text = `${"a line of it\n".repeat(300)}\`\`\`\n${"and another\n".repeat(300)}`.trim();
    const pages = paginate([code(text)], SMALL_BUDGET);
    expect(codeIn(pages)).toEqual([]);
    expect(
      bare(
        pages
          .flatMap(displaysOf)
          .flatMap(parseDiscordMarkdown)
          .map((one) => one.text)
          .join(""),
      ),
    ).toBe(bare(text));
  });
});
