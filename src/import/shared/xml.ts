import type { Element, Nodes, Root } from "xast";
import { fromXml } from "xast-util-from-xml";

/** The text of XML, which is in UTF-8 unless it begins with a mark of UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** Undefined if it is not well-formed. */
export function parseXml(bytes: Uint8Array | undefined): Root | undefined {
  if (bytes === undefined) return undefined;
  try {
    return fromXml(decodeXml(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Whether XML defines entities of its own, which no DOCX or EPUB needs: a few of them, each made of
 * others, become gigabytes of text.
 */
export function definesEntities(text: string): boolean {
  return text.includes("<!ENTITY");
}

/** More open elements than this are no office document and no book's package. */
const DEEPEST = 512;

/**
 * Whether XML nests elements so deeply that it takes forever, or breaks the stack, to make something
 * of them: seen by its tags alone, before there is a tree.
 */
export function nestsTooDeeply(text: string): boolean {
  let open = 0;
  for (const [tag] of text.matchAll(/<[^\s<>!?](?:[^<>"']|"[^"<]*"|'[^'<]*')*>?/g)) {
    if (tag.endsWith("/>")) continue;
    open = tag.startsWith("</") ? Math.max(0, open - 1) : open + 1;
    if (open > DEEPEST) return true;
  }
  return false;
}

/** The elements of this local name, in the document's order. */
export function findElements(name: string, within: Nodes | undefined): readonly Element[] {
  const found: Element[] = [];
  const waiting: Nodes[] = within === undefined ? [] : [within];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "element" && localName(node.name) === name) found.push(node);
    if ("children" in node) waiting.push(...node.children.toReversed());
  }
  return found;
}

/** The text in an element, with single spaces for white space; undefined if there is none. */
export function textIn(element: Element | undefined): string | undefined {
  if (element === undefined) return undefined;
  const parts: string[] = [];
  const waiting: Nodes[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "text" || node.type === "cdata") parts.push(node.value);
    if ("children" in node) waiting.push(...node.children.toReversed());
  }
  const text = parts.join("").replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}

/** The value of an attribute, with whatever prefix it stands. */
export function attribute(name: string, element: Element): string | undefined {
  const entry = Object.entries(element.attributes).find(([key]) => localName(key) === name);
  return entry?.[1] ?? undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
