import { elementAt } from "../../foundation/checked-access.ts";
import { parseRomanNumeral } from "../../language/numerals.ts";
import { keysOf } from "./naming-words.ts";
import { type PlacedWords, turnsIn } from "./speakers.ts";

/** A number with a letter, a Roman numeral or a letter, after the name or the sign of a part and in any brackets: “Art. 4a.”, “(d)”. */
const ITEM = String.raw`[(（[［]?\s?(?:(?:[§¶#]{1,2}|第|제|\p{L}{2,15}\.?(?=\s|\p{N}))\s*)?(?:(?<number>\p{Nd}{1,4}(?:\.\p{Nd}{1,3})*)(?<letter>\p{Ll}(?!\p{L}))?[ºª°]?|(?<numeral>[IVXLC]{1,7}|[ivxlc]{1,7})(?![\p{L}\p{M}])|(?<single>\p{L})(?=[)\].:）］]))[)\].:）］、．]*`;
const LABEL = new RegExp(String.raw`^\s*${ITEM}\s*(?:[–—-]\s*)?$`, "u");
const LABEL_AT_START = new RegExp(String.raw`^[^\S\n]*${ITEM}\s+(?:[–—-]\s*)?`, "u");
/** No label is longer, in UTF-16 code units. */
const MAX_LABEL = 40;

/** Returns the values that a label may have, such as those of “(d)”, a letter and a numeral. None if it is no label. */
function valuesOf({ groups }: RegExpExecArray): readonly string[] {
  const { number, letter = "", numeral, single } = groups ?? {};
  if (number !== undefined) return [number + letter];
  const text = (numeral ?? single ?? "").toLowerCase();
  const value = numeral === undefined ? undefined : parseRomanNumeral(text);
  const values = value === undefined ? [] : [`${value}`];
  return text.length === 1 ? [...values, text] : values;
}

/** Returns a mark with the signs around it, if a quotation begins with it. */
export function labelAtStart(mark: string, quoted: string): string | undefined {
  const [signs = ""] = SIGNS.exec(quoted) ?? [];
  const word = mark.replace(SIGNS, "");
  if (word === "" || !quoted.startsWith(word, signs.length)) return undefined;
  const end = signs.length + word.length;
  const [closing = ""] = /^[)\].:）］]*/u.exec(quoted.slice(end, end + MAX_LABEL)) ?? [];
  return quoted.slice(0, end) + closing;
}

const SIGNS = /^[\s\p{Ps}\p{Pi}"'§¶#]*/u;

/** Whether a label of a quotation has more than a number: brackets, a letter, a sign or a name, so that it is one of an item. */
const isItem = (label: string) => /[^\p{Nd}\s.]/u.test(label);

/** Returns the label with which the line of a span begins, before its words. */
function labelOfLine({ passage, start }: PlacedWords): RegExpExecArray | undefined {
  const line = passage.text.lastIndexOf("\n", start - 1) + 1;
  const label = LABEL_AT_START.exec(passage.text.slice(line, Math.min(start, line + MAX_LABEL)));
  return label ?? undefined;
}

/**
 * Whether a mark before the words of a span is the label of an item, a rule or an article, and the document has another one before
 * them, whatever its form is: “(e)” for “(d)”, “§ 5” for “Art. 4.”.
 */
export function isOtherLabel(mark: string, span: PlacedWords): boolean {
  const own = LABEL.exec(mark);
  if (own === null) return false;
  const { passage, start } = span;
  const before = passage.text.slice(Math.max(0, start - MAX_LABEL), start);
  const [nearest] = passage.marks.filter(({ offset }) => offset <= start).slice(-1);
  const printed =
    labelOfLine(span) ?? (nearest === undefined ? null : LABEL.exec(nearest.text.trim()));
  // A bare number may be that of a verse within the passage.
  const isComparable = isItem(mark) || (printed !== null && LABEL.test(before));
  if (printed === null || !isComparable) return false;
  const values = valuesOf(own);
  const others = valuesOf(printed);
  return others.length > 0 && values.length > 0 && !others.some((one) => values.includes(one));
}

/** A printed label that a quotation has too. */
export interface QuotedLabel {
  /** Where it ends, in UTF-16 code units of the passage’s text. */
  readonly end: number;
  readonly isSpeaker: boolean;
}

/** Returns the label before some words, if one of the marks of a quotation is it: “4.”, “(d)”, “KG:”. */
export function quotedLabel(marks: readonly string[], span: PlacedWords): QuotedLabel | undefined {
  const { passage, start } = span;
  const printed = labelOfLine(span);
  const values = printed === undefined ? [] : valuesOf(printed);
  const isQuoted = marks.some((mark) => {
    const own = LABEL.exec(mark);
    return own !== null && valuesOf(own).some((one) => values.includes(one));
  });
  if (isQuoted && printed !== undefined) {
    const line = passage.text.lastIndexOf("\n", start - 1) + 1;
    return { end: line + elementAt(printed, 0).length, isSpeaker: false };
  }
  const turn = turnsIn(passage).findLast(({ at, end }) => at < start && end <= start);
  const isNamed = turn && marks.some((mark) => keysOf(mark).join() === keysOf(turn.name).join());
  return isNamed ? { end: turn.end, isSpeaker: true } : undefined;
}
