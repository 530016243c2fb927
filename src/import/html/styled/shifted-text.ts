import type { Element, Root } from "hast";
import { readSuperscript } from "../../../language/superscripts.ts";
import { findStyled } from "../block-lines.ts";
import { elementsIn, textContentOf } from "../hast.ts";

/** How a style raises or lowers a part of a line: by a word, or by a length with its sign and its unit. */
const VERTICAL_ALIGN =
  /(?:^|[;\s])vertical-align\s*:\s*(?:(su(?:per|b))(?![\w-])|([+-]?)(\d{1,4}(?:\.\d{1,6})?|\.\d{1,6})(em|ex|px|pt|%))/i;

/** How a style moves a part of a line from its place: by a length from above or from below. */
const RELATIVE_POSITION = /(?:^|[;\s])position\s*:\s*relative\b/i;
const OFFSET =
  /(?:^|[;\s])(top|bottom)\s*:\s*([+-]?)(\d{1,4}(?:\.\d{1,6})?|\.\d{1,6})(em|ex|px|pt|%)/i;

/** How far a mark or a power is moved at least. Smaller lengths only set type straight. */
const MIN_SHIFTS: ReadonlyMap<string, number> = new Map([
  ["em", 0.2],
  ["ex", 0.4],
  ["px", 3],
  ["pt", 2],
  ["%", 20],
]);

/** Text that can be a mark or a power. A letter that is moved can be the initial of a chapter. */
const SHORT = /^\s*[[(]?(?:[\d,;–+−-]{1,7}|[a-z]|[*∗†‡§¶‖]{1,3})[\])]?\s*$/u;

/** A word or its punctuation. A number that is moved elsewhere is an ordinary one. */
const AFTER_WORD = /[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}.,;:!?…"'*†‡]$/u;

/** Whether a number between two texts belongs to the symbol of an element after it: “by ¹⁴C”. */
function isIsotope(before: string, number: string, following: string): boolean {
  return /^\s*\d+\s*$/.test(number) && readSuperscript(before, number, following) !== undefined;
}

/**
 * Makes `sup` and `sub` of the numbers and signs after words that only styles raise or lower, and of the
 * numbers of isotopes.
 */
export function markShiftedText(page: Root): void {
  for (const tagName of ["sup", "sub"] as const) {
    const styled = findStyled(page, (style) => shiftIn(style) === tagName);
    for (const { children } of styled.size > 0 ? elementsIn(page) : []) {
      for (const [index, element] of children.entries()) {
        if (element.type !== "element" || !styled.has(element)) continue;
        const text = textContentOf(element);
        if (!SHORT.test(text) || containsShift(element)) continue;
        const [before, ...following] = [index - 1, index + 1, index + 2].map((place) => {
          const node = children[place];
          return node === undefined ? "" : textContentOf(node);
        });
        const isMass = tagName === "sup" && isIsotope(before ?? "", text, following.join(""));
        if (!AFTER_WORD.test(before ?? "") && !isMass) continue;
        if (element.tagName !== "a") element.tagName = tagName;
        else {
          element.children = [
            { type: "element", tagName, properties: {}, children: element.children },
          ];
        }
      }
    }
  }
}

/** Returns the element for a part of a line that a style moves; undefined if it does not. */
function shiftIn(style: string): "sup" | "sub" | undefined {
  const [, word, sign, length, unit] = VERTICAL_ALIGN.exec(style) ?? [];
  if (word !== undefined) return word.toLowerCase() === "super" ? "sup" : "sub";
  if (isFar(length, unit)) return sign === "-" ? "sub" : "sup";
  const [, side = "", direction, offset, offsetUnit] = OFFSET.exec(style) ?? [];
  if (!RELATIVE_POSITION.test(style) || !isFar(offset, offsetUnit)) return undefined;
  return (side.toLowerCase() === "top") === (direction === "-") ? "sup" : "sub";
}

function isFar(length: string | undefined, unit: string | undefined): boolean {
  const minimum = MIN_SHIFTS.get(unit?.toLowerCase() ?? "");
  return minimum !== undefined && Number(length) >= minimum;
}

function containsShift(element: Element): boolean {
  return elementsIn(element).some((inner) => /^su[bp]$/.test(inner.tagName));
}
