import { Marked } from "marked";

/** @import { TokenizerExtension, TokenizerThis, Tokens } from "marked" */

/** The marks that begin a block at the beginning of a line. */
const BLOCK = String.raw`(?: *#{1,3} +\S|-# +\S| *>(?:>>)? | *(?:[*-]|\d{1,9}\.) +\S|\x60{3})`;

const PARAGRAPH = new RegExp(String.raw`^[^\n]*(?:\n|$)(?:(?!${BLOCK})[^\n]*(?:\n|$))*`);

// Later extensions take precedence over earlier ones.
const discord = new Marked({
  extensions: [
    block("paragraph", PARAGRAPH, (lexer, [raw]) => ({
      tokens: lexer.inlineTokens(raw.replace(/\n$/, "")),
    })),
    block("list", /^(?: *(?:[*-]|\d{1,9}\.) +[^\n]*(?:\n|$))+/, (lexer, [raw]) => ({
      items: raw
        .trimEnd()
        .split("\n")
        .map((line) => itemOf(lexer, line)),
    })),
    block("quote", /^ *>>> ([\s\S]*)/, (lexer, [, text = ""]) => ({
      tokens: lexer.blockTokens(text, []),
    })),
    block("quote", /^(?: *> [^\n]*(?:\n|$))+/, (lexer, [raw]) => ({
      tokens: lexer.blockTokens(raw.replace(/^ *> /gm, "").replace(/\n$/, ""), []),
    })),
    block("subtext", /^-# +([^\n]+)(?:\n|$)/, within),
    block("heading", /^ *#{1,3} +([^\n]+)(?:\n|$)/, (lexer, match) => ({
      ...within(lexer, match),
      depth: match[0].trimStart().indexOf(" "),
    })),
    block("codeBlock", /^```(?:[\w+.#-]+\n)?\n*([^\n][\s\S]*?)\n*```\n?/, verbatim),

    inline("text", /^(?:[^\\<*_~|`[h]+|[\s\S])/u, ([text]) => ({ text })),
    inline("link", /^https?:\/\/[^\s<]+[^\s<.,:;"'\])]/, ([url]) => ({ url, text: url })),
    inline("link", /^<(https?:\/\/[^\s>]+)>/, ([, url]) => ({ url, text: url })),
    inline("link", /^\[([^[\]]+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/, ([, text, url]) => ({
      url,
      text,
    })),
    nested("emphasis", /^_((?:__|\\[\s\S]|[^\\_])+?)_\b/),
    nested(
      "emphasis",
      /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
    ),
    nested("strong", /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),
    nested("underline", /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),
    nested("strikethrough", /^~~((?:\\[\s\S]|[^\\])+?)~~/),
    nested("spoiler", /^\|\|([\s\S]+?)\|\|/),
    inline("code", /^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , text = ""]) => ({
      text: text.replace(/^ (?= *`)|(?<=` *) $/g, ""),
    })),
    inline("codeBlock", /^```(?:[\w+.#-]+\n)?\n*([^\n][\s\S]*?)\n*```/, ([, text]) => ({ text })),
    inline("text", /^\\([^0-9A-Za-z\s])/u, ([, text]) => ({ text })),
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
function block(name, pattern, read) {
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
function inline(name, pattern, read) {
  return { ...block(name, pattern, (_, match) => read(match)), level: "inline" };
}

/**
 * @param {string} name
 * @param {RegExp} pattern
 * @returns {TokenizerExtension}
 */
function nested(name, pattern) {
  return { ...block(name, pattern, within), level: "inline" };
}

/**
 * @param {Lexer} lexer
 * @param {RegExpExecArray} match
 */
function within(lexer, [, text = ""]) {
  return { tokens: lexer.inlineTokens(text) };
}

/**
 * @param {Lexer} _
 * @param {RegExpExecArray} match
 */
function verbatim(_, [, text = ""]) {
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
