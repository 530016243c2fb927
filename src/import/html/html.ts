import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { type State, toMdast } from "hast-util-to-mdast";
import type { FootnoteDefinition, FootnoteReference, Nodes, RootContent } from "mdast";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { htmlNestsTooDeeply } from "../../foundation/html-nesting.ts";
import type { Result } from "../../foundation/result.ts";
import { NOTES_TITLE } from "../../language/part-headings.ts";
import type { Manuscript, Reader } from "../manuscript.ts";
import { isWordless, normalizeBlocks, WORDLESS_ERROR } from "../markdown/normalize-blocks.ts";
import { decodeText } from "../shared/encoding.ts";
import {
  describeBoilerplate,
  findGutenbergWork,
  PROJECT_GUTENBERG,
  parseGutenbergHeader,
  warnAboutUnmarkedWork,
} from "../shared/gutenberg.ts";
import { createMark, createNote } from "../shared/marks/mark.ts";
import { takeOutMarks } from "../shared/marks/take-out-marks.ts";
import { isRuleLine, plainText } from "../shared/plain-text.ts";
import { leaveOutPublishersMatter } from "../shared/publishers-matter.ts";
import { manuscriptFromText } from "../text/text.ts";
import { isPassage } from "../writing/blocks.ts";
import { htmlAttribute } from "./hast.ts";
import { MARK_ELEMENT, NOTE_ELEMENT } from "./page-blocks.ts";
import { describeOutside, extractPageContent, type PageOptions } from "./page-content.ts";
import { extractPageMetadata } from "./page-metadata.ts";
import { toHtmlTags } from "./tags.ts";
import { findTextPage, type TextPage } from "./text-page.ts";

/** Reads a web page in the encoding that it declares. */
export const readHtml: Reader = ({ bytes }, { encoding }) => {
  const decoded = decodeText(bytes, { named: encoding, declared: findDeclaredEncoding(bytes) });
  if ("error" in decoded) return decoded;
  const manuscript = manuscriptFromHtml(decoded.text);
  if ("error" in manuscript) return manuscript;
  const { content, metadata } = manuscript;
  const remarks = [...decoded.remarks, ...manuscript.remarks];
  // The remarks say which words were left out: those of scripts, or hidden ones.
  if (isWordless(content) && manuscript.remarks.length === 0) return { error: WORDLESS_ERROR };
  return { manuscripts: [{ content, metadata, remarks }] };
};

/** The manuscript of a page. */
interface PageManuscript extends Manuscript {
  /** The imprint, the table of contents and the titles of notes, which were left out. */
  readonly leftOut: readonly RootContent[];
}

const TOO_COMPLEX_ERROR = message("html.too-complex");

/**
 * Converts a page, or a part of one, to a manuscript. Returns an error if the page has too many
 * elements or nests them too deeply.
 */
export function manuscriptFromHtml(html: string): Result<PageManuscript> {
  return guardComplexity([html], ([page]) => {
    if (page === undefined) throw new TypeError("A page was not parsed.");
    return manuscriptFromTree(page, false);
  });
}

/**
 * Parses the pages of a book, and converts what `compose` makes of them to a manuscript. All of it is
 * the book's text. Returns an error as `manuscriptFromHtml` does.
 */
export function manuscriptFromBook(
  pages: readonly string[],
  compose: (pages: readonly Root[]) => Root,
): Result<PageManuscript> {
  return guardComplexity(pages, (roots) => manuscriptFromTree(compose(roots), true));
}

function guardComplexity(
  pages: readonly string[],
  convert: (pages: readonly Root[]) => PageManuscript,
): Result<PageManuscript> {
  if (pages.some(htmlNestsTooDeeply)) return { error: TOO_COMPLEX_ERROR };
  try {
    return convert(pages.map((html) => fromHtml(isXhtml(html) ? toHtmlTags(html) : html)));
  } catch (error) {
    // The libraries recurse into the tree and spread children as arguments: both fill the stack.
    if (error instanceof RangeError) return { error: TOO_COMPLEX_ERROR };
    throw error;
  }
}

function isXhtml(html: string): boolean {
  return /^\s*(?:<\?xml\b|(?:<!doctype[^>]*>\s*)?<html[^>]+\bxmlns\b)/i.test(html);
}

function manuscriptFromTree(page: Root, isBook: boolean): PageManuscript {
  const textPage = isBook ? undefined : findTextPage(page);
  if (textPage !== undefined) return readTextPage(page, textPage);
  const manuscript = readTree(page, { isBook, keepsData: true });
  // If a page has no other words, those of its tables and its code are the text.
  return manuscript.content.some(isPassage)
    ? manuscript
    : readTree(page, { isBook, keepsData: false });
}

/** Reads a page that is a text file as one, because only its lines show paragraphs and printed pages. */
function readTextPage(page: Root, { text, parts, outside }: TextPage): PageManuscript {
  const { metadata, remarks: metadataRemarks } = extractPageMetadata(page);
  const manuscript = manuscriptFromText(text);
  return {
    content: manuscript.content,
    leftOut: [],
    metadata: { ...metadata, ...manuscript.metadata },
    remarks: [...manuscript.remarks, ...describeOutside(parts, outside), ...metadataRemarks],
  };
}

function readTree(page: Root, options: PageOptions): PageManuscript {
  const { metadata, remarks: metadataRemarks } = extractPageMetadata(page);
  const { tree, gutenbergBoilerplate, remarks } = extractPageContent(page, options);
  const blocks = convertToMdast(tree);
  const { before, after } = gutenbergBoilerplate;
  const work =
    before.length + after.length === 0
      ? removeGutenbergBoilerplate(blocks)
      : {
          content: blocks,
          metadata: before.length === 0 ? {} : parseGutenbergHeader(before.flatMap(linesIn)),
          remarks: describeBoilerplate(PROJECT_GUTENBERG, before.length > 0, after.length > 0),
        };
  const withoutPublishers = leaveOutPublishersMatter(work.content);
  const marked = takeOutMarks(withoutPublishers.content, { isTypeset: true });
  const titles = findTitlesOfNotes(marked.content);
  return {
    content: marked.content.filter((block) => !titles.has(block)),
    leftOut: [...withoutPublishers.leftOut, ...titles],
    metadata: { ...metadata, ...work.metadata },
    remarks: [
      ...work.remarks,
      ...withoutPublishers.remarks,
      ...marked.remarks,
      ...describeUnquoted(marked.content),
      ...remarks,
      ...metadataRemarks,
    ],
  };
}

/** Finds the headings below which all blocks became notes. */
function findTitlesOfNotes(content: readonly RootContent[]): ReadonlySet<RootContent> {
  return new Set(
    content.filter((block, index) => {
      if (block.type !== "heading" || !NOTES_TITLE.test(plainText(block))) return false;
      if (content[index + 1]?.type !== "footnoteDefinition") return false;
      const next = content.slice(index + 1).find(({ type }) => type !== "footnoteDefinition");
      return next === undefined || next.type === "heading";
    }),
  );
}

/** Describes what is shown without being quoted. */
function describeUnquoted(content: readonly Nodes[]): readonly Message[] {
  const count = (type: Nodes["type"]) => countNodes(content, type);
  const [tables, code] = [count("table"), count("code")];
  return [
    ...(tables > 0 ? [message("remark.tables", { count: tables })] : []),
    ...(code > 0 ? [message("remark.code", { count: code })] : []),
  ];
}

function countNodes(nodes: readonly Nodes[], type: Nodes["type"]): number {
  return nodes.reduce(
    (sum, node) =>
      sum +
      (node.type === type ? 1 : 0) +
      ("children" in node ? countNodes(node.children, type) : 0),
    0,
  );
}

/** Removes what Project Gutenberg's older pages delimit only by lines of text, as its texts do. */
function removeGutenbergBoilerplate(content: readonly RootContent[]): Manuscript {
  const parts = content.flatMap((block) => [plainText(block), ""]);
  const work = findGutenbergWork(parts);
  if (work === undefined) {
    return { content, metadata: {}, remarks: warnAboutUnmarkedWork(parts) };
  }
  return {
    content: content.slice(Math.ceil(work.start / 2), work.end / 2),
    metadata: work.metadata,
    remarks: work.remarks,
  };
}

function convertToMdast(tree: Root): readonly RootContent[] {
  const mdast = toMdast(tree, {
    document: true,
    quotes: ["“”", "‘’"],
    handlers: { [MARK_ELEMENT]: convertMark, [NOTE_ELEMENT]: convertNote },
  });
  if (mdast.type !== "root") throw new TypeError("The root of a page was not converted to a root.");
  return normalizeBlocks(mdast.children).map(toRule);
}

/** Makes a rule of a paragraph that is only the signs of one, perhaps in several rows. */
function toRule(block: RootContent): RootContent {
  const isRule = block.type === "paragraph" && isRuleLine(plainText(block));
  return isRule ? { type: "thematicBreak" } : block;
}

function convertMark(_: State, element: Element): FootnoteReference {
  const kind = htmlAttribute(element, "kind");
  const isNumber = kind === "verse" || kind === "line" || kind === "page";
  const { printed, target } = noteLabelOf(element);
  return createMark(isNumber ? kind : "note", printed, target);
}

function convertNote(state: State, element: Element): FootnoteDefinition {
  const { printed, target } = noteLabelOf(element);
  return createNote(printed, state.toFlow(state.all(element)), target);
}

function noteLabelOf(element: Element) {
  return { printed: htmlAttribute(element, "printed"), target: htmlAttribute(element, "target") };
}

function linesIn(element: Element): readonly string[] {
  const blocks = convertToMdast({ type: "root", children: [element] });
  return blocks.flatMap((block) => plainText(block).split("\n"));
}

/** Finds the encoding that a page declares among its first 1,024 bytes, which must be ASCII. */
function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const declaration =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(start) ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/i.exec(start);
  return declaration?.[1];
}
