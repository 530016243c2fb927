import type { Blockquote, ListItem, PhrasingContent, RootContent } from "mdast";
import { normalizePhrasing } from "./normalize-phrasing.ts";

type Block = Blockquote["children"][number];

/** How deep block quotes and lists may stand in each other: a corpus refuses what is far deeper. */
const MAX_DEPTH = 20;

/**
 * The same blocks, such as Markdown can write down and read back, word for word: none that is empty,
 * and paragraphs parted where there were two line breaks within one.
 */
export function normalizeBlocks(content: readonly RootContent[]): readonly RootContent[] {
  return normalizeAll(content.filter(isBlock), 0);
}

/** Why a file is refused that `isWordless`. */
export const WORDLESS = "There are no words in this file. Import one that has some.";

/** Whether a corpus would find neither a passage nor a heading in it. */
export function isWordless(content: readonly RootContent[]): boolean {
  return content.every(
    ({ type }) => type === "thematicBreak" || type === "code" || type === "html",
  );
}

function normalizeAll(blocks: readonly Block[], depth: number): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case "paragraph":
        return splitParagraph(block.children);
      case "heading": {
        const children = normalizePhrasing(block.children.flatMap(withoutBreaks));
        return children.length === 0 ? [] : [{ type: "heading", depth: block.depth, children }];
      }
      case "blockquote": {
        const children = normalizeAll(block.children, depth + 1);
        if (children.length === 0 || depth >= MAX_DEPTH) return children;
        return [{ type: "blockquote", children }];
      }
      case "list": {
        const items = block.children.flatMap((item) => normalizeItem(item, depth + 1));
        if (items.length === 0 || depth >= MAX_DEPTH)
          return items.flatMap(({ children }) => children);
        const { ordered = false, start = null } = block;
        return [{ type: "list", ordered, start, spread: true, children: items }];
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
  const parts: PhrasingContent[][] = [[]];
  for (const node of normalizePhrasing(nodes)) {
    const part = parts.at(-1);
    if (node.type === "break" && part?.at(-1)?.type === "break") parts.push([]);
    else part?.push(node);
  }
  return parts
    .map(normalizePhrasing)
    .filter((children) => children.length > 0)
    .map((children) => ({ type: "paragraph", children }));
}

/** A heading has one line. */
function withoutBreaks(node: PhrasingContent): PhrasingContent[] {
  switch (node.type) {
    case "break":
      return [{ type: "text", value: " " }];
    case "text":
      return [{ type: "text", value: node.value.replaceAll("\n", " ") }];
    case "emphasis":
    case "strong":
    case "link":
      return [{ ...node, children: node.children.flatMap(withoutBreaks) }];
    default:
      return [node];
  }
}

function isBlock(node: RootContent): node is Block {
  switch (node.type) {
    case "blockquote":
    case "code":
    case "definition":
    case "heading":
    case "html":
    case "list":
    case "paragraph":
    case "thematicBreak":
      return true;
    default:
      return false;
  }
}
