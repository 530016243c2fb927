import { WIDE } from "./scripts.ts";
import { graphemes } from "./segments.ts";

const WIDE_CHARACTER = new RegExp(String.raw`[${WIDE}]|\p{Emoji_Presentation}`, "u");
const INVISIBLE = /^[\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** Returns how many columns of a terminal a text takes. In a picture it takes about as much room. */
export function columnWidth(text: string): number {
  return [...graphemes.segment(text)].reduce((sum, { segment }) => sum + graphemeWidth(segment), 0);
}

/** Returns a text with spaces after it, up to a number of columns. */
export function padToColumns(columns: number, text: string): string {
  return text + " ".repeat(Math.max(columns - columnWidth(text), 0));
}

/** Returns a label in at most `maxColumns` columns. A shortened label ends with an ellipsis. */
export function truncateToColumns(maxColumns: number, label: string): string {
  if (columnWidth(label) <= maxColumns) return label;
  let kept = "";
  let width = 0;
  for (const { segment } of graphemes.segment(label)) {
    width += graphemeWidth(segment);
    if (width > maxColumns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function graphemeWidth(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0;
  return WIDE_CHARACTER.test(grapheme) ? 2 : 1;
}
