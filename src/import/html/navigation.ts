import type { Element, ElementContent, Nodes } from "hast";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";
import { isBlock } from "./page-blocks.ts";
import { INVISIBLE_ELEMENTS } from "./page-parts.ts";

/** A block of a page, or a part of one beside blocks. */
interface Run {
  readonly nodes: readonly Nodes[];
  readonly isNavigation: boolean;
  /** Whether it is of the text, and neither a heading nor a line. */
  readonly isText: boolean;
}

/** The minimum length of a text, and the maximum length of the words of a link, in words. */
const MIN_TEXT_WORDS = 12;
const MAX_LINK_WORDS = 6;

/** How many words beside the links name these, if there are some: “Chapter”. */
const MAX_LABEL_WORDS = 2;
const MIN_LABELLED_LINKS = 3;

/** How many short runs can be between the edge of a page and its navigation. */
const MAX_SHORT_RUNS = 6;

const ARROW = /[←→↑↓⇐⇒⇑⇧«»‹›▲△◀◄▶►]/u;
const SENTENCE = /\s\S*[.!?…。！？]["'\p{Pe}\p{Pf}]*\s*$/u;

/**
 * Finds the navigation above and below the text of a page: blocks all of whose words are links, such as to the pages
 * before and after it. A page without any text is an index, and keeps its links.
 */
export function findNavigation(main: Element): ReadonlySet<Nodes> {
  const runs = runsIn(main);
  if (!runs.some(({ isText }) => isText)) return new Set();
  const atEdges = [...leadingNavigation(runs), ...leadingNavigation(runs.toReversed())];
  return new Set(atEdges.flatMap(({ nodes }) => nodes));
}

/** Returns the navigation among the runs before the first text. */
function leadingNavigation(runs: readonly Run[]): readonly Run[] {
  const found: Run[] = [];
  let short = 0;
  for (const run of runs) {
    if (run.isNavigation) found.push(run);
    else if (run.isText || ++short > MAX_SHORT_RUNS) break;
  }
  return found;
}

/** Returns the runs of a block in document order: the largest that are navigation, and the smallest others. */
function runsIn(block: Element): readonly Run[] {
  const runs: Run[] = [];
  let loose: ElementContent[] = [];
  const endRun = () => {
    if (loose.some((node) => textContentOf(node).trim() !== "")) runs.push(toRun(loose));
    loose = [];
  };
  const visit = (node: ElementContent): void => {
    if (node.type === "element" && INVISIBLE_ELEMENTS.has(node.tagName)) return;
    const isApart = node.type === "element" && (isBlock(node) || CELLS.test(node.tagName));
    if (!isApart) {
      loose.push(node);
      return;
    }
    endRun();
    if (textContentOf(node).trim() === "") return;
    if (isNavigation([node])) runs.push(toRun([node]));
    else for (const child of node.children) visit(child);
    endRun();
  };
  for (const child of block.children) visit(child);
  endRun();
  return runs;
}

const CELLS = /^(?:caption|t(?:body|d|foot|h|head|r))$/;

function toRun(nodes: readonly ElementContent[]): Run {
  return {
    nodes,
    isNavigation: isNavigation(nodes),
    isText: wordsOf(nodes.map(textContentOf).join("")) >= MIN_TEXT_WORDS,
  };
}

/** Whether all words of nodes are links: to other pages, or several to parts of this one. */
function isNavigation(nodes: readonly ElementContent[]): boolean {
  const elements = nodes.flatMap(elementsIn);
  const links = elements.filter(
    (node) => node.tagName === "a" && htmlAttribute(node, "href") !== "",
  );
  if (links.length === 0 || elements.some(({ tagName }) => /^(?:h[1-6]|sup)$/.test(tagName))) {
    return false;
  }
  const texts = links.map(textContentOf);
  const text = nodes.map(textContentOf).join("");
  const beside = wordsOf(text) - texts.reduce((sum, link) => sum + wordsOf(link), 0);
  if (beside > (links.length >= MIN_LABELLED_LINKS ? MAX_LABEL_WORDS : 0)) return false;
  if (texts.some((link) => wordsOf(link) > MAX_LINK_WORDS) || SENTENCE.test(text)) return false;
  if ([nodes, ...elements.map(({ children }) => children)].some(areLinkedWords)) return false;
  return links.length > 1 || (ARROW.test(text) && links.every(leadsAway));
}

/** How many small letters after another link show that the words of a sentence are linked, as to a dictionary. */
const MIN_LINKED_WORDS = 2;

/** Whether the words of a sentence among nodes are links of their own. */
function areLinkedWords(nodes: readonly ElementContent[]): boolean {
  const linked = nodes.filter((node, index) => {
    const [before, between] = [nodes[index - 2], nodes[index - 1]];
    return (
      node.type === "element" &&
      node.tagName === "a" &&
      before?.type === "element" &&
      before.tagName === "a" &&
      between?.type === "text" &&
      /^[\s,;:]*$/.test(between.value) &&
      /^\P{L}*\p{Ll}/u.test(textContentOf(node))
    );
  });
  return linked.length >= MIN_LINKED_WORDS;
}

/** Whether a link leads to another page or to the top of this one. */
function leadsAway(link: Element): boolean {
  return /^(?:#(?:top)?$|[^#])/i.test(htmlAttribute(link, "href"));
}

function wordsOf(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
}
