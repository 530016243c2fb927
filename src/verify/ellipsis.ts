import { memoizeByText } from "../foundation/memoize-by-text.ts";
import { CLOSING_MARKS, isInQuotationMarks, OPENING_MARKS } from "../language/quotation-marks.ts";
import { ELLIPSIS, hasTokens, MINUS } from "../language/tokenizer.ts";

const REMARK = String.raw`[[(（［〔【]\s*(?:略|省略|생략|snip|omitted|[-–—](?:\s?[-–—]){1,2})\s*[\])）］〕】]`;
/**
 * Remarks of a person who quotes that words are left out. In the brackets of a printed text, they may be words of it, so
 * they are no ellipses there.
 */
export const OMISSION_REMARK = new RegExp(REMARK, "gu");
// Before a word, it is “beginning omitted”; with a particle, it is “strategy”.
const BEGINNING_OMITTED = String.raw`[[(（［〔【]\s*전략\s*[\])）］〕】](?=\s)`;
const IN_QUOTATION = `(?:${ELLIPSIS}|${REMARK})`;
const ANYWHERE = new RegExp(IN_QUOTATION, "gu");
// Without the ellipsis, a sign that joins a number to it would become a part of the number.
const AT_START = new RegExp(
  String.raw`^(?:[,;]\s*)?(?:${IN_QUOTATION}|${BEGINNING_OMITTED})(?![${MINUS}.]\.?\p{N})\s*`,
  "u",
);
const AT_END = new RegExp(`${IN_QUOTATION}[.,;:]?$`, "u");
/** How many different parts of a quotation are remembered. */
const MAX_DIFFERENT_PARTS = 1000;

/** No ellipsis is longer, in UTF-16 code units. */
const MAX_ELLIPSIS_LENGTH = 64;

// A full stop after the closing mark belongs to the sentence with the quotation. The text is matched from its beginning:
// a lookbehind would search all of it at each mark.
const IN_MARKS_WITH_STOP = new RegExp(
  String.raw`^([‘'${OPENING_MARKS}].*[’'${CLOSING_MARKS}])\s?[.,;:!?]$`,
  "su",
);

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

function withoutStopAfterMarks(text: string): string {
  return /[.,;:!?]/.test(text.slice(-1)) ? text.replace(IN_MARKS_WITH_STOP, "$1") : text;
}

/** The end alone is looked at, since there may be many ellipses. */
function ellipsisAtEnd(text: string): string {
  return AT_END.exec(text.slice(-MAX_ELLIPSIS_LENGTH))?.[0] ?? "";
}

/** Removes surrounding white space, quotation marks at both ends, and ellipses at either end. */
export function stripQuotesAndEllipses(quoted: string): string {
  return stripEnds(quoted).text;
}

/** The ends of a quotation at which it has an ellipsis: the printed sentence goes on there. */
export interface Cuts {
  readonly start: boolean;
  readonly end: boolean;
  /** Whether the quotation begins with a capital letter, its own or the document’s, and is not all in capitals. */
  readonly isOpened: boolean;
  /** Whether the quotation ends its sentence. The printed one may go on. */
  readonly isClosed: boolean;
}

export const UNCUT: Cuts = { start: false, end: false, isOpened: false, isClosed: false };

/** A capital letter in brackets is marked as another one than the printed. */
const OPENED = /^[^\p{L}\p{N}[]*\p{Lu}(?=\P{Ll}*\p{Ll})/u;

/** A mark that ends a sentence, in any script (Unicode, Sentence_Terminal). */
export const CLOSER = /\p{STerm}/u;
const CLOSED = new RegExp(`${CLOSER.source}$`, "u");

/**
 * Does the same, and returns the ends with an ellipsis, in addition to those known before. An ellipsis in brackets is that
 * of an excerpt, as Ibid's own.
 */
export function stripEnds(
  quoted: string,
  known = UNCUT,
): { readonly text: string; readonly cuts: Cuts } {
  let { start, end } = known;
  // Marks within marks may be thousands.
  for (let text = quoted; ; ) {
    const outer = withoutStopAfterMarks(text.trim());
    let inner = outer.slice(1, -1);
    if (!isInQuotationMarks(outer)) {
      const [first = ""] = AT_START.exec(outer) ?? [];
      const rest = outer.slice(first.length);
      const last = ellipsisAtEnd(rest);
      inner = rest.slice(0, rest.length - last.length);
      start ||= first !== "" && !first.includes("[");
      end ||= last !== "" && !last.includes("[");
    }
    if (inner === text) {
      const [isOpened, isClosed] = [OPENED.test(text), CLOSED.test(text)];
      return { text, cuts: { start, end, isOpened, isClosed } };
    }
    text = inner;
  }
}

/** Returns the parts of a quotation between its ellipses that have words. */
export function splitIntoParts(text: string): readonly string[] {
  // A part may be repeated a thousand times.
  const partOf = memoizeByText(MAX_DIFFERENT_PARTS, (between) => {
    const part = stripQuotesAndEllipses(between);
    return hasTokens(part) ? part : undefined;
  });
  return splitAtEllipses(text).flatMap((between) => partOf(between) ?? []);
}
