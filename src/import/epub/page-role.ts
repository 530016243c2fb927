import type { Element, ElementContent, Root } from "hast";
import { elementsIn, htmlAttribute, INLINE_ELEMENTS } from "../html/hast.ts";
import { TRANSCRIBERS_NOTE_NAME } from "../shared/gutenberg.ts";
import { CONTENTS_TITLE } from "../shared/publishers-matter.ts";
import type { SpineItem } from "./package.ts";

/** The roles of the pages of an EPUB. Only the text is read. */
export type PageRole = "text" | "cover" | "toc" | "publisher" | "nonlinear";

/** The types of pages that a publisher writes (EPUB Structural Semantics Vocabulary 1.1). */
const PUBLISHER_TYPE =
  /(?:^|\s)(?:halftitlepage|titlepage|imprint|imprimatur|copyright-page|colophon|seriespage|other-credits|keywords|errata|z3998:(?:publisher-address|series))(?:\s|$)/;

/** The types of pages that an author writes, whatever their titles are about. */
const CHAPTER_TYPE =
  /(?:^|\s)(?:doc-)?(?:chapter|part|prologue|epilogue|preface|foreword|introduction|conclusion|afterword|appendix)(?:\s|$)/;

const COVER_TYPE = /(?:^|\s)(?:doc-)?cover(?:\s|$)/;
const COVER_FILE = /(?:^|[/_-])cover(?:[_-]?page)?\.x?html?$/i;

const NOTE_TYPE = /(?:^|\s)(?:doc-)?(?:footnotes?|endnotes?|rearnotes?)(?:\s|$)/;

const TOC_TYPE =
  /(?:^|\s)(?:toc|toc-brief|landmarks|loi|lot|loa|lov|page-list|doc-toc|doc-pagelist)(?:\s|$)/;

/** The titles of such pages, where no type says so. */
const PUBLISHER_TITLE =
  /^(?:the )?(?:imprint|impressum|colophon|(?:un)?copyright(?: (?:page|notice|information))?|titel(?:ei|seite)|(?:half[- ]?)?title ?page|(?:about|from) (?:the|this) (?:publisher|(?:(?:digital|electronic) )?(?:e-?book|edition))|à propos de cette édition(?: électronique| numérique)?|über diese (?:digitale )?(?:ausgabe|edition)|acerca de esta edición(?: digital| electrónica)?|sobre esta edição(?: digital| eletr[ôo]nica)?|informazioni su questa edizione(?: elettronica| digitale)?|この電子書籍について|이 전자책에 (?:대하여|관하여)|关于(?:本|这本)电子书|關於本電子書|also (?:by|available|published)\b.*|(?:publisher|transcriber|producer|e-?book)[’']?s?[’']?s? notes?|credits|mentions légales|page de titre|achevé d[’']imprimer|crédits|créditos|colof[óo]n|kolofon|página (?:legal|de créditos)|über den verlag|выходные данные|奥付|版[权權](?:信息|页|頁|所有)?|판권(?:지)?|legal notice|newsletters?(?: sign-?up)?|praise for\b.*)$/i;

const TRANSCRIBERS_TITLE = new RegExp(
  String.raw`^(?:the )?(?:${TRANSCRIBERS_NOTE_NAME})\W*$`,
  "iu",
);

/** The note on a title page that a library's program wrote the book. */
const EXPORTED =
  /\bexport\p{L}*\s(?:from|de|depuis|desde|da|di|van|von|aus|från|fra)\swikisource\b|\b(?:aus|från|fra|uit)\swikisource\sexport/iu;

/** Words that only a publisher writes about a book, by what they are about. One of them proves nothing. */
const PUBLISHER_WORDS = [
  /all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|tutti i diritti|alle rechten voorbehouden|wszelkie prawa|все права защищены|版[权權]所有|無断(?:転載|複製)|무단\s?(?:전재|복제)/i,
  /©|(?:\(c\)|\bcopyright\b)\s*(?:\d{4}|by\b)/i,
  /ISBN/,
  /\b(?:first )?published (?:in|by)\b|\d\. auflage|dépôt légal|primera edición|depósito legal|prima edizione|издательство|第[一1]刷|初版|発行者|出版社|펴낸/i,
  /\bno part of this (?:book|publication|work)\b/i,
  /\blibrary of congress\b|bibliothek verzeichnet|定[価价價]|정가|тираж/i,
  /\bprinted (?:in|by)\b|gedruckt in|\bdruck:|achevé d[’']imprimer|imprimé en|impreso en|stampato in|подписано в печать|印刷|인쇄/i,
  /\be-?book (?:was )?(?:produced|edition|conversion|published|by)\b/i,
  /\bwww\.\S+|https?:\/\/\S+/i,
  /\b(?:cover|book|type|jacket) (?:design|art|illustration|photograph)\w*\b|umschlaggestaltung|diseño de (?:la )?(?:cubierta|portada)|maquette de couverture|装[幀丁]|封面设计/i,
  /\btypeset\b|\bset in\b|\bsatz:/i,
];

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
  const text = textOf(body);
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
    .reduce((length, link) => length + textOf(link).length, 0);
  const { length } = textOf(body);
  return length - inLinks <= MAX_SHARE_BESIDE_LINKS * length;
}

function isPublishersPage(body: Element, text: string, title: string | undefined): boolean {
  if (text.length > MAX_PUBLISHER_PAGE) return false;
  const titles = [title, headingOf(body)].flatMap((one) => one?.trim() ?? []);
  if (EXPORTED.test(text)) return true;
  if (titles.some((one) => PUBLISHER_TITLE.test(one) || TRANSCRIBERS_TITLE.test(one))) return true;
  // A chapter about copyright has a heading and long paragraphs.
  return PUBLISHER_WORDS.filter((pattern) => pattern.test(text)).length >= 3;
}

function headingOf(body: Element): string | undefined {
  const heading = elementsIn(body).find(({ tagName }) => /^h[1-6]$/.test(tagName));
  return heading && textOf(heading);
}

/** Returns the words of an element, apart where blocks or lines are. */
function textOf(element: Element): string {
  const text = (node: ElementContent): string => {
    if (node.type === "text") return node.value;
    if (node.type !== "element") return "";
    const words = node.children.map(text).join("");
    return INLINE_ELEMENTS.has(node.tagName) ? words : ` ${words} `;
  };
  return text(element).replace(/\s+/g, " ").trim();
}
