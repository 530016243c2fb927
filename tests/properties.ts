import fc from "fast-check";
import { isLong, runs } from "./thoroughness.ts";

// The same tree passes or fails each time, so that a change is not blamed for a counterexample that
// was found by chance. The long tests look for new ones: they have ten times the runs, and draw anew.
// A property has 100 runs if it does not say how many.
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...(isLong ? { numRuns: runs(100) } : { seed: 1 }),
});
