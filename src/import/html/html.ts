import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toMdast } from "hast-util-to-mdast";
import type { Nodes, RootContent } from "mdast";
import type { Manuscript, Metadata, Reader } from "../manuscript.ts";
import { isWordless, normalizeBlocks, WORDLESS } from "../markdown/normalize-blocks.ts";
import { decodeText } from "../shared/encoding.ts";
import {
  BOILERPLATE_REMARK,
  findEnclosedWork,
  parseHeader,
  warnOfUnmarkedWork,
} from "../shared/gutenberg.ts";
import { nestsTooDeeply } from "./hast.ts";
import { pageContent } from "./page-content.ts";
import { pageMetadata } from "./page-metadata.ts";

/** Reads a web page, in the encoding that it declares. */
export const readHtml: Reader = ({ bytes }) => {
  const decoding = decodeText(bytes, declaredEncoding(bytes));
  if ("error" in decoding) return decoding;
  const manuscript = htmlManuscript(decoding.text);
  if (manuscript === undefined) return { error: TOO_MUCH };
  if (isWordless(manuscript.content)) return { error: WORDLESS };
  const remarks = [...decoding.remarks, ...manuscript.remarks];
  return { manuscripts: [{ ...manuscript, remarks }] };
};

/** Why there is nothing of a page of which no tree can be made. */
export const TOO_MUCH =
  "The page has too many elements, or nests them too deeply. Split it, or save it as plain text, and import that.";

/** What a page says, or a part of one; undefined if no tree can be made of it. */
export function htmlManuscript(html: string): Manuscript | undefined {
  if (nestsTooDeeply(html)) return undefined;
  try {
    return manuscriptOf(fromHtml(isXml(html) ? expandSelfClosingTags(html) : html));
  } catch (error) {
    // What makes trees of trees goes as deep as they do, and hands on children as arguments.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isXml(html: string): boolean {
  return /^\s*(?:<\?xml\b|(?:<!doctype[^>]*>\s*)?<html[^>]+\bxmlns\b)/i.test(html);
}

/** XML may end any element at once, such as `<title/>`; within HTML that would never end. */
function expandSelfClosingTags(xml: string): string {
  return xml.replace(
    /<([a-z][\w-]*)(?=[\s/])([^<>]*)\/>/gi,
    (tag, name: string, attributes: string) =>
      VOID.test(name) ? tag : `<${name}${attributes}></${name}>`,
  );
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

function manuscriptOf(page: Root): Manuscript {
  const metadata = pageMetadata(page);
  const { tree, boilerplate, remarks } = pageContent(page);
  const content = contentOf(tree);
  if (boilerplate.length > 0) {
    const head = boilerplate.find(({ properties }) => properties["id"] === "pg-header");
    return {
      content,
      metadata: {
        ...metadata,
        ...(head !== undefined &&
          parseHeader(linesOf(contentOf({ type: "root", children: [head] })))),
      },
      remarks: [BOILERPLATE_REMARK, ...remarks],
    };
  }
  return removeGutenbergBoilerplate(content, metadata, remarks);
}

/** Before Project Gutenberg's pages marked what is theirs, only their texts did. */
function removeGutenbergBoilerplate(
  content: readonly RootContent[],
  metadata: Metadata,
  remarks: readonly string[],
): Manuscript {
  const parts = content.flatMap((block) => [plainTextOf(block), ""]);
  const enclosed = findEnclosedWork(parts);
  if (enclosed === undefined) {
    return { content, metadata, remarks: [...warnOfUnmarkedWork(parts), ...remarks] };
  }
  return {
    content: content.slice(Math.ceil(enclosed.first / 2), enclosed.end / 2),
    metadata: { ...metadata, ...enclosed.metadata },
    remarks: [...enclosed.remarks, ...remarks],
  };
}

function contentOf(tree: Root): readonly RootContent[] {
  const mdast = toMdast(tree, { document: true, quotes: ["“”", "‘’"] });
  return mdast.type === "root" ? normalizeBlocks(mdast.children) : [];
}

function linesOf(content: readonly RootContent[]): readonly string[] {
  return content.flatMap((block) => plainTextOf(block).split("\n"));
}

function plainTextOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(plainTextOf).join("") : "";
}

/** How a page says which encoding it is in, at its beginning and in letters of ASCII. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const [, label] =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(start) ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/i.exec(start) ??
    [];
  return label;
}
