import { createRequire } from "node:module";

interface Node {
  readonly type: string;
  readonly content?: unknown;
  /** Of an emoji. */
  readonly name?: string;
  /** Of a link. */
  readonly target?: string;
}

// Required, not imported: the package's own types do not compile.
const require = createRequire(import.meta.url);
const { parse }: { parse(markdown: string, rules: "extended"): readonly Node[] } =
  require("discord-markdown-parser");

/** What Discord shows for some Markdown: stretches of text, each as one kind of thing. */
export interface Shown {
  readonly as: string;
  readonly text: string;
}

/** The kinds that only change how text looks. Anything else would be something other than text. */
const LOOKS = ["blockQuote", "heading", "strikethrough", "strong", "subtext"];

/**
 * Reads `markdown` as Discord does, by a parser that is not ours. The outermost kind of a stretch is
 * its kind: bold words in a quotation belong to the quotation.
 */
export function shown(markdown: string): readonly Shown[] {
  // The parser sees no small print right after a quotation, and counts the line break between the
  // two to the quotation. So it is given one after the other, without that line break.
  // In a block of code, no line is a quotation.
  const parts = markdown
    .split(/(^```\n[\s\S]*?\n```$)/m)
    .flatMap((part, index) => (index % 2 === 1 ? [part] : part.split(/(?<=^> [^\n]*)\n(?!> )/m)));
  const all: Shown[] = [];
  for (const { as, text } of parts.flatMap((part) => parse(part, "extended").map(shownNode))) {
    const last = all.at(-1);
    // Text comes word by word; the other kinds are whole.
    if (last?.as === "text" && as === "text") all[all.length - 1] = { as, text: last.text + text };
    else all.push({ as, text });
  }
  return all;
}

/** All of it, as one text. */
export function shownText(markdown: string): string {
  return shown(markdown)
    .map(({ text }) => text)
    .join("");
}

function shownNode({ type, content, name, target }: Node): Shown {
  switch (type) {
    case "text":
      return { as: "text", text: String(content) };
    case "br":
      return { as: "text", text: "\n" };
    case "inlineCode":
      return { as: "code", text: String(content) };
    case "codeBlock":
      return { as: "codeBlock", text: String(content) };
    // An emoji that stands in the text as itself, drawn as a picture.
    case "twemoji":
      return { as: "text", text: String(name) };
    case "autolink":
    case "link":
    case "url":
      return { as: "link", text: String(target) };
  }
  if (!LOOKS.includes(type) || !Array.isArray(content)) return { as: type, text: `[${type}]` };
  const inner = content.map(shownNode);
  const strange = inner.find(({ as }) => as !== "text" && !LOOKS.includes(as));
  return { as: strange?.as ?? type, text: inner.map(({ text }) => text).join("") };
}
