import type { Heading } from "mdast";

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

/** Returns the depth of a heading in Markdown, which has six: every lower level becomes the sixth. */
export function headingDepth(level: number): Heading["depth"] {
  return DEPTHS.find((depth) => depth >= level) ?? 6;
}
