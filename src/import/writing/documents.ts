import type { Heading, PhrasingContent, RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import { type Body, type BodyKind, parseMarkdown, readBody } from "../../corpus/body.ts";
import { MAX_DOCUMENT_BYTES } from "../../corpus/read.ts";
import { plural } from "../../foundation/format.ts";
import type { Result } from "../../foundation/result.ts";
import type { Manuscript, Metadata } from "../manuscript.ts";
import { acceptMetadata, formatFrontMatter, mergeMetadata } from "./front-matter.ts";
import { type DocumentPart, firstLineOf, type SplitRule, splitContent } from "./split.ts";

/** A document before it is written, with the title that it has if nobody gives it another. */
export interface ManuscriptDraft {
  readonly content: readonly RootContent[];
  readonly metadata: Metadata & { readonly title: string };
  /** Counts those of one file from 1; absent when it is all of it, or what stands before the first. */
  readonly number: number | undefined;
}

interface Unnumbered extends Omit<ManuscriptDraft, "number"> {
  /** Whether it begins where what is split says that one begins. */
  readonly isPart: boolean;
}

/** The file of a document. */
export interface DocumentFile {
  readonly bytes: Uint8Array;
  /** How many passages it has. */
  readonly passages: number;
  readonly remarks: readonly string[];
}

/** What is asked for of all documents alike. */
export interface DraftOptions {
  /** Stands before what a file says of itself. */
  readonly metadata: Metadata;
  /** Absent: each manuscript is one document. */
  readonly splitting?: SplitRule;
}

/** What a file gives, and sentences on what was left out or guessed. */
export interface Drafts<One = ManuscriptDraft> {
  readonly drafts: readonly One[];
  readonly remarks: readonly string[];
}

/** The drafts that the manuscripts of a file give. */
export function makeDrafts(
  fileName: string,
  manuscripts: readonly Manuscript[],
  asked: DraftOptions,
): Result<Drafts> {
  const drafts: Unnumbered[] = [];
  const remarks = new Set<string>();
  for (const manuscript of manuscripts) {
    const some = makeDraftsFrom(fileName, manuscript, asked);
    if ("error" in some) return some;
    drafts.push(...some.drafts);
    for (const remark of some.remarks) remarks.add(remark);
  }
  const counted = drafts.filter(({ isPart }) => isPart || manuscripts.length > 1);
  const numbers = new Map(counted.map((draft, index) => [draft, index + 1]));
  return {
    drafts: drafts.map((draft) => ({
      content: draft.content,
      metadata: draft.metadata,
      number: numbers.get(draft),
    })),
    remarks: [...remarks],
  };
}

function makeDraftsFrom(
  fileName: string,
  { content: all, metadata, remarks }: Manuscript,
  { metadata: said, splitting }: DraftOptions,
): Result<Drafts<Unnumbered>> {
  const content = all.filter(({ type }) => type !== "yaml");
  const [problem] = wordsOf(content, "text").problems;
  if (problem !== undefined) return { error: `${problem.message} ${problem.remedy}` };
  const { metadata: own, left } = acceptMetadata(metadata);
  const shared = mergeMetadata(own, said);
  const parts = splitting === undefined ? [] : splitContent(content, splitting);
  if ("error" in parts) return parts;
  if (parts.length === 0) {
    const title = shared.title ?? headingOf(content) ?? titleOf(fileName);
    const whole = dropWordlessDrafts([{ content, metadata: { ...shared, title }, isPart: false }]);
    const unsplit =
      splitting === undefined ? [] : ["Nothing in it begins a document as `--split` says."];
    return { drafts: whole.drafts, remarks: [...remarks, ...left, ...unsplit, ...whole.remarks] };
  }
  // What a book says of itself is not said of its parts.
  const type = own.type === "book" && said.type === undefined ? { type: "chapter" } : {};
  const split = dropWordlessDrafts(draftsOfParts(fileName, parts, shared, type));
  return { drafts: split.drafts, remarks: [...remarks, ...left, ...split.remarks] };
}

/** The title of what is split contains its parts, and stays with what stands before them. */
function draftsOfParts(
  fileName: string,
  parts: readonly DocumentPart[],
  shared: Metadata,
  type: Metadata,
): readonly Unnumbered[] {
  const volume = shared.title ?? headingOf(parts[0]?.content ?? []);
  const container = volume === undefined ? {} : { "container-title": volume };
  return parts.map(({ content, title }) => ({
    content,
    isPart: title !== undefined,
    metadata: title
      ? { ...shared, ...type, title, more: { ...container, ...shared.more } }
      : { ...shared, title: volume ?? titleOf(fileName) },
  }));
}

/** How many titles a remark names. */
const MAX_NAMED = 3;

function dropWordlessDrafts(all: readonly Unnumbered[]): Drafts<Unnumbered> {
  const drafts = all.filter(({ content }) => wordsOf(content, "text").passages.length > 0);
  const wordless = all.filter((draft) => draft.content.length > 0 && !drafts.includes(draft));
  if (wordless.length === 0) return { drafts, remarks: [] };
  const titles = wordless.slice(0, MAX_NAMED).map(({ metadata: { title } }) => `“${title}”`);
  const more = wordless.length > MAX_NAMED ? ` and ${wordless.length - MAX_NAMED} more` : "";
  return { drafts, remarks: [`Left out for want of words: ${titles.join(", ")}${more}.`] };
}

/** Writes the file of a document for a corpus with bodies of one kind. */
export function writeDocument(
  { content, metadata }: ManuscriptDraft,
  kind: BodyKind,
): Result<DocumentFile> {
  const blocks = bodyOf(content, metadata.title, kind);
  const written = writeFaithfully(blocks, kind);
  if (written === undefined) {
    return {
      error:
        "Ibid cannot write this in Markdown so that every word stays as it is. Please report it, with the file.",
    };
  }
  const bytes = Buffer.from(`---\n${formatFrontMatter(metadata)}---\n\n${written.markdown}`);
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    return { error: "This makes a document of more than 4 MiB. Split it with `--split`." };
  }
  return { bytes, passages: wordsOf(blocks, kind).passages.length, remarks: written.remarks };
}

/**
 * Blocks in Markdown of which a corpus reads the very words again. Where CommonMark cannot have the
 * words and their dress, such as emphasis that ends within a word, the dress is left out.
 */
function writeFaithfully(
  blocks: readonly RootContent[],
  kind: BodyKind,
): { readonly markdown: string; readonly remarks: readonly string[] } | undefined {
  const wanted = comparableWords(wordsOf(blocks, kind));
  const isSame = (markdown: string) =>
    wanted === comparableWords(readBody(parseMarkdown(markdown).root, kind, ""));
  const dressed = markdownOf(blocks);
  if (isSame(dressed)) return { markdown: dressed, remarks: [] };

  const definitions = blocks.filter(({ type }) => type === "definition");
  const bare = new Set(blocks.filter((block) => !isFaithful(block, definitions)));
  const undressed = markdownOf(blocks.flatMap((one) => (bare.has(one) ? plainBlocks(one) : [one])));
  if (!isSame(undressed)) return undefined;
  const paragraphs = plural(bare.size, "paragraph");
  return { markdown: undressed, remarks: [`Emphasis and links were left out of ${paragraphs}.`] };
}

function isFaithful(block: RootContent, definitions: readonly RootContent[]): boolean {
  const { root } = parseMarkdown(markdownOf([block, ...definitions]));
  return (
    normalizeSpaces(headingOf([block]) ?? "") === normalizeSpaces(headingOf(root.children) ?? "") &&
    comparableWords(wordsOf([block], "text")) === comparableWords(readBody(root, "text", ""))
  );
}

/** A block's words alone. */
function plainBlocks(block: RootContent): readonly RootContent[] {
  if (block.type === "heading") return [{ ...block, children: linesOf(firstLineOf(block)) }];
  return wordsOf([block], "text").passages.map(({ text }) => ({
    type: "paragraph",
    children: linesOf(text),
  }));
}

function linesOf(text: string): PhrasingContent[] {
  return text
    .split("\n")
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: "break" } as const] : []),
      ...(line === "" ? [] : [{ type: "text", value: line } as const]),
    ]);
}

function markdownOf(blocks: readonly RootContent[]): string {
  return toMarkdown(
    { type: "root", children: [...blocks] },
    // Raw, it would be read as the end of a line.
    { bullet: "-", unsafe: [{ character: "\r", inConstruct: "phrasing" }] },
  );
}

/** The blocks of a document's file, below a title that stands in its front matter. */
function bodyOf(
  content: readonly RootContent[],
  title: string,
  kind: BodyKind,
): readonly RootContent[] {
  const repeated = content.findIndex(
    (block, index) =>
      block.type === "heading" &&
      (index === 0 || block.depth === 1) &&
      firstLineOf(block).toLowerCase() === oneLine(title).toLowerCase(),
  );
  const rest = content.filter((_, index) => index !== repeated);
  if (kind === "text") return rest;
  const depths = rest.flatMap((block) => (block.type === "heading" ? [block.depth] : []));
  const down = Math.max(0, 3 - Math.min(...depths));
  return [
    { type: "heading", depth: 2, children: [{ type: "text", value: "Text" }] },
    ...rest.map((block) =>
      block.type === "heading" ? { ...block, depth: DEPTHS[block.depth + down] ?? 6 } : block,
    ),
  ];
}

const DEPTHS: readonly Heading["depth"][] = [1, 1, 2, 3, 4, 5, 6];

function wordsOf(content: readonly RootContent[], kind: BodyKind): Body {
  return readBody({ type: "root", children: [...content] }, kind, "");
}

/** Passages and notes with their headings, in a form that can be compared; white space apart. */
function comparableWords({ passages, notes }: Body): string {
  const words = passages.map(({ text, headings }) => [text, ...headings].map(normalizeSpaces));
  return JSON.stringify([words, notes.map(({ text }) => normalizeSpaces(text))]);
}

function normalizeSpaces(text: string): string {
  return text.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function headingOf(content: readonly RootContent[]): string | undefined {
  const heading = content.find((block) => block.type === "heading" && firstLineOf(block) !== "");
  return heading && firstLineOf(heading);
}

/** The title that a file's name gives; it may hold anything. */
function titleOf(fileName: string): string {
  const name = fileName.replace(/\.[^.]*$/, "").replace(/[\p{Cc}\p{Bidi_Control}_]+/gu, " ");
  return oneLine(name) || "Untitled";
}
