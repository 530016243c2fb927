import type { Element, Nodes } from "hast";
import { append } from "../../foundation/long-arrays.ts";

/** The elements that are parts of a line unless a style says otherwise. */
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr acronym b bdi bdo big cite code dfn em font i kbd q s samp small span strong sub sup tt u
  var`.split(/\s+/),
);

/** Returns the elements of a tree, in document order. */
export function elementsIn(tree: Nodes): readonly Element[] {
  return nodesIn(tree).filter((node) => node.type === "element");
}

/** Returns the text of a tree, its white space unchanged. */
export function textContentOf(tree: Nodes): string {
  return nodesIn(tree)
    .flatMap((node) => (node.type === "text" ? [node.value] : []))
    .join("");
}

/** Returns an attribute's value; an empty string if the element does not have it. */
export function htmlAttribute({ properties }: Element, name: string): string {
  const value = properties[name];
  return Array.isArray(value) ? value.join(" ") : String(value ?? "");
}

/** Returns the types of an element in the terms of EPUB and ARIA, separated by spaces. */
export function semanticTypesOf(element: Element): string {
  return `${htmlAttribute(element, "epub:type")} ${htmlAttribute(element, "role")}`;
}

function nodesIn(tree: Nodes): readonly Nodes[] {
  const nodes: Nodes[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    nodes.push(node);
    if ("children" in node) append(stack, node.children.toReversed());
  }
  return nodes;
}
