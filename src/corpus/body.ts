import type { Nodes, Paragraph, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { frontmatter } from "micromark-extension-frontmatter";
import type { LineStart } from "./document.ts";
import type { Problem } from "./problem.ts";

/** What a body may hold: its paragraphs are the document's words, or the editor's notes. */
export type BodyKind = "text" | "notes";

/** A paragraph as CommonMark renders it, before anything is known about the corpus. */
export interface Body {
  readonly passages: readonly RawPassage[];
  readonly notes: readonly { readonly kind: "summary" | "remark"; readonly text: string }[];
  /** The first heading of level 1 that says something. */
  readonly title?: string;
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
}

export interface RawPassage {
  readonly number: string;
  readonly text: string;
  readonly lines: readonly LineStart[];
  readonly headings: readonly string[];
  readonly attribution?: Attribution;
}

/** The line `— @source-id, locator {topics}` under a quotation. */
export interface Attribution {
  readonly sourceId: string;
  readonly locator?: string;
  readonly topicIds: readonly string[];
  readonly line: number;
}

export interface Markdown {
  readonly root: Root;
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

/** The heading under which a document's own words stand. */
const IS_TEXT = /^text$/i;

/** How deep quotations, lists and emphasis may nest: what reads them goes down as deep. */
const MAX_DEPTH = 100;

/** Reads a body, whose block quotes and headings mean what `kind` says. */
export function readBody(root: Root, kind: BodyKind, path: string): Body {
  const deep = findAtDepth(root, MAX_DEPTH);
  if (deep !== undefined) {
    return { passages: [], notes: [], problems: [tooDeep(deep, path)], advice: [] };
  }

  const passages: RawPassage[] = [];
  const notes: { kind: "summary" | "remark"; text: string }[] = [];
  const problems: Problem[] = [];
  const advice: Problem[] = [];
  const headings: string[] = [];
  let title: string | undefined;
  let textDepth = kind === "text" ? 0 : Number.POSITIVE_INFINITY;
  let numbered = 0;
  let lettered = 0;

  function enterHeading(depth: number, text: string, line: number): void {
    if (kind === "notes" && depth <= textDepth) {
      // A heading of the text itself would turn the rest of its words into the editor's.
      if (textDepth !== Number.POSITIVE_INFINITY && !/^(remarks|notes)$/i.test(text)) {
        advice.push({
          path,
          line,
          message: `The heading “${text}” ends \`## Text\`, and what follows are notes.`,
          remedy: "Write `###` before it if it belongs to the text.",
        });
      }
      textDepth = Number.POSITIVE_INFINITY;
    }
    if (kind === "notes" && depth === 2 && IS_TEXT.test(text)) textDepth = depth;
    headings.length = depth - 1;
    headings[depth - 1] = text;
    if (depth === 1 && text !== "") title ??= text;
  }

  function addOwnWords(paragraph: Paragraph): void {
    const rendered = renderText(paragraph);
    if (rendered.text === "") return;
    numbered += 1;
    passages.push({ ...rendered, number: String(numbered), headings: headingsAbove() });
  }

  function addPrintedWords(quote: Nodes): void {
    const paragraphs = paragraphsIn(quote).map(renderText);
    const last = paragraphs.pop();
    if (last === undefined) return;
    const { words, attribution } = splitAttribution(last);
    if (attribution === undefined) {
      problems.push({
        path,
        line: lineOf(quote),
        message: "This block quote does not say who prints it.",
        remedy: "End it with a line such as `— @source-id, page {topic-id}`.",
      });
      return;
    }
    const quoted = [...paragraphs, ...(words ? [words] : [])].filter(({ text }) => text !== "");
    if (quoted.length === 0) {
      problems.push({
        path,
        line: attribution.line,
        message: "This block quote names its source, but quotes nothing.",
        remedy: "Put the words that are quoted above this line.",
      });
    }
    for (const rendered of quoted) {
      passages.push({
        ...rendered,
        number: letters(lettered),
        headings: headingsAbove(),
        attribution,
      });
      lettered += 1;
    }
  }

  function addNote(paragraph: Paragraph): void {
    const { text } = renderText(paragraph);
    // Only a title stands above a summary.
    if (text !== "") notes.push({ kind: headings.length <= 1 ? "summary" : "remark", text });
  }

  function headingsAbove(): readonly string[] {
    return headings.filter((heading) => heading && !(kind === "notes" && IS_TEXT.test(heading)));
  }

  function leaveOut(node: Nodes): void {
    const what = node.type === "code" ? "A block of code" : "A block of HTML";
    advice.push({
      path,
      line: lineOf(node),
      message: `${what} is no paragraph, so it is neither quoted nor found.`,
      remedy: "Write it without indentation, fence or tags if its words matter.",
    });
  }

  function visitAll(nodes: readonly Nodes[]): void {
    for (const node of nodes) visit(node);
  }

  function visit(node: Nodes): void {
    const inText = textDepth !== Number.POSITIVE_INFINITY;
    switch (node.type) {
      case "paragraph": {
        if (inText) addOwnWords(node);
        else addNote(node);
        return;
      }
      case "blockquote":
        if (inText) visitAll(node.children);
        else addPrintedWords(node);
        return;
      case "list":
      case "listItem":
        visitAll(node.children);
        return;
      case "code":
      case "html":
        if (node.type === "code" || !/^<!--[\s\S]*-->\s*$/.test(node.value)) leaveOut(node);
        return;
      default:
        // Rules and definitions are no paragraphs, and a heading inside of a quotation or a list is
        // none of the document's.
        return;
    }
  }

  for (const node of root.children) {
    if (node.type === "heading") {
      enterHeading(node.depth, renderText(node).text.replaceAll("\n", " "), lineOf(node));
    } else visit(node);
  }
  return { passages, notes, problems, advice, ...(title !== undefined && { title }) };
}

/** The first node with so many others around it. */
function findAtDepth(root: Root, depth: number): Nodes | undefined {
  let nodes: readonly Nodes[] = [root];
  for (let level = 0; level < depth; level++) {
    nodes = nodes.flatMap((node) => ("children" in node ? node.children : []));
  }
  return nodes[0];
}

function tooDeep(node: Nodes, path: string): Problem {
  return {
    path,
    line: lineOf(node),
    message: "Quotations, lists or emphasis are nested too deeply here.",
    remedy: "Nest them less deeply.",
  };
}

interface Rendered {
  readonly text: string;
  readonly lines: readonly LineStart[];
}

/** The text that CommonMark renders: soft line breaks are spaces, hard ones newlines. */
export function renderText(node: Nodes): Rendered {
  let text = "";
  let line = lineOf(node);
  const lines: LineStart[] = [];

  function startLine(at: number): void {
    line = at;
    const last = lines.at(-1);
    if (last?.offset === text.length) lines.pop();
    lines.push({ offset: text.length, line });
  }

  function append(value: string): void {
    const [first = "", ...rest] = value.split("\n");
    text += first;
    for (const next of rest) {
      // After a line break that is written as HTML the line's end is nothing more.
      if (!text.endsWith("\n")) text += " ";
      startLine(line + 1);
      text += next;
    }
  }

  function visit(child: Nodes): void {
    const start = child.position?.start.line;
    if (start !== undefined && start !== line) startLine(start);
    switch (child.type) {
      case "text":
        append(child.value);
        return;
      case "inlineCode":
        // The white space that begins a line is none of a paragraph's words, in code neither.
        append(child.value.replace(/\n[ \t]+/g, "\n"));
        return;
      case "break":
        text += "\n";
        startLine(line + 1);
        return;
      case "html":
        // A line break that is written as HTML is one; other tags only dress the words.
        if (/^<br\s*\/?>$/i.test(child.value)) text += "\n";
        return;
      default:
        if (!("children" in child)) return;
        for (const inner of child.children) visit(inner);
    }
  }
  startLine(line);
  visit(node);
  return trimRendered({ text, lines });
}

/** Leaves out white space at both ends, which neither a page nor Discord shows. */
function trimRendered({ text, lines }: Rendered): Rendered {
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

const ATTRIBUTION = /^— @([a-z0-9-]+)(?:, ([^{}]*[^{}\s]))?(?:\s*\{([^{}]*)\})?$/;

/** Takes the attribution off the end of a block quote's last paragraph. */
function splitAttribution({ text, lines }: Rendered): {
  words?: Rendered;
  attribution?: Attribution;
} {
  const start = lines.findLast(({ offset }) => text.startsWith("—", offset));
  const match = start && ATTRIBUTION.exec(text.slice(start.offset));
  if (!match) return {};
  const [, sourceId = "", locator, topics = ""] = match;
  return {
    attribution: {
      sourceId,
      ...(locator !== undefined && { locator }),
      topicIds: topics.split(/[\s,]+/).filter((id) => id !== ""),
      line: start.line,
    },
    ...(start.offset > 0 && {
      words: trimRendered({
        text: text.slice(0, start.offset),
        lines: lines.filter(({ offset }) => offset < start.offset),
      }),
    }),
  };
}

function paragraphsIn(node: Nodes): readonly Paragraph[] {
  if (node.type === "paragraph") return [node];
  return "children" in node ? node.children.flatMap(paragraphsIn) : [];
}

/** a, b, … z, aa, ab, … */
function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
