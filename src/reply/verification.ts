import type { Change } from "../verify/changes.ts";
import type { EditorialMark } from "../verify/marks/editorial-mark.ts";
import type { TypographicDifference } from "../verify/typography.ts";
import type { Gap, HiddenSense } from "../verify/verdict.ts";
import type { SoughtDocument } from "./notice-reason.ts";

/** The verdict on a quotation, and the claim about its origin. */
export interface Verification {
  readonly quoted: string;
  readonly verdict: ReportedVerdict;
  readonly claim: ReportedClaim;
}

/** A verdict without its places: the reply's evidence shows these. */
export type ReportedVerdict =
  | {
      readonly kind: "exact" | "typography";
      readonly places: number;
      /** The number of places where the words match character for character. */
      readonly exactPlaces: number;
      /** Those at the first place, one of each kind. */
      readonly differences: readonly TypographicDifference[];
      readonly marks: readonly EditorialMark[];
    }
  | {
      readonly kind: "shortened";
      /** Between each part and the next. */
      readonly omissions: readonly Omission[];
      /** The parts that are too short to be traced, and were not counted. */
      readonly lightParts: readonly string[];
      readonly differences: readonly TypographicDifference[];
      readonly marks: readonly EditorialMark[];
    }
  | {
      readonly kind: "altered";
      /** The changes contain both texts, in order. */
      readonly changes: readonly Change[];
      /** Whether the main evidence for the place is that no other is nearly as similar. */
      readonly isProbable: boolean;
      readonly marks: readonly EditorialMark[];
    }
  | {
      readonly kind: "stitched";
      readonly differences: readonly TypographicDifference[];
      readonly marks: readonly EditorialMark[];
    }
  | { readonly kind: "common"; readonly places: number; readonly documents: number }
  | {
      readonly kind: "unjudged";
      readonly reason: "too-many-parts" | "light-parts" | "heading" | "note" | "receipt";
    }
  | {
      readonly kind: "none";
      /** Whether words like these were looked for too. */
      readonly isTraceable: boolean;
      /** Whether the evidence is the closest passage. */
      readonly hasClosest: boolean;
    };

/** An omission between two parts of a quotation, or at an end of it. */
export type Omission = { readonly interruptions: Gap["interruptions"] } & (
  | {
      /** The words left out are not in the corpus. */
      readonly kind: "unknown" | "nothing";
    }
  /** Only an ellipsis, which is printed there as well. */
  | { readonly kind: "ellipsis"; readonly text: string }
  /** The words themselves only if they are few. */
  | {
      readonly kind: "words";
      readonly count: number;
      /** The number of whole paragraphs among them. */
      readonly paragraphs: number;
      readonly text?: string;
      /** The words left out that change the sense of those that are quoted, the gravest first. */
      readonly hidden: readonly HiddenSense[];
      /** The end of the quotation at which they are left out. Absent between two parts. */
      readonly at?: "start" | "end";
    }
);

/** The origin that a user claims for some words. */
export interface ClaimedOrigin {
  readonly from?: string;
  readonly date?: string;
  readonly letter?: SoughtDocument;
  /** The work, the folder or the document. */
  readonly in?: string;
}

/** A claim compared with the places where the words occur. */
export type ReportedClaim = { readonly status: "none" } | ComparedClaim;

export type ComparedClaim = {
  readonly claimed: ClaimedOrigin;
  /** The number of places that meet the claim, or may, of all. */
  readonly meeting: number;
  readonly places: number;
} & (
  | {
      /**
       * `unknown` if the words do not occur, or only in documents whose author or date is claimed and
       * not known.
       */
      readonly status: "met" | "elsewhere" | "unknown";
    }
  /** The date of the document is not known as exactly as it is claimed. */
  | {
      readonly status: "possible";
      /** The document’s date, for readers. */
      readonly date: string;
      readonly unknown: "day" | "month" | "exact-date";
    }
);
