import { elementAt } from "../../foundation/checked-access.ts";
import { HAN_NUMERALS, parseRomanNumeral } from "../../language/numerals.ts";
import { OPENING_MARKS } from "../../language/quotation-marks.ts";
import { CIRCLED_NUMBER, circledValueOf } from "../../language/superscripts.ts";
import { closesSentence } from "./attributions.ts";
import { UNITS_AFTER } from "./citation-remarks.ts";
import type { EditorialMark } from "./editorial-mark.ts";
import { keysOf } from "./naming-words.ts";
import { BOOK_AND_VERSE, toArabicNumber } from "./places.ts";
import { isOwnLabel, type PlacedWords, passagesNear, type Speaker, turnsIn } from "./speakers.ts";

/** The number of an item in Chinese characters, where something shows that it is one: 第四条, （四）, 四、. */
const HAN_NUMBER = String.raw`(?<han>[${HAN_NUMERALS}]{1,7})(?=\s|${UNITS_AFTER}|[)\].、）］．])`;
/**
 * A number with a letter, a Roman numeral or a letter, after the name or the sign of a part or before its name, and in any brackets:
 * “Art. 4a.”, “(d)”, “第四条”, “①”.
 */
const ITEM = String.raw`[(（［[]?\s?(?:(?:[§¶#]{1,2}|第|제|\p{L}{2,15}\.?(?=\s|\p{N}))\s*)?(?:(?<number>\p{Nd}{1,4}(?:\.\p{Nd}{1,3})*)(?<letter>\p{Ll}(?!\p{L}))?[ºª°]?|${HAN_NUMBER}|(?<circled>${CIRCLED_NUMBER})|(?<numeral>[IVXLC]{1,7}|[ivxlc]{1,7})(?![\p{L}\p{M}])|(?<single>\p{L})(?=[)\].:）］]))(?<unit>\s?(?:${UNITS_AFTER})(?!\p{L}))?[)\].:）］、．]*`;
const LABEL = new RegExp(String.raw`^\s*${ITEM}\s*(?:[–—-]\s*)?$`, "u");
const LABEL_AT_START = new RegExp(
  String.raw`^[^\S\n]*${ITEM}(?:\s+|(?<=[）、．]|${CIRCLED_NUMBER}))(?:[–—-]\s*)?`,
  "u",
);
/** No label is longer, in UTF-16 code units. */
const MAX_LABEL = 40;

/** Returns the values that a label may have, such as those of “(d)”, a letter and a numeral. None if it is no label. */
function valuesOf({ groups }: RegExpExecArray): readonly string[] {
  const { number, letter = "", han, circled, numeral, single } = groups ?? {};
  if (number !== undefined) return [toArabicNumber(number) + letter];
  if (han !== undefined) return [toArabicNumber(han)];
  if (circled !== undefined) return [`${circledValueOf(circled)}`];
  const text = (numeral ?? single ?? "").toLowerCase();
  const value = numeral === undefined ? undefined : parseRomanNumeral(text);
  const values = value === undefined ? [] : [`${value}`];
  return text.length === 1 ? [...values, text] : values;
}

/**
 * Returns what a mark of a quotation is as the label of spans with its words: that which each has, or another one. Undefined if
 * neither is sure.
 */
export function kindOfLabel(
  mark: EditorialMark,
  quoted: string,
  spans: readonly PlacedWords[],
): EditorialMark["kind"] | undefined {
  const { kind, text } = mark;
  const label = labelAtStart(mark, quoted);
  if (label !== undefined && spans.every((span) => isOtherLabel(label, span))) {
    return "other-origin";
  }
  const areOwn = areLabelsAfter(mark, quoted, spans);
  if (areOwn.length > 0 && areOwn.every((isOwn) => isOwn === true)) return "attribution";
  if (kind === "verse-number" && areOwn.includes(false)) return "other-origin";
  if (kind === "words" && spans.every((span) => isOwnLabel(text, span))) return "attribution";
  return undefined;
}

/** Returns for each span whether a mark after the words of a quotation is its label, undefined if it is unsure; none for another mark. */
export function areLabelsAfter(
  mark: EditorialMark,
  quoted: string,
  spans: readonly PlacedWords[],
): readonly (boolean | undefined)[] {
  const isAfter = labelAtStart(mark, quoted) === undefined && quoted.trimEnd().endsWith(mark.text);
  return isAfter ? spans.map((span) => isPrintedLabel(mark.text, span)) : [];
}

/** Returns a mark that may be a label with the signs around it, if a quotation begins with it. */
function labelAtStart({ kind, text }: EditorialMark, quoted: string): string | undefined {
  if (kind === "note-number") return undefined;
  const [signs = ""] = SIGNS.exec(quoted) ?? [];
  const word = text.replace(SIGNS, "");
  if (word === "" || !quoted.startsWith(word, signs.length)) return undefined;
  const end = signs.length + word.length;
  const [closing = ""] = /^[)\].:）］]*/u.exec(quoted.slice(end, end + MAX_LABEL)) ?? [];
  return quoted.slice(0, end) + closing;
}

const SIGNS = /^[\s\p{Ps}\p{Pi}"'§¶#]*/u;

/** Whether a label of a quotation has more than a number: brackets, a letter, a sign or a name, so that it is one of an item. */
const isItem = (label: string) => /[^\p{Nd}\s.]/u.test(label);

/** Returns the label with which the line of a span begins, before its words. */
function labelOfLine(span: PlacedWords): RegExpExecArray | undefined {
  const { passage, start } = span;
  const line = lineStart(passage.text, start);
  const label = LABEL_AT_START.exec(passage.text.slice(line, Math.min(start, line + MAX_LABEL)));
  return label ?? undefined;
}

/** Returns where the line of a text with an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Returns the label that is printed before the words of a span, as text of the line or as a mark. */
function printedLabel(span: PlacedWords): RegExpExecArray | undefined {
  const { passage, start } = span;
  const [nearest] = passage.marks.filter(({ offset }) => offset <= start).slice(-1);
  const ofMark = nearest && LABEL.exec(nearest.text.trim());
  return labelOfLine(span) ?? ofMark ?? undefined;
}

/**
 * Whether a mark before the words of a span is the label of an item, a rule or an article, and the document has another one before
 * them, whatever its form is: “(e)” for “(d)”, “§ 5” for “Art. 4.”.
 */
function isOtherLabel(mark: string, span: PlacedWords): boolean {
  const own = LABEL.exec(mark);
  const printed = printedLabel(span);
  if (own === null || printed === undefined) return false;
  // A bare number may be that of a verse within the passage.
  const before = span.passage.text.slice(Math.max(0, span.start - MAX_LABEL), span.start);
  const isMarked =
    /^\P{L}*$/u.test(before) && span.passage.marks.some(({ offset }) => offset === 0);
  if (!isItem(mark) && !isMarked && !LABEL.test(before)) return false;
  const values = valuesOf(own);
  const others = valuesOf(printed);
  // The number of a paragraph is none of its article: ２ in 第四条.
  if (own.groups?.["unit"] !== undefined && printed.groups?.["unit"] === undefined) return false;
  return others.length > 0 && values.length > 0 && !others.some((one) => values.includes(one));
}

const SIGNED_LABEL = /^[(（［[§¶#第제]|[)\].:）］、．]$/u;
/** A dash or a comma before a number, and the signs of a verse in Arabic. */
const SIGNS_OF_CITATION = /^[\s\p{Pd},]+|[\ufd3e\ufd3f\u06dd]/gu;
const SIGNS_AROUND = /^[\s\p{Pd}\p{Ps},]+|[\s\p{Pe}.]+$/gu;

/**
 * Returns whether a mark after the words of a span is the label that the document has before them, whatever its form is: “(4)” for
 * “Art. 4.”, “— Lamp 1:16” and “(1:16)” for “Lamp 1:16”. Undefined if either is no label. Another number may be that of a page.
 */
export function isPrintedLabel(mark: string, span: PlacedWords): boolean | undefined {
  const own = LABEL.exec(mark.replace(SIGNS_OF_CITATION, ""));
  const printed = printedLabel(span);
  const { text } = span.passage;
  const from = lineStart(text, span.start);
  const [line = ""] = text.slice(from, from + 2 * MAX_LABEL).split("\n");
  if (own !== null && printed !== undefined) {
    const values = valuesOf(printed);
    return isEvident(printed, line) ? valuesOf(own).some((one) => values.includes(one)) : undefined;
  }
  const [[label, verse] = []] = line.matchAll(BOOK_AND_VERSE);
  const cited = mark.replace(SIGNS_AROUND, "");
  const isSame = cited === verse || keysOf(cited).join() === keysOf(label ?? "").join();
  return label !== undefined && isSame ? true : undefined;
}

/** Whether what has the form of a label is one, and neither a count nor a day: “12 ships”, “On 5 May”. */
function isEvident([label]: RegExpExecArray, line: string): boolean {
  if (SIGNED_LABEL.test(label.trim())) return true;
  const isCount = line.startsWith(label) && /^\p{Ll}/u.test(line.slice(label.length));
  return /^\s*\p{Nd}+\s*$/u.test(label) && !isCount;
}

/** A printed label that a quotation has too. */
export interface QuotedLabel {
  /** Where it ends, in UTF-16 code units of the passage’s text. */
  readonly end: number;
  /**
   * Whether the quotation has a number or a letter before its words, or the label of a list as it is printed. The name of a speaker may
   * be beside any of them.
   */
  readonly opensSentence: boolean;
}

/** Whether what has a label is said by one of several people, and is no list such as “Keywords: ships, lamps”. */
function isSpeech({ name }: Speaker, { passage, document }: PlacedWords): boolean {
  const isOther = (one: Speaker) => keysOf(one.name).join() !== keysOf(name).join();
  const near = passagesNear(document, passage).flatMap(turnsIn);
  return closesSentence(passage.text) && near.some(isOther);
}

const IN_MARKS = new RegExp(String.raw`^\s*["'‘${OPENING_MARKS}]`, "u");

/** Returns the label before some words, if one of the marks of a quotation is it: “4.”, “(d)”, “KG:”. */
export function quotedLabel(
  marks: readonly string[],
  quoted: string,
  span: PlacedWords,
): QuotedLabel | undefined {
  const { passage, start } = span;
  const printed = labelOfLine(span);
  const values = printed === undefined ? [] : valuesOf(printed);
  const own = marks.find((mark) => {
    const label = LABEL.exec(mark);
    return label !== null && valuesOf(label).some((one) => values.includes(one));
  });
  if (own !== undefined && printed !== undefined) {
    const end = lineStart(passage.text, start) + elementAt(printed, 0).length;
    return { end, opensSentence: !quoted.endsWith(own) };
  }
  const turn = turnsIn(passage).findLast(({ at, end }) => at < start && end <= start);
  const name = turn && marks.find((mark) => keysOf(mark).join() === keysOf(turn.name).join());
  if (turn === undefined || name === undefined) return undefined;
  const isPrintedForm = quoted.startsWith(name) && !IN_MARKS.test(quoted.slice(name.length));
  return { end: turn.end, opensSentence: isPrintedForm && !isSpeech(turn, span) };
}
