import type { Element, ElementContent, Root } from "hast";
import { elementsIn, htmlAttribute, INLINE_ELEMENTS } from "../html/hast.ts";
import { TRANSCRIBERS_NOTE_NAME } from "../shared/gutenberg.ts";
import {
  CONTENTS_TITLE,
  EXPORTED,
  PUBLISHER_TITLE,
  PUBLISHER_TYPE,
  PUBLISHER_WORDS,
} from "../shared/publishers-matter.ts";
import type { SpineItem } from "./package.ts";

/** The roles of the pages of an EPUB. Only the text is read. */
export type PageRole = "text" | "cover" | "toc" | "publisher" | "nonlinear";

/** The types of pages that an author writes, whatever their titles are about. */
const CHAPTER_TYPE =
  /(?:^|\s)(?:doc-)?(?:chapter|part|prologue|epilogue|preface|foreword|introduction|conclusion|afterword|appendix)(?:\s|$)/;

const COVER_TYPE = /(?:^|\s)(?:doc-)?cover(?:\s|$)/;
const COVER_FILE = /(?:^|[/_-])cover(?:[_-]?page)?\.x?html?$/i;

const NOTE_TYPE = /(?:^|\s)(?:doc-)?(?:footnotes?|endnotes?|rearnotes?)(?:\s|$)/;

const TOC_TYPE =
  /(?:^|\s)(?:toc|toc-brief|landmarks|loi|lot|loa|lov|page-list|doc-toc|doc-pagelist)(?:\s|$)/;

const TRANSCRIBERS_TITLE = new RegExp(
  String.raw`^(?:the )?(?:${TRANSCRIBERS_NOTE_NAME})\W*$`,
  "iu",
);

/** The maximum length of a publisher's page that is found by its words, in UTF-16 code units. */
const MAX_PUBLISHER_PAGE = 6000;

/** How much of a page may be outside of links if it is a table of contents. */
const MAX_SHARE_BESIDE_LINKS = 0.35;

/**
 * Classifies a page of an EPUB. The package only gives a hint, and the words of the page decide:
 * a table of contents consists of links, and a cover has no words.
 */
export function classifyPage(
  page: Root,
  { role, path, isLinear }: SpineItem,
  title: string | undefined,
): PageRole {
  const body = elementsIn(page).find(({ tagName }) => tagName === "body");
  if (body === undefined) return "text";
  const text = lineTextOf(body);
  const types = typesOf(body);
  if (text === "") return role === "cover" ? "cover" : "text";
  const heading = headingOf(body);
  const isCalledToc = heading !== undefined && CONTENTS_TITLE.test(heading);
  if ((role === "toc" || TOC_TYPE.test(types) || isCalledToc) && consistsOfLinks(body))
    return "toc";
  if (
    PUBLISHER_TYPE.test(types) ||
    (!CHAPTER_TYPE.test(types) && isPublishersPage(body, text, title))
  ) {
    return "publisher";
  }
  const isCover = role === "cover" || COVER_TYPE.test(types) || COVER_FILE.test(path);
  // Some books keep their notes and the words of their cover beside the reading order.
  return isLinear || isCover || NOTE_TYPE.test(elementsIn(body).map(typeOf).join(" "))
    ? "text"
    : "nonlinear";
}

/** Returns the types of the element that contains the whole page. */
function typesOf(body: Element): string {
  const types: string[] = [];
  for (let element: Element | undefined = body; element !== undefined; ) {
    types.push(typeOf(element));
    const [only, ...others]: readonly Element[] = element.children.filter(
      (child) => child.type === "element",
    );
    const hasText = element.children.some(
      (child) => child.type === "text" && child.value.trim() !== "",
    );
    element = others.length === 0 && !hasText ? only : undefined;
  }
  return types.join(" ");
}

function typeOf(element: Element): string {
  return `${htmlAttribute(element, "epub:type")} ${htmlAttribute(element, "role")}`;
}

function consistsOfLinks(body: Element): boolean {
  const inLinks = elementsIn(body)
    .filter(({ tagName }) => tagName === "a" || /^h[1-6]$/.test(tagName))
    .reduce((length, link) => length + lineTextOf(link).length, 0);
  const { length } = lineTextOf(body);
  return length - inLinks <= MAX_SHARE_BESIDE_LINKS * length;
}

function isPublishersPage(body: Element, text: string, title: string | undefined): boolean {
  if (text.length > MAX_PUBLISHER_PAGE) return false;
  const titles = [title, headingOf(body)].flatMap((one) => one?.trim() ?? []);
  if (EXPORTED.test(text)) return true;
  if (titles.some((one) => PUBLISHER_TITLE.test(one) || TRANSCRIBERS_TITLE.test(one))) return true;
  // A chapter about copyright has a heading and long paragraphs.
  const found = PUBLISHER_WORDS.filter((pattern) => pattern.test(text)).length;
  const [first] = elementsIn(body).filter(
    (element) => /^(?:p|div)$/.test(element.tagName) && lineTextOf(element) !== "",
  );
  const isTitled = first !== undefined && PUBLISHER_TITLE.test(lineTextOf(innermost(first)));
  return found >= 3 || (found > 0 && isTitled);
}

/** Returns the first block in a block that has no further one. */
function innermost(block: Element): Element {
  const inner = block.children.find(
    (child) => child.type === "element" && !INLINE_ELEMENTS.has(child.tagName),
  );
  return inner?.type === "element" && lineTextOf(inner) !== "" ? innermost(inner) : block;
}

function headingOf(body: Element): string | undefined {
  const heading = elementsIn(body).find(({ tagName }) => /^h[1-6]$/.test(tagName));
  return heading && lineTextOf(heading);
}

/** Returns the words of an element on one line, apart where blocks or lines are. */
export function lineTextOf(element: Element): string {
  const text = (node: ElementContent): string => {
    if (node.type === "text") return node.value;
    if (node.type !== "element") return "";
    const words = node.children.map(text).join("");
    return INLINE_ELEMENTS.has(node.tagName) ? words : ` ${words} `;
  };
  return text(element).replace(/\s+/g, " ").trim();
}
