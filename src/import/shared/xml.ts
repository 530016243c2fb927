import type { Element, Nodes, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { append } from "../../foundation/long-arrays.ts";

/** Decodes XML: UTF-8, or UTF-16 if the file begins with its byte order mark. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** Parses XML; undefined if there are no bytes or the XML is not well-formed. */
export function parseXml(bytes: Uint8Array | undefined): Root | undefined {
  if (bytes === undefined) return undefined;
  try {
    return fromXml(decodeXml(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Whether XML declares entities of its own. No DOCX needs them, and a few entities that
 * refer to each other expand to gigabytes of text (the “billion laughs” attack).
 */
export function definesEntities(xml: string): boolean {
  return xml.includes("<!ENTITY");
}

/** An entity for a few characters, which refers to no other one (XML 1.0, 4.2). */
const PLAIN_ENTITY =
  /<!ENTITY\s{1,20}(?<name>[\p{L}_][\p{L}\p{N}_.-]{0,40})\s{1,20}(?:"(?<double>(?:[^"&%<]|&#x?[0-9a-f]{1,6};){0,40})"|'(?<single>(?:[^'&%<]|&#x?[0-9a-f]{1,6};){0,40})')\s{0,20}>/giu;

/** The entities that XML itself defines. */
const PREDEFINED = new Set(["amp", "apos", "gt", "lt", "quot"]);

/** A part of a page before its document type: white space, instructions and comments (XML 1.0, 2.8). */
const PROLOG_PART = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/gy;

/** A document type with declarations of its own. */
const DOCUMENT_TYPE = /^<!DOCTYPE\s[^<>[\]]{0,500}\[[^\]]*\]\s*>/i;

const ENTITY_REFERENCE = /&(?<name>[\p{L}_][\p{L}\p{N}_.-]{0,40});/gu;

/**
 * Removes the declarations of a document type, which are text to a parser of HTML, and replaces the references to entities for
 * a few characters, as old e-books define them for dashes and quotation marks. Undefined if there are other entities.
 */
export function withoutDeclarations(xml: string): string | undefined {
  const start = prologLength(xml);
  const [documentType = ""] = DOCUMENT_TYPE.exec(xml.slice(start)) ?? [];
  const declared = [...documentType.matchAll(PLAIN_ENTITY)].map(({ groups = {} }) => groups);
  // The first declaration of an entity is the one that counts (XML 1.0, 4.2).
  const values = new Map(
    declared
      .map((groups) => [groups["name"] ?? "", groups["double"] ?? groups["single"] ?? ""] as const)
      .toReversed(),
  );
  const rest = splitAtLiterals(xml.slice(start + documentType.length));
  if (rest.some(({ text, isLiteral }) => !isLiteral && definesEntities(text))) return undefined;
  if (documentType.split("<!ENTITY").length - 1 !== declared.length) return undefined;
  const replaced = rest.map(({ text, isLiteral }) =>
    isLiteral
      ? text
      : text.replace(ENTITY_REFERENCE, (reference, name: string) =>
          PREDEFINED.has(name) ? reference : (values.get(name) ?? reference),
        ),
  );
  return xml.slice(0, start) + replaced.join("");
}

/** Returns the length of the parts before the document type. */
function prologLength(xml: string): number {
  let length = 0;
  for (const [part] of xml.matchAll(PROLOG_PART)) length += part.length;
  return length;
}

/** A part of XML: a comment or a CDATA section, in which nothing is declared or referred to, or what is between these. */
interface XmlPart {
  readonly text: string;
  readonly isLiteral: boolean;
}

function splitAtLiterals(xml: string): readonly XmlPart[] {
  const lastEnds = { "]]>": xml.lastIndexOf("]]>"), "-->": xml.lastIndexOf("-->") };
  const parts: XmlPart[] = [];
  let from = 0;
  for (const { 0: start, index } of xml.matchAll(/<!\[CDATA\[|<!--/g)) {
    const end = start === "<!--" ? "-->" : "]]>";
    const content = index + start.length;
    // To look for an end after the last one would take quadratic time.
    if (index < from || content > lastEnds[end]) continue;
    parts.push({ text: xml.slice(from, index), isLiteral: false });
    from = xml.indexOf(end, content) + end.length;
    parts.push({ text: xml.slice(index, from), isLiteral: true });
  }
  return [...parts, { text: xml.slice(from), isLiteral: false }];
}

/** The maximum depth of nested elements. No office document or EPUB package comes near it. */
const MAX_DEPTH = 512;

/**
 * Whether XML nests elements so deeply that processing its tree would take forever or overflow the
 * stack. Only the tags are scanned, before any tree is built.
 */
export function xmlNestsTooDeeply(xml: string): boolean {
  let depth = 0;
  for (const [tag] of xml.matchAll(/<[^\s<>!?](?:[^<>"']|"[^"<]*"|'[^'<]*')*>?/g)) {
    if (tag.endsWith("/>")) continue;
    depth = tag.startsWith("</") ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Finds the elements with this local name, in document order. */
export function findElements(root: Nodes | undefined, name: string): readonly Element[] {
  return nodesIn(root)
    .filter(isElement)
    .filter((element) => localName(element.name) === name);
}

/** Returns the nodes of a tree, in document order. */
function nodesIn(root: Nodes | undefined): readonly Nodes[] {
  const nodes: Nodes[] = [];
  const stack: Nodes[] = root === undefined ? [] : [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    nodes.push(node);
    if ("children" in node) append(stack, node.children.toReversed());
  }
  return nodes;
}

/** Returns an element's text, its white space normalized as by XPath; undefined if it is empty. */
export function normalizedText(element: Element | undefined): string | undefined {
  const text = nodesIn(element)
    .map((node) => (node.type === "text" || node.type === "cdata" ? node.value : ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? undefined : text;
}

/** Returns an attribute's value by its local name, whatever its prefix; undefined if it is missing. */
export function xmlAttribute({ attributes }: Element, name: string): string | undefined {
  const attribute = Object.entries(attributes).find(([key]) => localName(key) === name);
  if (attribute === undefined) return undefined;
  const [, value] = attribute;
  return value === null ? undefined : value;
}

export function isElement(node: Nodes): node is Element {
  return node.type === "element";
}

/** Writes a tree as XML, without comments, instructions and document types. */
export function stringifyXml(node: Nodes): string {
  switch (node.type) {
    case "root":
      return node.children.map(stringifyXml).join("");
    case "element": {
      const attributes = Object.entries(node.attributes).map(
        ([name, value]) => ` ${name}="${escapeXml(value ?? "").replaceAll('"', "&quot;")}"`,
      );
      const content = node.children.map(stringifyXml).join("");
      return `<${node.name}${attributes.join("")}>${content}</${node.name}>`;
    }
    case "text":
    case "cdata":
      return escapeXml(node.value);
    default:
      return "";
  }
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

/** Returns a name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
