import type { Verdict } from "../../src/verify/verdict.ts";
import type { Verifier } from "../../src/verify/verifier.ts";
import { measureTime, type TimeMeasurement } from "../measure.ts";
import type { Baseline } from "./baseline.ts";
import type { Place } from "./place.ts";
import type { MeasuredClaim } from "./quotations.ts";

/** The baseline takes longer for one claim, and a larger sample would add little. */
const BASELINE_CLAIMS = 200;

export interface MeasuredAnswer {
  readonly claim: MeasuredClaim;
  readonly own: TimeMeasurement<Verdict>;
  /** The baseline gets only every n-th claim. */
  readonly baseline?: TimeMeasurement<readonly Place[]>;
}

/** Verifies the claims with both engines, alternating, so that other load on the machine affects both alike. */
export function measureAnswers(
  claims: readonly MeasuredClaim[],
  verifier: Verifier,
  baseline: Baseline | undefined,
): readonly MeasuredAnswer[] {
  const step = Math.ceil(claims.length / BASELINE_CLAIMS);
  return claims.map((claim, nth) => {
    const own = () => measureTime(() => verifier.verify(claim.text));
    const theirs = () => measureTime(() => baseline?.find(claim.text) ?? []);
    if (baseline === undefined || nth % step !== 0) return { claim, own: own() };
    if (nth % (2 * step) === 0) return { claim, own: own(), baseline: theirs() };
    return { claim, baseline: theirs(), own: own() };
  });
}
