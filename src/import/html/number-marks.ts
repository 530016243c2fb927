import type { Element } from "hast";
import type { MarkKind } from "../shared/marks.ts";
import { htmlAttribute, textContentOf } from "./hast.ts";

/** A number in the text, in the brackets that it may have: “12”, “[Pg 12]”, “{xii}”. */
const NUMBER = /^[[({|]?\s*(?:(?:p(?:g|age)?|s)\.?\s*)?([\divxlc]{1,7}[a-z]?)\s*[\])}|]?[.:]?$/i;

/** The usual classes of such numbers. */
const NUMBER_CLASSES = [
  ["page", /(?:^| )(?:page-?(?:num(?:ber)?|no|break)?s?|pg(?:-?num)?|pb)(?: |$)/i],
  ["line", /(?:^| )(?:l(?:ine)?-?(?:num(?:ber)?|no?|nr)s?|poem-?num|pmnum)(?: |$)/i],
  ["verse", /(?:^| )(?:v(?:erse)?-?(?:num(?:ber)?|no|nr)?s?|vn|vref)(?: |$)/i],
] as const;

/** The maximum length of a page's number with what is around it, in UTF-16 code units. */
const MAX_PAGE_LABEL = 20;

/** Returns the mark that an element is by its type or its class. */
export function numberMarkOf(
  node: Element,
): { readonly kind: MarkKind; readonly printed: string } | undefined {
  // In the terms of EPUB and ARIA. It may be empty, and name the page only by its title.
  const types = `${htmlAttribute(node, "epub:type")} ${htmlAttribute(node, "role")}`;
  const isPageBreak = /\bpagebreak\b/.test(types);
  const className = htmlAttribute(node, "className");
  const kind =
    NUMBER_CLASSES.find(([, pattern]) => pattern.test(className))?.[0] ??
    (isAtMargin(node) ? "line" : undefined);
  if (!isPageBreak && kind === undefined) return undefined;
  const text = textContentOf(node).replace(/\s+/g, " ").trim();
  if (isPageBreak) {
    const title = htmlAttribute(node, "title") || htmlAttribute(node, "ariaLabel");
    return text.length <= MAX_PAGE_LABEL ? { kind: "page", printed: text || title } : undefined;
  }
  const number = NUMBER.exec(text)?.[1];
  return kind === undefined || number === undefined ? undefined : { kind, printed: number };
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
