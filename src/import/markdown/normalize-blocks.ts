import type { Blockquote, ListItem, PhrasingContent, RootContent } from "mdast";
import { message } from "../../catalogue/catalogue.ts";
import { normalizePhrasing } from "./normalize-phrasing.ts";

type Block = Blockquote["children"][number];

/** The maximum depth of nested block quotes and lists, far below what a corpus refuses. */
const MAX_DEPTH = 20;

/**
 * Normalizes blocks so that Markdown can express them and they are read back word for word: empty
 * blocks are removed, and paragraphs are split at two consecutive line breaks.
 */
export function normalizeBlocks(content: readonly RootContent[]): readonly RootContent[] {
  return normalizeAll(content.filter(isBlock), 0);
}

/** The error of a file for which `isWordless` is true. */
export const WORDLESS_ERROR = message("convert.wordless-file");

/** Whether normalized content has neither a passage nor a heading. */
export function isWordless(content: readonly RootContent[]): boolean {
  return content.every(
    (block) =>
      block.type === "code" ||
      block.type === "html" ||
      block.type === "table" ||
      block.type === "footnoteDefinition" ||
      !hasText(block),
  );
}

function hasText(node: RootContent): boolean {
  if ("children" in node) return node.children.some(hasText);
  return (node.type === "text" || node.type === "inlineCode") && node.value.trim() !== "";
}

function normalizeAll(blocks: readonly Block[], depth: number): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case "paragraph":
        return splitParagraph(block.children);
      case "heading": {
        const words = block.children.flatMap(removeBreaks);
        // A corpus would not read it, since only its own headings are those of a document.
        if (depth > 0) return splitParagraph([{ type: "strong", children: words }]);
        const children = normalizePhrasing(words);
        return children.length === 0 ? [] : [{ type: "heading", depth: block.depth, children }];
      }
      case "blockquote": {
        const children = normalizeAll(block.children, depth + 1);
        if (children.length === 0 || depth >= MAX_DEPTH) return children;
        return [{ type: "blockquote", children }];
      }
      case "list": {
        const items = block.children.flatMap((item) => normalizeItem(item, depth + 1));
        if (items.length === 0 || depth >= MAX_DEPTH) {
          return items.flatMap(({ children }) => children);
        }
        const { ordered = false, start = null } = block;
        return [{ type: "list", ordered, start, spread: true, children: items }];
      }
      case "footnoteDefinition": {
        const children = normalizeAll(block.children, depth + 1);
        return children.length === 0 ? [] : [{ ...block, children }];
      }
      case "table": {
        const rows = block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({
            ...cell,
            children: normalizePhrasing(cell.children.flatMap(removeBreaks)),
          })),
        }));
        return [{ ...block, children: rows }];
      }
      case "definition":
        return [];
      default:
        return [block];
    }
  });
}

function normalizeItem(item: ListItem, depth: number): ListItem[] {
  const children = normalizeAll(item.children, depth);
  return children.length === 0 ? [] : [{ type: "listItem", spread: true, children }];
}

function splitParagraph(nodes: readonly PhrasingContent[]): Block[] {
  let part: PhrasingContent[] = [];
  const parts = [part];
  for (const node of normalizePhrasing(nodes)) {
    if (node.type === "break" && part.at(-1)?.type === "break") {
      part = [];
      parts.push(part);
    } else part.push(node);
  }
  return parts
    .map(normalizePhrasing)
    .filter((children) => children.length > 0)
    .map((children) => ({ type: "paragraph", children }));
}

/** Replaces line breaks by spaces, since a heading or a cell is a single line. */
function removeBreaks(node: PhrasingContent): PhrasingContent[] {
  switch (node.type) {
    case "break":
      return [{ type: "text", value: " " }];
    case "text":
      return [{ type: "text", value: node.value.replaceAll("\n", " ") }];
    case "emphasis":
    case "strong":
    case "link":
      return [{ ...node, children: node.children.flatMap(removeBreaks) }];
    default:
      return [node];
  }
}

function isBlock(node: RootContent): node is Block {
  switch (node.type) {
    case "blockquote":
    case "code":
    case "definition":
    case "footnoteDefinition":
    case "heading":
    case "html":
    case "list":
    case "paragraph":
    case "table":
    case "thematicBreak":
      return true;
    default:
      return false;
  }
}
