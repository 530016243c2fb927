import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { frontmatter } from "micromark-extension-frontmatter";
import type { LineStart } from "./document.ts";

/** A parsed Markdown file. */
export interface Markdown {
  readonly root: Root;
  /** The YAML between the `---` lines, and the line of the file on which it begins. */
  readonly frontMatter?: { readonly text: string; readonly line: number };
}

/** Parses CommonMark with optional YAML front matter. */
export function parseMarkdown(text: string): Markdown {
  const root = fromMarkdown(text, {
    extensions: [frontmatter("yaml")],
    mdastExtensions: [frontmatterFromMarkdown("yaml")],
  });
  const [first] = root.children;
  if (first?.type !== "yaml") return { root };
  return { root, frontMatter: { text: first.value, line: lineOf(first) + 1 } };
}

/** Text together with the lines of the file that it comes from. */
export interface SourceMappedText {
  readonly text: string;
  readonly lines: readonly LineStart[];
}

/** Renders a node as CommonMark does: soft line breaks become spaces, hard ones newlines. */
export function renderInlineText(node: Nodes): SourceMappedText {
  let text = "";
  let line = lineOf(node);
  const lines: LineStart[] = [];

  function startLine(next: number): void {
    line = next;
    const last = lines.at(-1);
    if (last?.offset === text.length) lines.pop();
    lines.push({ offset: text.length, line });
  }

  function append(value: string): void {
    value.split("\n").forEach((part, index) => {
      if (index > 0) {
        // After an HTML line break the end of the line adds nothing.
        if (!text.endsWith("\n")) text += " ";
        startLine(line + 1);
      }
      text += part;
    });
  }

  function visit(child: Nodes): void {
    const start = child.position?.start.line;
    if (start !== undefined && start !== line) startLine(start);
    switch (child.type) {
      case "text":
        append(child.value);
        return;
      case "inlineCode":
        // CommonMark strips white space from the beginning of a paragraph's lines, even in code.
        append(child.value.replace(/\n[ \t]+/g, "\n"));
        return;
      case "break":
        text += "\n";
        startLine(line + 1);
        return;
      case "html":
        // An HTML line break is a line break. Other tags only format the words.
        if (/^<br\s*\/?>$/i.test(child.value)) text += "\n";
        return;
      default:
        if (!("children" in child)) return;
        for (const inner of child.children) visit(inner);
    }
  }
  startLine(line);
  visit(node);
  return trimSourceMapped({ text, lines });
}

/** Trims white space at both ends, which neither a web page nor Discord shows. */
export function trimSourceMapped({ text, lines }: SourceMappedText): SourceMappedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = lines.map(({ offset, line }) => ({ offset: Math.max(0, offset - start), line }));
  return {
    text: kept,
    lines: moved.filter(
      ({ offset }, index) => offset < kept.length && moved[index + 1]?.offset !== offset,
    ),
  };
}

/** Returns the line on which a parsed node begins, or 1 for a node that an importer made. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
