import type { Nodes, Root } from "mdast";
import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { isPipeTable } from "../../corpus/body.ts";
import { htmlContentOf } from "../../corpus/foreign/html.ts";
import { parseMarkdown } from "../../corpus/markdown.ts";
import type { Reader } from "../manuscript.ts";
import { decodeText } from "../shared/encoding.ts";
import { takeOutMarks } from "../shared/marks/take-out-marks.ts";
import { parseForeignFrontMatter } from "./foreign-front-matter.ts";
import { isWordless, normalizeBlocks, WORDLESS_ERROR } from "./normalize-blocks.ts";

/** Reads CommonMark with optional YAML front matter. */
export const readMarkdown: Reader = ({ bytes }, { encoding }) => {
  const decoded = decodeText(bytes, { named: encoding });
  if ("error" in decoded) return decoded;
  const { root, dropped, frontMatter: yaml } = parseMarkdown(decoded.text);
  const nodes = flattenTree(root);
  if (nodes === undefined) {
    return {
      error: message("markdown.nesting"),
    };
  }
  const frontMatter = parseForeignFrontMatter(yaml?.text ?? "", yaml?.line);
  if ("error" in frontMatter) return frontMatter;
  resolveReferences(nodes);
  const { content, remarks: markRemarks } = takeOutMarks(normalizeBlocks(root.children));
  if (isWordless(content)) return { error: WORDLESS_ERROR };
  const remarks = [
    ...decoded.remarks,
    ...frontMatter.remarks,
    ...markRemarks,
    ...describeUnquotable(nodes),
    ...describeDropped(dropped),
  ];
  return { manuscripts: [{ content, metadata: frontMatter.metadata, remarks }] };
};

/** The maximum depth to which quotations, lists and emphasis may nest, as in a corpus. */
const MAX_DEPTH = 100;

/** Returns all nodes of a tree, level by level; undefined if it is too deep. */
function flattenTree(root: Root): readonly Nodes[] | undefined {
  const nodes: Nodes[] = [root];
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === MAX_DEPTH) return undefined;
    level = level.flatMap((node) => ("children" in node ? node.children : []));
    for (const node of level) nodes.push(node);
  }
  return nodes;
}

/**
 * Replaces reference links by inline links. The file may be split into documents, and then a link and
 * its definition may end up in different ones.
 */
function resolveReferences(nodes: readonly Nodes[]): void {
  const addresses = new Map<string, string>();
  for (const node of nodes) {
    // CommonMark: the first of several definitions takes precedence.
    if (node.type !== "definition" || addresses.has(node.identifier)) continue;
    addresses.set(node.identifier, node.url);
  }
  for (const node of nodes) {
    if (!("children" in node)) continue;
    const children: Nodes[] = node.children;
    for (const [index, child] of children.entries()) {
      if (child.type !== "linkReference") continue;
      const url = addresses.get(child.identifier);
      if (url === undefined) throw new Error("CommonMark has no reference without a definition.");
      children[index] = { type: "link", url, children: child.children };
    }
  }
}

/** How many additions of other programs a remark lists, and how many characters of each. */
const MAX_LISTED = 5;
const MAX_QUOTED = 80;

function describeDropped(dropped: readonly string[]): readonly Message[] {
  if (dropped.length === 0) return [];
  const listed = dropped
    .slice(0, MAX_LISTED)
    .map((one) => one.replace(/\s+/g, " "))
    .map((one) => (one.length <= MAX_QUOTED ? one : `${one.slice(0, MAX_QUOTED)}…`));
  return [
    message("markdown.dropped", {
      count: dropped.length,
      spans: quoteEach(listed),
      more: dropped.length - listed.length,
    }),
  ];
}

/** Describes content that a corpus keeps, but never quotes, in sentences for the editor. */
function describeUnquotable(nodes: readonly Nodes[]): readonly Message[] {
  const count = (matches: (node: Nodes) => boolean) => nodes.filter(matches).length;
  // A tag within a paragraph only formats its words.
  const tags = new Set(nodes.filter(isPhrasing).flatMap(childrenOf));
  const code = count(({ type }) => type === "code");
  const tables = count((node) => node.type === "paragraph" && isPipeTable(node));
  const images = count(
    (node) =>
      node.type === "image" ||
      node.type === "imageReference" ||
      (tags.has(node) && node.type === "html" && htmlContentOf(node.value).images.length > 0),
  );
  const html = count(
    (node) => node.type === "html" && !tags.has(node) && !htmlContentOf(node.value).isComment,
  );
  return [
    ...(tables > 0 ? [message("remark.tables", { count: tables })] : []),
    ...(code > 0 ? [message("remark.code", { count: code })] : []),
    ...(html > 0 ? [message("markdown.html", { count: html })] : []),
    ...(images > 0 ? [message("remark.pictures", { count: images })] : []),
  ];
}

function isPhrasing({ type }: Nodes): boolean {
  return /^(?:paragraph|heading|emphasis|strong|delete|link|linkReference)$/.test(type);
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return "children" in node ? node.children : [];
}
