import type { Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { tokensOf } from "../../page/markdown.js";
import { escapeMarkdown } from "../../src/discord/escape.ts";
import { renderBlock } from "../../src/discord/render.ts";
import { TEXTS } from "../discord/hostile.ts";
import { shownText } from "../discord/shown.ts";

/** What a token says: what is in it, or else its own text. */
function textOf({ tokens, ...token }: Tokens.Generic): string {
  return tokens === undefined ? String(token["text"]) : tokens.map(textOf).join("");
}

/** Tokens as lines of `type text`, those below others indented. */
function outline(tokens: readonly Tokens.Generic[], indent = ""): readonly string[] {
  return tokens.flatMap((token) => {
    const inner = token.tokens ?? [];
    const isPlain = inner.every(({ type }) => type === "text");
    if (isPlain) return [`${indent}${token.type} ${textOf(token)}`];
    return [`${indent}${token.type}`, ...outline(inner, `${indent}  `)];
  });
}

describe("the page reads Markdown as Discord does:", () => {
  test.each(TEXTS.map((text) => [text]))("text that is escaped is itself: %j", (text) => {
    expect(tokensOf(escapeMarkdown(text)).map(textOf).join("\n")).toBe(text.replace(/\n$/, ""));
  });

  test.each(TEXTS.filter((text) => text.trim() !== "").map((text) => [text]))(
    "a quotation is the words that are quoted: %j",
    (text) => {
      const markdown = renderBlock({ kind: "quote", runs: [{ text, matched: false }] });
      const [quote, ...rest] = tokensOf(markdown);
      expect(quote?.type).toBe("quote");
      expect([quote && textOf(quote), rest]).toEqual([shownText(markdown).replace(/\n$/, ""), []]);
    },
  );

  test.each([
    ["## A heading\nand text", ["heading A heading", "paragraph and text"]],
    ["-# small\n-# print", ["subtext small", "subtext print"]],
    ["> one\n> two\nafter", ["quote", "  paragraph one\ntwo", "paragraph after"]],
    [">>> one\n\ntwo", ["quote", "  paragraph one\n\ntwo"]],
    ["> ## In a quotation", ["quote", "  heading In a quotation"]],
    ["```js\na *b*\n```\nafter", ["codeBlock a *b*", "paragraph after"]],
    ["a\n\nb", ["paragraph a\n\nb"]],
    ["    no code", ["paragraph     no code"]],
    ["a\n===\n---", ["paragraph a\n===\n---"]],
    ["<b>no HTML</b>", ["paragraph <b>no HTML</b>"]],
    ["|a|b|\n|-|-|", ["paragraph |a|b|\n|-|-|"]],
    ["**bold\nover lines**", ["paragraph", "  strong bold\nover lines"]],
    ["**“bold”**s", ["paragraph", "  strong “bold”", "  text s"]],
    ["***both***", ["paragraph", "  strong", "    emphasis both"]],
    ["__under *it*__", ["paragraph", "  underline", "    text under ", "    emphasis it"]],
    ["~~gone~~ ||hidden||", ["paragraph", "  strikethrough gone", "  text  ", "  spoiler hidden"]],
    ["snake_case_word", ["paragraph snake_case_word"]],
    ["`a *b*` ``c`d``", ["paragraph", "  code a *b*", "  text  ", "  code c`d"]],
    ["[a](https://a.example)", ["paragraph", "  link a"]],
    ["[a](javascript:alert)", ["paragraph [a](javascript:alert)"]],
    ["<https://a.example>.", ["paragraph", "  link https://a.example", "  text ."]],
    ["https://a.example/b.", ["paragraph", "  link https://a.example/b", "  text ."]],
    ["\\*no\\*", ["paragraph *no*"]],
  ])("%j", (markdown, expected) => {
    expect(outline(tokensOf(markdown))).toEqual(expected);
  });

  test("lists, as deep as they are indented", () => {
    const [list] = tokensOf("- a\n  - b\n- c\n");
    expect(list?.["items"]).toMatchObject([{ depth: 0 }, { depth: 2 }, { depth: 0 }]);
    expect(tokensOf("3. a\n4. b")[0]?.["items"]).toMatchObject([{ number: 3 }, { number: 4 }]);
  });

  test("without end marks and at great length", () => {
    const open = ["**", "__", "||", "~~", "*", "_", "`", "[", "<", "> ", "- ", "```", "\\"];
    for (const mark of open) {
      const markdown = `${mark.repeat(1000)}a`;
      expect(() => tokensOf(markdown)).not.toThrow();
    }
  });
});
