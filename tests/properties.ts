import fc from "fast-check";
import { isLong, runs } from "./thoroughness.ts";

// A property has 100 runs if it does not say how many.
if (isLong) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs(100) });
