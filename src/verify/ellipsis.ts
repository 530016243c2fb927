import { isInQuotationMarks } from "../language/quotation-marks.ts";
import { ELLIPSIS } from "../language/tokenizer.ts";

const ANYWHERE = new RegExp(ELLIPSIS, "gu");
// What joins a number to an ellipsis would be a part of the number without it.
const AT_START = new RegExp(String.raw`^${ELLIPSIS}(?![-−.]\.?\p{N})\s*`, "u");
const AT_END = new RegExp(`\\s*${ELLIPSIS}$`, "u");

/** The parts of a text between its ellipses. */
export function splitAtEllipses(text: string): readonly string[] {
  return text.split(ANYWHERE);
}

/** The ellipses of a text, as they stand. */
export function findEllipses(text: string): readonly string[] {
  return text.match(ANYWHERE) ?? [];
}

/**
 * A quotation without what stands around it: white space, quotation marks at both ends, and ellipses
 * there, which only say that the text goes on.
 */
export function stripQuotesAndEllipses(quoted: string): string {
  const text = quoted.trim();
  const inner = isInQuotationMarks(text)
    ? text.slice(1, -1)
    : text.replace(AT_START, "").replace(AT_END, "");
  return inner === quoted ? quoted : stripQuotesAndEllipses(inner);
}
