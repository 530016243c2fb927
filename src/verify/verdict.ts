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

/** Where words stand one after the other: a part of one passage, or of several that read on. */
export type Stretch = readonly [Span, ...Span[]];

/** A place where quoted words stand, and what is written differently there. */
export interface Occurrence {
  readonly stretch: Stretch;
  /** Empty where they stand character for character. */
  readonly differences: readonly TypographicDifference[];
}

export type Occurrences = readonly [Occurrence, ...Occurrence[]];

/** What became of words that somebody says stand in the corpus. It never says who wrote them. */
export type Verdict =
  /** They stand there, in the first of these places character for character. */
  | { readonly kind: "exact"; readonly standings: Occurrences }
  /** They stand there, but are written differently. */
  | { readonly kind: "typography"; readonly standings: Occurrences }
  /** Parts of one document in its order, with a mark wherever something is left out. */
  | {
      readonly kind: "shortened";
      readonly fragments: Occurrences;
      readonly gaps: readonly (Gap | undefined)[];
    }
  /** Something much like them stands there. */
  | {
      readonly kind: "altered";
      /** One, or those between the quotation's ellipses. */
      readonly fragments: readonly [Stretch, ...Stretch[]];
      readonly changes: readonly Change[];
    }
  /** Parts that stand there, but not together. */
  | { readonly kind: "stitched"; readonly fragments: Occurrences }
  /** They stand there, but are too few or too common to be traced to one place. */
  | {
      readonly kind: "common";
      readonly count: number;
      readonly documents: number;
      /** How many of the places are in claimed documents. */
      readonly claimed: number;
    }
  /** Words that are too few or too common were looked for only as they stand. */
  | { readonly kind: "none"; readonly isTraceable: boolean; readonly closest?: Stretch };

/** What stands between two fragments of a shortened quotation; absent where nobody knows. */
export interface Gap {
  readonly words: number;
  /** Undefined where nothing is left out. */
  readonly stretch: Stretch | undefined;
}
