import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toMdast } from "hast-util-to-mdast";
import type { Nodes, RootContent } from "mdast";
import type { Result } from "../../foundation/result.ts";
import type { Manuscript, Metadata, Reader } from "../manuscript.ts";
import { isWordless, normalizeBlocks, WORDLESS_ERROR } from "../markdown/normalize-blocks.ts";
import { decodeText } from "../shared/encoding.ts";
import {
  BOILERPLATE_REMARK,
  findGutenbergWork,
  parseGutenbergHeader,
  warnAboutUnmarkedWork,
} from "../shared/gutenberg.ts";
import { extractPageContent } from "./page-content.ts";
import { extractPageMetadata } from "./page-metadata.ts";
import { expandSelfClosingTags, htmlNestsTooDeeply } from "./tags.ts";

/** Reads a web page in the encoding that it declares. */
export const readHtml: Reader = ({ bytes }) => {
  const decoded = decodeText(bytes, findDeclaredEncoding(bytes));
  if ("error" in decoded) return decoded;
  const manuscript = manuscriptFromHtml(decoded.text);
  if ("error" in manuscript) return manuscript;
  if (isWordless(manuscript.content)) return { error: WORDLESS_ERROR };
  const remarks = [...decoded.remarks, ...manuscript.remarks];
  return { manuscripts: [{ ...manuscript, remarks }] };
};

const TOO_COMPLEX_ERROR =
  "The page has too many elements, or nests them too deeply. Split it, or save it as plain text, and import that.";

/**
 * Converts a page, or a part of one, to a manuscript. Returns an error if the page has too many
 * elements or nests them too deeply.
 */
export function manuscriptFromHtml(html: string): Result<Manuscript> {
  if (htmlNestsTooDeeply(html)) return { error: TOO_COMPLEX_ERROR };
  try {
    return manuscriptFromTree(fromHtml(isXhtml(html) ? expandSelfClosingTags(html) : html));
  } catch (error) {
    // The libraries recurse into the tree and spread children as arguments: both fill the stack.
    if (error instanceof RangeError) return { error: TOO_COMPLEX_ERROR };
    throw error;
  }
}

function isXhtml(html: string): boolean {
  return /^\s*(?:<\?xml\b|(?:<!doctype[^>]*>\s*)?<html[^>]+\bxmlns\b)/i.test(html);
}

function manuscriptFromTree(page: Root): Manuscript {
  const metadata = extractPageMetadata(page);
  const { tree, gutenbergBoilerplate, remarks } = extractPageContent(page);
  const content = convertToMdast(tree);
  if (gutenbergBoilerplate.length === 0) {
    return removeGutenbergBoilerplate(content, metadata, remarks);
  }
  const header = gutenbergBoilerplate.find(({ properties }) => properties["id"] === "pg-header");
  return {
    content,
    metadata: { ...metadata, ...(header && parseGutenbergHeader(linesIn(header))) },
    remarks: [BOILERPLATE_REMARK, ...remarks],
  };
}

/** Removes what Project Gutenberg's older pages delimit only by lines of text, as its texts do. */
function removeGutenbergBoilerplate(
  content: readonly RootContent[],
  metadata: Metadata,
  remarks: readonly string[],
): Manuscript {
  const parts = content.flatMap((block) => [plainText(block), ""]);
  const work = findGutenbergWork(parts);
  if (work === undefined) {
    return { content, metadata, remarks: [...warnAboutUnmarkedWork(parts), ...remarks] };
  }
  return {
    content: content.slice(Math.ceil(work.start / 2), work.end / 2),
    metadata: { ...metadata, ...work.metadata },
    remarks: [...work.remarks, ...remarks],
  };
}

function convertToMdast(tree: Root): readonly RootContent[] {
  const mdast = toMdast(tree, { document: true, quotes: ["“”", "‘’"] });
  if (mdast.type !== "root") throw new TypeError("The root of a page was not converted to a root.");
  return normalizeBlocks(mdast.children);
}

function linesIn(element: Element): readonly string[] {
  const blocks = convertToMdast({ type: "root", children: [element] });
  return blocks.flatMap((block) => plainText(block).split("\n"));
}

function plainText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(plainText).join("") : "";
}

/** Finds the encoding that a page declares among its first 1,024 bytes, which must be ASCII. */
function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const declaration =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(start) ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/i.exec(start);
  return declaration?.[1];
}
