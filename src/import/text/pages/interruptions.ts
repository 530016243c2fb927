import { LINE_MARK } from "../../shared/marks/mark.ts";
import { isInCapitals } from "./numbered-lines.ts";
import { type Furniture, type PrintedLine, textAt } from "./printed-lines.ts";

/** Lines next to each other: `start` is the place of the first, `end` that after the last. */
export interface Break {
  readonly start: number;
  readonly end: number;
}

export function breaksAt(places: Iterable<number>): readonly Break[] {
  const breaks: { start: number; end: number }[] = [];
  for (const at of [...places].toSorted((a, b) => a - b)) {
    const last = breaks.at(-1);
    if (last?.end === at) last.end = at + 1;
    else breaks.push({ start: at, end: at + 1 });
  }
  return breaks;
}

/** Whether a sentence goes on over lines, or a page begins there. */
export function isInterrupted(printed: readonly PrintedLine[], lines: Break): boolean {
  return hasPageBreak(printed, lines)
    ? linesAround(printed, lines).every((line) => line !== "")
    : isInSentence(printed, lines);
}

export function isInSentence(printed: readonly PrintedLine[], lines: Break): boolean {
  return interruptedLine(printed, lines) !== undefined;
}

/** Returns the line whose sentence goes on after `lines`, and after the notes above them at the foot of a page. */
function interruptedLine(printed: readonly PrintedLine[], lines: Break): string | undefined {
  const [above, below] = placesAround(printed, lines);
  const [before, after] = [textAt(printed, above), textAt(printed, below)];
  if (before === "" || after === "") return undefined;
  if (goesOn(before, after) || FIRST_LINE.test(after)) return before;
  for (let first = above; first > Math.max(0, above - MAX_NOTE_LINES); first--) {
    const beforeNote = textAt(printed, first - 1);
    if (NOTE_BEGINNING.test(textAt(printed, first)) && goesOn(beforeNote, after)) return beforeNote;
  }
  return undefined;
}

function linesAround(
  printed: readonly PrintedLine[],
  lines: Break,
): readonly [above: string, below: string] {
  const [above, below] = placesAround(printed, lines);
  return [textAt(printed, above), textAt(printed, below)];
}

/** How many lines at the edge of a page are not of the text at most. */
export const MAX_NEIGHBOURS = 3;

/** Returns the places of the lines of the text above and below. A head may have its number in another line. */
function placesAround(
  printed: readonly PrintedLine[],
  { start, end }: Break,
): readonly [above: number, below: number] {
  const isBeside = (at: number) => printed[at]?.mayBeFurniture === true;
  let [above, below] = [start - 1, end];
  while (start - above <= MAX_NEIGHBOURS && isBeside(above)) above--;
  while (below - end < MAX_NEIGHBOURS && isBeside(below)) below++;
  return [above, below];
}

/** Whether lines interrupt a sentence of prose, whose lines are longer than those of most verse. */
export function isInProse(printed: readonly PrintedLine[], lines: Break): boolean {
  const line = interruptedLine(printed, lines) ?? "";
  return line.length >= (/\p{Lo}$/u.test(line) ? MIN_UNFINISHED : MIN_PROSE_LINE);
}

/** Whether a page begins with lines. The last line of a page can be the name below a letter. */
export function isAtTop(printed: readonly PrintedLine[], { start, end }: Break): boolean {
  return printed.slice(start, end).some(({ beginsPage }) => beginsPage);
}

/** The minimum length of a line of prose that does not end a paragraph. */
const MIN_PROSE_LINE = 40;

/** Whether a page begins with one of the lines, or with the line after them. */
function hasPageBreak(printed: readonly PrintedLine[], { start, end }: Break): boolean {
  return printed.slice(start, end + 1).some(({ beginsPage }) => beginsPage);
}

/** The number of the first line of a page. */
const FIRST_LINE = /^\s*1\s{2,}(?=\S)/;

/** The sign of a note after a word, and not after the end of a sentence. */
const AFTER_WORD_MARK = /(?<=[\p{L},;])(?:[*†‡§]{1,3}|[¹²³⁰⁴-⁹]{1,3})$/u;

/** The minimum length of a line without its end in a script without small letters. A shorter one can be a title. */
const MIN_UNFINISHED = 15;

/** Whether a sentence goes on between lines in a script without small letters. */
function goesOnWithoutCase(line: string, next: string): boolean {
  return (
    line.trim().length >= MIN_UNFINISHED &&
    /[\p{Lo}\p{M}ー、，،]$/u.test(line.trimEnd()) &&
    /^[「『“"（(]?\p{Lo}/u.test(next.replace(LINE_MARK, "").trimStart())
  );
}

/** Whether a sentence goes on from a line to another. */
export function goesOn(line = "", next = ""): boolean {
  if (goesOnWithoutCase(line, next)) return true;
  return (
    /[^.!?:"”’')\]*†‡§¹²³⁰⁴-⁹]$/.test(line.trimEnd().replace(AFTER_WORD_MARK, "")) &&
    /^\s*["“‘]?\p{Ll}/u.test(next.replace(LINE_MARK, "").replace(FIRST_LINE, "")) &&
    !isInCapitals(line)
  );
}

/** Whether a line ends within a sentence, so that a capital after it is that of a name. */
export function isUnfinished(line = "", next = ""): boolean {
  return (
    line.length >= MIN_PROSE_LINE &&
    /\p{Ll}-?$/u.test(line.trimEnd()) &&
    /^["“‘]?\p{Lu}\p{Ll}/u.test(next.replace(LINE_MARK, "").trimStart())
  );
}

export const SENTENCE_END = /[.!?]["”’')\]]*$/;

/** Whether a line can end the sentence of the line above it: neither an empty line nor an end is between them. */
export function canEndSentence(
  printed: readonly PrintedLine[],
  found: ReadonlyMap<number, Furniture>,
  at: number,
): boolean {
  return (
    at > 0 &&
    printed[at]?.isSetOffAbove === false &&
    !found.has(at - 1) &&
    !SENTENCE_END.test(textAt(printed, at - 1))
  );
}

/** The beginning of a note at the foot of a page. */
export const NOTE_BEGINNING =
  /^\s*(?:[*†‡§¶‖]{1,3}|\(?[\da-z]\)|[¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,3}\])\s*(?=["“‘(]?\p{L})|^\s*\d{1,2}[.)]?\s+(?=["“‘(]?\p{Lu})/u;

/** How many lines the notes at the foot of a page have at most. */
export const MAX_NOTE_LINES = 40;
