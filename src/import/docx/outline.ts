import type { Element, Root } from "xast";
import { findElements, isElement, localName, xmlAttribute } from "../shared/xml.ts";
import { findStyleValues } from "./style-values.ts";

/** Returns the depth of a paragraph that is a heading by its outline level, from 1 to 6; undefined for any other. */
export type Outline = (paragraph: Element) => number | undefined;

/** The depth of the deepest headings. Word has three more outline levels, and one for text. */
const MAX_DEPTH = 6;
const TEXT_LEVEL = 9;

/** The maximum length of a heading, in UTF-16 code units. Contracts give outline levels to their clauses too. */
const MAX_HEADING_LENGTH = 120;
const ENDS_CLAUSE = /[.,;:…。，；：]["'”’»)\]]*\s*$/u;

/** Styles of tables of contents, which are left out, and others with a meaning of their own. */
const OTHER_STYLE = /^(?:toc |table of figures|title$|(?:source )?code)/i;

/** Creates the outline of a document by its part `styles.xml` (ECMA-376, 17.3.1.20). Word shows it as the navigation. */
export function createOutline(styles: Root | undefined): Outline {
  const levels = findStyleValues(styles, "outlineLvl");
  const others = new Set(
    findElements(styles, "style").flatMap((style) => {
      const [name] = findElements(style, "name");
      const isOther = OTHER_STYLE.test((name && xmlAttribute(name, "val")) ?? "");
      return isOther ? [xmlAttribute(style, "styleId")] : [];
    }),
  );
  return (paragraph) => {
    const properties = paragraph.children
      .filter(isElement)
      .filter(({ name }) => localName(name) === "pPr")
      .flatMap(({ children }) => children.filter(isElement));
    const propertyOf = (property: string) => {
      const node = properties.find(({ name }) => localName(name) === property);
      return node && xmlAttribute(node, "val");
    };
    const style = propertyOf("pStyle") ?? "";
    if (others.has(style)) return undefined;
    const level = Number(propertyOf("outlineLvl") ?? levels.get(style) ?? TEXT_LEVEL);
    const isHeading = level >= 0 && level < TEXT_LEVEL && isHeadingText(paragraph);
    return isHeading ? Math.min(Math.floor(level) + 1, MAX_DEPTH) : undefined;
  };
}

function isHeadingText(paragraph: Element): boolean {
  const text = findElements(paragraph, "t")
    .flatMap(({ children }) => children.map((child) => (child.type === "text" ? child.value : "")))
    .join("");
  return text.length <= MAX_HEADING_LENGTH && !ENDS_CLAUSE.test(text);
}
