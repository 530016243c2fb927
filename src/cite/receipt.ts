import { hash } from "node:crypto";
import type { Document, Passage } from "../corpus/document.ts";
import type { Addresses } from "../search/addresses.ts";
import { type Quotation, quotationOf } from "./quotation.ts";

/**
 * What a reader keeps of a quotation, to ask later whether its words still stand there:
 * `2019-08-05-kim-to-trump¶b:44-77:3f2a9c1d`.
 */
export interface Receipt {
  /** As it was written: the document may have another id now. */
  readonly address: string;
  /** The span of the words in the passage's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /**
   * The first 8 hexadecimal digits of SHA-256 over the words in UTF-8. Enough to notice a change that
   * nobody meant to hide; a forger finds other words with the same digits.
   */
  readonly hash: string;
}

/** What has become of the words of a receipt. */
export type ReceiptOutcome =
  | { readonly kind: "unchanged"; readonly quotation: Quotation }
  /** The same words stand at another place of the document now. */
  | { readonly kind: "moved"; readonly quotation: Quotation }
  /** Other words stand there now. */
  | { readonly kind: "changed"; readonly quotation: Quotation }
  /** The passage is there, and ends before the words begin. */
  | { readonly kind: "cut"; readonly quotation: Quotation }
  /** The document is there, and the passage is not. */
  | { readonly kind: "passage-gone"; readonly document: Document }
  | { readonly kind: "document-gone" };

export function receiptOf({ text, start, end, citation }: Quotation): string {
  return `${citation.address}:${start}-${end}:${receiptHash(text)}`;
}

/** Reads a receipt as people copy it; undefined for what is none. */
export function parseReceipt(typed: string): Receipt | undefined {
  const parts = /^(.+?)\s*[¶#]\s*([a-z0-9]+)\s*:\s*(\d+)\s*[-–]\s*(\d+)\s*:\s*([0-9a-f]{8})$/i;
  const [, id, number, start, end, hash] = parts.exec(typed.trim()) ?? [];
  if (hash === undefined || Number(start) >= Number(end)) return undefined;
  return {
    address: `${id}¶${number}`.toLowerCase(),
    start: Number(start),
    end: Number(end),
    hash: hash.toLowerCase(),
  };
}

/** Whether the words of a receipt still stand where it says, and if not, what does. */
export function checkReceipt(receipt: Receipt, library: Addresses): ReceiptOutcome {
  const { address, start, end } = receipt;
  const place = library.passage(address);
  if (place !== undefined && isAt(receipt, place.passage, start)) {
    return { kind: "unchanged", quotation: quotationOf(place.document, place.passage, start, end) };
  }
  const document = library.document(address.replace(/¶.*$/, ""));
  if (document === undefined) return { kind: "document-gone" };
  const moved = findMoved(document, receipt);
  if (moved !== undefined) return { kind: "moved", quotation: moved };
  if (place === undefined) return { kind: "passage-gone", document };
  const { passage } = place;
  if (start >= passage.text.length) {
    return { kind: "cut", quotation: quotationOf(document, passage) };
  }
  const [from, to] = expandToCharacters(passage.text, start, end);
  return { kind: "changed", quotation: quotationOf(document, passage, from, to) };
}

/**
 * How many characters are hashed in search of words that have moved, which takes about a tenth of a
 * second. The rest of a longer document is then not looked at: passages that were renumbered come first.
 */
const MAX_HASHED = 20_000_000;

/** What a stretch counts for at least: to hash a short one takes as long as this many characters. */
const MIN_HASH_COST = 200;

/** The stretch of a document that has a receipt's length and hash. */
function findMoved(document: Document, receipt: Receipt): Quotation | undefined {
  const { start, end } = receipt;
  const cost = Math.max(end - start, MIN_HASH_COST);
  let left = MAX_HASHED;
  for (const [passage, from] of candidates(document.passages, start, end - start)) {
    if (left < cost) return undefined;
    left -= cost;
    if (isAt(receipt, passage, from)) {
      return quotationOf(document, passage, from, from + end - start);
    }
  }
  return undefined;
}

/** Whether the words of a receipt stand in a passage from this place on. */
function isAt({ start, end, hash }: Receipt, { text }: Passage, from: number): boolean {
  const to = from + end - start;
  return to <= text.length && receiptHash(text.slice(from, to)) === hash;
}

/** Where words of a length may stand now: first at the same place of a passage that has another number. */
function* candidates(
  passages: readonly Passage[],
  start: number,
  length: number,
): Generator<readonly [Passage, number]> {
  const roomy = passages.filter(({ text }) => text.length >= length);
  for (const passage of roomy) {
    if (start + length <= passage.text.length) yield [passage, start];
  }
  for (const passage of roomy) {
    for (let from = 0; from + length <= passage.text.length; from++) yield [passage, from];
  }
}

function receiptHash(words: string): string {
  return hash("sha256", words).slice(0, 8);
}

/** A span that cuts no character: no half of a surrogate pair can be shown. */
function expandToCharacters(text: string, start: number, end: number): readonly [number, number] {
  const isInside = (at: number) =>
    /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));
  return [
    isInside(start) ? start - 1 : start,
    isInside(end) ? end + 1 : Math.min(end, text.length),
  ];
}
