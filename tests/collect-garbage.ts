import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/** Collects all garbage at once. Values that a promise has just held may need another turn. */
export const collectGarbage: () => void = runInNewContext("gc");
