import type { PhrasingContent } from "mdast";
import { isWebAddress } from "../../foundation/web-address.ts";

/**
 * The same words, dressed in such a way that Markdown can write it down and read it back: no emphasis
 * of nothing or within its like, none that begins or ends with a line break, no line break at an end of
 * the whole. Links
 * lead to the web, or are words; pictures are no words.
 */
export function normalizePhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trimBreaks(mergeText(nodes.flatMap((node) => normalizeNode(node, []))));
}

function normalizeNode(
  node: PhrasingContent,
  within: readonly string[],
): readonly PhrasingContent[] {
  switch (node.type) {
    case "emphasis":
    case "strong":
    case "delete":
    case "link": {
      const children = mergeText(
        node.children.flatMap((child) => normalizeNode(child, [...within, kindOf(node)])),
      );
      const first = children.findIndex(isWords);
      if (first === -1 || within.includes(kindOf(node)) || node.type === "delete") return children;
      if (node.type === "link" && !isWebAddress(node.url)) return children;
      const end = children.findLastIndex(isWords) + 1;
      const inside = children.slice(first, end);
      const dress: PhrasingContent =
        node.type === "link"
          ? { type: "link", url: node.url, children: inside }
          : { type: node.type, children: inside };
      return [...children.slice(0, first), dress, ...children.slice(end)];
    }
    case "image":
    case "imageReference":
      return [];
    case "text":
      return node.value === "" ? [] : [{ type: "text", value: node.value }];
    default:
      return [node];
  }
}

/** Emphasis in strong emphasis is not written so that it is read back as it was. */
function kindOf({ type }: PhrasingContent): "link" | "emphasis" {
  return type === "link" ? type : "emphasis";
}

/** Whether there is something in it that is no white space. */
function isWords(node: PhrasingContent): boolean {
  return node.type !== "break" && (node.type !== "text" || node.value.trim() !== "");
}

/** Makes one text of neighbouring ones, without white space at line breaks. */
function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === "break" && last?.type === "text") {
      result.splice(-1, 1, ...texts(last.value.trimEnd()));
    }
    if (node.type !== "text") result.push(node);
    else if (last?.type === "text") last.value += node.value;
    else result.push(...texts(last?.type === "break" ? node.value.trimStart() : node.value));
  }
  return result;
}

function texts(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}

function trimBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const first = nodes.findIndex(isWords);
  return first === -1 ? [] : nodes.slice(first, nodes.findLastIndex(isWords) + 1);
}
