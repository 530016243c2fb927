import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown, unescapeMarkdown } from "../../src/discord/escape.ts";
import { renderBlock } from "../../src/discord/render.ts";
import { CONSTRUCTS, TEXTS } from "./hostile.ts";
import { shown, shownText } from "./shown.ts";

const hostile = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
      { weight: 3, arbitrary: fc.constantFrom("\n", "\n\n", " ", "a", "1", "0. ", "\n  ", "- ") },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** The parser counts a tab as four spaces and drops form feeds; Discord shows white space as it is. */
const withoutTabs = (text: string) => text.replace(/[\t\f\r]/g, " ");

/** How drawn quotations come back: as one block quote that holds nothing but text. */
function quoted(text: string): unknown {
  return shown(renderBlock({ kind: "quote", runs: [{ text, matched: false }] }));
}

describe("an escaped text", () => {
  test.each(TEXTS)("is shown as it is: %j", (text) => {
    expect(shownText(escapeMarkdown(text))).toBe(text);
    expect(shown(escapeMarkdown(text)).filter(({ as }) => as !== "text")).toEqual([]);
  });

  test.each(CONSTRUCTS)("is shown as it is on the second line of a verse: %j", (text) => {
    const verse = `A first line,\n${text}\n  ${text}`;
    expect(shownText(escapeMarkdown(verse))).toBe(verse);
  });

  test("is shown as it is, whatever it is made of", () => {
    fc.assert(
      fc.property(hostile.map(withoutTabs), (text) => {
        expect(shownText(escapeMarkdown(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test("comes back when the escapes are taken away", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a drawn quotation", () => {
  test.each(TEXTS)("shows exactly the words: %j", (text) => {
    expect(quoted(text)).toEqual([{ as: "blockQuote", text }]);
  });

  test("shows exactly the words, in verse too", () => {
    fc.assert(
      fc.property(hostile.map(withoutTabs), (text) => {
        expect(quoted(text)).toEqual([{ as: "blockQuote", text }]);
      }),
      { numRuns: 2000 },
    );
  });

  test("shows exactly the words where some of them matched a search", () => {
    const texts = fc.array(
      hostile.map(withoutTabs).filter((text) => text !== ""),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(texts, fc.nat(1), (texts, first) => {
        const runs = texts.map((text, index) => ({ text, matched: index % 2 === first }));
        const text = texts.join("");
        expect(shown(renderBlock({ kind: "quote", runs }))).toEqual([{ as: "blockQuote", text }]);
      }),
      { numRuns: 2000 },
    );
  });

  test("has the mark of a quotation before each of Discord’s lines, and nowhere else", () => {
    // The parser takes a mark off after a line separator too, where Discord would show it.
    const runs = [{ text: "one\ntwo\u2028still two\u2029still two", matched: false }];
    const markdown = renderBlock({ kind: "quote", runs });
    expect(markdown).toBe("> one\n> two\u2028still two\u2029still two");
  });
});

describe("whatever else is drawn", () => {
  const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

  test.each(TEXTS.filter((text) => oneLine(text) !== ""))("shows its text: %j", (text) => {
    expect(shown(renderBlock({ kind: "heading", text }))).toEqual([
      { as: "heading", text: oneLine(text) },
    ]);
    expect(shown(renderBlock({ kind: "subheading", text }))).toEqual([
      { as: "strong", text: oneLine(text) },
    ]);
    expect(shownText(renderBlock({ kind: "text", runs: [{ text, matched: false }] }))).toBe(text);
    const facts = [{ label: text, value: text }];
    expect(shownText(renderBlock({ kind: "facts", facts }))).toBe(`${oneLine(text)}: ${text}`);
    expect(shown(renderBlock({ kind: "fine", text }))).toEqual(
      text.split("\n").map((line) => ({ as: "subtext", text: line.replace(/^ +/, "") })),
    );
  });
});

describe("a drawn block of code", () => {
  const drawnCode = (text: string) => shown(renderBlock({ kind: "code", text }));
  /** Discord shows no empty line at either end of a block of code. */
  const inner = (text: string) => text.replace(/^\n+|\n+$/g, "");
  const isFenceable = (text: string) => !text.includes("```") && inner(text) !== "";

  test.each(TEXTS.filter(isFenceable))("shows exactly the text: %j", (text) => {
    const verse = `@misc{\n\n  ${text}\n}`;
    expect(drawnCode(text)).toEqual([{ as: "codeBlock", text: inner(text) }]);
    expect(drawnCode(verse)).toEqual([{ as: "codeBlock", text: verse }]);
  });

  test("shows exactly the text, whatever it is made of", () => {
    fc.assert(
      fc.property(hostile.map(withoutTabs).filter(isFenceable), (text) => {
        expect(drawnCode(text)).toEqual([{ as: "codeBlock", text: inner(text) }]);
      }),
      { numRuns: 2000 },
    );
  });

  test("with three backticks in it is text, since these would end it", () => {
    const text = "before\n```\n*@everyone*\n```";
    expect(drawnCode(text).map(({ as }) => as)).toEqual(["text"]);
    expect(shownText(renderBlock({ kind: "code", text }))).toBe(text);
  });

  test.each(["", "\n", "\n\n\n"])("of no line that can be seen is nothing: %j", (text) => {
    expect(renderBlock({ kind: "code", text })).toBe("");
  });
});

test("small print has no empty line, which would show its mark", () => {
  expect(renderBlock({ kind: "fine", text: "one\n\n \ntwo" })).toBe("-# one\n-# two");
});

describe("no escaped text has anything unescaped that Discord acts on", () => {
  // The parser does not know all of it, so each rule stands here once more.
  const RULES = {
    "italics, bold or underline": /[*_]/,
    "strike-through": /~~/,
    "a spoiler": /\|\|/,
    code: /`/,
    "a heading": /^\s*#/m,
    "small print": /^\s*-#/m,
    "a quote": /^\s*>/m,
    "a list": /^\s*[-+*](?=\s|#)/m,
    "a numbered list": /^\s*\d+[.)](?=\s|$)/m,
    "a masked link": /\]\(/,
    "an address": /[a-z]:\/\//i,
    "a letter": /mailto:\S/,
    "a mention, an emoji, a time, a command or a number to call": /<[@#:/at+\d]|<id:/,
    "a mention of everyone": /@(everyone|here)/,
    "an emoji by its name": /:\w+:/,
    "the one emoticon": /¯\\_\(ツ\)_\/¯/,
    "a backslash": /\\/,
  };
  const acting = (text: string) => {
    // A backslash and what it takes the meaning from.
    const left = escapeMarkdown(text).replace(/\\[^0-9A-Za-z\s]/g, "\ue000");
    return Object.entries(RULES).flatMap(([name, rule]) => (rule.test(left) ? [name] : []));
  };

  test.each(TEXTS)("%j", (text) => {
    expect(acting(text)).toEqual([]);
    expect(acting(`line\n${text}`)).toEqual([]);
  });

  test("whatever it is made of", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(acting(text)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
