import type { Element, ElementContent, Root } from "hast";
import { elementsIn, htmlAttribute, INLINE_ELEMENTS, textContentOf } from "./hast.ts";

/** A value of `display` that sets an element on lines of its own. */
const BLOCK_DISPLAY =
  /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table|table-row)\s*(?:!important\s*)?(?:;|$)/i;

/** A simple selector of an element and its classes: `span`, `.line`, `span.line`. */
const SIMPLE_SELECTOR = /^([a-z][a-z0-9]*|\*)?((?:\.[\w-]+)*)$/i;

/** The elements that a selector is about, and those that contain them. */
type Selector = readonly { readonly tagName: string; readonly classes: readonly string[] }[];

interface Rule {
  readonly selector: Selector;
  readonly style: string;
}

/**
 * Finds the elements that a page's own style sheets set on lines of their own, although they are parts of
 * a line in HTML, such as `span` for a line of verse. Only selectors of elements and classes are read.
 */
export function findBlockLines(page: Root): ReadonlySet<Element> {
  return findStyled(page, (style) => BLOCK_DISPLAY.test(style));
}

/** Finds the elements with a style of a kind, in their attribute or in a style sheet: parts of lines, or others. */
export function findStyled(
  page: Root,
  isOfKind: (style: string) => boolean,
  canBeStyled = (tagName: string) => INLINE_ELEMENTS.has(tagName),
): ReadonlySet<Element> {
  return new Set(findStyles(page, isOfKind, canBeStyled).keys());
}

/**
 * Finds the elements with a style of a kind as `findStyled` does, and the style that prevails: that in their attribute, otherwise
 * the last one of those with the most specific selector. With `pseudoElement`, the end of a selector, the styles are what a style
 * sheet says of that part of them.
 */
export function findStyles(
  page: Root,
  isOfKind: (style: string) => boolean,
  canBeStyled: (tagName: string) => boolean,
  pseudoElement?: RegExp,
): ReadonlyMap<Element, string> {
  const elements = elementsIn(page);
  const styles = elements.filter(({ tagName }) => tagName === "style").map(textContentOf);
  const rules = styles
    .flatMap((css) => rulesIn(css, isOfKind, pseudoElement))
    .toReversed()
    .toSorted((one, other) => specificityOf(other.selector) - specificityOf(one.selector));
  const parents = new Map<ElementContent, Element>();
  if (rules.some(({ selector }) => selector.length > 1)) {
    for (const element of elements) {
      for (const child of element.children) parents.set(child, element);
    }
  }
  const rulesByTag = new Map<string, readonly Rule[]>();
  for (const tagName of new Set(elements.map((element) => element.tagName))) {
    if (!canBeStyled(tagName)) continue;
    const possible = rules.filter(({ selector }) =>
      ["", tagName].includes(selector.at(-1)?.tagName ?? ""),
    );
    rulesByTag.set(tagName, possible);
  }
  return new Map(
    elements.flatMap((element): readonly (readonly [Element, string])[] => {
      const possible = rulesByTag.get(element.tagName);
      if (possible === undefined) return [];
      const own = htmlAttribute(element, "style");
      if (pseudoElement === undefined && isOfKind(own)) return [[element, own]];
      const rule = possible.find(({ selector }) => matches(selector, element, parents));
      return rule === undefined ? [] : [[element, rule.style]];
    }),
  );
}

/** Returns what selectors are compared by: the number of their classes, then that of their elements. */
function specificityOf(selector: Selector): number {
  return selector.reduce(
    (sum, { tagName, classes }) => sum + 1000 * classes.length + (tagName === "" ? 0 : 1),
    0,
  );
}

function rulesIn(
  css: string,
  isOfKind: (style: string) => boolean,
  pseudoElement: RegExp | undefined,
): readonly Rule[] {
  // A pattern for rules or comments would take quadratic time where these never end.
  return withoutMedia(withoutComments(css))
    .split("}")
    .slice(0, -1)
    .flatMap((rule) => {
      const [style = "", selectors = ""] = rule.split("{").reverse();
      if (!isOfKind(style)) return [];
      return selectors
        .split(",")
        .map((selector) => selector.trim())
        .filter((selector) => pseudoElement?.test(selector) ?? true)
        .map((selector) =>
          pseudoElement === undefined ? selector : selector.replace(pseudoElement, ""),
        )
        .flatMap(parseSelector)
        .map((one) => ({ selector: one, style }));
    });
}

function withoutComments(css: string): string {
  const [first = "", ...others] = css.split("/*");
  const rests = others.map((part) => {
    const end = part.indexOf("*/");
    return end === -1 ? "" : part.slice(end + "*/".length);
  });
  return first + rests.join("");
}

/** Returns a style sheet without the rules for other media than screens of any size. */
function withoutMedia(css: string): string {
  const [first = "", ...others] = css.split(/@media\b/i);
  const rests = others.map((part) => {
    const start = part.indexOf("{");
    if (start === -1 || /^\s*(?:only\s+)?(?:all|screen)\s*$/i.test(part.slice(0, start)))
      return part;
    let depth = 0;
    for (let index = start; index < part.length; index++) {
      if (part[index] === "{") depth += 1;
      else if (part[index] === "}" && --depth === 0) return part.slice(index + 1);
    }
    return "";
  });
  return [first, ...rests].join("");
}

/** Returns no selector if it is more than elements, classes and what contains them. */
function parseSelector(selector: string): readonly Selector[] {
  const parts = selector.split(/\s*>\s*|\s+/).map((part) => SIMPLE_SELECTOR.exec(part));
  if (parts.includes(null)) return [];
  return [
    parts.map((part) => ({
      tagName: part?.[1]?.toLowerCase().replace("*", "") ?? "",
      classes: part?.[2]?.split(".").slice(1) ?? [],
    })),
  ];
}

/** Whether an element matches the end of a selector, and those that contain it the rest. */
function matches(
  selector: Selector,
  element: Element,
  parents: ReadonlyMap<ElementContent, Element>,
): boolean {
  const isMatch = (one: Element, part: Selector[number]) =>
    (part.tagName === "" || part.tagName === one.tagName) &&
    part.classes.every((name) => htmlAttribute(one, "className").split(" ").includes(name));
  const last = selector.at(-1);
  if (last === undefined || !isMatch(element, last)) return false;
  let open = selector.length - 2;
  for (let one = parents.get(element); one !== undefined && open >= 0; one = parents.get(one)) {
    const part = selector[open];
    if (part !== undefined && isMatch(one, part)) open -= 1;
  }
  return open < 0;
}
