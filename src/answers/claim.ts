import { overlaps, type Period } from "../corpus/date.ts";
import type { Document, Person } from "../corpus/document.ts";
import { type DocumentQuery, matchesDocument, soughtDocument } from "../options/document.ts";
import type { ClaimedOrigin, ReportedClaim } from "../reply/verification.ts";
import { type CorpusPart, isBy, isInScope } from "../search/filter.ts";
import type { Stretch, Verdict } from "../verify/verdict.ts";

/** The user's claim about the origin of some words; an undefined part is not claimed. */
export interface Claim {
  readonly from: Person | undefined;
  readonly date: (Period & { readonly label: string }) | undefined;
  readonly letter: DocumentQuery | undefined;
  readonly scope: CorpusPart | undefined;
}

export const NO_CLAIM: Claim = {
  from: undefined,
  date: undefined,
  letter: undefined,
  scope: undefined,
};

/** Whether a document is from the claimed person, is or may be of the claimed date, and is the claimed one. */
export function meetsClaim(document: Document, { from, date, letter, scope }: Claim): boolean {
  if (scope && !isInScope(document, scope)) return false;
  if (from && !isBy(document, from)) return false;
  if (date && !(document.date && overlaps(document.date, date))) return false;
  return !letter || matchesDocument(document, letter);
}

/** Whether the claimed origin of a document is not known, and its other metadata allow the claim. */
function isUndecided(document: Document, { from, date, letter, scope }: Claim): boolean {
  const { date: ownDate } = document;
  const hasAuthor = document.from.length > 0 || document.authors.length > 0;
  return meetsClaim(document, {
    from: hasAuthor ? from : undefined,
    date: ownDate === undefined ? undefined : date,
    letter: ownDate === undefined && letter?.kind === "dated" ? undefined : letter,
    scope,
  });
}

/** Whether the date of a document is certain and lies in the claimed period as a whole, not only perhaps. */
function isSurelyDated({ date }: Document, claimed: Period): boolean {
  if (date === undefined || /[~?%]/.test(date.edtf)) return false;
  return claimed.first <= date.first && date.last <= claimed.last;
}

/** Compares a claim with the stretches on which a verdict is based. */
export function compareWithClaim(
  claim: Claim,
  verdict: Verdict,
  stretches: readonly Stretch[],
): ReportedClaim {
  const claimed = claimedOriginOf(claim);
  if (Object.keys(claimed).length === 0) return { status: "none" };
  if (verdict.kind === "none" || verdict.kind === "unjudged") {
    return { status: "unknown", claimed, meeting: 0, places: 0 };
  }
  const documents =
    verdict.kind === "common"
      ? [...verdict.documents].flatMap(([document, count]) =>
          Array.from({ length: count }, () => document),
        )
      : stretches.map(([{ document }]) => document);
  const meeting = documents.filter((one) => meetsClaim(one, claim));
  const comparison = { claimed, meeting: meeting.length, places: documents.length };
  const [first] = meeting;
  if (first !== undefined) {
    const { date } = claim;
    const sure = date === undefined || meeting.some((one) => isSurelyDated(one, date));
    if (sure || first.date === undefined) return { status: "met", ...comparison };
    const { label, edtf } = first.date;
    return { status: "possible", ...comparison, date: label, unknown: unknownPartOf(edtf) };
  }
  const isUnknown = documents.some((one) => isUndecided(one, claim));
  return { status: isUnknown ? "unknown" : "elsewhere", ...comparison };
}

/** Returns the part of a date in EDTF that it leaves open. */
function unknownPartOf(edtf: string): "day" | "month" | "exact-date" {
  // Of an interval of days too, but not of a season.
  if (/^\d{4}-(?:0\d|1[0-2])$|^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(edtf)) return "day";
  return /^\d{4}$/.test(edtf) ? "month" : "exact-date";
}

function claimedOriginOf({ from, date, letter, scope }: Claim): ClaimedOrigin {
  return {
    ...(from && { from: from.name }),
    ...(date && { date: date.label }),
    ...(letter && { letter: soughtDocument(letter) }),
    ...(scope && { in: scope.label }),
  };
}
