import { createRequire } from "node:module";

interface Node {
  readonly type: string;
  readonly content?: unknown;
  /** The name of an emoji. */
  readonly name?: string;
  /** The URL of a link. */
  readonly target?: string;
  /** That of a channel. */
  readonly id?: string;
}

// Required instead of imported, because the package's own types do not compile.
const require = createRequire(import.meta.url);
const { parse }: { parse(markdown: string, rules: "extended"): readonly Node[] } =
  require("discord-markdown-parser");

/** A stretch of text that Discord displays in one way. */
export interface DisplayedText {
  readonly as: string;
  readonly text: string;
}

/** The kinds of nodes that only change the look of text. Any other kind is not text. */
const LOOKS = ["blockQuote", "heading", "strikethrough", "strong", "subtext"];

/**
 * Parses Markdown as Discord does, with a third-party parser. The kind of a stretch is the outermost
 * one: bold words in a quotation belong to the quotation.
 */
export function parseDiscordMarkdown(markdown: string): readonly DisplayedText[] {
  // The parser does not recognize small print right after a quotation, and counts the line break
  // between them as part of the quotation. So it gets each by itself, without that line break. In a
  // code block, no line is a quotation.
  const parts = markdown
    .split(/(^```\n[\s\S]*?\n```$)/m)
    .flatMap((part, index) => (index % 2 === 1 ? [part] : part.split(/\n(?<=^> [^\n]*\n)(?!> )/m)));
  const all: DisplayedText[] = [];
  for (const { as, text } of parts.flatMap((part) => parse(part, "extended").map(displayedNode))) {
    const last = all.at(-1);
    // The parser splits text into words, but no other kind.
    if (last?.as === "text" && as === "text") all[all.length - 1] = { as, text: last.text + text };
    else all.push({ as, text });
  }
  return all;
}

/** Returns all that Discord displays, as one text. */
export function displayedText(markdown: string): string {
  return parseDiscordMarkdown(markdown)
    .map(({ text }) => text)
    .join("");
}

function displayedNode({ type, content, name, target, id }: Node): DisplayedText {
  switch (type) {
    case "text":
      return { as: "text", text: String(content) };
    case "br":
      return { as: "text", text: "\n" };
    case "inlineCode":
      return { as: "code", text: String(content) };
    case "codeBlock":
      return { as: "codeBlock", text: String(content) };
    case "channel":
      return { as: "text", text: `#${id}` };
    // An emoji character in the text, which Discord draws as a picture.
    case "twemoji":
      return { as: "text", text: String(name) };
    // A masked link, whose text is displayed.
    case "link":
      if (!Array.isArray(content)) return { as: "link", text: String(target) };
      return { as: "link", text: content.map((one) => displayedNode(one).text).join("") };
    case "autolink":
    case "url":
      return { as: "link", text: String(target) };
  }
  if (!LOOKS.includes(type) || !Array.isArray(content)) return { as: type, text: `[${type}]` };
  const inner = content.map(displayedNode);
  const usual = type === "subtext" ? [...LOOKS, "text", "link"] : [...LOOKS, "text"];
  const strange = inner.find(({ as }) => !usual.includes(as));
  return { as: strange?.as ?? type, text: inner.map(({ text }) => text).join("") };
}
