import type { Element, Nodes, Root } from "hast";
import type { LabelKey } from "../../catalogue/catalogue.ts";
import { countWords } from "../../language/tokenizer.ts";
import {
  AUTHOR_TYPE,
  CONTENTS_TYPE,
  MAX_ENTRY_LENGTH,
  PUBLISHER_TYPE,
} from "../shared/publishers-matter.ts";
import { elementsIn, htmlAttribute, semanticTypesOf, textContentOf } from "./hast.ts";
import { element, isBlock, PAGE_BLOCKS } from "./page-blocks.ts";

/** The name of a part that is left out, for a remark. */
export type PartName = Extract<LabelKey, `html.part-${string}`>;

/** Parts of a page beside its text. They are left out with a remark. */
const BOILERPLATE_ELEMENTS: ReadonlyMap<string, PartName> = new Map([
  ["aside", "html.part-aside"],
  ["dialog", "html.part-dialog"],
  ["footer", "html.part-footer"],
  ["form", "html.part-form"],
  ["header", "html.part-header"],
  ["nav", "html.part-navigation"],
]);

/** ARIA's landmark roles of such parts. */
const BOILERPLATE_ROLES: ReadonlyMap<string, PartName> = new Map([
  ["banner", "html.part-header"],
  ["complementary", "html.part-aside"],
  ["contentinfo", "html.part-footer"],
  ["navigation", "html.part-navigation"],
  ["search", "html.part-search"],
]);

/** The titles that LibreOffice gives to the margins of a page. */
const LAYOUT_PARTS: ReadonlyMap<string, PartName> = new Map([
  ["header", "html.part-header"],
  ["footer", "html.part-footer"],
]);

/** The classes that MediaWiki gives to menus, categories and notices beside an article. */
const WIKI_PART_CLASSES =
  /(?:^| )(?:mw-portlet|vector-menu|mw-jump-link|catlinks|printfooter|navbox|ws-noexport)(?: |$)/;

/** Elements whose text is not shown on the page. They are left out without a remark. */
export const INVISIBLE_ELEMENTS = new Set(
  `area base datalist embed head link map meta param rp script source style template title track
  wbr`.split(/\s+/),
);

/** Elements that contain other things than the text. If they have words, the remark says so. */
export const NON_TEXT_ELEMENTS: ReadonlyMap<string, PartName> = new Map([
  ["audio", "html.part-fallback"],
  ["button", "html.part-button"],
  ["canvas", "html.part-fallback"],
  ["iframe", "html.part-fallback"],
  ["meter", "html.part-gauge"],
  ["noembed", "html.part-fallback"],
  ["noframes", "html.part-fallback"],
  ["noscript", "html.part-fallback"],
  ["object", "html.part-fallback"],
  ["progress", "html.part-gauge"],
  ["select", "html.part-field"],
  ["svg", "html.part-drawing"],
  ["textarea", "html.part-field"],
  ["video", "html.part-fallback"],
]);

/** Elements whose header and footer belong to them instead of the page. */
export const SECTION_ELEMENTS = new Set(
  "article blockquote details fieldset figure main section td".split(" "),
);

export function findBody(page: Root): Element {
  const body = elementsIn(page).find(({ tagName }) => tagName === "body");
  // A page of frames has no body.
  return body === undefined ? element("body", []) : body;
}

/**
 * Finds the only `main` or `article` element of a body, and counts the words outside of it that are
 * not boilerplate. If most words are outside, the main part is the body.
 */
export function findMain(
  body: Element,
  parts: Set<PartName>,
): { readonly main: Element; readonly outside: number } {
  const elements = elementsIn(body);
  for (const name of ["main", "article"]) {
    const [main, ...others] = elements.filter(({ tagName }) => tagName === name);
    if (main === undefined || others.length > 0) continue;
    const boilerplate = new Set<PartName>();
    const outside = countWordsOutside(body, new Set([main]), boilerplate);
    if (outside > countWords(textContentOf(main))) continue;
    for (const part of boilerplate) parts.add(part);
    return { main, outside };
  }
  return { main: body, outside: 0 };
}

/** Counts the words of a body outside of its main elements, without boilerplate, whose names it adds to `parts`. */
export function countWordsOutside(
  body: Element,
  mains: ReadonlySet<Element>,
  parts: Set<PartName>,
): number {
  const { length } = textContentOf(body);

  /** Returns the text of a tree outside of the main elements, and collects the names of boilerplate with words. */
  const textOutside = (node: Nodes, isInSection: boolean): string => {
    if (node.type === "text") return node.value;
    if (node.type !== "element" || mains.has(node)) return "";
    if (INVISIBLE_ELEMENTS.has(node.tagName)) return "";
    if (!elementsIn(node).some((inner) => mains.has(inner))) {
      const part = NON_TEXT_ELEMENTS.get(node.tagName) ?? boilerplateIn(node, isInSection, length);
      if (part !== undefined) {
        if (textContentOf(node).trim() !== "") parts.add(part);
        return "";
      }
    }
    const isSection = isInSection || SECTION_ELEMENTS.has(node.tagName);
    return node.children.map((child) => textOutside(child, isSection)).join(" ");
  };

  return countWords(textOutside(body, false));
}

/** Returns the name of a part beside a text of this length in UTF-16 code units; undefined for a part of the text. */
export function boilerplateIn(
  node: Element,
  isInSection: boolean,
  length: number,
): PartName | undefined {
  const role = BOILERPLATE_ROLES.get(htmlAttribute(node, "role"));
  if (role !== undefined) return role;
  if (isWikiPart(node) && !isMostOf(node, length)) return "html.part-navigation";
  const layoutPart = node.tagName === "div" && LAYOUT_PARTS.get(htmlAttribute(node, "title"));
  if (layoutPart) return layoutPart;
  const isOfSection = node.tagName === "header" || node.tagName === "footer";
  if (isOfSection && isInSection) return undefined;
  // Some programs wrap the whole page in a form.
  if (node.tagName === "form" && isMostOf(node, length)) return undefined;
  return BOILERPLATE_ELEMENTS.get(node.tagName);
}

/** Whether a header within the text is the heading of a box, since it has words, and none of them is a link or a field. */
export function isHeaderOfBox(node: Element): boolean {
  return (
    node.tagName === "header" &&
    !elementsIn(node).some(({ tagName }) => /^(?:a|nav|form|input|button|select)$/.test(tagName))
  );
}

/** Whether a label is only the sign that opens or closes a part of the page. */
export function isControlSign(node: Element): boolean {
  return node.tagName === "label" && /^[^\p{L}\p{N}]*\S[^\p{L}\p{N}]*$/u.test(textContentOf(node));
}

/** Whether an element is a link or a block that MediaWiki adds. */
function isWikiPart(node: Element): boolean {
  const { tagName } = node;
  if (tagName === "main" || tagName === "article") return false;
  return (
    (tagName === "a" || PAGE_BLOCKS.has(tagName)) &&
    WIKI_PART_CLASSES.test(htmlAttribute(node, "className"))
  );
}

function isMostOf(node: Element, length: number): boolean {
  return textContentOf(node).length > length / 2;
}

export function isHidden(node: Element): boolean {
  const { hidden } = node.properties;
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  return isHiddenStyle(htmlAttribute(node, "style"));
}

/** Whether a style hides its element. */
export function isHiddenStyle(style: string): boolean {
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style);
}

/** The maximum length of a block in which a site asks for an address, in UTF-16 code units. */
const MAX_SIGN_UP = 300;

/** Finds the blocks that only ask readers for their addresses, as for a newsletter. */
export function findSignUps(main: Element): ReadonlySet<Element> {
  const signUps = new Set<Element>();
  /** Returns the length of the text of an element, and whether it has a field for an address. */
  const visit = (node: Element): { readonly length: number; readonly asks: boolean } => {
    let length = 0;
    let asks = node.tagName === "input" && /^email$/i.test(htmlAttribute(node, "type"));
    for (const child of node.children) {
      if (child.type === "text") length += child.value.trim().length;
      if (child.type !== "element") continue;
      const inner = visit(child);
      length += inner.length;
      asks ||= inner.asks;
    }
    if (asks && length <= MAX_SIGN_UP && PAGE_BLOCKS.has(node.tagName)) signUps.add(node);
    return { length, asks };
  };
  const { length } = visit(main);
  return length > MAX_SIGN_UP ? signUps : new Set();
}

/** Whether Project Gutenberg marks this as its own text. Its pages do so since 2021. */
export function isGutenbergBoilerplate(node: Element): boolean {
  return (
    /^pg-(?:header|footer)$/.test(htmlAttribute(node, "id")) ||
    /\bpg-boilerplate\b/.test(htmlAttribute(node, "className"))
  );
}

/** Whether a section of a book is its publisher's, by its type. */
export function isPublishersSection(node: Element): boolean {
  return isBlock(node) && PUBLISHER_TYPE.test(semanticTypesOf(node));
}

/** Returns the outermost parts of a publisher's section that an author writes, such as the dedication on a title page. */
export function authorsPartsIn(section: Element): readonly Element[] {
  return section.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return AUTHOR_TYPE.test(semanticTypesOf(child)) ? [child] : authorsPartsIn(child);
  });
}

/** Whether a section of a book lists its parts or places in it, by its type, and has no sentence. */
export function isListOfParts(node: Element): boolean {
  if (!PAGE_BLOCKS.has(node.tagName) || !CONTENTS_TYPE.test(semanticTypesOf(node))) return false;
  return elementsIn(node)
    .flatMap(({ children }) => children)
    .every(
      (child) =>
        child.type !== "text" ||
        (child.value.length <= MAX_ENTRY_LENGTH && !/(?:\p{Ll}\.|[,;:!?])\s*$/u.test(child.value)),
    );
}

/** Whether a box is that of a wiki's template for the licence of a page. */
export function isLicenceBox(node: Element): boolean {
  return /(?:^| )(?:licen[cs]e-?(?:container|box|tpl|template)|imbox-license)(?: |$)/i.test(
    htmlAttribute(node, "className"),
  );
}

/** Whether this is a note of the person who made the page of a printed text. */
export function isTranscribersNote(node: Element): boolean {
  return /(?:^| )(?:trans(?:criber)?s?[-_]?notes?|tnotes?|tn-?box|mynotes?)(?: |$)/i.test(
    htmlAttribute(node, "className"),
  );
}

/** Whether a browser shows words for an element that is left out, which may be in an attribute. */
export function hasShownWords(node: Element): boolean {
  const isOption = /^(?:hidden|checkbox|radio)$/i.test(htmlAttribute(node, "type"));
  const value = node.tagName === "input" && !isOption ? htmlAttribute(node, "value") : "";
  const words = [textContentOf(node), htmlAttribute(node, "srcDoc"), value];
  return words.some((text) => text.trim() !== "");
}
