import type { Document, Passage } from "../corpus/document.ts";
import type { Change } from "./changes.ts";
import type { TypographicDifference } from "./typography.ts";

/** Words of a passage, by offsets in UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly document: Document;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** Consecutive words: a part of one passage, or of several contiguous passages. */
export type Stretch = readonly [Span, ...Span[]];

/** A place where the quoted words occur, with its differences in typography. */
export interface Occurrence {
  readonly stretch: Stretch;
  /** Empty if the words match character for character. */
  readonly differences: readonly TypographicDifference[];
}

export type Occurrences = readonly [Occurrence, ...Occurrence[]];

/** The result of comparing a quotation with the corpus. It never says who wrote the words. */
export type Verdict =
  /** The words occur in the corpus, at the first occurrence character for character. */
  | { readonly kind: "exact"; readonly occurrences: Occurrences }
  /** The words occur in the corpus, but are written differently. */
  | { readonly kind: "typography"; readonly occurrences: Occurrences }
  /** The quotation consists of parts of one document in order, with an ellipsis at each omission. */
  | {
      readonly kind: "shortened";
      readonly fragments: Occurrences;
      /** Between each fragment and the next; undefined if the corpus lacks the words between them. */
      readonly gaps: readonly (Gap | undefined)[];
    }
  /** The corpus contains something very similar. */
  | {
      readonly kind: "altered";
      /** One stretch, or one for each part between the quotation's ellipses. */
      readonly fragments: readonly [Stretch, ...Stretch[]];
      readonly changes: readonly Change[];
    }
  /** The parts of the quotation occur in the corpus, but not together. */
  | { readonly kind: "stitched"; readonly fragments: Occurrences }
  /** The words occur in the corpus, but are too few or too common to be traced to one place. */
  | {
      readonly kind: "common";
      /** The number of occurrences. */
      readonly count: number;
      /** The number of documents that contain the words. */
      readonly documents: number;
      /** The number of occurrences in claimed documents. */
      readonly claimed: number;
    }
  /** The words do not occur. If they are not traceable, only exact words were searched for. */
  | { readonly kind: "none"; readonly isTraceable: boolean; readonly closest?: Stretch };

/** The text between the fragments whose words the changes of an altered quotation compare. */
export const BETWEEN_FRAGMENTS = " … ";

/** The words between two fragments of a shortened quotation. */
export interface Gap {
  readonly words: number;
  /** Undefined if the two fragments are adjacent. */
  readonly stretch: Stretch | undefined;
}
