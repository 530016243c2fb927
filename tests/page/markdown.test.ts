import type { Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../page/markdown.js";
import { escapeMarkdown } from "../../src/discord/escape.ts";
import { renderBlock } from "../../src/discord/render.ts";
import { displayedText } from "../discord/discord-markdown.ts";
import { TEXTS } from "../discord/hostile.ts";

/** Returns the text of a token: that of its inner tokens, otherwise its own. */
function textOf({ tokens, ...token }: Tokens.Generic): string {
  return tokens === undefined ? String(token["text"]) : tokens.map(textOf).join("");
}

/** Formats tokens as lines of `type text`, with inner tokens indented. */
function outline(tokens: readonly Tokens.Generic[], indent = ""): readonly string[] {
  return tokens.flatMap((token) => {
    const inner = token.tokens ?? [];
    const isPlain = inner.every(({ type }) => type === "text");
    if (isPlain) return [`${indent}${token.type} ${textOf(token)}`];
    return [`${indent}${token.type}`, ...outline(inner, `${indent}  `)];
  });
}

describe("the page parses Markdown as Discord does:", () => {
  test.each(TEXTS.map((text) => [text]))("escapeValue text is literal: %j", (text) => {
    expect(parseMarkdown(escapeMarkdown(text)).map(textOf).join("\n")).toBe(
      text.replace(/\n$/, ""),
    );
  });

  test.each(TEXTS.filter((text) => text.trim() !== "").map((text) => [text]))(
    "a quotation is exactly its words: %j",
    (text) => {
      const markdown = renderBlock({ kind: "quote", runs: [{ text, isMatch: false }] });
      const [quote, ...rest] = parseMarkdown(markdown);
      expect(quote?.type).toBe("quote");
      expect([quote && textOf(quote), rest]).toEqual([
        displayedText(markdown).replace(/\n$/, ""),
        [],
      ]);
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
    ["[a](<https://a.example/b_(c)>)", ["paragraph", "  link a"]],
    ["[a](javascript:alert)", ["paragraph [a](javascript:alert)"]],
    ["<https://a.example>.", ["paragraph", "  link https://a.example", "  text ."]],
    ["https://a.example/b.", ["paragraph", "  link https://a.example/b", "  text ."]],
    ["\\*no\\*", ["paragraph *no*"]],
  ])("%j", (markdown, expected) => {
    expect(outline(parseMarkdown(markdown))).toEqual(expected);
  });

  test("lists, nested by their indentation", () => {
    const [list] = parseMarkdown("- a\n  - b\n- c\n");
    expect(list?.["items"]).toMatchObject([{ depth: 0 }, { depth: 2 }, { depth: 0 }]);
    expect(parseMarkdown("3. a\n4. b")[0]?.["items"]).toMatchObject([{ number: 3 }, { number: 4 }]);
  });

  test("marks without an end, even very many", () => {
    const open = ["**", "__", "||", "~~", "*", "_", "`", "[", "<", "> ", "- ", "```", "\\"];
    for (const mark of open) {
      const markdown = `${mark.repeat(1000)}a`;
      expect(() => parseMarkdown(markdown)).not.toThrow();
    }
  });
});
