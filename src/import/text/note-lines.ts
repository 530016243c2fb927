import { elementAt } from "../../foundation/checked-access.ts";
import { NOTES_TITLE } from "../../language/part-headings.ts";
import { RAISED_DIGITS } from "../../language/superscripts.ts";
import { isRuleLine } from "../shared/plain-text.ts";

const SIGN = String.raw`\*{1,3}|[†‡§¶‖]{1,2}`;
const ROUND = String.raw`[(（](?:[注註주]\s?)?\p{Nd}{1,3}[)）]`;
const BRACKETED = String.raw`[[［〔](?:[注註주]?\p{Nd}{1,3}|\p{Ll}|${SIGN})[\]］〕]|${ROUND}`;

/** A line that begins with the mark of a note. */
const BEGINNING = new RegExp(
  String.raw`^\s*(${RAISED_DIGITS}|${SIGN}|${BRACKETED})\s?(?=[^\s\d])`,
  "u",
);

/** A mark after a word or its punctuation. Before a word, a number in parentheses with a space before it is that of an item. */
const WORD_END = String.raw`[\p{L}\p{M}.,;:!?”’"')。，、；：！？」』）]`;
const AFTER_WORD = new RegExp(
  [
    String.raw`(?<=${WORD_END})(?:${RAISED_DIGITS}|${SIGN}|${BRACKETED})(?=[\s\p{P}]|$)`,
    String.raw`(?<=${WORD_END}\s)${ROUND}(?=\p{P}|$)`,
  ].join("|"),
  "gu",
);

/** The minimum number of notes. One line can begin with a sign for other reasons. */
const MIN_NOTES = 2;

/**
 * Sets lines apart that begin with the marks of notes, as at the foot of a page, where no empty lines are between them. Each
 * mark is different, and after a word above; those of a list are not.
 */
export function separateNotes(lines: readonly string[]): readonly string[] {
  const above = new Set<string>();
  const separated: string[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && elementAt(lines, end).trim() !== "") end++;
    const block = lines.slice(start, end);
    for (const line of block) {
      for (const [mark] of line.matchAll(AFTER_WORD)) above.add(mark);
    }
    const marks = block.flatMap((line) => BEGINNING.exec(line)?.[1] ?? []);
    const [first = "", second = ""] = block;
    const isBelowTitle =
      BEGINNING.test(second) && (isRuleLine(first) || NOTES_TITLE.test(first.trim()));
    const areNotes =
      marks.length >= (isBelowTitle ? 1 : MIN_NOTES) &&
      new Set(marks).size === marks.length &&
      marks.every((mark) => above.has(mark));
    for (const [index, line] of block.entries()) {
      if (areNotes && index > 0 && BEGINNING.test(line)) separated.push("");
      separated.push(line);
    }
    if (areNotes) above.clear();
    if (end < lines.length) separated.push(elementAt(lines, end));
    start = end + 1;
  }
  return separated;
}
