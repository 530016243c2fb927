import type { Nodes } from "mdast";
import { readSuperscript, toSubscript, toSuperscript } from "../../language/superscripts.ts";

/** Signs of formulas that can also be marks in a text: [1], {2}, |3|, (4), *, ¹. */
const SIGNS = "[]{}|()*†‡‖⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The first of the characters that replace these signs: noncharacters of Unicode, which no text contains. */
const FIRST_PLACEHOLDER = 0xfdd0;

const PLACEHOLDER = /[\ufdd0-\ufdef]/g;

/** Replaces the signs in a formula that would be read as marks, until `restoreFormulas` puts them back. */
export function protectFormula(formula: string): string {
  return formula.replace(/[[\]{}|()*†‡‖⁰¹²³⁴-⁹]/g, (sign) =>
    String.fromCharCode(FIRST_PLACEHOLDER + SIGNS.indexOf(sign)),
  );
}

/** Puts the signs of formulas back into the texts of a tree. */
export function restoreFormulas(node: Nodes): void {
  if (node.type === "text") {
    node.value = node.value.replace(
      PLACEHOLDER,
      (placeholder) => SIGNS[placeholder.charCodeAt(0) - FIRST_PLACEHOLDER] ?? "",
    );
  } else if ("children" in node) node.children.forEach(restoreFormulas);
}

/** The signs around an exponent in a formula that is not yet written. */
const START = "\ue000";
const END = "\ue001";

const EXPONENT = new RegExp(`${START}([^${START}${END}]*)${END}`, "g");

/** Returns an exponent for `writeFormula`. */
export function raised(text: string): string {
  return `${START}${text}${END}`;
}

/** Returns an index below the line: x₁, x_(max). */
export function lowered(text: string): string {
  return toSubscript(text) ?? `_${inParentheses(text)}`;
}

/** Returns a part of a formula in parentheses, unless it is a single number or name. */
export function inParentheses(text: string): string {
  return /^(?:\p{N}*|\p{L}|\p{Script=Latin}+)$/u.test(text) ? text : `(${text})`;
}

/**
 * Writes a formula in one line: (a+b)/2, x². Exponents are Unicode's superscripts if none of them
 * could be the number of a note, and otherwise follow “^”: mc^2.
 */
export function writeFormula(formula: string): string {
  const text = writeExponents(formula, toSuperscript);
  const isClear = [...text.matchAll(/(?<![⁰¹²³⁴-⁹⁺⁻])[⁰¹²³⁴-⁹]+/g)].every(
    ({ 0: digits, index }) => {
      const following = text.slice(index + digits.length);
      const superscript = digits.normalize("NFKC");
      // The degree of a root is before it.
      return (
        following.startsWith("√") ||
        readSuperscript(text.slice(0, index), superscript, following) !== undefined
      );
    },
  );
  return isClear ? text : writeExponents(formula, () => undefined);
}

/** Writes the innermost exponents first. */
function writeExponents(formula: string, convert: (text: string) => string | undefined): string {
  const written = formula.replace(
    EXPONENT,
    (_, exponent: string) => convert(exponent) ?? `^${inParentheses(exponent)}`,
  );
  return written === formula ? written : writeExponents(written, convert);
}
