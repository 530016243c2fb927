import { Marked } from "marked";
import { channelNames, ownChannelName } from "./payloads.js";

/** @import { TokenizerExtension, TokenizerThis, Tokens } from "marked" */

/** The marks that begin a block at the beginning of a line. */
const BLOCK = String.raw`(?: *#{1,3} +\S|-# +\S| *>(?:>>)? | *(?:[*-]|\d{1,9}\.) +\S|\x60{3})`;

const PARAGRAPH = new RegExp(String.raw`^[^\n]*(?:\n|$)(?:(?!${BLOCK})[^\n]*(?:\n|$))*`);

// Later extensions take precedence over earlier ones.
const discord = new Marked({
  extensions: [
    defineBlock("paragraph", PARAGRAPH, (lexer, [raw]) => ({
      tokens: lexer.inlineTokens(raw.replace(/\n$/, "")),
    })),
    defineBlock("list", /^(?: *(?:[*-]|\d{1,9}\.) +[^\n]*(?:\n|$))+/, (lexer, [raw]) => ({
      items: raw
        .trimEnd()
        .split("\n")
        .map((line) => itemOf(lexer, line)),
    })),
    defineBlock("quote", /^ *>>> ([\s\S]*)/, (lexer, [, text = ""]) => ({
      tokens: lexer.blockTokens(text, []),
    })),
    defineBlock("quote", /^(?: *> [^\n]*(?:\n|$))+/, (lexer, [raw]) => ({
      tokens: lexer.blockTokens(raw.replace(/^ *> /gm, "").replace(/\n$/, ""), []),
    })),
    defineBlock("subtext", /^-# +([^\n]+)(?:\n|$)/, parseInner),
    defineBlock("heading", /^ *#{1,3} +([^\n]+)(?:\n|$)/, (lexer, match) => ({
      ...parseInner(lexer, match),
      depth: match[0].trimStart().indexOf(" "),
    })),
    defineBlock("codeBlock", /^```(?:[\w+.#-]+\n)?\n*([^\n][\s\S]*?)\n*```\n?/, textOf),

    defineInline("text", /^(?:[^\\<*_~|`[h]+|[\s\S])/u, ([text]) => ({ text })),
    defineInline("channel", /^<#(\d+)>/, ([, id = ""]) => ({
      text: channelNames.get(id) ?? ownChannelName(),
    })),
    defineInline("moment", /^<t:(\d+):R>/, ([, seconds]) => ({ at: 1000 * Number(seconds) })),
    defineInline("link", /^https?:\/\/[^\s<]+[^\s<.,:;"'\])]/, ([url]) => ({ url, text: url })),
    defineInline("link", /^<(https?:\/\/[^\s>]+)>/, ([, url]) => ({ url, text: url })),
    defineInline(
      "link",
      /^\[([^[\]]+)\]\((?:<(https?:\/\/[^\s<>]+)>|(https?:\/\/[^\s<>)]+))\)/,
      ([, text, bracketed, bare]) => ({ url: bracketed ?? bare, text }),
    ),
    defineInlineContainer("emphasis", /^_((?:__|\\[\s\S]|[^\\_])+?)_\b/),
    defineInlineContainer(
      "emphasis",
      /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
    ),
    defineInlineContainer("strong", /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),
    defineInlineContainer("underline", /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),
    defineInlineContainer("strikethrough", /^~~((?:\\[\s\S]|[^\\])+?)~~/),
    defineInlineContainer("spoiler", /^\|\|([\s\S]+?)\|\|/),
    defineInline("code", /^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , text = ""]) => ({
      text: text.replace(/^ (?= *`)|(?<=` *) $/g, ""),
    })),
    defineInline("codeBlock", /^```(?:[\w+.#-]+\n)?\n*([^\n][\s\S]*?)\n*```/, ([, text]) => ({
      text,
    })),
    defineInline("text", /^\\([^0-9A-Za-z\s])/u, ([, text]) => ({ text })),
  ],
});

/**
 * Parses Markdown as Discord does, into blocks with inline tokens. Line breaks of the text are kept.
 *
 * @param {string} markdown
 * @returns {readonly Tokens.Generic[]}
 */
export function parseMarkdown(markdown) {
  return discord.lexer(markdown);
}

/** @typedef {TokenizerThis["lexer"]} Lexer */

/**
 * @param {string} name
 * @param {RegExp} pattern
 * @param {(lexer: Lexer, match: RegExpExecArray) => object} read
 * @returns {TokenizerExtension}
 */
function defineBlock(name, pattern, read) {
  return {
    name,
    level: "block",
    tokenizer(source) {
      const match = pattern.exec(source);
      return match?.[0] ? { type: name, raw: match[0], ...read(this.lexer, match) } : undefined;
    },
  };
}

/**
 * @param {string} name
 * @param {RegExp} pattern
 * @param {(match: RegExpExecArray) => object} read
 * @returns {TokenizerExtension}
 */
function defineInline(name, pattern, read) {
  return { ...defineBlock(name, pattern, (_, match) => read(match)), level: "inline" };
}

/**
 * Defines an inline extension whose first group is Markdown again.
 *
 * @param {string} name
 * @param {RegExp} pattern
 * @returns {TokenizerExtension}
 */
function defineInlineContainer(name, pattern) {
  return { ...defineBlock(name, pattern, parseInner), level: "inline" };
}

/**
 * @param {Lexer} lexer
 * @param {RegExpExecArray} match
 */
function parseInner(lexer, [, text = ""]) {
  return { tokens: lexer.inlineTokens(text) };
}

/**
 * @param {Lexer} _
 * @param {RegExpExecArray} match
 */
function textOf(_, [, text = ""]) {
  return { text };
}

/**
 * @param {Lexer} lexer
 * @param {string} line
 */
function itemOf(lexer, line) {
  const [, indent = "", mark = "", text = ""] = /^( *)([*-]|\d+\.) +(.*)$/.exec(line) ?? [];
  const number = Number.parseInt(mark, 10);
  return { depth: indent.length, number, tokens: lexer.inlineTokens(text) };
}
