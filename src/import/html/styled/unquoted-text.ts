import type { Element, Root } from "hast";
import { findStyled } from "../block-lines.ts";

const NO_QUOTES = /(?:^|[;\s])quotes\s*:\s*none\b/i;

/** The place of the quotation mark that a browser writes before a quotation, and a style that writes none. */
const BEFORE = /::?before$/i;
const NO_CONTENT =
  /(?:^|[;\s])content\s*:\s*(?:none|normal|no-open-quote|(["'])\s*\1)\s*(?:!important\s*)?(?:;|$)/i;

/** Finds the quotations whose quotation marks a style sheet removes, as many do for all. */
export function findUnquotedText(page: Root): ReadonlySet<Element> {
  const isQuotation = (tagName: string) => tagName === "q";
  return new Set([
    ...findStyled(page, (style) => NO_QUOTES.test(style), isQuotation),
    ...findStyled(page, (style) => NO_CONTENT.test(style), isQuotation, BEFORE),
  ]);
}
