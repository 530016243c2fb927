import { hash } from "node:crypto";
import type { Addresses, Document, Note, Passage } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { CJK, SOUTHEAST_ASIAN } from "../language/scripts.ts";
import { type Quotation, quotationOf } from "./quotation.ts";

/**
 * A reference to a quotation by which a reader can check later that its words are unchanged:
 * `1851-03-14-ada-to-tom¶b:44-77:3f2a9c1d07be52`.
 */
export interface Receipt {
  /** As in the receipt. The document may have another id now. */
  readonly address: string;
  /** The span of the words in the passage's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /**
   * The first 8 hexadecimal digits of SHA-256 over the words in UTF-8. They reveal accidental changes;
   * a forger can find other words with the same digits.
   */
  readonly hash: string;
  /** The same of the characters before the words and after them, 3 digits each; absent in older receipts. */
  readonly surroundings?: string;
}

/** The result of checking a receipt. */
export type ReceiptOutcome =
  | { readonly kind: "unchanged"; readonly quotation: Quotation }
  /** The same words are now elsewhere in the document. */
  | { readonly kind: "moved"; readonly quotation: Quotation }
  /** There are other words in their place. */
  | { readonly kind: "changed"; readonly quotation: Quotation }
  /** The passage exists but ends before the words begin. */
  | { readonly kind: "cut"; readonly quotation: Quotation }
  /** The document exists, but the passage does not. */
  | { readonly kind: "passage-gone"; readonly document: Document }
  /** The words are now in a note of the document. */
  | { readonly kind: "in-note"; readonly document: Document }
  | { readonly kind: "document-gone" };

/** Returns the receipt for a quotation from a passage. */
export function receiptOf({ text, start, end, citation }: Quotation, passage: Passage): string {
  const surroundings = surroundingsHash(passage, start, end);
  return `${citation.address}:${start}-${end}:${receiptHash(text)}${surroundings}`;
}

/** Returns a receipt without its surroundings, for an action, which has little room. */
export function shortenReceipt(receipt: string): string {
  return receipt.replace(/(:[0-9a-f]{8})[0-9a-f]{6}$/, "$1");
}

/** The signs with which a message shows it: a heading, small print, a block quote, bold, code. */
const MARKUP = /^\s*(?:(?:-#|#{1,3}|>)\s+)+|[`*]+/gm;
// In every language, its label has a colon or a line of its own.
const RECEIPT =
  /^(?:\p{L}[\p{L} ]*(?:\s*[:：]|\n)\s*)?([^\n¶#]*[^\s¶#])\s*[¶#]\s*([a-z0-9]+)\s*:\s*(\d+)\s*[-–]\s*(\d+)\s*:\s*([0-9a-f]{8})([0-9a-f]{6})?[.,;。]?$/iu;

/** Parses a receipt as users paste it, with its label and the signs of the message. Returns undefined if the text is not one. */
export function parseReceipt(typed: string): Receipt | undefined {
  const match = RECEIPT.exec(typed.replace(MARKUP, "").trim());
  if (match === null) return undefined;
  const part = (group: number) => elementAt(match, group).toLowerCase();
  const [start, end] = [Number(part(3)), Number(part(4))];
  if (start >= end) return undefined;
  const surroundings = match[6]?.toLowerCase();
  return {
    address: `${part(1)}¶${part(2)}`,
    start,
    end,
    hash: part(5),
    ...(surroundings !== undefined && { surroundings }),
  };
}

/**
 * Checks whether the words of a receipt are still in their place, and finds out what is instead. To find words
 * that have moved, at most `maxHashed` characters of passages are hashed.
 */
export function checkReceipt(
  receipt: Receipt,
  library: Addresses,
  maxHashed = MAX_HASHED_CHARACTERS,
): ReceiptOutcome {
  const id = receipt.address.replace(/¶.*$/, "");
  const documents = library.documentsCalled(id);
  const [owner, another] = documents;
  if (owner === undefined) return { kind: "document-gone" };
  if (another === undefined) return checkIn(owner, receipt, maxHashed);
  // An id that several files have had is that of the one with the words.
  const inPlace = documents.filter((one) => wordingInPlace(one, receipt) !== undefined);
  const found = inPlace.find((one) => isSurroundedInPlace(one, receipt)) ?? inPlace[0];
  if (found !== undefined) return checkIn(found, receipt, maxHashed);
  const outcomes = documents.map((one) => checkIn(one, receipt, maxHashed / documents.length));
  const moved =
    outcomes.find(({ kind }) => kind === "moved") ??
    outcomes.find(({ kind }) => kind === "in-note");
  const isOwned = library.document(id) === owner;
  return moved ?? (isOwned ? elementAt(outcomes, 0) : { kind: "document-gone" });
}

/** Returns the words of a receipt at its place in a document; undefined if there are others. */
function wordingInPlace(document: Document, receipt: Receipt): Wording | undefined {
  const passage = passageIn(document, receipt);
  return passage && wordingsOf(passage).find((one) => isAt(receipt, one, receipt.start));
}

function isSurroundedInPlace(document: Document, receipt: Receipt): boolean {
  const wording = wordingInPlace(document, receipt);
  return wording !== undefined && hasSurroundings(receipt, wording, receipt.start);
}

function passageIn({ passages }: Document, { address }: Receipt): Passage | undefined {
  return passages.find(({ number }) => address.endsWith(`¶${number}`));
}

function checkIn(document: Document, receipt: Receipt, maxHashed: number): ReceiptOutcome {
  const { start, end } = receipt;
  const wording = wordingInPlace(document, receipt);
  if (wording !== undefined) {
    return { kind: "unchanged", quotation: quotationIn(document, wording, receipt, start) };
  }
  const moved = findMoved(document, receipt, maxHashed);
  if (moved !== undefined) return { kind: "moved", quotation: moved };
  if (isInNote(document, receipt, maxHashed * NOTES_SHARE)) return { kind: "in-note", document };
  const passage = passageIn(document, receipt);
  if (passage === undefined) return { kind: "passage-gone", document };
  if (start >= passage.text.length) {
    return { kind: "cut", quotation: quotationOf(document, passage) };
  }
  const [from, to] = expandToCharacters(passage.text, start, end);
  return { kind: "changed", quotation: quotationOf(document, passage, from, to) };
}

/**
 * The maximum number of characters to hash in search of words that have moved: about a tenth of a
 * second. The search covers renumbered passages first and does not reach the rest of a long document.
 */
export const MAX_HASHED_CHARACTERS = 20_000_000;

/** The minimum cost of one hash, in characters: hashing fewer takes as long. */
const MIN_HASH_COST = 200;

/** Finds the span of a document that has a receipt's length and hash. */
function findMoved(document: Document, receipt: Receipt, maxHashed: number): Quotation | undefined {
  const { start, end } = receipt;
  const cost = Math.max(end - start, MIN_HASH_COST);
  let budget = maxHashed;
  for (const [wording, from] of candidatePositions(document.passages, start, end - start)) {
    if (budget < cost) return undefined;
    budget -= cost;
    if (isAt(receipt, wording, from) && hasSurroundings(receipt, wording, from)) {
      return quotationIn(document, wording, receipt, from);
    }
  }
  return undefined;
}

/** How many characters of notes are hashed, as a share of those of passages. */
const NOTES_SHARE = 0.25;

/** Whether a note has the words of a receipt. It may have been a passage, which began with the mark of the note. */
function isInNote({ notes }: Document, receipt: Receipt, maxHashed: number): boolean {
  const length = receipt.end - receipt.start;
  const cost = Math.max(length, MIN_HASH_COST);
  let budget = maxHashed;
  for (const wording of noteWordings(notes)) {
    for (let from = 0; from + length <= wording.text.length; from++) {
      if (budget < cost) return false;
      budget -= cost;
      if (isAt(receipt, wording, from) && hasSurroundings(receipt, wording, from)) return true;
    }
  }
  return false;
}

/** Returns the texts of notes as those of passages were, of which each was one, or a line of one. */
function noteWordings(notes: readonly Note[]): readonly Pick<Wording, "text">[] {
  const texts = notes.map(({ beginning = "", text }) => beginning + text);
  return [...texts, texts.join(" "), texts.join("\n")].map((text) => ({ text }));
}

/** The text of a passage, or the text as it was when marks counted among the words. */
interface Wording {
  readonly passage: Passage;
  readonly text: string;
  /** Converts an offset to one in the passage's text. */
  readonly toOffset: (at: number) => number;
}

function wordingsOf(passage: Passage): readonly Wording[] {
  const { text, marks } = passage;
  const wording: Wording = { passage, text, toOffset: (at) => at };
  if (marks.length === 0) return [wording];
  const marked = marks.reduceRight(
    (rest, mark) => rest.slice(0, mark.offset) + mark.text + rest.slice(mark.offset),
    text,
  );
  return [wording, { passage, text: marked, toOffset: (at) => offsetWithoutMarks(passage, at) }];
}

function offsetWithoutMarks({ marks }: Passage, at: number): number {
  let length = 0;
  for (const mark of marks) {
    if (mark.offset + length >= at) break;
    length += Math.min(mark.text.length, at - mark.offset - length);
  }
  return at - length;
}

/** Returns whether a wording contains the words of a receipt at the offset `from`. */
function isAt(
  { start, end, hash }: Receipt,
  { text }: Pick<Wording, "text">,
  from: number,
): boolean {
  const to = from + end - start;
  return to <= text.length && receiptHash(text.slice(from, to)) === hash;
}

/**
 * Returns whether words at `from` have the surroundings of a receipt on both sides, or on one that is long enough to
 * distinguish places: a few words may occur at several places of a document, and many passages begin or end with the
 * same ones. Older receipts have no surroundings.
 */
function hasSurroundings(receipt: Receipt, wording: Pick<Wording, "text">, from: number): boolean {
  const { start, end, surroundings } = receipt;
  if (surroundings === undefined) return true;
  const sides = sidesOf(wording, from, from + end - start);
  const areSame = sides.map(
    (side, index) =>
      sideHash(side) === surroundings.slice(index * SIDE_DIGITS, (index + 1) * SIDE_DIGITS),
  );
  if (areSame.every(Boolean)) return true;
  const isLong = end - start > MAX_QUOTED;
  const isShown = sides.some(
    (side, index) => areSame[index] === true && side.length >= (isLong ? 1 : MIN_SIDE_LENGTH),
  );
  // “able to” is not what “unable to” was.
  const isPartOfWord = [from, from + end - start].some((at) => isWithinWord(wording.text, at));
  return isShown && (isLong || !isPartOfWord);
}

/** The maximum length of words that users quote, in UTF-16 code units. */
const MAX_QUOTED = 2000;

const WITHIN_WORD = new RegExp(
  String.raw`^(?:(?![${CJK}${SOUTHEAST_ASIAN}])[\p{L}\p{M}\p{N}]){2}$`,
  "u",
);

function isWithinWord(text: string, at: number): boolean {
  return WITHIN_WORD.test(text.slice(at - 1, at + 1));
}

function quotationIn(
  document: Document,
  { passage, toOffset }: Wording,
  { start, end }: Receipt,
  from: number,
): Quotation {
  return quotationOf(document, passage, toOffset(from), toOffset(from + end - start));
}

/** Yields the offsets at which words may be now: first the same offset in every passage, then all. */
function* candidatePositions(
  passages: readonly Passage[],
  start: number,
  length: number,
): Generator<readonly [Wording, number]> {
  const longEnough = passages.flatMap(wordingsOf).filter(({ text }) => text.length >= length);
  for (const wording of longEnough) {
    if (start + length <= wording.text.length) yield [wording, start];
  }
  for (const wording of longEnough) {
    for (let from = 0; from + length <= wording.text.length; from++) yield [wording, from];
  }
}

function receiptHash(words: string): string {
  return hash("sha256", words).slice(0, 8);
}

/** How many characters on each side belong to the surroundings, and to how many digits their hash is cut. */
const SURROUNDING_LENGTH = 16;
const SIDE_DIGITS = 3;
/** Fewer characters than these, at the beginning or the end of a passage, are those of many. */
const MIN_SIDE_LENGTH = 8;

function surroundingsHash(wording: Pick<Passage, "text">, start: number, end: number): string {
  return sidesOf(wording, start, end).map(sideHash).join("");
}

/** Returns the characters before and after words. */
function sidesOf({ text }: Pick<Passage, "text">, start: number, end: number) {
  return [
    text.slice(Math.max(0, start - SURROUNDING_LENGTH), start),
    text.slice(end, end + SURROUNDING_LENGTH),
  ];
}

function sideHash(text: string): string {
  return hash("sha256", text).slice(0, SIDE_DIGITS);
}

/** Expands a span so that it splits no surrogate pair, since half of one cannot be displayed. */
function expandToCharacters(text: string, start: number, end: number): readonly [number, number] {
  const isInside = (at: number) =>
    /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));
  return [
    isInside(start) ? start - 1 : start,
    isInside(end) ? end + 1 : Math.min(end, text.length),
  ];
}
