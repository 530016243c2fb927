import type { Verdict } from "../src/verify/verdict.ts";
import type { Verifier } from "../src/verify/verifier.ts";
import type { Baseline } from "./baseline.ts";
import { type Timed, timed } from "./measure.ts";
import type { Place } from "./place.ts";
import type { Claim } from "./quotations.ts";

/** It takes seconds for one, and more would tell little. */
const ASKED_OF_BASELINE = 40;

export interface Answer {
  readonly claim: Claim;
  readonly own: Timed<Verdict>;
  /** Only every n-th claim is put to it. */
  readonly baseline?: Timed<readonly Place[]>;
}

/** Puts the claims to both, turn by turn, so that whatever else the machine does falls on both alike. */
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
