import type { Nodes, Paragraph, PhrasingContent, RootContent, Table, TableRow } from "mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { type Info, type State, toMarkdown } from "mdast-util-to-markdown";
import { type LabelKey, type Message, message } from "../../catalogue/catalogue.ts";
import { type Body, type BodyKind, readBody } from "../../corpus/body.ts";
import { DIALECT_SIGNS } from "../../corpus/foreign/dialects.ts";
import { parseMarkdown, type SourceMappedText } from "../../corpus/markdown.ts";
import { MAX_DOCUMENT_BYTES } from "../../corpus/read.ts";
import { smallest } from "../../foundation/long-arrays.ts";
import type { Result } from "../../foundation/result.ts";
import { headingDepth } from "../shared/heading-depth.ts";
import { wordsInContent } from "../shared/lost-words.ts";
import {
  collapseSpaces,
  firstHeadingIn,
  firstLineOf,
  isHeading,
  isPassage,
  readBlocks,
} from "./blocks.ts";
import type { ManuscriptDraft } from "./drafts.ts";
import { formatFrontMatter } from "./front-matter.ts";
import { suggestSplit } from "./split.ts";

/** The file of a document. */
export interface DocumentFile {
  readonly bytes: Uint8Array;
  /** How many passages the document has. */
  readonly passages: number;
  /** Sentences on what was left out. */
  readonly remarks: readonly Message[];
}

/**
 * Renders a draft as the file of a document, for a corpus whose bodies are of `kind`. Returns an error
 * if Markdown cannot express the words, or the file would be larger than a corpus reads.
 */
export function renderDocument(
  { content, metadata }: ManuscriptDraft,
  kind: BodyKind,
): Result<DocumentFile> {
  // Rendering and reading again would take long.
  if (countWordBytes(content) > MAX_DOCUMENT_BYTES) return { error: describeTooLarge(content) };
  const blocks = bodyBlocks(content, metadata.title, kind);
  const body = renderFaithfully(blocks, kind);
  if ("error" in body) return body;
  const bytes = Buffer.from(`---\n${formatFrontMatter(metadata)}---\n\n${body.markdown}`);
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    return { error: describeTooLarge(content) };
  }
  return { bytes, passages: readBlocks(blocks, kind).passages.length, remarks: body.remarks };
}

/** How much of a document its markup takes at most, so that a part is sure to be small enough. */
const MARKUP_SHARE = 0.25;

function countWordBytes(content: readonly RootContent[]): number {
  return Buffer.byteLength(wordsInContent(content).join("\n\n"));
}

/** Returns the error on a document that is too large, with the value of `--split` that helps. */
function describeTooLarge(content: readonly RootContent[]): Message {
  const maxWordBytes = MAX_DOCUMENT_BYTES * (1 - MARKUP_SHARE);
  const rule = suggestSplit(content, (part) => countWordBytes(part) < maxWordBytes);
  return rule === undefined
    ? message("render.too-large")
    : message("render.too-large-whole", { rule });
}

/** Returns the blocks of a document's body, without a heading above it that repeats the title. */
function bodyBlocks(
  content: readonly RootContent[],
  title: string,
  kind: BodyKind,
): readonly RootContent[] {
  const firstPassage = content.findIndex(isPassage);
  const titleIndex = content.findIndex(
    (block, index) =>
      isHeading(block) &&
      (index === 0 || (block.depth === 1 && index < firstPassage)) &&
      firstLineOf(block).toLowerCase() === collapseSpaces(title).toLowerCase(),
  );
  const rest = content.filter((_, index) => index !== titleIndex);
  if (kind === "text") return rest;
  // Where paragraphs are notes, the words of the document go below the heading `## Text`.
  const highest = smallest(rest.filter(isHeading).map(({ depth }) => depth));
  const shift = Math.max(0, 3 - highest);
  return [
    { type: "heading", depth: 2, children: [{ type: "text", value: "Text" }] },
    ...rest.map((block) =>
      isHeading(block) ? { ...block, depth: headingDepth(block.depth + shift) } : block,
    ),
  ];
}

/**
 * Renders blocks as Markdown from which a corpus reads exactly the same words. CommonMark cannot
 * express some markup, such as emphasis that ends within a word. It is removed from blocks in which it
 * would change a word. Returns an error if the words still differ.
 */
function renderFaithfully(
  blocks: readonly RootContent[],
  kind: BodyKind,
): Result<{ readonly markdown: string; readonly remarks: readonly Message[] }> {
  const words = comparableWords(readBlocks(blocks, kind));
  const isFaithful = (markdown: string) =>
    words === comparableWords(readBody(parseMarkdown(markdown).root, kind, ""));
  const marked = renderMarkdown(blocks);
  if (isFaithful(marked)) return { markdown: marked, remarks: [] };

  const definitions = blocks.filter(({ type }) => type === "definition");
  const unfaithful = new Set(blocks.filter((block) => !isBlockFaithful(block, definitions)));
  const markdown = renderMarkdown(
    blocks.flatMap((block) => (unfaithful.has(block) ? withoutMarkup(block) : [block])),
  );
  if (!isFaithful(markdown)) {
    return {
      error: message("render.unfaithful"),
    };
  }
  const changed = [...unfaithful].filter((block) => markupIn(block).length > 0);
  if (changed.length === 0) return { markdown, remarks: [] };
  const kinds = [...new Set(changed.flatMap(markupIn))].map((kind) => message(kind));
  return { markdown, remarks: [message("render.markup", { count: changed.length, kinds })] };
}

/** The kinds of markup that `withoutMarkup` leaves out. Headings and notes stay what they are. */
const MARKUP_NAMES: ReadonlyMap<string, LabelKey> = new Map([
  ["blockquote", "render.block-quotations"],
  ["delete", "render.emphasis"],
  ["emphasis", "render.emphasis"],
  ["image", "render.pictures"],
  ["imageReference", "render.pictures"],
  ["inlineCode", "render.code"],
  ["link", "render.links"],
  ["linkReference", "render.links"],
  ["list", "render.lists"],
  ["strong", "render.emphasis"],
]);

function markupIn(node: Nodes): readonly LabelKey[] {
  const name = MARKUP_NAMES.get(node.type);
  const below = "children" in node ? node.children.flatMap(markupIn) : [];
  return name === undefined ? below : [name, ...below];
}

function isBlockFaithful(block: RootContent, definitions: readonly RootContent[]): boolean {
  const { root } = parseMarkdown(renderMarkdown([block, ...definitions]));
  return (
    comparableHeading([block]) === comparableHeading(root.children) &&
    comparableWords(readBlocks([block], "text")) === comparableWords(readBody(root, "text", ""))
  );
}

/** Returns a block's text without its markup. */
function withoutMarkup(block: RootContent): readonly RootContent[] {
  if (isHeading(block)) return [{ ...block, children: toLines(firstLineOf(block)) }];
  const { passages, notes } = readBlocks([block], "text");
  if (block.type === "footnoteDefinition") {
    const lines = notes.flatMap(({ text }) => text.split("\n"));
    return [{ ...block, children: lines.map((line) => toParagraph(toLines(line))) }];
  }
  return passages.map((passage) => toParagraph(toMarkedLines(passage)));
}

function toParagraph(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

/** Returns the lines of a text with its marks in their places. */
function toMarkedLines({ text, marks }: SourceMappedText): PhrasingContent[] {
  let start = 0;
  const marked = marks.flatMap(({ offset, text: mark }) => {
    const before = toLines(text.slice(start, offset));
    const label = /^\[\^(.+)\]$/s.exec(mark)?.[1];
    start = offset;
    // Other marks, such as ⁴, are in the text, where a corpus finds them.
    if (label === undefined) return [...before, ...toLines(mark)];
    return [...before, { type: "footnoteReference", identifier: label, label } as const];
  });
  return [...marked, ...toLines(text.slice(start))];
}

function toLines(text: string): PhrasingContent[] {
  return text
    .split("\n")
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: "break" } as const] : []),
      ...(line === "" ? [] : [{ type: "text", value: line } as const]),
    ]);
}

/** How many brackets are written as they are. For each, a parser looks for the beginning of a link. */
const MAX_BRACKETS = 500;

function countBrackets(nodes: readonly Nodes[]): number {
  return nodes.reduce((count, node) => {
    if (node.type === "text") return count + node.value.split("]").length - 1;
    return "children" in node ? count + countBrackets(node.children) : count;
  }, 0);
}

/** Renders blocks as Markdown. */
export function renderMarkdown(blocks: readonly RootContent[]): string {
  return toMarkdown(
    { type: "root", children: [...blocks] },
    // A carriage return that is not escaped would be read as the end of a line.
    {
      bullet: "-",
      extensions: [gfmFootnoteToMarkdown()],
      handlers: { table: renderTable },
      unsafe: [
        { character: "|", inConstruct: "tableCell" },
        { character: "\r", inConstruct: "phrasing" },
        // A mark at the beginning of a paragraph is not a note.
        { before: "\\]", character: ":", inConstruct: "phrasing" },
        ...(countBrackets(blocks) > MAX_BRACKETS
          ? [{ character: "]", inConstruct: "phrasing" } as const]
          : []),
        ...DIALECT_SIGNS.map((sign) => ({ ...sign, inConstruct: "phrasing" }) as const),
      ],
    },
  );
}

declare module "mdast-util-to-markdown" {
  interface ConstructNameMap {
    tableCell: "tableCell";
  }
}

/** Renders a table as GitHub shows it. Its first row is the heads of the columns. */
function renderTable(table: Table, _: unknown, state: State, info: Info): string {
  const [head, ...body] = table.children.map((row) => renderRow(row, state, info));
  const delimiters = table.children[0]?.children.map(() => "---") ?? [];
  return [head, `| ${delimiters.join(" | ")} |`, ...body].join("\n");
}

function renderRow({ children }: TableRow, state: State, info: Info): string {
  const exitCell = state.enter("tableCell");
  const exitPhrasing = state.enter("phrasing");
  const cells = children.map((cell) =>
    state.containerPhrasing(cell, { ...info, before: " ", after: " " }),
  );
  exitPhrasing();
  exitCell();
  return `| ${cells.join(" | ")} |`;
}

/**
 * Returns passages and notes with their headings in a form that ignores differences in white space. Marks
 * are in their places, because Markdown reads `[^a]` as one even if only a part of it was emphasized.
 */
function comparableWords({ passages, notes }: Body): string {
  const words = passages.map((passage) =>
    [insertMarks(passage), ...passage.headings].map(normalizeSpaces),
  );
  return JSON.stringify([words, notes.map(({ text }) => normalizeSpaces(text))]);
}

function insertMarks({ text, marks }: SourceMappedText): string {
  let start = 0;
  const parts = marks.flatMap((mark) => {
    const before = text.slice(start, mark.offset);
    start = mark.offset;
    return [before, mark.text];
  });
  return [...parts, text.slice(start)].join("");
}

function comparableHeading(blocks: readonly RootContent[]): string | undefined {
  const heading = firstHeadingIn(blocks);
  return heading === undefined ? undefined : normalizeSpaces(heading);
}

function normalizeSpaces(text: string): string {
  return text.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n");
}
