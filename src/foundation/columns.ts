/** Letters that take two columns of a terminal, and as much room in a picture. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uff01-\uff60]/u;
const NONE = /^[\p{M}\p{Default_Ignorable_Code_Point}]/u;

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How many columns a text takes. */
export function columnWidth(text: string): number {
  return [...characters.segment(text)].reduce((sum, { segment }) => sum + columnsOf(segment), 0);
}

/** A label in at most `most` columns. */
export function truncateToColumns(most: number, label: string): string {
  if (columnWidth(label) <= most) return label;
  let kept = "";
  let width = 0;
  for (const { segment } of characters.segment(label)) {
    width += columnsOf(segment);
    if (width > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function columnsOf(character: string): number {
  if (NONE.test(character)) return 0;
  return WIDE.test(character) || /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
}
