import type { Blockquote, Heading, List, Paragraph, PhrasingContent, RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";

// The parts of CommonMark files. A CommonMark parser reads each text back character for character, except for U+0000,
// which CommonMark replaces.

/** Writes a CommonMark file. Blocks without content are left out. */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  const children = blocks.filter((node) => !("children" in node) || node.children.length > 0);
  return toMarkdown(
    { type: "root", children },
    // CommonMark reads an unescaped carriage return as a line ending.
    { bullet: "-", unsafe: [{ character: "\r", inConstruct: "phrasing" }] },
  );
}

/** Returns a heading and its content, or nothing if there is no content. */
export function section(title: string, children: readonly RootContent[]): readonly RootContent[] {
  const isEmpty = children.every((node) => "children" in node && node.children.length === 0);
  return isEmpty ? [] : [markdownHeading(2, title), ...children];
}

export function markdownHeading(depth: Heading["depth"], text: string): Heading {
  // An ATX heading has only one line.
  return { type: "heading", depth, children: phrasing(text.replace(/\s+/g, " ")) };
}

export function paragraph(text: string): Paragraph {
  return { type: "paragraph", children: phrasing(text) };
}

/** Quotes words, with their origin below them. */
export function attributedQuotation(words: string, origin: string): Blockquote {
  return { type: "blockquote", children: [paragraph(words), paragraph(`— ${origin}`)] };
}

export function list(items: readonly PhrasingContent[][]): List {
  return {
    type: "list",
    spread: false,
    children: items.map((children) => ({
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children }],
    })),
  };
}

export function linkTo(line: string, url: string | undefined): PhrasingContent[] {
  if (url === undefined) return phrasing(line);
  return [
    ...phrasing(`${line}: `),
    { type: "link", url, children: [{ type: "text", value: url }] },
  ];
}

/** Converts each newline into a hard break, except at the ends, where CommonMark allows none. */
export function phrasing(text: string): PhrasingContent[] {
  const [, before = "", inner = "", after = ""] = /^(\n*)([\s\S]*?)(\n*)$/.exec(text) ?? [];
  const lines = inner
    .split("\n")
    .flatMap((line, index) => [...(index > 0 ? [BREAK] : []), ...textNode(line)]);
  return [...textNode(before), ...lines, ...textNode(after)];
}

const BREAK: PhrasingContent = { type: "break" };

function textNode(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}
