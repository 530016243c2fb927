import type { Verdict } from "../src/verify/verdict.ts";
import type { Verifier } from "../src/verify/verifier.ts";
import type { Baseline } from "./baseline.ts";
import { type Timed, timed } from "./measure.ts";
import type { Place } from "./place.ts";
import type { Claim } from "./quotations.ts";

/** The baseline takes seconds for one claim, and a larger sample would add little. */
const ASKED_OF_BASELINE = 40;

export interface Answer {
  readonly claim: Claim;
  readonly own: Timed<Verdict>;
  /** The baseline gets only every n-th claim. */
  readonly baseline?: Timed<readonly Place[]>;
}

/** Verifies the claims with both engines, alternating, so that other load on the machine affects both alike. */
export function answersTo(
  claims: readonly Claim[],
  verifier: Verifier,
  baseline: Baseline | undefined,
): readonly Answer[] {
  const step = Math.ceil(claims.length / ASKED_OF_BASELINE);
  return claims.map((claim, nth) => {
    const own = () => timed(() => verifier.verify(claim.text));
    const theirs = () => timed(() => baseline?.find(claim.text) ?? []);
    if (baseline === undefined || nth % step !== 0) return { claim, own: own() };
    if (nth % (2 * step) === 0) return { claim, own: own(), baseline: theirs() };
    return { claim, baseline: theirs(), own: own() };
  });
}
