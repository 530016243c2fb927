import type { Element, ElementContent, Root } from "hast";
import { append } from "../../../foundation/long-arrays.ts";
import { UNSPACED_OR_FULLWIDTH } from "../../../language/scripts.ts";
import { findStyled } from "../block-lines.ts";
import { elementsIn, textContentOf } from "../hast.ts";
import { PAGE_BLOCKS } from "../page-blocks.ts";

/** The sign before and after words that are struck through, as in Markdown. */
const STROKE = "~~";

const LINE_THROUGH = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i;

/** Finds the parts of lines that a page strikes through, by an element or a style. */
export function findStruckText(page: Root): ReadonlySet<Element> {
  const struck = elementsIn(page).filter(({ tagName }) => /^(?:s|strike|del)$/.test(tagName));
  return new Set([...struck, ...findStyled(page, (style) => LINE_THROUGH.test(style))]);
}

/** A letter or a digit of a script that writes spaces between words. */
const SPACED = String.raw`(?![${UNSPACED_OR_FULLWIDTH}])[\p{L}\p{M}\p{N}]`;
const SPACED_AT_START = new RegExp(`^${SPACED}`, "u");
const SPACED_AT_END = new RegExp(`${SPACED}$`, "u");

/** Finds the struck elements that are a part of a word. Inserted text beside one replaces it. */
export function findStruckParts(page: Root, struck: ReadonlySet<Element>): ReadonlySet<Element> {
  const parts = new Set<Element>();
  for (const { children } of struck.size > 0 ? elementsIn(page) : []) {
    for (const [index, node] of children.entries()) {
      if (node.type !== "element" || !struck.has(node)) continue;
      const [before, after] = [children[index - 1], children[index + 1]];
      const isReplaced = [before, after].some(
        (beside) => beside?.type === "element" && beside.tagName === "ins",
      );
      const text = lineTextOf(node);
      const isPart =
        (SPACED_AT_END.test(lineTextOf(before)) && SPACED_AT_START.test(text)) ||
        (SPACED_AT_END.test(text) && SPACED_AT_START.test(lineTextOf(after)));
      if (isPart && !isReplaced) parts.add(node);
    }
  }
  return parts;
}

/** Returns the text of a part of a line; a space for a node that is none, or a mark. */
function lineTextOf(node: ElementContent | undefined): string {
  if (node === undefined) return "";
  const isApart = elementsIn(node).some(
    ({ tagName }) => /^(?:br|su[bp])$/.test(tagName) || PAGE_BLOCKS.has(tagName),
  );
  return isApart ? " " : textContentOf(node);
}

/** Writes strokes around the words of nodes, and around those of each block among them. */
export function strikeThrough(
  nodes: readonly ElementContent[],
  isBlock: (node: ElementContent) => boolean,
): readonly ElementContent[] {
  const struck: ElementContent[] = [];
  let line: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type !== "element" || !isBlock(node)) line.push(node);
    else {
      append(struck, strikeLine(line));
      line = [];
      struck.push({ ...node, children: [...strikeThrough(node.children, isBlock)] });
    }
  }
  return [...struck, ...strikeLine(line)];
}

/** Writes strokes where the words of a line begin and end. A sign like a stroke among them would end it. */
function strikeLine(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const texts = nodes.map(textContentOf);
  const hasWords = texts.some((text) => text.trim() !== "");
  return hasWords && !texts.some((text) => text.includes("~"))
    ? endStroke(startStroke(nodes))
    : nodes;
}

/** Writes a stroke directly before the first word. */
function startStroke(nodes: readonly ElementContent[]): ElementContent[] {
  const start = nodes.findIndex((node) => textContentOf(node).trim() !== "");
  return nodes.flatMap((node, index): ElementContent[] => {
    if (index !== start) return [node];
    const text = textContentOf(node);
    const words = text.trimStart();
    if (!containsBreak(node) && words === text) return [textNode(STROKE), node];
    return node.type === "element"
      ? [{ ...node, children: startStroke(node.children) }]
      : [textNode(text.slice(0, -words.length) + STROKE + words)];
  });
}

/** Writes a stroke directly after the last word. */
function endStroke(nodes: readonly ElementContent[]): ElementContent[] {
  const end = nodes.findLastIndex((node) => textContentOf(node).trim() !== "");
  return nodes.flatMap((node, index): ElementContent[] => {
    if (index !== end) return [node];
    const text = textContentOf(node);
    const words = text.trimEnd();
    if (!containsBreak(node) && words === text) return [node, textNode(STROKE)];
    return node.type === "element"
      ? [{ ...node, children: endStroke(node.children) }]
      : [textNode(words + STROKE + text.slice(words.length))];
  });
}

function containsBreak(node: ElementContent): boolean {
  return elementsIn(node).some(({ tagName }) => tagName === "br");
}

function textNode(value: string): ElementContent {
  return { type: "text", value };
}
