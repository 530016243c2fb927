import type { Element, ElementContent } from "hast";
import { BLOCK_ELEMENTS } from "../../corpus/foreign/html.ts";
import type { MarkKind } from "../shared/marks/mark.ts";
import { elementsIn, textContentOf } from "./hast.ts";

/** The elements of marks and of notes in the extracted tree. */
export const MARK_ELEMENT = "ibid-mark";
export const NOTE_ELEMENT = "ibid-note";

/** The names of the elements that are blocks of the extracted tree. */
export const PAGE_BLOCKS: ReadonlySet<string> = new Set([...BLOCK_ELEMENTS, NOTE_ELEMENT]);

/** Returns an element without attributes. */
export function element(tagName: string, children: readonly ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children: [...children] };
}

/** Returns the element of a mark, as it is printed, and of the note to which it refers. */
export function markElement(kind: MarkKind, printed: string, target: string = printed): Element {
  return { ...element(MARK_ELEMENT, []), properties: { kind, printed, target } };
}

export function isNamed(node: ElementContent, tagName: string): boolean {
  return node.type === "element" && node.tagName === tagName;
}

/** Whether a node is a block of its own, and no part of a line. */
export function isBlock(node: ElementContent): boolean {
  return node.type === "element" && (PAGE_BLOCKS.has(node.tagName) || node.tagName === "body");
}

/** Whether any of the nodes is a block or contains one. */
export function hasBlocks(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => elementsIn(node).some(({ tagName }) => PAGE_BLOCKS.has(tagName)));
}

export function containsWords(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => textContentOf(node).trim() !== "");
}

/** Makes lists of items that are outside of one. Other blocks cannot contain them. */
function wrapLooseItems(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const wrapped: ElementContent[] = [];
  let list: Element | undefined;
  for (const node of nodes) {
    const isItem = node.type === "element" && node.tagName === "li";
    const isBetween = node.type === "text" && node.value.trim() === "";
    if (list !== undefined && isItem) list.children.push(node);
    else if (isItem) {
      list = element("ul", [node]);
      wrapped.push(list);
    } else if (list === undefined || !isBetween) {
      list = undefined;
      wrapped.push(node);
    }
  }
  return wrapped;
}

/** Makes paragraphs of the text beside blocks, which would be joined over an empty one. */
export function wrapLooseText(content: readonly ElementContent[]): ElementContent[] {
  const nodes = wrapLooseItems(content);
  return nodes.some(isBlock)
    ? wrapLoose(nodes, isBlock, (loose) => element("p", loose))
    : [...nodes];
}

/** Wraps each sequence of nodes with words that are not `isApart`. White space alone is dropped. */
export function wrapLoose(
  nodes: readonly ElementContent[],
  isApart: (node: ElementContent) => boolean,
  wrap: (loose: readonly ElementContent[]) => Element,
): ElementContent[] {
  const wrapped: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const flush = () => {
    const hasContent = loose.some((node) => node.type !== "text" || node.value.trim() !== "");
    if (hasContent) wrapped.push(wrap(loose));
    loose = [];
  };
  for (const node of nodes) {
    if (!isApart(node)) loose.push(node);
    else {
      flush();
      wrapped.push(node);
    }
  }
  flush();
  return wrapped;
}

/** Replaces the blocks among nodes by their content, on lines of its own. */
export function toLines(nodes: readonly ElementContent[]): ElementContent[] {
  const lines = wrapLoose(nodes, isBlock, (loose) => element("p", loose));
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [element("br", [])] : []),
    ...(line.type === "element" ? toLinesIn(line) : [line]),
  ]);
}

function toLinesIn({ children }: Element): ElementContent[] {
  return children.some(isBlock) ? toLines(children) : children;
}

/** Joins the lines of a stanza with line breaks. */
export function joinLines(lines: readonly ElementContent[]): ElementContent[] {
  const isBreak = (node: ElementContent) => node.type === "element" && node.tagName === "br";
  return lines
    .filter((line) => line.type === "element" && !isBreak(line))
    .flatMap((line, index) => [
      ...(index > 0 ? [element("br", [])] : []),
      ...("children" in line ? line.children.filter((node) => !isBreak(node)) : []),
    ]);
}

/** Replaces the newlines of preformatted text by `br` elements. */
export function breakLines(node: ElementContent): ElementContent[] {
  if (node.type === "element") return [{ ...node, children: node.children.flatMap(breakLines) }];
  if (node.type !== "text") return [];
  return node.value
    .split("\n")
    .flatMap((value, index) => [
      ...(index > 0 ? [element("br", [])] : []),
      { type: "text", value },
    ]);
}

/** Joins adjacent texts. The conversion to mdast would do it in quadratic time. */
export function joinTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text") last.value += node.value;
    else joined.push(node.type === "text" ? { ...node } : node);
  }
  return joined;
}
