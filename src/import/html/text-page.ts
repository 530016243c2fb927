import type { Element, Nodes, Root } from "hast";
import { append } from "../../foundation/long-arrays.ts";
import { countWords } from "../../language/tokenizer.ts";
import { findCode } from "./code-blocks.ts";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";
import { countWordsOutside, findBody, isHidden, type PartName } from "./page-parts.ts";

/** A text file that a page shows in preformatted blocks. */
export interface TextPage {
  /** Its lines, with a form feed between the blocks that are printed pages. */
  readonly text: string;
  /** The parts beside it that have words. */
  readonly parts: ReadonlySet<PartName>;
  /** How many other words are outside of it. */
  readonly outside: number;
}

/** The elements that a text file in HTML can have: links, anchors and what looks different. The others carry meaning. */
const PLAIN_ELEMENTS = new Set("a b big br em font i small span strong tt u".split(" "));

/** The class of a block that is a printed page. */
const PAGE_CLASS = /(?:^| )(?:new-?)?page(?: |$)/i;

/** The elements outside of the blocks that are text by themselves. */
const TEXT_ELEMENTS = new Set("blockquote dd li p td".split(" "));

/** The maximum number of words outside of the blocks, such as a title, and their share of those in the blocks. */
const MAX_OUTSIDE = 40;
const MAX_OUTSIDE_SHARE = 0.1;

/**
 * Finds the text file that a page is: its preformatted blocks have nearly all words, and paragraphs that empty lines divide.
 * Undefined for other pages, and for code.
 */
export function findTextPage(page: Root): TextPage | undefined {
  const body = findBody(page);
  const blocks = elementsIn(body).filter(({ tagName }) => tagName === "pre");
  const code = findCode(page);
  const isPlain = (block: Element) =>
    !code.has(block) &&
    elementsIn(block).every(
      (node) => node === block || (PLAIN_ELEMENTS.has(node.tagName) && !isHidden(node)),
    );
  if (blocks.length === 0 || !blocks.every(isPlain)) return undefined;
  const texts = blocks.map(linesIn);
  if (!texts.some((text) => /\S[^\S\n]*\n[^\S\n]*\n\s*\S/.test(text))) return undefined;
  const inside = texts.reduce((count, text) => count + countWords(text), 0);
  const hasOtherText = elementsIn(body).some(
    (node) =>
      TEXT_ELEMENTS.has(node.tagName) &&
      countWords(textContentOf(node)) > 0 &&
      !elementsIn(node).some(({ tagName }) => tagName === "pre"),
  );
  if (hasOtherText) return undefined;
  const parts = new Set<PartName>();
  const outside = countWordsOutside(body, new Set(blocks), parts);
  if (outside > MAX_OUTSIDE || outside > inside * MAX_OUTSIDE_SHARE) return undefined;
  const text = texts.reduce((before, next, index) => {
    const block = blocks[index];
    const isPage = block !== undefined && PAGE_CLASS.test(htmlAttribute(block, "className"));
    return `${before}${isPage ? "\f" : "\n\n"}${next}`;
  });
  return { text, parts, outside };
}

/** Returns the text of a block, with its breaks as line ends. */
function linesIn(block: Element): string {
  const pieces: string[] = [];
  const stack: Nodes[] = [block];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "text") pieces.push(node.value);
    else if (node.type === "element" && node.tagName === "br") pieces.push("\n");
    else if ("children" in node) append(stack, node.children.toReversed());
  }
  return pieces.join("");
}
