import type { Element, ElementContent, Root } from "hast";
import { TRANSCRIBERS_NOTE_NAME } from "../../language/apparatus/note-names.ts";
import { elementsIn, INLINE_ELEMENTS, semanticTypesOf } from "../html/hast.ts";
import { authorsPartsIn, INVISIBLE_ELEMENTS } from "../html/page-parts.ts";
import {
  AUTHOR_TYPE,
  CONTENTS_TITLE,
  CONTENTS_TYPE,
  EXPORTED,
  PUBLISHER_FORMULAS,
  PUBLISHER_ONLY_TITLE,
  PUBLISHER_TITLE,
  PUBLISHER_TYPE,
  PUBLISHER_WORDS,
} from "../shared/publishers-matter.ts";
import type { SpineItem } from "./package.ts";

/** The roles of the pages of an EPUB. Only the text is read. */
export type PageRole = "text" | "cover" | "toc" | "publisher" | "nonlinear";

const COVER_TYPE = /(?:^|\s)(?:doc-)?cover(?:\s|$)/;
const COVER_FILE = /(?:^|[/_-])cover(?:[_-]?page)?\.x?html?$/i;

const NOTE_TYPE = /(?:^|\s)(?:doc-)?(?:footnotes?|endnotes?|rearnotes?)(?:\s|$)/;

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
  if ((role === "toc" || CONTENTS_TYPE.test(types) || isCalledToc) && consistsOfLinks(body))
    return "toc";
  const isPublishers = PUBLISHER_TYPE.test(types)
    ? authorsPartsIn(body).length === 0
    : !AUTHOR_TYPE.test(types) && isPublishersPage(body, text, title);
  if (isPublishers) return "publisher";
  const isCover = role === "cover" || COVER_TYPE.test(types) || COVER_FILE.test(path);
  // Some books keep their notes and the words of their cover beside the reading order.
  return isLinear || isCover || NOTE_TYPE.test(elementsIn(body).map(semanticTypesOf).join(" "))
    ? "text"
    : "nonlinear";
}

/** Returns the types of the element that contains the whole page. */
function typesOf(body: Element): string {
  const types: string[] = [];
  for (let element: Element | undefined = body; element !== undefined; ) {
    types.push(semanticTypesOf(element));
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
  if (titles.some((one) => PUBLISHER_ONLY_TITLE.test(one))) return true;
  const blocks = blockTextsIn(body);
  const isCalled = [...titles, ...blocks.slice(0, 1)].some((one) => PUBLISHER_TITLE.test(one));
  const isTranscribers = titles.some((one) => TRANSCRIBERS_TITLE.test(one));
  const found = PUBLISHER_WORDS.filter((pattern) => pattern.test(text)).length;
  if (found >= 3 || (found > 0 && isCalled)) return true;
  // An author may give a chapter such a title too.
  const words = blocks.filter((one) => !titles.includes(one));
  if (isTranscribers && words.some((one) => TRANSCRIBERS_WORDS.test(one))) return true;
  if ((isCalled || isTranscribers) && areEntries(words)) return true;
  return (
    titles.length === 0 &&
    text.length <= MAX_FORMULA_PAGE &&
    PUBLISHER_FORMULAS.some((pattern) => pattern.test(text))
  );
}

/** Words on what a transcriber did. */
const TRANSCRIBERS_WORDS =
  /\b(?:errors?|misprints?|spellings?|punctuation|hyphenat\w+|typograph\w+|transcri\w+)\b|druckfehler|rechtschreib|schreibweise|orthographe|coquilles|ortograf|refusi|drukfout|spelling/i;

/** The maximum length of a page without a heading that is known by one sentence, in UTF-16 code units. */
const MAX_FORMULA_PAGE = 800;

/** The maximum length of the title of a book or of a name, in UTF-16 code units. */
const MAX_ENTRY_LENGTH = 80;

/** Whether the texts of blocks are titles or names, and neither sentences nor lines of verse. */
function areEntries(texts: readonly string[]): boolean {
  return texts.every(
    (text) => text.length <= MAX_ENTRY_LENGTH && !/[.,;:!?…—][”’"')]*$/u.test(text),
  );
}

/** Returns the texts of the blocks that have no further ones. */
function blockTextsIn(body: Element): readonly string[] {
  const isBlock = (node: ElementContent) =>
    node.type === "element" && !INLINE_ELEMENTS.has(node.tagName);
  return elementsIn(body)
    .filter((element) => isBlock(element) && !element.children.some(isBlock))
    .map(lineTextOf)
    .filter((text) => text !== "");
}

function headingOf(body: Element): string | undefined {
  const heading = elementsIn(body).find(({ tagName }) => /^h[1-6]$/.test(tagName));
  return heading && lineTextOf(heading);
}

/** Returns the words of an element on one line, apart where blocks or lines are. */
export function lineTextOf(element: Element): string {
  const text = (node: ElementContent): string => {
    if (node.type === "text") return node.value;
    if (node.type !== "element" || INVISIBLE_ELEMENTS.has(node.tagName)) return "";
    const words = node.children.map(text).join("");
    return INLINE_ELEMENTS.has(node.tagName) ? words : ` ${words} `;
  };
  return text(element).replace(/\s+/g, " ").trim();
}
