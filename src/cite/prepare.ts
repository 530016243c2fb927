import { setTimeout } from "node:timers/promises";
import { cited, PACKAGES, PROBE } from "./processor.ts";
import type { Style } from "./style.ts";

/**
 * Loads what writes citations and builds the processor of a style, piece by piece, while other things
 * go on; a citation that is asked for meanwhile does what is left at once. Keeps no process running.
 */
export async function prepareCitations(style: Style): Promise<void> {
  for (const load of PACKAGES) {
    await setTimeout(1, undefined, { ref: false });
    load();
  }
  await setTimeout(1, undefined, { ref: false });
  if (style.kind === "csl") cited(style.csl, PROBE, {});
}
