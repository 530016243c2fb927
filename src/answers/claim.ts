import { overlaps, type Period } from "../corpus/date.ts";
import type { Document, Person } from "../corpus/document.ts";
import { formatAnd, formatNumber } from "../foundation/format.ts";
import { type DocumentQuery, describeDocumentQuery, matchesDocument } from "../options/document.ts";
import type { Stretch, Verdict } from "../verify/verdict.ts";

/** The user's claim about the origin of some words; an undefined part is not claimed. */
export interface Claim {
  readonly from: Person | undefined;
  readonly date: (Period & { readonly label: string }) | undefined;
  readonly letter: DocumentQuery | undefined;
}

/** A claim compared with the places where the words were found. */
interface ClaimComparison {
  /** Whether the words were found only in documents other than claimed. */
  readonly isElsewhere: boolean;
  /** The result as a sentence. */
  readonly sentence: string;
}

export function meetsClaim(document: Document, { from, date, letter }: Claim): boolean {
  if (from && !document.from.includes(from)) return false;
  if (date && !(document.date && overlaps(document.date, date))) return false;
  return !letter || matchesDocument(document, letter);
}

/** Formats a claim as “from Kim Jong Un and dated August 2019”; undefined if nothing is claimed. */
export function claimLabel({ from, date, letter }: Claim): string | undefined {
  const properties = [
    ...(from ? [`from ${from.name}`] : []),
    ...(date ? [`dated ${date.label}`] : []),
    ...(letter ? [describeDocumentQuery(letter)] : []),
  ];
  return properties.length > 0 ? formatAnd(properties) : undefined;
}

/**
 * Compares a claim with the stretches on which a verdict is based. Returns undefined if nothing is
 * claimed, or if the words do not occur at all.
 */
export function compareWithClaim(
  claim: Claim,
  verdict: Verdict,
  stretches: readonly Stretch[],
): ClaimComparison | undefined {
  const label = claimLabel(claim);
  if (label === undefined || verdict.kind === "none") return undefined;
  if (verdict.kind === "common") {
    return { isElsewhere: false, sentence: `${describeCommonPlaces(verdict)} ${label}.` };
  }
  const meeting = stretches.filter(([{ document }]) => meetsClaim(document, claim));
  if (meeting.length === 0) {
    const predicate = verdict.kind === "altered" ? "has anything so like them" : "has them";
    return {
      isElsewhere: true,
      sentence: `That is not where they are said to stand: no document ${label} ${predicate}.`,
    };
  }
  const isPartial = verdict.kind === "stitched" && meeting.length < stretches.length;
  return {
    isElsewhere: false,
    sentence: isPartial
      ? `Only some of them stand where they are said to: in a document ${label}.`
      : `That is where they are said to stand: in a document ${label}.`,
  };
}

/** Counts the occurrences of a common phrase that meet the claim, up to the claim's label. */
function describeCommonPlaces({ count, claimed }: Extract<Verdict, { kind: "common" }>): string {
  if (count === 1) return `That is ${claimed === 1 ? "" : "not "}in a document`;
  const which = claimed === 0 ? "None" : formatNumber(claimed);
  return `${which} of these places ${claimed < 2 ? "is" : "are"} in a document`;
}
