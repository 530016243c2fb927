import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown, unescapeMarkdown } from "../../src/discord/escape.ts";
import { renderBlock } from "../../src/discord/render.ts";
import { runs } from "../thoroughness.ts";
import { displayedText, parseDiscordMarkdown } from "./discord-markdown.ts";
import { CONSTRUCTS, TEXTS } from "./hostile.ts";

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

/** The parser expands tabs and drops form feeds, whereas Discord shows white space unchanged. */
const withoutTabs = (text: string) => text.replace(/[\t\f\r]/g, " ");

/** Parses a rendered quotation. It should be one block quote that contains only text. */
function parseQuote(text: string): unknown {
  return parseDiscordMarkdown(renderBlock({ kind: "quote", runs: [{ text, isMatch: false }] }));
}

describe("an escaped text", () => {
  test.each(TEXTS)("is displayed unchanged: %j", (text) => {
    expect(displayedText(escapeMarkdown(text))).toBe(text);
    expect(parseDiscordMarkdown(escapeMarkdown(text)).filter(({ as }) => as !== "text")).toEqual(
      [],
    );
  });

  test.each(CONSTRUCTS)("is displayed unchanged on the second line of a verse: %j", (text) => {
    const verse = `A first line,\n${text}\n  ${text}`;
    expect(displayedText(escapeMarkdown(verse))).toBe(verse);
  });

  test("is displayed unchanged, whatever it contains", () => {
    fc.assert(
      fc.property(hostile.map(withoutTabs), (text) => {
        expect(displayedText(escapeMarkdown(text))).toBe(text);
      }),
      { numRuns: runs(400) },
    );
  });

  test("is restored by unescaping", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
      }),
      { numRuns: runs(400) },
    );
  });
});

describe("a rendered quotation", () => {
  test.each(TEXTS)("displays exactly its words: %j", (text) => {
    expect(parseQuote(text)).toEqual([{ as: "blockQuote", text }]);
  });

  test("displays exactly its words, even in verse", () => {
    fc.assert(
      fc.property(hostile.map(withoutTabs), (text) => {
        expect(parseQuote(text)).toEqual([{ as: "blockQuote", text }]);
      }),
      { numRuns: runs(400) },
    );
  });

  test("displays exactly its words if some of them matched a search", () => {
    const texts = fc.array(
      hostile.map(withoutTabs).filter((text) => text !== ""),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(texts, fc.nat(1), (texts, first) => {
        const runs = texts.map((text, index) => ({ text, isMatch: index % 2 === first }));
        const text = texts.join("");
        expect(parseDiscordMarkdown(renderBlock({ kind: "quote", runs }))).toEqual([
          { as: "blockQuote", text },
        ]);
      }),
      { numRuns: runs(400) },
    );
  });

  test("has the mark before each of Discord’s lines, and nowhere else", () => {
    // Unlike Discord, the parser also removes a mark after a line separator.
    const runs = [{ text: "one\ntwo\u2028still two\u2029still two", isMatch: false }];
    const markdown = renderBlock({ kind: "quote", runs });
    expect(markdown).toBe("> one\n> two\u2028still two\u2029still two");
  });
});

describe("any other rendered block", () => {
  const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

  test.each(TEXTS.filter((text) => oneLine(text) !== ""))("displays its text: %j", (text) => {
    expect(parseDiscordMarkdown(renderBlock({ kind: "heading", text }))).toEqual([
      { as: "heading", text: oneLine(text) },
    ]);
    expect(parseDiscordMarkdown(renderBlock({ kind: "subheading", text }))).toEqual([
      { as: "strong", text: oneLine(text) },
    ]);
    expect(displayedText(renderBlock({ kind: "text", runs: [{ text, isMatch: false }] }))).toBe(
      text,
    );
    const facts = [{ label: text, value: text }];
    expect(displayedText(renderBlock({ kind: "facts", facts }))).toBe(`${oneLine(text)}: ${text}`);
    expect(parseDiscordMarkdown(renderBlock({ kind: "fine", text }))).toEqual(
      text.split("\n").map((line) => ({ as: "subtext", text: line.replace(/^ +/, "") })),
    );
  });
});

describe("a rendered code block", () => {
  const parseCode = (text: string) => parseDiscordMarkdown(renderBlock({ kind: "code", text }));
  /** Discord shows no empty line at either end of a code block. */
  const inner = (text: string) => text.replace(/^\n+|\n+$/g, "");
  const isFenceable = (text: string) => !text.includes("```") && inner(text) !== "";

  test.each(TEXTS.filter(isFenceable))("displays exactly its text: %j", (text) => {
    const verse = `@misc{\n\n  ${text}\n}`;
    expect(parseCode(text)).toEqual([{ as: "codeBlock", text: inner(text) }]);
    expect(parseCode(verse)).toEqual([{ as: "codeBlock", text: verse }]);
  });

  test("displays exactly its text, whatever it contains", () => {
    fc.assert(
      fc.property(hostile.map(withoutTabs).filter(isFenceable), (text) => {
        expect(parseCode(text)).toEqual([{ as: "codeBlock", text: inner(text) }]);
      }),
      { numRuns: runs(400) },
    );
  });

  test("with three backticks is text, since these would end it", () => {
    const text = "before\n```\n*@everyone*\n```";
    expect(parseCode(text).map(({ as }) => as)).toEqual(["text"]);
    expect(displayedText(renderBlock({ kind: "code", text }))).toBe(text);
  });

  test.each(["", "\n", "\n\n\n"])("of empty lines is omitted: %j", (text) => {
    expect(renderBlock({ kind: "code", text })).toBe("");
  });
});

test("small print has no empty line, on which the mark would be visible", () => {
  expect(renderBlock({ kind: "fine", text: "one\n\n \ntwo" })).toBe("-# one\n-# two");
});

describe("an escaped text contains no unescaped mark", () => {
  // The parser does not know all of Discord’s marks, so each rule is repeated here.
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
    "a URL": /[a-z]:\/\//i,
    "an e-mail address": /mailto:\S/,
    "a mention, an emoji, a timestamp, a command or a telephone number": /<[@#:/at+\d]|<id:/,
    "a mention of everyone": /@(everyone|here)/,
    "an emoji name": /:\w+:/,
    "the shrug emoticon": /¯\\_\(ツ\)_\/¯/,
    "a backslash": /\\/,
  };
  const unescapedMarks = (text: string) => {
    // A backslash and the character that it escapes.
    const left = escapeMarkdown(text).replace(/\\[^0-9A-Za-z\s]/g, "\ue000");
    return Object.entries(RULES).flatMap(([name, rule]) => (rule.test(left) ? [name] : []));
  };

  test.each(TEXTS)("%j", (text) => {
    expect(unescapedMarks(text)).toEqual([]);
    expect(unescapedMarks(`line\n${text}`)).toEqual([]);
  });

  test("whatever it contains", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unescapedMarks(text)).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  });
});
