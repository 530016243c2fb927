import type { PhrasingContent } from "mdast";
import { append } from "../../foundation/long-arrays.ts";
import { isWebAddress } from "../../foundation/web-address.ts";

/**
 * Normalizes phrasing content so that Markdown can express it and it is read back word for word.
 * Emphasis and links are never empty, never nested in their like, and never begin or end with a line
 * break. Links that do not lead to the web and deletions are unwrapped; images keep their alternative
 * text. The result neither begins nor ends with a line break.
 */
export function normalizePhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trim(mergeText(nodes.flatMap((node) => normalizeNode(node, []))));
}

type Wrapper = "link" | "emphasis";

function normalizeNode(
  node: PhrasingContent,
  ancestors: readonly Wrapper[],
): readonly PhrasingContent[] {
  switch (node.type) {
    case "emphasis":
    case "strong":
    case "delete":
    case "link": {
      // Strong emphasis counts as emphasis: nested in each other, they are not read back the same.
      const wrapper = node.type === "link" ? "link" : "emphasis";
      const children = mergeText(
        node.children.flatMap((child) => normalizeNode(child, [...ancestors, wrapper])),
      );
      const start = children.findIndex(isVisible);
      if (start === -1 || ancestors.includes(wrapper) || node.type === "delete") return children;
      if (node.type === "link" && !isWebAddress(node.url)) return children;
      const end = children.findLastIndex(isVisible) + 1;
      const wrapped: PhrasingContent =
        node.type === "link"
          ? { type: "link", url: node.url, children: children.slice(start, end) }
          : { type: node.type, children: children.slice(start, end) };
      return [...children.slice(0, start), wrapped, ...children.slice(end)];
    }
    case "image":
      return [{ type: "image", url: isWebAddress(node.url) ? node.url : "", alt: node.alt }];
    case "imageReference":
      return [{ type: "image", url: "", alt: node.alt }];
    case "text":
      return textNodes(node.value);
    default:
      return [node];
  }
}

/** Whether a node is more than white space or a line break. */
function isVisible(node: PhrasingContent): boolean {
  return node.type !== "break" && (node.type !== "text" || node.value.trim() !== "");
}

/** Merges adjacent text nodes, and removes white space around line breaks. */
function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === "break" && last?.type === "text") {
      merged.splice(-1, 1, ...textNodes(last.value.trimEnd()));
    }
    if (node.type !== "text") merged.push(node);
    else if (last?.type === "text") last.value += node.value;
    else append(merged, textNodes(last?.type === "break" ? node.value.trimStart() : node.value));
  }
  return merged;
}

/** Returns a text node, or none if it would be empty. */
function textNodes(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}

function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const start = nodes.findIndex(isVisible);
  return start === -1 ? [] : nodes.slice(start, nodes.findLastIndex(isVisible) + 1);
}
