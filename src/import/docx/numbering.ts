import type { Element, Root } from "xast";
import { findElements, isElement, localName, xmlAttribute } from "../shared/xml.ts";

/** The number that Word shows before a paragraph. */
export interface ParagraphNumber {
  readonly number: number;
  /** The whole label, such as “Article 3.” and “(a)”; empty if Word shows none. */
  readonly label: string;
}

/** Returns the number of each paragraph, which must be asked for in order; undefined if it has none. */
export type ParagraphNumbering = (paragraph: Element) => ParagraphNumber | undefined;

interface Level {
  readonly start: number;
  readonly format: string;
  /** The label, with “%1” for the number of the first level, and so on. */
  readonly text: string;
}

/** Creates the numbering of a document by its parts `numbering.xml` and `styles.xml` (ECMA-376, 17.9). */
export function createNumbering(
  numbering: Root | undefined,
  styles: Root | undefined,
): ParagraphNumbering {
  const abstractNumbers = new Map(
    findElements(numbering, "abstractNum").map((abstract) => [
      xmlAttribute(abstract, "abstractNumId"),
      findElements(abstract, "lvl").map(parseLevel),
    ]),
  );
  const levelsByNumber = new Map(
    findElements(numbering, "num").map((number) => {
      const id = valOf(findElements(number, "abstractNumId").at(0));
      return [xmlAttribute(number, "numId"), { id, levels: abstractNumbers.get(id) ?? [] }];
    }),
  );
  const styleProperties = new Map(
    findElements(styles, "style").map((style) => [
      xmlAttribute(style, "styleId"),
      findElements(style, "numPr").at(0),
    ]),
  );
  /** The counters of each abstract numbering, which several numberings share. */
  const counters = new Map<string | undefined, number[]>();

  return (paragraph) => {
    const properties = paragraph.children
      .filter(isElement)
      .find(({ name }) => localName(name) === "pPr");
    const style = valOf(findElements(properties, "pStyle").at(0));
    const numbered = findElements(properties, "numPr").at(0) ?? styleProperties.get(style);
    if (numbered === undefined) return undefined;
    const depth = Number(valOf(findElements(numbered, "ilvl").at(0)) ?? 0);
    const list = levelsByNumber.get(valOf(findElements(numbered, "numId").at(0)));
    const level = list?.levels[depth];
    const isBullet = level?.format === "bullet" && level.text !== "";
    if (list === undefined || level === undefined || isBullet) return undefined;

    const counts = counters.get(list.id) ?? [];
    const number = (counts[depth] ?? level.start - 1) + 1;
    const current = list.levels.map((one, at) =>
      at < depth ? (counts[at] ?? one.start) : at === depth ? number : one.start - 1,
    );
    counters.set(list.id, current);
    const label = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return formatNumber(current[at] ?? 1, list.levels[at]?.format ?? "decimal");
    });
    return { number, label };
  };
}

function parseLevel(level: Element): Level {
  const value = (name: string) => valOf(findElements(level, name).at(0));
  return {
    start: Number(value("start") ?? 1),
    format: value("numFmt") ?? "decimal",
    text: value("lvlText") ?? "",
  };
}

function valOf(element: Element | undefined): string | undefined {
  return element && xmlAttribute(element, "val");
}

function formatNumber(number: number, format: string): string {
  switch (format) {
    case "none":
      return "";
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerRoman":
      return roman(number).toLowerCase();
    case "upperRoman":
      return roman(number);
    default:
      return String(number);
  }
}

/** Word repeats the letter after z: aa, bb, … */
function letters(number: number): string {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const ROMAN = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(number: number): string {
  let rest = Math.min(number, 3999);
  let numeral = "";
  for (const [value, digits] of ROMAN) {
    while (rest >= value) {
      numeral += digits;
      rest -= value;
    }
  }
  return numeral;
}
