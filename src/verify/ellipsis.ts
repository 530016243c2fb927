import { isInQuotationMarks } from "../language/quotation-marks.ts";
import { ELLIPSIS, MINUS } from "../language/tokenizer.ts";

const ANYWHERE = new RegExp(ELLIPSIS, "gu");
// Without the ellipsis, a sign that joins a number to it would become a part of the number.
const AT_START = new RegExp(String.raw`^(?:[,;]\s*)?${ELLIPSIS}(?![${MINUS}.]\.?\p{N})\s*`, "u");
const AT_END = new RegExp(`\\s*${ELLIPSIS}[.,;:]?$`, "u");

// A full stop after the closing mark belongs to the sentence with the quotation.
const AFTER_CLOSING_MARK = /(?<=^["“„«‘'「『].*[”"»’'“」』])\s?[.,;:!?]$/su;

/** Returns the parts of a text between its ellipses. */
export function splitAtEllipses(text: string): readonly string[] {
  return text.split(ANYWHERE);
}

/** Whether a text consists of ellipses alone. */
export function isOnlyEllipses(text: string): boolean {
  return text !== "" && findEllipses(text).join("") === text;
}

/** Returns the ellipses of a text as they are written. */
export function findEllipses(text: string): readonly string[] {
  return text.match(ANYWHERE) ?? [];
}

/**
 * Removes surrounding white space, quotation marks at both ends, and ellipses at either end, which only
 * say that the text continues.
 */
export function stripQuotesAndEllipses(quoted: string): string {
  const text = quoted.trim().replace(AFTER_CLOSING_MARK, "");
  const inner = isInQuotationMarks(text)
    ? text.slice(1, -1)
    : text.replace(AT_START, "").replace(AT_END, "");
  return inner === quoted ? quoted : stripQuotesAndEllipses(inner);
}
