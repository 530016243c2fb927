import type { Element, Root } from "hast";
import { findStyles } from "../block-lines.ts";

const QUOTES = /(?:^|[;\s])quotes\s*:/i;
const NO_QUOTES = /(?:^|[;\s])quotes\s*:\s*none\b/i;

/** The place of the quotation mark that a browser writes before a quotation, and styles that write none, or one of their own. */
const BEFORE = /::?before$/i;
const CONTENT = /(?:^|[;\s])content\s*:/i;
const NO_CONTENT =
  /(?:^|[;\s])content\s*:\s*(?:none|normal|no-open-quote|(["'])\s*\1)\s*(?:!important\s*)?(?:;|$)/i;
const OWN_CONTENT = /(?:^|[;\s])content\s*:\s*["']/i;

/** Finds the quotations whose quotation marks a style sheet removes, as many do for all. */
export function findUnquotedText(page: Root): ReadonlySet<Element> {
  const isQuotation = (tagName: string) => tagName === "q";
  const quotes = findStyles(page, (style) => QUOTES.test(style), isQuotation);
  const contents = findStyles(page, (style) => CONTENT.test(style), isQuotation, BEFORE);
  const isUnquoted = (element: Element) => {
    const content = contents.get(element) ?? "";
    if (NO_CONTENT.test(content)) return true;
    return NO_QUOTES.test(quotes.get(element) ?? "") && !OWN_CONTENT.test(content);
  };
  return new Set([...quotes.keys(), ...contents.keys()].filter(isUnquoted));
}
