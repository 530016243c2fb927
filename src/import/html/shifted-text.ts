import type { Element, Root } from "hast";
import { findStyled } from "./block-lines.ts";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";

/** How a style sheet raises or lowers a part of a line, and the usual classes of such parts. */
const SHIFTS = [
  {
    tagName: "sup",
    style:
      /(?:^|[;\s])vertical-align\s*:\s*(?:super|text-top|\+?[\d.]*[1-9][\d.]*(?:em|ex|px|pt|%))/i,
    className: /(?:^|\s)(?:sup|super|superscript)(?:\s|$)/i,
  },
  {
    tagName: "sub",
    style:
      /(?:^|[;\s])vertical-align\s*:\s*(?:sub|text-bottom|-[\d.]*[1-9][\d.]*(?:em|ex|px|pt|%))/i,
    className: /(?:^|\s)(?:sub|subscript)(?:\s|$)/i,
  },
] as const;

/** Text that can be a mark or a power. A letter that is moved can be the initial of a chapter. */
const SHORT = /^\s*[[(]?(?:[\d,;–+−-]{1,7}|[a-z]|[*∗†‡§¶‖]{1,3})[\])]?\s*$/u;

/** Makes `sup` and `sub` of the numbers and signs that only styles or classes raise or lower. */
export function markShiftedText(page: Root): void {
  for (const { tagName, style, className } of SHIFTS) {
    const styled = findStyled(page, style);
    for (const element of elementsIn(page)) {
      if (!/^(?:a|b|em|font|i|small|span|strong)$/.test(element.tagName)) continue;
      if (!styled.has(element) && !className.test(htmlAttribute(element, "className"))) continue;
      if (!SHORT.test(textContentOf(element)) || containsShift(element)) continue;
      if (element.tagName !== "a") element.tagName = tagName;
      else {
        const { children } = element;
        element.children = [{ type: "element", tagName, properties: {}, children }];
      }
    }
  }
}

function containsShift(element: Element): boolean {
  return elementsIn(element).some((inner) => /^su[bp]$/.test(inner.tagName));
}
