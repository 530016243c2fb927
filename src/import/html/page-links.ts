import type { Element, ElementContent, Nodes } from "hast";
import { elementAt } from "../../foundation/checked-access.ts";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";
import { PAGE_BLOCKS } from "./page-blocks.ts";

/** Whether an element lets the reader edit a section, or link to it or to the block with the id `blockId` that contains it. */
export function isPageLink(node: Element, blockId: string): boolean {
  const className = htmlAttribute(node, "className");
  if (/\b(?:mw-)?edit-?section\b/i.test(className) || isEditLink(node)) return true;
  if (node.tagName !== "a" && !PAGE_BLOCKS.has(node.tagName) && consistsOfEditLinks(node)) {
    return true;
  }
  const text = textContentOf(node).trim();
  return (
    node.tagName === "a" &&
    htmlAttribute(node, "href").startsWith("#") &&
    (/^[\s#¶§🔗]+$/u.test(text) || (SELF_LABEL.test(text) && isLinkToItself(node, blockId)))
  );
}

/** The number of a paragraph that links to it. One with a point or after § is that of an item or of a section. */
const SELF_LABEL = /^(?:[#¶🔗]\s?\d{1,4}|\[?\d{1,4}\]?)$/u;

function isLinkToItself(link: Element, blockId: string): boolean {
  const ids = [htmlAttribute(link, "id"), htmlAttribute(link, "name"), blockId];
  return ids.some((id) => id !== "" && htmlAttribute(link, "href") === `#${id}`);
}

function isEditLink(node: Nodes): boolean {
  if (node.type !== "element" || node.tagName !== "a") return false;
  const href = htmlAttribute(node, "href");
  return /[?&](?:ve)?action=edit\b/.test(href) && !isLinkToMissingPage(node, href);
}

/** Whether the words of a link are those of the text, and lead to the editor of a page that a wiki does not have. */
function isLinkToMissingPage(link: Element, href: string): boolean {
  return (
    /[?&]redlink=1\b/.test(href) || /(?:^|\s)new(?:\s|$)/.test(htmlAttribute(link, "className"))
  );
}

function consistsOfEditLinks(node: Element): boolean {
  return (
    elementsIn(node).some(isEditLink) &&
    /^[\s[\]|]*$/.test(
      textContentOf({ ...node, children: node.children.flatMap(withoutEditLinks) }),
    )
  );
}

function withoutEditLinks(node: ElementContent): ElementContent[] {
  if (isEditLink(node)) return [];
  return node.type === "element"
    ? [{ ...node, children: node.children.flatMap(withoutEditLinks) }]
    : [node];
}

/** Drops the brackets around links that are left out, with what separates these. */
export function dropEmptyBrackets(
  nodes: readonly Nodes[],
  isLeftOut: (node: Nodes) => boolean,
): readonly Nodes[] {
  const kept = [...nodes];
  let opening: number | undefined;
  let hasLink = false;
  for (const [index, node] of nodes.entries()) {
    if (node.type !== "text") {
      if (opening === undefined) continue;
      if (isLeftOut(node)) hasLink = true;
      else if (textContentOf(node).trim() !== "") opening = undefined;
      continue;
    }
    if (opening !== undefined && hasLink && /^\s*[\])]/.test(node.value)) {
      const before = textContentOf(elementAt(kept, opening)).replace(/\s*[[(]\s*$/, "");
      const after = node.value.replace(/^\s*[\])]/, "").replace(/^(?=[\p{L}\p{N}])/u, " ");
      for (let inside = opening + 1; inside < index; inside++) {
        if (elementAt(nodes, inside).type === "text") kept[inside] = { type: "text", value: "" };
      }
      kept[opening] = { type: "text", value: before };
      kept[index] = { type: "text", value: after };
    }
    if (opening !== undefined && /^[\s|·,/]*$/.test(node.value)) continue;
    opening = /[[(]\s*$/.test(node.value) ? index : undefined;
    hasLink = false;
  }
  return kept;
}
