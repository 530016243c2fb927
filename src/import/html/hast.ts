import type { Element, Nodes } from "hast";

/** The elements of a tree in the order of its text. */
export function elementsIn(tree: Nodes): readonly Element[] {
  return nodesIn(tree).filter((node) => node.type === "element");
}

/** What a browser would show of a tree, white space as it is written. */
export function textContentOf(tree: Nodes): string {
  return nodesIn(tree)
    .flatMap((node) => (node.type === "text" ? [node.value] : []))
    .join("");
}

/** An attribute's value; empty where there is none. */
export function attributeOf({ properties }: Element, name: string): string {
  const value = properties[name];
  return Array.isArray(value) ? value.join(" ") : String(value ?? "");
}

function nodesIn(tree: Nodes): readonly Nodes[] {
  const nodes: Nodes[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    if (!("children" in node)) continue;
    // One by one: an element may have more children than a function may have arguments.
    for (const child of node.children.toReversed()) waiting.push(child);
  }
  return nodes;
}

/** More open elements than this are no page: browsers keep no more open, either. */
const MAX_DEPTH = 512;

/** Elements that have no content, or that end where the next of their kind begins. */
const NEVER_OPEN = new Set(
  `a area base body br col colgroup dd dt embed head hr html img input li link meta nobr optgroup option
  p param rb rp rt rtc source tbody td tfoot th thead tr track wbr`.split(/\s+/),
);

/**
 * Whether a page's elements are nested so deeply that it takes forever to build a tree of them: seen
 * by its tags alone, before there is a tree.
 */
export function nestsTooDeeply(html: string): boolean {
  let open = 0;
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (NEVER_OPEN.has(name.toLowerCase())) continue;
    open = slash === "" ? open + 1 : Math.max(0, open - 1);
    if (open > MAX_DEPTH) return true;
  }
  return false;
}
