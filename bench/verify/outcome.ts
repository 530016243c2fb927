import type { Verdict } from "../../src/verify/verdict.ts";
import { wordCount } from "../texts.ts";
import { type BruteForce, normalizeWords } from "./brute-force.ts";
import { agreesMostly, isAt, MANY_WORDS, overlapOf, placesOf, wordsAt } from "./place.ts";
import type { MeasuredClaim } from "./quotations.ts";

/** Shorter quotations may be stock phrases, which are not attributed. */
const LONG = 8;

/** The outcome of verifying a claim. */
export interface Outcome {
  readonly claim: MeasuredClaim;
  readonly verdict: Verdict;
  readonly isLong: boolean;
  /**
   * Whether the claim is true although it was meant to be false: the draw changed nothing, or most of
   * the held-out words occur in another text too.
   */
  readonly isTrueAnyway: boolean;
  /** Whether the verdict claims that words occur where they do not. */
  readonly isFalseExact: boolean;
  readonly isAtRightPlace: boolean;
  /** The overlap with where the words come from, from 0 to 1. */
  readonly overlap: number;
}

const cutIntoWords = (text: string) => normalizeWords(text).split(" ");

export function outcomeOf(claim: MeasuredClaim, verdict: Verdict, bruteForce: BruteForce): Outcome {
  const { kind, text, truth } = claim;
  const isMeant = kind === "unedited" || kind === "re-punctuated";
  const found = placesOf(verdict);
  // Presidents repeat each other and themselves. Checked only where it matters, since it is slow.
  const isRepeated =
    kind === "held-out" &&
    (found.some((places) =>
      agreesMostly(cutIntoWords(text), cutIntoWords(wordsAt(places)), MANY_WORDS),
    ) ||
      (found.length > 0 && bruteForce.hasMost(text)));
  return {
    claim,
    verdict,
    isLong: wordCount(text) >= LONG,
    isTrueAnyway: !isMeant && (bruteForce.has(text) || isRepeated),
    isFalseExact: bruteForce.refutes(verdict, text),
    isAtRightPlace: found.some((places) => isAt(places, truth, cutIntoWords(text), cutIntoWords)),
    overlap: Math.max(0, ...found.map((places) => overlapOf(places, truth))),
  };
}

/** Returns whether the verdict on a true quotation is that the words occur as quoted. */
export function isFound({ claim, verdict, isLong }: Outcome): boolean {
  switch (verdict.kind) {
    case "exact":
      return true;
    case "typography":
      return claim.kind === "re-punctuated";
    case "common":
      return !isLong;
    case "shortened":
    case "altered":
    case "stitched":
    case "unjudged":
    case "none":
      return false;
  }
}

/** Returns whether words that occur nowhere are reported as an altered quotation. */
export function isMisattributed({ claim, verdict, isTrueAnyway }: Outcome): boolean {
  return claim.kind === "held-out" && !isTrueAnyway && placesOf(verdict).length > 0;
}

/** Returns whether the verdict is not the desired one. */
export function isMiss(outcome: Outcome): boolean {
  if (outcome.isFalseExact) return true;
  if (outcome.isTrueAnyway) return false;
  switch (outcome.claim.kind) {
    case "unedited":
    case "re-punctuated":
      return !isFound(outcome);
    case "edited-10":
    case "edited-20":
    case "edited-30":
    case "ellipses":
    case "stitched":
      return !outcome.isAtRightPlace;
    case "held-out":
      return isMisattributed(outcome);
  }
}
