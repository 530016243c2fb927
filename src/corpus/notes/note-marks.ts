import type { FootnoteReference, Html } from "mdast";
import { digitValueOf } from "../../language/fold.ts";
import { parseRomanNumeral } from "../../language/numerals.ts";
import { CJK } from "../../language/scripts.ts";
import {
  AFTER_NOTE_NUMBER,
  BEFORE_NOTE_NUMBER,
  CIRCLED_NUMBER,
  isRaisedMark,
  MAX_BASE_LENGTH,
  RAISED_NUMBERS,
  readSuperscript,
  toDigits,
} from "../../language/superscripts.ts";
import { type FlatSpan, type FlatText, spansWithin } from "./flat-text.ts";

/**
 * How a mark is printed. In square brackets, raised, as a sign or as a link, it is one of a note. Other forms are those
 * of items of lists as well, and each is a form of its own, in which `#` is the label and `○` a number in a circle. With a
 * space before it, `(#)` is more often the number of an item within a sentence.
 */
export type MarkForm = "note" | "(#)" | " (#)" | "#)" | "#." | "○";

/** A mark in the words of a paragraph or a heading. Offsets are those of its flat text. */
export interface MarkPlace {
  readonly start: number;
  readonly end: number;
  /** The numbers, the letter or the sign in it. */
  readonly labels: readonly string[];
  readonly form: MarkForm;
  /** The tags of HTML that raise it. */
  readonly tags: readonly Html[];
  /** The node of a mark that a reader has found. */
  readonly found?: FootnoteReference;
  /** The id of the note to which it is linked. */
  readonly target?: string;
  /** Whether it follows a word without a space. */
  readonly clings: boolean;
  /** Whether it would be a power or the end of a word, if no note had it. */
  readonly isDoubtful: boolean;
  /** Whether a sentence or a phrase ends after it, as the number of an item does not. */
  readonly isBeforeStop: boolean;
}

/** The mark with which a note begins. */
export interface NoteBeginning {
  readonly label: string;
  readonly form: MarkForm;
  /** Where the words of the note begin in the flat text. */
  readonly end: number;
}

const PREFIX = String.raw`(?:[Ff]?[Nn]|[Nn]ote|NOTE|注|註|주)\.?[\s#-]?`;
const SIGNS = String.raw`\*{1,3}|[†‡§¶‖※]{1,2}`;
const NUMBER = String.raw`\p{Nd}{1,3}`;
const LABEL = String.raw`${NUMBER}|[ivxlc]{1,7}|\p{L}|${SIGNS}`;
const NUMBERS = String.raw`${NUMBER}(?:\s?[,;–-]\s?${NUMBER})+`;

/** The label of a footnote in Markdown that several notes with one number distinguish, and no range: “2-5”. */
const FOOTNOTE = String.raw`\^(?<footnote>${NUMBER}-${NUMBER})`;

/** A mark: in brackets, in a tag that a plain text has, after a sign or a word for notes, before a bracket, raised, in a circle, or a sign. */
const MARK = [
  String.raw`[[［〔]${FOOTNOTE}[\]］〕]`,
  String.raw`[[［〔](?:\^|${PREFIX})?(?<bracketed>${NUMBERS}|${LABEL})[\]］〕]`,
  `[(（{](?:${PREFIX})?(?<round>${LABEL})[)）}]`,
  String.raw`<sup>(?<tagged>${NUMBER}|\p{L})</sup>`,
  String.raw`(?:[*^※]|[注註주]\s?)(?<prefixed>${NUMBER})\)?`,
  String.raw`(?<closed>${NUMBER})\)`,
  `(?<raised>${RAISED_NUMBERS})`,
  `(?<circled>${CIRCLED_NUMBER})`,
  String.raw`(?<sign>${SIGNS})\)?`,
].join("|");

const FORMS: Readonly<Record<string, MarkForm>> = {
  round: "(#)",
  closed: "#)",
  circled: "○",
  pointed: "#.",
};

const MARKS = new RegExp(MARK, "gu");
const BEGINNING = new RegExp(String.raw`^(?:${MARK}|(?<pointed>${NUMBER})(?=[.:]\s))`, "u");

/** A raised text or a link that is a mark. */
const SPAN = new RegExp(
  String.raw`^\s*[[(]?\^?(?:${PREFIX}(?=\p{Nd}))?(?<bracketed>${NUMBERS}|${LABEL})[.:]?[\])]?[.:]?\s*$`,
  "u",
);

/** The signs and the space between the mark of a note and its words, if there are words. */
const AFTER_BEGINNING = /^[.:)]?\s*(?=.*\p{L})(?=[^\s\p{Nd}])/u;

const SIGN = new RegExp(`^(?:${SIGNS})$`, "u");

/** Where the number of a note in square brackets is not an index. */
const BEFORE_NUMBER = new RegExp(String.raw`(?:${BEFORE_NOTE_NUMBER}|(?<=\p{Nd}{3}))$`, "u");
const AFTER_NUMBER = new RegExp(`^${AFTER_NOTE_NUMBER}`, "u");

/** Where a mark can be: after a word of several letters, unlike f(1), after a year, or after a punctuation mark. */
const AFTER_WORD = new RegExp(
  String.raw`(?:[\p{L}\p{M}]{2}|\p{Nd}{3}|[${CJK}]|(?<![\p{L}\p{N}_])I|[\p{Pe}\p{Pf}.,;:!?…"'’。，、；：！？])$`,
  "u",
);
const BEFORE_END = /^(?:$|[\s\p{P}])/u;

const STOP = /^(?:$|[.,;:!?…。，、；：！？،؛؟।])/u;

/** The end of a sentence without spaces around it, after which a number in a circle is no item within the sentence. */
const AFTER_CJK_SENTENCE = /[。！？](?:[」』”’）》]{0,2})$/u;

/** A sign that leads from a note to its mark. */
const BACK_LINK = /^[\s[(]*[\^↩↑⤴⬆⮌⏎]+[\ufe0e\ufe0f]?[\s\])]*$/u;

/** Such signs in a text whose links are lost, as in one that was copied or printed from a page: “^ a b” leads to two marks. */
const BACK_SIGN_AT_START = /^[\^↑↩⤴](?:(?:\s[a-z](?=\s)){2,})?\s+/u;
const BACK_SIGNS_AT_END = /(?:\s?[↩⤴⮌⏎][\ufe0e\ufe0f]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*)+\s*$/u;

/** Asterisks that would end emphasis which those at the beginning open. */
const CLOSING_ASTERISK = /[^\s*]\*+(?!\p{L})/u;

/** How many notes a range of numbers names at most. */
const MAX_RANGE = 20;

/** Returns the marks of notes that may be in the text of a paragraph or a heading, in order. */
export function placesIn(flat: FlatText): readonly MarkPlace[] {
  const places = [
    ...flat.spans.flatMap((span) => placeOfSpan(flat, span) ?? []),
    ...flat.found.flatMap(placeOfFound),
  ];
  const closing = findClosingAsterisks(flat.text);
  for (const match of flat.text.matchAll(MARKS)) {
    const place = closing.has(match.index) ? undefined : placeOfMatch(flat.text, match);
    if (place !== undefined) places.push(place);
  }
  // An outer span comes before those in it.
  const sorted = places.toSorted((one, other) => one.start - other.start || other.end - one.end);
  let end = -1;
  return sorted.filter((place) => {
    const isFree = place.start >= end;
    if (isFree) end = Math.max(place.end, place.start + (place.found === undefined ? 1 : 0));
    return isFree;
  });
}

/** An asterisk that opens emphasis. */
const OPENING_ASTERISK = /^(?:^|[\s\p{Ps}\p{Pi}"'—–])\*+[^\s*]/u;

/** Returns the offsets of the asterisks that end emphasis: each after one that opens it, and that no other has ended. */
export function findClosingAsterisks(text: string): ReadonlySet<number> {
  const closing = new Set<number>();
  let depth = 0;
  for (const { 0: asterisks, index } of text.matchAll(/\*+/g)) {
    const around = text.slice(Math.max(0, index - 1), index + asterisks.length + 1);
    if (OPENING_ASTERISK.test(around)) depth += 1;
    else if (depth > 0) {
      closing.add(index);
      depth -= 1;
    }
  }
  return closing;
}

function placeOfMatch(text: string, match: RegExpExecArray): MarkPlace | undefined {
  const [name, printed] = readGroups(match);
  const start = match.index;
  const hasBracket =
    name === "raised" && text[start + match[0].length] === ")" && !isBracketOpen(text, start);
  const end = start + match[0].length + (hasBracket ? 1 : 0);
  const before = text.slice(Math.max(0, start - MAX_BASE_LENGTH), start);
  const after = text.slice(end, end + MAX_AFTER);
  const isSet = isSetAt(name, printed, before, after);
  if (isSet === undefined) return undefined;
  const { labels, form } = markOf(name, printed);
  const isBeforeStop = STOP.test(after);
  return {
    // No space is before the comma of the words.
    start: isSet === "apart" && isBeforeStop ? start - 1 : start,
    end,
    labels,
    form: form === "(#)" && isSet === "apart" ? " (#)" : form,
    tags: [],
    clings: isSet === "clinging",
    isDoubtful: name === "raised" && !isRaisedMark(before, printed, after),
    isBeforeStop,
  };
}

/** How much of the text after a mark is read, in UTF-16 code units. */
const MAX_AFTER = 8;

/** How far apart the brackets around words are, in UTF-16 code units. */
const MAX_BRACKETED = 500;

/** Whether a bracket is open near the end of the text before an offset, so that the next one closes it. */
export function isBracketOpen(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - MAX_BRACKETED), offset);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

/** Returns whether a mark is where a word ends, with or without a space; undefined if it is elsewhere. */
function isSetAt(
  name: string,
  printed: string,
  before: string,
  after: string,
): "clinging" | "apart" | undefined {
  if (name === "bracketed" || name === "footnote") {
    const isLetter = /^\p{L}$/u.test(printed);
    if (/^\p{Nd}/u.test(printed)) {
      if (BEFORE_NUMBER.test(before) && AFTER_NUMBER.test(after)) return "clinging";
    } else if (AFTER_WORD.test(before) && BEFORE_END.test(after)) return "clinging";
    return !isLetter && /\S[^\S\n]$/.test(before) && BEFORE_END.test(after) ? "apart" : undefined;
  }
  if (name === "raised") return /\S$/.test(before) ? "clinging" : undefined;
  if (name === "circled" && AFTER_CJK_SENTENCE.test(before)) return "clinging";
  if (!BEFORE_END.test(after)) return undefined;
  if (AFTER_WORD.test(before)) return "clinging";
  return name === "round" && /\p{L}[^\S\n]$/u.test(before) ? "apart" : undefined;
}

function placeOfSpan({ text }: FlatText, span: FlatSpan): MarkPlace | undefined {
  const { start, end, tags, target, kind } = span;
  const content = text.slice(start, end);
  const match = SPAN.exec(content);
  const before = text.slice(Math.max(0, start - MAX_BASE_LENGTH), start);
  if (match === null) return undefined;
  const [name, printed] = readGroups(match);
  const clings = kind === "raised" ? /\S$/.test(before) : BEFORE_NUMBER.test(before);
  const isApart = target !== undefined && /\S\s$/.test(before);
  if (!clings && !isApart) return undefined;
  // Linked letters are more often words.
  if (kind === "link" && target === undefined && !/^\p{Nd}/u.test(printed)) return undefined;
  const after = text.slice(end, end + MAX_AFTER);
  return {
    start,
    end,
    ...markOf(name, printed),
    tags,
    ...(target !== undefined && { target }),
    clings,
    isDoubtful: kind === "raised" && readSuperscript(before, content, after) !== undefined,
    isBeforeStop: STOP.test(after),
  };
}

function placeOfFound({ node, offset }: FlatText["found"][number]): readonly MarkPlace[] {
  const match = SPAN.exec(node.label ?? "");
  if (match === null) return [];
  const [name, printed] = readGroups(match);
  const mark = markOf(name, printed);
  const place = { start: offset, end: offset, ...mark, tags: [], found: node };
  return [{ ...place, clings: true, isDoubtful: false, isBeforeStop: false }];
}

/** Returns the mark with which the text between two offsets begins as a note does. */
export function beginningIn(flat: FlatText, from: number, to: number): NoteBeginning | undefined {
  const start = skipBackLinks(flat, from, to);
  const span = spansWithin(flat, start, to).find((one) => one.start === start && one.end > start);
  const [name, printed, end] =
    (span && readBeginningSpan(flat, span)) ?? readBeginning(flat.text.slice(start, to), start);
  if (name === undefined || printed === undefined || end === undefined) return undefined;
  const { labels, form } = markOf(name, printed);
  const [label] = labels;
  if (label === undefined || labels.length > 1) return undefined;
  const rest = flat.text.slice(end, to);
  const space = AFTER_BEGINNING.exec(rest)?.[0];
  // [W]hen: a letter that an editor has supplied.
  if (space === undefined || (/^\p{L}+$/u.test(label) && space === "")) return undefined;
  if (label.startsWith("*") && CLOSING_ASTERISK.test(rest)) return undefined;
  if (isOfVerse(flat, label, end, to)) return undefined;
  const sign = BACK_SIGN_AT_START.exec(rest.slice(space.length))?.[0];
  return sign === undefined
    ? { label, form, end: end + space.length }
    : { label, form: "note", end: end + space.length + sign.length };
}

function readBeginning(
  text: string,
  start: number,
): readonly [name?: string, printed?: string, end?: number] {
  const match = BEGINNING.exec(text);
  return match === null ? [] : [...readGroups(match), start + match[0].length];
}

function readBeginningSpan(
  { text }: FlatText,
  { kind, start, end, target }: FlatSpan,
): readonly [name: string, printed: string, end: number] | undefined {
  if (kind === "link" && target === undefined) return undefined;
  const match = SPAN.exec(text.slice(start, end));
  return match === null ? undefined : [...readGroups(match), end];
}

/** Returns the offset after the links back with which a note begins. */
export function skipBackLinks(flat: FlatText, from: number, to: number): number {
  const skipSpace = (offset: number) => to - flat.text.slice(offset, to).trimStart().length;
  let start = skipSpace(from);
  for (const span of spansWithin(flat, from, to)) {
    if (span.start > start) break;
    if (isBackLink(flat, span)) start = skipSpace(span.end);
  }
  return start;
}

/** Returns the offset before the links back with which a note ends. */
export function endBeforeBackLinks(flat: FlatText, from: number, to: number): number {
  const trimEnd = (offset: number) => from + flat.text.slice(from, offset).trimEnd().length;
  let end = trimEnd(to);
  for (const span of spansWithin(flat, from, to).toReversed()) {
    if (span.end < end) break;
    if (isBackLink(flat, span)) end = trimEnd(span.start);
  }
  return trimEnd(from + flat.text.slice(from, end).replace(BACK_SIGNS_AT_END, "").length);
}

/** Whether the text between two offsets begins or ends with a link back, or with the sign of one. */
export function isLinkedBack(flat: FlatText, from: number, to: number): boolean {
  const text = flat.text.slice(from, to).trim();
  return (
    flat.text.slice(skipBackLinks(flat, from, to), endBeforeBackLinks(flat, from, to)) !== text
  );
}

function isBackLink({ text }: FlatText, { kind, start, end }: FlatSpan): boolean {
  return kind === "link" && BACK_LINK.test(text.slice(start, end));
}

/** Whether the next number is before other words of the text, as that of the next verse is: “¹In it. ²And so”. */
function isOfVerse(flat: FlatText, label: string, from: number, to: number): boolean {
  const { text } = flat;
  if (!/^\p{Nd}/u.test(label)) return false;
  const next = String(orderOf(label) + 1);
  const beginsVerse = (start: number, end: number) =>
    /\s$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^\s?[\p{L}“‘"'«(¿¡]/u.test(text.slice(end, end + 2));
  const isNextSpan = ({ kind, start, end }: FlatSpan) =>
    kind === "raised" && text.slice(start, end).trim() === next;
  return (
    spansWithin(flat, from, to).some(
      (span) => isNextSpan(span) && beginsVerse(span.start, span.end),
    ) ||
    [...text.slice(from, to).matchAll(MARKS)].some((match) => {
      const [name, printed] = readGroups(match);
      const start = from + match.index;
      return (
        markOf(name, printed).labels[0] === next && beginsVerse(start, start + match[0].length)
      );
    })
  );
}

function readGroups({ groups = {} }: RegExpExecArray): readonly [name: string, printed: string] {
  const [name = "", printed = ""] =
    Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
  return [name, printed];
}

function markOf(name: string, printed: string): Pick<MarkPlace, "labels" | "form"> {
  if (SIGN.test(printed)) return { labels: [printed], form: "note" };
  const text = name === "raised" ? toDigits(printed) : printed;
  return { labels: name === "footnote" ? [printed] : labelsIn(text), form: FORMS[name] ?? "note" };
}

/** Returns the labels of several notes: “1, 3–5”. */
function labelsIn(printed: string): readonly string[] {
  const [first, sign, last, ...others] = printed.split(/\s?([,;–-])\s?/);
  if (first === undefined || sign === undefined || last === undefined) return [printed];
  const [from, to] = [orderOf(first), orderOf(last)];
  const isRange = /[–-]/.test(sign) && from < to && to - from < MAX_RANGE;
  const numbers = isRange
    ? Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
    : [first, last];
  return [...numbers, ...others.filter((_, index) => index % 2 === 1)];
}

/** Whether a label is the next number, letter or Roman numeral. */
export function isSuccessor(label: string, next: string): boolean {
  if (orderOf(next) === orderOf(label) + 1)
    return [...label].length === 1 || /^\p{Nd}/u.test(label);
  const [value, following] = [parseRomanNumeral(label), parseRomanNumeral(next)];
  return value !== undefined && following === value + 1;
}

/** Returns the value of digits of any script, or the code point of a letter. */
export function orderOf(label: string): number {
  if (!/^\p{Nd}/u.test(label)) return label.codePointAt(0) ?? 0;
  return Number([...label].map(digitValueOf).join(""));
}
