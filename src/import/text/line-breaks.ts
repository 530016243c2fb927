import { elementAt } from "../../foundation/checked-access.ts";
import { append } from "../../foundation/long-arrays.ts";
import { PAGE_NUMBER } from "../../language/numerals.ts";
import { DIVIDED, HYPHENATED } from "../shared/hyphenation.ts";
import { quantile } from "../shared/quantile.ts";
import type { LineBlock } from "./line-blocks.ts";
import { withoutLineMark } from "./line-numbers.ts";

/** The meaning of the line breaks in a block: none, the end of a verse, or the end of a paragraph. */
export type LineArrangement = "wrapped" | "verse" | "paragraphs";

/** No editor wraps lines at more than this many characters. A longer line was not wrapped. */
const MAX_WRAP_WIDTH = 120;

/** The minimum wrap width. Short lines alone do not show to which width a file was wrapped. */
const MIN_WRAP_WIDTH = 72;

/** The minimum share of lines that end within a word in a file that was wrapped to its longest lines, however short. */
const MIN_DIVIDED_SHARE = 0.04;

/** Which part of the lines is at most as long as the wrap width. The others stick out. */
const WRAPPED_SHARE = 0.95;

/** How full a line can be that was broken on purpose. Wrapped lines are ragged too. */
const MAX_FULLNESS = 0.85;

/** Estimates to how many characters the lines of a file were wrapped. */
export function estimateWrapWidth(blocks: readonly LineBlock[]): number {
  const lines = blocks
    // The last line of a block shows nothing, since its length is that of the rest.
    .flatMap(({ lines }) => lines.slice(0, -1))
    .map(withoutLineMark)
    .filter(({ length }) => length <= MAX_WRAP_WIDTH);
  if (lines.length === 0) return MIN_WRAP_WIDTH;
  const width = quantile(
    lines.map(({ length }) => length),
    WRAPPED_SHARE,
  );
  const divided = lines.filter((line) => DIVIDED.test(line)).length;
  return divided >= MIN_DIVIDED_SHARE * lines.length ? width : Math.max(MIN_WRAP_WIDTH, width);
}

/**
 * Determines what the line breaks of a block mean, in a text that was wrapped to `width` characters:
 *
 * * They end paragraphs if most of the block is on lines longer than any editor wraps.
 * * A break is on purpose if its line would be far from full even with the first word of the next.
 * * The lines are kept if at least half of them, and three, have a wide gap in one column, as the rows of a table have and
 *   the entries of a list, and none ends within a word.
 * * Two lines that end within words are those of prose.
 * * The lines are verse if at least half of the breaks are on purpose, and the block does not look like
 *   prose in a narrow column: more than a third of the breaks are on purpose even for the block's own
 *   width, or the lines begin with capitals, or are indented differently.
 */
export function detectArrangement(block: LineBlock, width: number): LineArrangement {
  const lines = block.lines.map(withoutLineMark);
  if (lines.length === 1 || block.isProse === true) return "wrapped";
  const long = lines.filter(({ length }) => length > MAX_WRAP_WIDTH);
  if (totalLength(long) > totalLength(lines) / 2) return "paragraphs";
  if (areRows(lines)) return "verse";
  if (countDivisions(lines) >= MIN_DIVISIONS) return "wrapped";
  if (shareOnPurpose(lines, width) < 1 / 2) return "wrapped";
  const ownWidth = lines.reduce((max, { length }) => Math.max(max, length), 0);
  const isVerse =
    shareOnPurpose(lines, ownWidth) > 1 / 3 || beginWithCapitals(lines) || isStaggered(lines);
  return isVerse ? "verse" : "wrapped";
}

/** The number and the title of a section, on a line without the end of a sentence: “1.1 Of Wind”. */
const NUMBERED_TITLE = /^\s*\d{1,3}(?:\.\d{1,3}){0,3}\.?\s+\p{Lu}.{0,70}[\p{L}\p{N})?!]$/u;

/** The minimum length of the line below a title, as a share of the wrap width. */
const MIN_FULL_LINE = 0.7;

/** Sets the titles of sections apart from the prose directly below them, in a text that was wrapped to `width` characters. */
export function separateTitles(blocks: readonly LineBlock[], width: number): readonly LineBlock[] {
  return blocks.flatMap((block): readonly LineBlock[] => {
    const [title, next, ...rest] = block.lines;
    const isTitled =
      next !== undefined &&
      NUMBERED_TITLE.test(title) &&
      /^\s*["“‘«„(]?\p{Lu}.*\p{Ll}/u.test(next) &&
      next.length >= MIN_FULL_LINE * width &&
      shareOnPurpose([title, next], width) === 1;
    if (!isTitled) return [block];
    return [
      { ...block, lines: [title], below: 1 },
      { ...block, lines: [next, ...rest], above: 1 },
    ];
  });
}

/** How many lines end within a word in prose. A poet may divide one. */
const MIN_DIVISIONS = 2;

function countDivisions(lines: readonly string[]): number {
  return lines.filter((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && HYPHENATED.test(line) && /^\s*\p{Ll}/u.test(next);
  }).length;
}

/** A gap between two columns. Prose has one where its lines were justified, or where a sentence breaks off. */
const GAP = /(?<=\S)(?: {4,}|\t)(?=\S)|(?<=[^\s.]) ?\.(?: ?\.){3,} *(?=[^\s.])/g;

/** The number of a page after leaders. */
const LEADERS_AND_PAGE = new RegExp(
  String.raw`(?<=[^\s.]) ?\.(?: ?\.){3,} *(?:${PAGE_NUMBER})$`,
  "i",
);

/** The minimum number of rows. Gaps of two lines can be in one column by chance. */
const MIN_ROWS = 3;

/** How many characters apart the gaps of a column end. The numbers after them can be of different lengths. */
const MAX_SHIFT = 2;

/** Whether lines are the rows of a table, or the entries of a list. */
export function areRows(lines: readonly string[]): boolean {
  if (lines.some((line) => HYPHENATED.test(line))) return false;
  if (areEntries(lines)) return true;
  const rows = new Map<number | "tab" | "page", number>();
  for (const line of lines) {
    for (const column of columnsIn(line)) rows.set(column, (rows.get(column) ?? 0) + 1);
  }
  return [...rows.values()].some((count) => count >= Math.max(MIN_ROWS, lines.length / 2));
}

/** The number of a page after leaders or a wide gap. */
const PAGE_AT_RIGHT = new RegExp(`(?:${GAP.source})(?<page>${PAGE_NUMBER})$`, "i");

/** Whether lines are the entries of a table of contents, whose pages are in order. Front matter has Roman numerals. */
function areEntries(lines: readonly string[]): boolean {
  const pages = lines.map((line) => PAGE_AT_RIGHT.exec(line)?.groups?.["page"] ?? "");
  const numbers = pages.filter((page) => /^\d/.test(page)).map(Number);
  return (
    pages.every((page) => page !== "") &&
    numbers.every((number, index) => number >= (numbers[index - 1] ?? 0))
  );
}

/** Returns the columns to which the last gap of a line can belong. A tab ends where an editor sets it. */
function columnsIn(line: string): readonly (number | "tab" | "page")[] {
  if (LEADERS_AND_PAGE.test(line)) return ["page"];
  // Justified prose has gaps anywhere, so one of several would often be below another.
  const { 0: gap, index } = [...line.matchAll(GAP)].at(-1) ?? {};
  if (gap === undefined || index === undefined) return [];
  if (gap === "\t") return ["tab"];
  return Array.from({ length: MAX_SHIFT + 1 }, (_, shift) => index + gap.length - shift);
}

function totalLength(lines: readonly string[]): number {
  return lines.reduce((total, { length }) => total + length, 0);
}

/** Returns which share of the line breaks is on purpose. There are at least two lines. */
function shareOnPurpose(lines: readonly string[], width: number): number {
  const onPurpose = lines.slice(1).filter((line, index) => {
    const firstWordLength = line.trimStart().search(/\s|$/);
    return elementAt(lines, index).length + 1 + firstWordLength <= width * MAX_FULLNESS;
  });
  return onPurpose.length / (lines.length - 1);
}

/** Whether most lines but the first begin with a capital letter. */
function beginWithCapitals([, ...lines]: readonly string[]): boolean {
  // In a text without small letters, capitals mean nothing.
  if (!lines.some((line) => /\p{Ll}/u.test(line))) return false;
  const capitalized = lines.filter((line) => /^\P{L}*\p{Lu}/u.test(line));
  return capitalized.length >= lines.length * 0.8;
}

/** Whether the indentation differs. The first line of a paragraph can be indented in prose too. */
function isStaggered([, ...lines]: readonly string[]): boolean {
  return new Set(lines.map((line) => line.search(/\S/))).size > 1;
}

/** The minimum share of lines with an empty one below in a text with an empty line after each. */
const MIN_DOUBLE_SPACED = 0.8;

/** The minimum share of sentences that go on below an empty line in such a text. */
const MIN_CONTINUED = 0.3;

/** A salutation: a few words and a comma. A letter can go on in small letters below it. */
const SALUTATION = /^\s*\p{L}\S*(?: \S+){0,4},\s*$/u;

/** The minimum number of sentences that go on below empty lines if a salutation is before them. */
const MIN_CONTINUED_BELOW_SALUTATION = 3;

/** Removes an empty line after each line if most lines have one, as some programs write that recognise text. */
export function withSingleSpacing(lines: readonly string[]): readonly string[] {
  let [pairs, spaced, continued] = [0, 0, 0];
  let minContinued = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || index + 2 >= lines.length) continue;
    pairs += 1;
    if (continued === 0 && SALUTATION.test(line)) minContinued = MIN_CONTINUED_BELOW_SALUTATION;
    if ((lines[index + 1] ?? "").trim() !== "") continue;
    spaced += 1;
    if (/[\p{Ll},;-]$/u.test(line.trimEnd()) && /^\s*\p{Ll}/u.test(lines[index + 2] ?? "")) {
      continued += 1;
    }
  }
  minContinued = Math.max(minContinued, MIN_CONTINUED * pairs);
  if (spaced < MIN_DOUBLE_SPACED * pairs || continued < minContinued) return lines;
  return lines.filter(
    (line, index) =>
      line.trim() !== "" || line.includes("\f") || (lines[index - 1] ?? "").trim() === "",
  );
}

/** The minimum length of a line of prose that goes on below an empty line. */
const MIN_DIVIDED_LINE = 40;

/** Removes the empty lines within words, as between the pages of a text without heads or numbers. */
export function joinDividedParagraphs(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let last = "";
  let emptyLines: string[] = [];
  for (const line of lines) {
    if (line.trim() === "") {
      emptyLines.push(line);
      continue;
    }
    const isDivided =
      DIVIDED.test(last) && last.length >= MIN_DIVIDED_LINE && /^\s*\p{Ll}/u.test(line);
    if (!isDivided) append(joined, emptyLines);
    emptyLines = [];
    last = line.trimEnd();
    joined.push(line);
  }
  return joined;
}
