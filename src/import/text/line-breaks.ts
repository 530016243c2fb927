import type { LineBlock } from "./line-blocks.ts";

/** What the ends of a block's lines mean: nothing, the end of a verse, or that of a paragraph. */
export type LineArrangement = "wrapped" | "verse" | "paragraphs";

/** Editors wrap at up to this many characters. What is longer was never wrapped. */
const LONGEST_WRAPPED = 120;

/** Where all lines are shorter, the file’s longest do not tell how wide the paper was. */
const USUAL_WIDTH = 72;

/** How full a line is, at most, that was broken on purpose: wrapped ones are ragged, too. */
const FULL = 0.85;

/** To how many characters most lines of these blocks were filled. */
export function estimateWrapWidth(blocks: readonly LineBlock[]): number {
  const lengths = blocks
    .flatMap(({ lines }) => lines.slice(0, -1))
    .map(({ length }) => length)
    .filter((length) => length <= LONGEST_WRAPPED)
    .sort((a, b) => a - b);
  return Math.max(USUAL_WIDTH, lengths[Math.floor(lengths.length * 0.95)] ?? 0);
}

/**
 * What the ends of a block's lines mean in a text that was wrapped to `width` characters.
 *
 * They end paragraphs where most of the block stands on lines longer than any editor's. A line was
 * broken on purpose if it is far from full even with the next one's first word. Lines are verse if at
 * least half of the breaks are on purpose, and the block does not look like prose in a narrow column:
 * more than a third of its breaks are on purpose even within its own width, or its lines begin with
 * capitals, or are indented differently.
 */
export function detectArrangement({ lines }: LineBlock, width: number): LineArrangement {
  if (lines.length === 1) return "wrapped";
  const long = lines.filter(({ length }) => length > LONGEST_WRAPPED);
  if (sum(long) > sum(lines) / 2) return "paragraphs";
  if (shareOnPurpose(lines, width) < 1 / 2) return "wrapped";
  const own = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const isVerse =
    shareOnPurpose(lines, own) > 1 / 3 || beginWithCapitals(lines) || isStaggered(lines);
  return isVerse ? "verse" : "wrapped";
}

function sum(lines: readonly string[]): number {
  return lines.reduce((total, { length }) => total + length, 0);
}

/** Which share of the lines, the last one apart, had room for the next word. */
function shareOnPurpose(lines: readonly string[], width: number): number {
  const breaks = lines.slice(1).filter((line, index) => {
    const [word = ""] = /\S+/.exec(line) ?? [];
    return (lines[index]?.length ?? 0) + 1 + word.length <= width * FULL;
  });
  return breaks.length / (lines.length - 1);
}

function beginWithCapitals([, ...lines]: readonly string[]): boolean {
  // Where all letters are capitals, they tell nothing.
  if (!lines.some((line) => /\p{Ll}/u.test(line))) return false;
  const capitals = lines.filter((line) => /^\P{L}*\p{Lu}/u.test(line));
  return capitals.length >= lines.length * 0.8;
}

/** The first line of a paragraph may be indented, too. */
function isStaggered([, ...lines]: readonly string[]): boolean {
  return new Set(lines.map((line) => line.search(/\S/))).size > 1;
}
