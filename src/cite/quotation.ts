import type { Document, Passage } from "../corpus/document.ts";
import { type Citation, citationOf } from "./citation.ts";

/** Words of the corpus together with their citation. Neither exists without the other. */
export interface Quotation {
  /** A slice of the passage's text, never rebuilt. */
  readonly text: string;
  /** The span of the slice in the passage's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly citation: Citation;
}

/** Quotes a passage, or the part of it from `start` to `end`. */
export function quotationOf(
  document: Document,
  passage: Passage,
  start = 0,
  end = passage.text.length,
): Quotation {
  return {
    text: passage.text.slice(start, end),
    start,
    end,
    citation: citationOf(document, passage),
  };
}
