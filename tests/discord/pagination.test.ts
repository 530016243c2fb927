import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MessagePage, paginate } from "../../src/discord/pagination.ts";
import type { LayoutBlock, StyledText } from "../../src/reply/layout.ts";
import { shown } from "./shown.ts";

/** As little as a message leaves when its own lines, buttons and links take all they may. */
const ROOM = { characters: 1500, parts: 8 };

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
  .map(([text, times]) => text.repeat(times).slice(0, 9000));

const texts = fc.oneof(words, long).filter((text) => text.trim() !== "");

const runs = fc
  .tuple(fc.array(texts, { minLength: 1, maxLength: 4 }), fc.nat(1))
  .map(([parts, first]) =>
    parts.map((text, index): StyledText => ({ text, matched: index % 2 === first })),
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
    texts.map((text): LayoutBlock => ({ kind: "subheading", text, open: { label: "Open", line } })),
    fc.constant<LayoutBlock>({ kind: "rule" }),
    fc
      .array(fc.record({ label: words, value: texts }), { minLength: 1, maxLength: 4 })
      .map((facts): LayoutBlock => ({ kind: "facts", facts })),
  ),
  { minLength: 1, maxLength: 8 },
);

function quote(text: string): LayoutBlock {
  return { kind: "quote", runs: [{ text, matched: false }] };
}

function displays({ parts }: MessagePage): readonly string[] {
  return parts.flatMap((part) => (part.kind === "display" ? [part.markdown] : []));
}

/** What stands in block quotes, over all pieces. */
function quoted(pieces: readonly MessagePage[]): readonly string[] {
  return pieces
    .flatMap(displays)
    .flatMap(shown)
    .flatMap(({ as, text }) => (as === "blockQuote" ? [text] : []));
}

/** What stands in blocks of code, over all pieces. */
function codeIn(pieces: readonly MessagePage[]): readonly string[] {
  return pieces
    .flatMap(displays)
    .flatMap(shown)
    .flatMap(({ as, text }) => (as === "codeBlock" ? [text] : []));
}

/** Everything that can be read, without marks, white space and the numbers of entries. */
function readable(pieces: readonly MessagePage[]): string {
  const markdown = pieces.flatMap(displays).join("\n");
  const unmarked = (text: string) =>
    text
      .replace(/^\*\*\d+\. /gm, "")
      .replace(/\\([^0-9A-Za-z\s])|\*\*|^(?:>|-#|##) /gm, (_, character = "") => character);
  // Every second part stands between two fences, where nothing is a mark.
  const parts = markdown.split(/^```$/m);
  return bare(parts.map((part, index) => (index % 2 === 1 ? part : unmarked(part))).join(""));
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Blocks whose text is shown once: a long head is shortened and said in full, a citation may stay. */
const shownOnce = blocks
  .map((all) => all.filter((one) => !/heading/.test(one.kind) || written(one).length <= 200))
  .map((all) =>
    all.filter(({ kind }, index) => {
      const before = all.slice(0, index).findLast((one) => one.kind !== "fine");
      return kind !== "fine" || before?.kind !== "quote";
    }),
  );

function written(block: LayoutBlock): string {
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

describe("the pieces of a reply", () => {
  test("keep within their room, whatever they show", () => {
    const rooms = fc.record({
      characters: fc.integer({ min: ROOM.characters, max: 4000 }),
      parts: fc.integer({ min: ROOM.parts, max: 40 }),
    });
    fc.assert(
      fc.property(blocks, rooms, (blocks, room) => {
        for (const piece of paginate(blocks, room)) {
          const shown = displays(piece);
          const characters = shown.reduce((sum, { length }) => sum + length, 0);
          expect(characters).toBeLessThanOrEqual(room.characters);
          expect(piece.parts.length).toBeLessThanOrEqual(room.parts);
          expect(shown.length).toBeGreaterThan(0);
          for (const markdown of shown) expect(markdown.trim()).not.toBe("");
        }
      }),
    );
  });

  test("have no rule where there is nothing to part", () => {
    fc.assert(
      fc.property(blocks, (blocks) => {
        for (const { parts } of paginate(blocks, ROOM)) {
          const kinds = parts.map(({ kind }) => kind).join(" ");
          expect(kinds).not.toMatch(/^separator|separator separator|separator$/);
        }
      }),
    );
  });

  test("leave nothing out and put nothing in", () => {
    fc.assert(
      fc.property(shownOnce, (blocks) => {
        expect(readable(paginate(blocks, ROOM))).toBe(bare(blocks.map(written).join("")));
      }),
    );
  });

  test("say a long head in full below it", () => {
    const text = "An entry of a list with much to tell. ".repeat(80).trim();
    const open = { label: "Open", line };
    const pieces = paginate([{ kind: "subheading", text, open }], ROOM);
    const [head = "", ...rest] = pieces.flatMap(displays).join("\n").split("\n");
    expect(head).toMatch(/^\*\*1\. An entry of a list .{0,200}…\*\*$/);
    expect(bare(rest.join(""))).toBe(bare(text));
    expect(pieces.flatMap(({ opens }) => opens)).toEqual([
      { number: 1, label: expect.stringMatching(/…$/), action: open },
    ]);
  });

  test("number the entries that can be opened, over all pieces", () => {
    const entries = Array.from({ length: 60 }, (_, index): LayoutBlock[] => [
      { kind: "subheading", text: `Entry ${index}`, open: { label: `Open ${index}`, line } },
      { kind: "text", runs: [{ text: "What it is about. ".repeat(10), matched: false }] },
    ]).flat();
    const pieces = paginate(entries, ROOM);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.flatMap(({ opens }) => opens.map(({ number }) => number))).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
    for (const piece of pieces) {
      const text = displays(piece).join("\n");
      for (const { number, label } of piece.opens) expect(text).toContain(`**${number}. ${label}`);
    }
  });
});

describe("a quotation over several pieces", () => {
  const others = blocks.map((blocks) => blocks.filter(({ kind }) => kind !== "quote"));

  test("is the passage, character for character", () => {
    fc.assert(
      fc.property(runs, (runs) => {
        const text = runs.map((run) => run.text).join("");
        expect(quoted(paginate([{ kind: "quote", runs }], ROOM)).join("")).toBe(text);
      }),
    );
  });

  test("is the passage, character for character, between whatever else is shown", () => {
    fc.assert(
      fc.property(others, texts, others, (before, text, after) => {
        const pieces = paginate([...before, quote(text), ...after], ROOM);
        expect(quoted(pieces).join("")).toBe(text);
      }),
    );
  });

  test("never goes on in the piece in which it broke off", () => {
    fc.assert(
      fc.property(others, texts, (before, text) => {
        for (const piece of paginate([...before, quote(text)], ROOM)) {
          expect(quoted([piece]).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("has its citation under every part of it", () => {
    const citation = "— Kim Jong Un to Donald J. Trump, 5 August 2019, ¶a";
    fc.assert(
      fc.property(others, texts, others, (before, text, after) => {
        const blocks = [
          ...before,
          quote(text),
          { kind: "fine", text: citation } as const,
          ...after,
        ];
        for (const piece of paginate(blocks, ROOM)) {
          const stretches = displays(piece).flatMap(shown);
          const at = stretches.findIndex(({ as }) => as === "blockQuote");
          if (at >= 0) expect(stretches[at + 1]).toEqual({ as: "subtext", text: citation });
        }
      }),
    );
  });

  test("does not begin behind its head", () => {
    fc.assert(
      fc.property(fc.array(texts), (texts) => {
        const entries = texts.flatMap((text): LayoutBlock[] => [
          { kind: "subheading", text: "An entry" },
          quote(text),
        ]);
        for (const piece of paginate(entries, ROOM)) {
          expect(displays(piece).at(-1)).not.toBe("**An entry**");
        }
      }),
    );
  });

  test.each(Array.from({ length: 40 }, (_, index) => ROOM.characters - 20 + index))(
    "does not begin behind its head when it has %i characters",
    (length) => {
      const blocks = [{ kind: "subheading", text: "An entry" } as const, quote("x".repeat(length))];
      const [first = { parts: [] }] = paginate(blocks, ROOM);
      expect(first.parts).toEqual([
        { kind: "display", markdown: expect.stringMatching(/^\*\*An entry\*\*\n> x+$/) },
      ]);
    },
  );

  test("breaks at the ends of sentences where there are some", () => {
    const text = Array.from(
      { length: 300 },
      (_, index) => `Sentence ${index} is by Mr. Kim: 1.5 pages, and “no more.”`,
    ).join(" ");
    const parts = quoted(paginate([quote(text)], ROOM));
    expect(parts.length).toBeGreaterThan(8);
    for (const part of parts) expect(part).toMatch(/^Sentence \d.*no more\.”\s*$/);
  });

  test("breaks verse at the ends of its lines", () => {
    const text = Array.from({ length: 300 }, (_, index) => `line ${index}, without any end`).join(
      "\n",
    );
    for (const part of quoted(paginate([quote(text)], ROOM))) {
      expect(part).toMatch(/^line \d[\s\S]*any end\n?$/);
    }
  });

  test("breaks between words where sentences have no end", () => {
    const text = "word ".repeat(3000).trim();
    for (const part of quoted(paginate([quote(text)], ROOM)))
      expect(part).toMatch(/^word.*word ?$/);
  });

  test("breaks between characters where words have no end", () => {
    const text = "👩‍👩‍👧".repeat(1500);
    for (const part of quoted(paginate([quote(text)], ROOM))) {
      expect(part).toMatch(/^(👩‍👩‍👧)+$/u);
    }
  });

  test.each([
    ["prose", "The most important cause of it is the military actions of your side. "],
    ["verse", "a line\n"],
    ["empty lines", "\n"],
    ["one word", "x"],
    ["what must be escaped", "*"],
    ["backslashes", "\\"],
    ["colons", ":"],
    ["emoji", "👍🏽"],
    ["Korean", "훈련"],
    ["hard spaces", "\u00a0"],
    ["numbers", "1.\n"],
  ])("is all there when it has 200,000 characters of %s", (_, unit) => {
    const text = `${unit.repeat(Math.ceil(200_000 / unit.length)).slice(0, 199_999)}x`;
    const pieces = paginate([quote(text)], ROOM);
    expect(quoted(pieces).join("")).toBe(text.replace(/\ud83d$/, ""));
  });
});

describe("a block of code over several pieces", () => {
  const code = (text: string): LayoutBlock => ({ kind: "code", text });
  const withoutFences = texts.filter((text) => !text.includes("```"));

  test("is a block of its own in each of them, and breaks at the ends of lines", () => {
    const record = Array.from(
      { length: 9 },
      (_, index) => `  line ${index} = {*a* _b_ @everyone},`,
    );
    const text = Array.from({ length: 30 }, () => record.join("\n")).join("\n");
    const pieces = paginate([code(text)], ROOM);
    expect(pieces.length).toBeGreaterThan(5);
    for (const piece of pieces) expect(codeIn([piece])).toHaveLength(1);
    expect(codeIn(pieces).join("\n")).toBe(text);
  });

  test("is all there, whatever it is made of", () => {
    fc.assert(
      fc.property(withoutFences, (text) => {
        const pieces = paginate([code(text)], ROOM);
        for (const { as } of pieces.flatMap(displays).flatMap(shown)) expect(as).toBe("codeBlock");
        // Between two blocks of code no line break is shown.
        expect(bare(codeIn(pieces).join(""))).toBe(bare(text));
      }),
    );
  });

  test("loses no empty line but where it breaks", () => {
    const text = Array.from({ length: 300 }, (_, index) => `record ${index}\n\n  of it`).join(
      "\n\n\n",
    );
    const shownCode = codeIn(paginate([code(text)], ROOM));
    expect(shownCode.length).toBeGreaterThan(3);
    for (const part of shownCode) expect(text).toContain(part);
    expect(shownCode.join("\n").replace(/\n+/g, "\n")).toBe(text.replace(/\n+/g, "\n"));
  });

  test.each(["x", "가", "👍🏽", "`"])("breaks a line of %s where it has no end", (unit) => {
    const text = unit.repeat(3000);
    const pieces = paginate([code(unit === "`" ? "` ".repeat(3000).trim() : text)], ROOM);
    expect(pieces.length).toBeGreaterThan(1);
    expect(bare(codeIn(pieces).join(""))).toBe(text);
  });

  test("with three backticks in it is text in every piece", () => {
    const text = `${"a line of it\n".repeat(300)}\`\`\`\n${"and another\n".repeat(300)}`.trim();
    const pieces = paginate([code(text)], ROOM);
    expect(codeIn(pieces)).toEqual([]);
    expect(
      bare(
        pieces
          .flatMap(displays)
          .flatMap(shown)
          .map((one) => one.text)
          .join(""),
      ),
    ).toBe(bare(text));
  });
});
