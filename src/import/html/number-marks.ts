import type { Element, Nodes } from "hast";
import { elementAt } from "../../foundation/checked-access.ts";
import type { MarkKind } from "../shared/marks/mark.ts";
import {
  elementsIn,
  htmlAttribute,
  INLINE_ELEMENTS,
  semanticTypesOf,
  textContentOf,
} from "./hast.ts";
import { isLineLabel } from "./line-labels.ts";

/** The mark that an element of a page is: its kind, and the number as it is printed. */
export interface NumberMark {
  readonly kind: MarkKind;
  readonly printed: string;
}

/** A number in the text, in the brackets that it may have: “12”, “[Pg 12]”, “{xii}”. */
const NUMBER = /^[[({|]?\s*(?:(?:p(?:g|age)?|s)\.?\s*)?([\divxlc]{1,7}[a-z]?)\s*[\])}|]?[.:]?$/i;

/** The usual classes of such numbers. A printed page can have several numbered columns. */
const NUMBER_CLASSES = [
  [
    "page",
    /(?:^| )(?:(?:page|col(?:umn)?)-?(?:num(?:ber)?|no|break)s?|pages?|pg(?:-?num)?|pb)(?: |$)/i,
  ],
  ["line", /(?:^| )(?:l(?:ine)?-?(?:num(?:ber)?|no?|nr)s?|poem-?num|pmnum)(?: |$)/i],
  [
    "verse",
    /(?:^| )(?:v(?:erse)?-?(?:num(?:ber)?|no|nr)?s?|vn|vref|par(?:a(?:graph)?)?-?(?:num(?:ber)?|no|nr))(?: |$)/i,
  ],
] as const;

/** The attributes in which programs keep such a number, by the name of their property. */
const NUMBER_ATTRIBUTES = [
  ["page", ["dataPageNumber", "dataPage", "dataColumnNumber", "dataColumn"]],
  ["line", ["dataLineNumber", "dataLine"]],
  ["verse", ["dataVerseNumber", "dataVerse"]],
] as const;

/** The usual classes of the number of a chapter, which is printed before its first verse. */
const CHAPTER_CLASS = /(?:^| )c(?:hapter)?-?num(?:ber)?s?(?: |$)/i;

/** The maximum length of a page's number with what is around it, in UTF-16 code units. */
const MAX_PAGE_LABEL = 20;

/** Finds the marks of a page that are shown by their types, their classes or their attributes. */
export function findNumberMarks(page: Nodes): ReadonlyMap<Element, NumberMark> {
  const elements = elementsIn(page);
  const marks = new Map<Element, NumberMark>();
  const headings = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  const inHeadings = new Set(headings.flatMap((heading) => elementsIn(heading)));
  const parents = new Map(
    elements.flatMap((parent) => parent.children.map((child) => [child, parent] as const)),
  );
  for (const element of elements) {
    const mark = numberMarkOf(element) ?? numberInAttribute(element, parents.get(element));
    if (mark !== undefined) marks.set(element, mark);
  }
  const hasVerses = [...marks.values()].some(({ kind }) => kind === "verse");
  for (const element of hasVerses ? elements : []) {
    const isChapter = CHAPTER_CLASS.test(htmlAttribute(element, "className"));
    const printed = isChapter && !inHeadings.has(element) ? numberIn(element) : undefined;
    if (printed !== undefined) marks.set(element, { kind: "verse", printed });
  }
  return marks;
}

/** How much of the text beside a number is read, in UTF-16 code units. */
const MAX_BESIDE = 40;

/** Where a sentence or a part of it ends, or nothing is before. */
const AFTER_PHRASE = /(?:^|[.!?…:;,]["”’»)]*)\s*$/u;

/** A word with a capital, perhaps in quotation marks, and no space before it. */
const CAPITALIZED_WORD = /^["“‘'«‹(¿¡]*\p{Lu}(?:[\p{Ll}\p{M}’']|\s)/u;

/**
 * Finds the numbers in elements of their own that begin a sentence, with no space before its first word: “2The oil”. No word is
 * written so, except for signs such as 3D. A link or a label is none.
 */
export function findClingingNumbers(page: Nodes): readonly (readonly [Element, NumberMark])[] {
  return elementsIn(page).flatMap((parent) =>
    /^h[1-6]$/.test(parent.tagName) ? [] : clingingNumbersIn(parent),
  );
}

function clingingNumbersIn({ children }: Element): readonly (readonly [Element, NumberMark])[] {
  const found: (readonly [Element, NumberMark])[] = [];
  /** The text after a node, with no number between them. */
  let following = "";
  for (let index = children.length - 1; index >= 0; index--) {
    const node = elementAt(children, index);
    const text = textContentOf(node);
    if (node.type !== "element" || !/^\d{1,3}$/.test(text)) {
      following = (text.slice(0, MAX_BESIDE) + following).slice(0, MAX_BESIDE);
      continue;
    }
    const previous = children[index - 1];
    const before = previous === undefined ? "" : textContentOf(previous).slice(-MAX_BESIDE);
    const canBeMark =
      INLINE_ELEMENTS.has(node.tagName) &&
      !elementsIn(node).some(({ tagName }) => /^(?:a|su[bp])$/.test(tagName)) &&
      !isLineLabel(node);
    if (canBeMark && AFTER_PHRASE.test(before) && CAPITALIZED_WORD.test(following)) {
      found.push([node, { kind: "verse", printed: text }]);
    }
  }
  return found;
}

/** Returns the mark that an element is by its type or its class. */
function numberMarkOf(node: Element): NumberMark | undefined {
  // It may be empty, and name the page only by its title.
  const isPageBreak = /\bpagebreak\b/.test(semanticTypesOf(node));
  const className = htmlAttribute(node, "className");
  const kind =
    NUMBER_CLASSES.find(([, pattern]) => pattern.test(className))?.[0] ??
    (isAtMargin(node) ? "line" : undefined);
  if (isPageBreak) {
    const text = shownText(node);
    const title = htmlAttribute(node, "title") || htmlAttribute(node, "ariaLabel");
    return text.length <= MAX_PAGE_LABEL ? { kind: "page", printed: text || title } : undefined;
  }
  const number = kind && numberIn(node);
  return kind === undefined || number === undefined ? undefined : { kind, printed: number };
}

/**
 * Returns the mark of a part of a line whose number is also in an attribute, of its own or of the block that it begins.
 * That of a page can be in the attribute alone.
 */
function numberInAttribute(node: Element, parent: Element | undefined): NumberMark | undefined {
  if (!INLINE_ELEMENTS.has(node.tagName)) return undefined;
  const text = shownText(node);
  if (text.length > MAX_PAGE_LABEL) return undefined;
  const isFirst = parent?.children.find((child) => textContentOf(child).trim() !== "") === node;
  const holders = isFirst ? [node, parent] : [node];
  for (const [kind, names] of NUMBER_ATTRIBUTES) {
    for (const value of holders.flatMap((one) => names.map((name) => htmlAttribute(one, name)))) {
      const printed = NUMBER.exec(value)?.[1];
      const isShown = NUMBER.exec(text)?.[1] === printed;
      const isEmptyPage = text === "" && kind === "page" && /page/i.test(classesOf(node));
      if (printed !== undefined && (isShown || isEmptyPage)) return { kind, printed };
    }
  }
  return undefined;
}

function classesOf(node: Element): string {
  return htmlAttribute(node, "className");
}

function numberIn(node: Element): string | undefined {
  return NUMBER.exec(shownText(node))?.[1];
}

/** Returns the text of an element without what has no width, and with single spaces. */
function shownText(node: Element): string {
  return textContentOf(node)
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether an element within a line of text is shown beside it. */
function isAtMargin(node: Element): boolean {
  return (
    node.tagName === "span" &&
    /(?:^|;)\s*(?:float\s*:\s*(?:left|right)|position\s*:\s*absolute)\b/i.test(
      htmlAttribute(node, "style"),
    )
  );
}
