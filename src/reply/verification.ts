import type { Change } from "../verify/changes.ts";
import type { TypographicDifference } from "../verify/typography.ts";
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
    }
  | {
      readonly kind: "shortened";
      /** Between each part and the next. */
      readonly omissions: readonly Omission[];
      readonly differences: readonly TypographicDifference[];
    }
  /** The changes contain both texts, in order. */
  | { readonly kind: "altered"; readonly changes: readonly Change[] }
  | { readonly kind: "stitched"; readonly differences: readonly TypographicDifference[] }
  | { readonly kind: "common"; readonly places: number; readonly documents: number }
  | {
      readonly kind: "none";
      /** Whether words like these were looked for too. */
      readonly isTraceable: boolean;
      /** Whether the evidence is the closest passage. */
      readonly hasClosest: boolean;
    };

/** The words that a quotation leaves out at an ellipsis. */
export type Omission =
  /** The words left out are not in the corpus. */
  | { readonly kind: "unknown" }
  | { readonly kind: "nothing" }
  /** Only an ellipsis, which is printed there as well. */
  | { readonly kind: "ellipsis"; readonly text: string }
  /** The words themselves only if they are few. */
  | { readonly kind: "words"; readonly count: number; readonly text?: string };

/** The origin that a user claims for some words. */
export interface ClaimedOrigin {
  readonly from?: string;
  readonly date?: string;
  readonly letter?: SoughtDocument;
}

/** A claim compared with the places where the words occur. */
export type ReportedClaim = { readonly status: "none" } | ComparedClaim;

export interface ComparedClaim {
  /**
   * `unknown` if the words do not occur, or only in documents whose author or date is claimed and
   * not known.
   */
  readonly status: "met" | "elsewhere" | "unknown";
  readonly claimed: ClaimedOrigin;
  /** The number of places that meet the claim, of all. */
  readonly meeting: number;
  readonly places: number;
}
