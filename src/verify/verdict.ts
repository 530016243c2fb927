import { type Document, INTERRUPTIONS, type Passage } from "../corpus/document.ts";
import type { Change } from "./changes.ts";
import type { EditorialMark } from "./marks/editorial-mark.ts";
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

/** Marks of an editor that a quotation adds to the words, and by which these are not judged. */
interface Marked {
  readonly marks: readonly EditorialMark[];
}

/** The result of comparing a quotation with the corpus. It never says who wrote the words. */
export type Verdict =
  /** The words occur in the corpus, at the first occurrence character for character. */
  | ({ readonly kind: "exact"; readonly occurrences: Occurrences } & Marked)
  /** The words occur in the corpus, but are written differently. */
  | ({ readonly kind: "typography"; readonly occurrences: Occurrences } & Marked)
  /**
   * The quotation consists of parts of one document in order and near each other, with an ellipsis at each
   * omission, or without one if it leaves out only what interrupts the document's own words. It has one part if an
   * ellipsis at an end hides words that change its sense.
   */
  | ({
      readonly kind: "shortened";
      readonly fragments: Occurrences;
      /** Between each fragment and the next, and then those at the ends of the quotation. */
      readonly gaps: readonly Gap[];
      /** Parts that are too short to be traced, and not near the others. */
      readonly lightParts: readonly string[];
    } & Marked)
  /** The corpus contains something very similar. */
  | ({
      readonly kind: "altered";
      /** One stretch, or one for each part between the quotation's ellipses. */
      readonly fragments: readonly [Stretch, ...Stretch[]];
      /** At least one of them is a difference. */
      readonly changes: readonly Change[];
      /** Whether the main evidence for this place is that no other is nearly as similar. */
      readonly isProbable: boolean;
    } & Marked)
  /** The parts of the quotation occur in the corpus, but not together. */
  | ({ readonly kind: "stitched"; readonly fragments: Occurrences } & Marked)
  /** The words occur in the corpus, but are too few or too common to be traced to one place. */
  | {
      readonly kind: "common";
      /** The number of occurrences. */
      readonly count: number;
      /** The number of occurrences in each document that contains the words. */
      readonly documents: ReadonlyMap<Document, number>;
    }
  /**
   * The quotation is not judged: it has too many parts to compare, each of its parts is too short to be
   * traced and they are not near each other, or it is a title, a heading, a part of a note or a receipt.
   */
  | {
      readonly kind: "unjudged";
      readonly reason: "too-many-parts" | "light-parts" | "heading" | "note" | "receipt";
    }
  /** The words do not occur. If they are not traceable, only exact words were searched for. */
  | { readonly kind: "none"; readonly isTraceable: boolean; readonly closest?: Stretch };

/** The text between the fragments whose words the changes of an altered quotation compare. */
export const BETWEEN_FRAGMENTS = " … ";

/** The things that a quotation may leave out besides words: those between two passages, and the label of a speaker. */
export const GAP_INTERRUPTIONS = [...INTERRUPTIONS, "label"] as const;

/** An omission between two fragments of a quotation, or at an end of it. */
export interface Gap {
  /** The end of the quotation before or after which words are left out that change its sense, or may. */
  readonly at?: "start" | "end";
  /** The words left out; undefined if there are none, or if the corpus lacks them. */
  readonly stretch: Stretch | undefined;
  /** Whether the corpus has all that is between the two fragments. */
  readonly isKnown: boolean;
  readonly words: number;
  /** The number of whole paragraphs among the words. */
  readonly paragraphs: number;
  /** The interruptions of the document's own words there. */
  readonly interruptions: readonly (typeof GAP_INTERRUPTIONS)[number][];
  /** The words left out that change the sense of those that are quoted. */
  readonly hidden: readonly HiddenSense[];
}

/** Kinds of omission that change the sense of the words that are quoted, the gravest first. */
export const HIDDEN_KINDS = ["negation", "contrast", "speaker"] as const;

export interface HiddenSense {
  readonly kind: (typeof HIDDEN_KINDS)[number];
  /** The word, or the name of the speaker. */
  readonly text: string;
}
