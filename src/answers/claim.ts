import { overlaps, type Period } from "../corpus/date.ts";
import type { Document, Person } from "../corpus/document.ts";
import { type DocumentQuery, matchesDocument, soughtDocument } from "../options/document.ts";
import type { ClaimedOrigin, ReportedClaim } from "../reply/verification.ts";
import type { Stretch, Verdict } from "../verify/verdict.ts";

/** The user's claim about the origin of some words; an undefined part is not claimed. */
export interface Claim {
  readonly from: Person | undefined;
  readonly date: (Period & { readonly label: string }) | undefined;
  readonly letter: DocumentQuery | undefined;
}

export function meetsClaim(document: Document, { from, date, letter }: Claim): boolean {
  if (from && !document.from.includes(from)) return false;
  if (date && !(document.date && overlaps(document.date, date))) return false;
  return !letter || matchesDocument(document, letter);
}

/** Whether the claimed origin of a document is not known, and its other metadata allow the claim. */
function isUndecided(document: Document, { from, date, letter }: Claim): boolean {
  const { from: senders, date: ownDate } = document;
  return meetsClaim(document, {
    from: senders.length === 0 ? undefined : from,
    date: ownDate === undefined ? undefined : date,
    letter: ownDate === undefined && letter?.kind === "dated" ? undefined : letter,
  });
}

/** Compares a claim with the stretches on which a verdict is based. */
export function compareWithClaim(
  claim: Claim,
  verdict: Verdict,
  stretches: readonly Stretch[],
): ReportedClaim {
  const claimed = claimedOriginOf(claim);
  if (Object.keys(claimed).length === 0) return { status: "none" };
  if (verdict.kind === "none" || verdict.kind === "unjudged")
    return { status: "unknown", claimed, meeting: 0, places: 0 };
  if (verdict.kind === "common") {
    const { count, claimed: meeting } = verdict;
    return { status: meeting > 0 ? "met" : "elsewhere", claimed, meeting, places: count };
  }
  const documents = stretches.map(([{ document }]) => document);
  const meeting = documents.filter((one) => meetsClaim(one, claim)).length;
  const isUnknown = documents.some((one) => isUndecided(one, claim));
  const status = meeting > 0 ? "met" : isUnknown ? "unknown" : "elsewhere";
  return { status, claimed, meeting, places: documents.length };
}

function claimedOriginOf({ from, date, letter }: Claim): ClaimedOrigin {
  return {
    ...(from && { from: from.name }),
    ...(date && { date: date.label }),
    ...(letter && { letter: soughtDocument(letter) }),
  };
}
