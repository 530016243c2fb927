import { append, largest, smallest } from "../../../foundation/long-arrays.ts";
import { createLineJoiner, DIVIDED } from "../../shared/hyphenation.ts";
import { findFootNotes } from "../pages/foot-notes.ts";
import { goesOn } from "../pages/interruptions.ts";
import { FORM_FEED } from "../pages/printed-lines.ts";
import { findGapHyphens, type GapHyphens } from "./gap-hyphens.ts";
import { countPairs, MIN_GAP, type SplitLine, splitLine, widthOf } from "./split-lines.ts";

/** A text whose columns are below each other. */
export interface ColumnText {
  readonly lines: readonly string[];
  /** How many lines had two columns. */
  readonly divided: number;
}

/** How many columns further right a paragraph can begin. */
const MAX_INDENTATION = 4;

/** The minimum and the maximum number of lines with both columns, and the minimum share of them in a page. */
const MIN_ROWS = 5;
const MAX_ROWS = 100;
const MIN_ROW_SHARE = 0.6;

/** The minimum width of a column, and the minimum ratio of the widths of two. */
const MIN_WIDTH = 20;
const MIN_RATIO = 0.6;

/** The minimum shares of full lines and of sentences that go on, in each of two columns of prose. Half-lines of verse are not full. */
const MIN_FULL = 0.85;
const MIN_RUNNING = 0.4;

/** How full a line is at least in a font whose letters have different widths, and how many words verse divides at most. */
const MIN_FULLNESS = 0.85;
const MIN_DIVISIONS = 2;

/** The minimum share of full lines in columns that are neither verse nor certain to be prose. */
const MIN_FULL_IN_DOUBT = 0.6;

/**
 * Reads two columns of prose one after the other, if it is certain that there are two: over a page, both have lines that are
 * full and sentences that go on in the next line. Lines across both columns, empty lines in both and form feeds end a page.
 * The notes at the feet of both columns are below them.
 */
export function readTextColumns(lines: readonly string[]): ColumnText {
  const read: string[] = [];
  let [divided, end] = [0, 0];
  for (const page of findPages(lines)) {
    const columns = divide(page);
    if (columns === undefined) continue;
    const above = (lines[page.start] ?? "").includes(FORM_FEED) ? FORM_FEED : "";
    append(read, lines.slice(end, page.start));
    append(read, [above, ...columns, ""]);
    end = page.start + page.lines.length;
    divided += countRows(page);
  }
  if (divided === 0) return { lines, divided };
  append(read, lines.slice(end));
  return { lines: read, divided };
}

/** Lines whose gaps end in one column, and that have words on both sides of them. */
export interface AlignedLines {
  /** The lines of columns whose order is not certain. Read across their gap, they have words that were never together. */
  readonly columns: ReadonlySet<string>;
  /** The number of these lines; some can be the same. */
  readonly inColumns: number;
  /** How many others there are. They may be a table, or columns, or notes in a margin, which nothing shows for certain. */
  readonly uncertain: number;
  /** Those of them between which and the next line, or the one above, no word is divided. */
  readonly hyphens: GapHyphens;
}

export function findAlignedLines(lines: readonly string[]): AlignedLines {
  const columns = new Set<string>();
  const hyphens = findGapHyphens(lines);
  const uncertain = new Set(hyphens.places);
  let inColumns = 0;
  for (const page of findPages(lines).filter(isAligned)) {
    if (!mayBeColumns(page)) {
      for (const row of page.rows) if (row) uncertain.add(row.index);
      continue;
    }
    inColumns += countRows(page);
    for (const [at, row] of page.rows.entries()) {
      if (row === undefined) continue;
      columns.add(page.lines[at] ?? "");
      uncertain.delete(row.index);
    }
  }
  return { columns, inColumns, uncertain: uncertain.size, hyphens };
}

/** Whether a word is divided at the end of a line of a column, or most lines of both are as full as those of prose. */
function mayBeColumns(page: Page): boolean {
  const columns = splitAtGap(page);
  if (columns.some((column) => countDivisions(column) > 0)) return true;
  const areWide = columns.every((column) => widthOf(column) >= MIN_WIDTH);
  return areWide && columns.every((column) => isFullProse(column, 1, MIN_FULL_IN_DOUBT));
}

function countDivisions(column: readonly string[]): number {
  return column.filter((line, at) => DIVIDED.test(line) && /^\s*\p{Ll}/u.test(column[at + 1] ?? ""))
    .length;
}

/** Returns the pages that begin with a line of two texts. */
function findPages(lines: readonly string[]): readonly Page[] {
  const splits = lines.map((line, index) => splitLine(line.replaceAll(FORM_FEED, ""), index));
  const pages: Page[] = [];
  for (let at = 0; at < lines.length; ) {
    const split = splits[at];
    const page = split === undefined ? undefined : findPage(lines, splits, split.column, at);
    if (page !== undefined) pages.push(page);
    at += page?.lines.length ?? 1;
  }
  return pages;
}

/** Lines that can be those of two columns. */
interface Page {
  /** The place of the first line. */
  readonly start: number;
  readonly lines: readonly string[];
  readonly rows: readonly (SplitLine | undefined)[];
  readonly column: number;
}

/** Returns the lines from a place on in which nothing crosses the gap before a column. */
function findPage(
  lines: readonly string[],
  splits: readonly (SplitLine | undefined)[],
  first: number,
  start: number,
): Page {
  // The first line of a paragraph is indented.
  const next = splits[start + 1]?.column ?? first;
  const column = next < first && next >= first - MAX_INDENTATION ? next : first;
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    const isPageEnd = end > start && (line.includes("\f") || isBlank(lines, end, end + 2));
    if (isPageEnd || !fits(line, splits[end], column)) break;
  }
  while (end > start + 1 && isBlank(lines, end - 1, end)) end--;
  return {
    start,
    lines: lines.slice(start, end).map((line) => line.replaceAll(FORM_FEED, "").trimEnd()),
    rows: splits
      .slice(start, end)
      .map((split) => (split !== undefined && isRow(split, column) ? split : undefined)),
    column,
  };
}

function isBlank(lines: readonly string[], start: number, end: number): boolean {
  return lines.slice(start, end).every((line) => line.trim() === "");
}

function isRow(split: SplitLine, column: number): boolean {
  return split.column >= column && split.column <= column + MAX_INDENTATION;
}

function fits(line: string, split: SplitLine | undefined, column: number): boolean {
  if (split !== undefined) return isRow(split, column) || split.column < column - MIN_GAP;
  return line.trimEnd().length <= column - MIN_GAP || line.search(/\S/) >= column;
}

function countRows({ rows }: Page): number {
  return rows.filter((row) => row !== undefined).length;
}

/** Returns the lines of two columns one after the other; undefined if they are no two columns of prose for certain. */
function divide(page: Page): readonly string[] | undefined {
  const { lines } = page;
  const count = countRows(page);
  const written = lines.filter((line) => line.trim() !== "").length;
  if (count < MIN_ROWS || written > MAX_ROWS || count < MIN_ROW_SHARE * written) return undefined;
  const columns = splitAtGap(page).map(splitFootNotes);
  const widths = columns.map(({ text }) => widthOf(text));
  const [narrow, wide] = [smallest(widths), largest(widths)];
  const isWide = narrow >= MIN_WIDTH && narrow >= MIN_RATIO * wide;
  const divisions = columns.reduce((total, { text }) => total + countDivisions(text), 0);
  const fullness = divisions >= MIN_DIVISIONS ? MIN_FULLNESS : 1;
  if (!isWide || !columns.every(({ text }) => isFullProse(text, fullness))) return undefined;
  return joinParagraphs([
    ...columns.map(({ text }) => splitIntoParagraphs(text)),
    ...columns.map(({ notes }) => notes.flatMap(splitIntoParagraphs)),
  ]);
}

/** Returns the lines of both columns. */
function splitAtGap({ lines, rows, column }: Page): readonly (readonly string[])[] {
  return [
    lines.map((line, at) => rows[at]?.left ?? line.slice(0, column).trimEnd()),
    lines.map((line) => line.slice(column)),
  ];
}

/** Returns the lines of the text of a column, and those of each note at its foot. */
function splitFootNotes(column: readonly string[]): {
  readonly text: readonly string[];
  readonly notes: readonly (readonly string[])[];
} {
  const starts = findFootNotes(column);
  return {
    text: column.slice(0, starts[0]),
    notes: starts.map((start, at) => column.slice(start, starts[at + 1])),
  };
}

/**
 * Returns the lines of each paragraph of a column. The first line of one is indented, or below an empty line, unless a word goes on
 * there: raised signs have a line of their own.
 */
function splitIntoParagraphs(column: readonly string[]): readonly string[][] {
  const margin = smallest(column.filter((line) => line !== "").map(indentationOf));
  const paragraphs: string[][] = [];
  for (const [at, line] of column.entries()) {
    if (line === "") continue;
    const last = paragraphs.at(-1);
    const isDivided = DIVIDED.test(last?.at(-1) ?? "") && /^\s*\p{Ll}/u.test(line);
    const begins = (column[at - 1] ?? "") === "" || indentationOf(line) > margin;
    if (last === undefined || (begins && !isDivided)) paragraphs.push([line.trim()]);
    else last.push(line.trim());
  }
  return paragraphs;
}

function indentationOf(line: string): number {
  return line.search(/\S/);
}

/** Returns each paragraph as a line, with empty lines between them. One can go on in the next column. */
function joinParagraphs(columns: readonly (readonly string[][])[]): readonly string[] {
  const joiner = createLineJoiner(columns.flat());
  const joined: string[] = [];
  for (const [paragraph, ...others] of columns) {
    if (paragraph === undefined) continue;
    const goesOnAbove = goesOn(joined.at(-1), paragraph[0]);
    const first = goesOnAbove ? [joined.pop() ?? "", ...paragraph] : paragraph;
    for (const lines of [first, ...others]) {
      if (joined.length > 0) joined.push("");
      joined.push(lines.reduce(joiner.join));
    }
  }
  return joined;
}

function isFullProse(lines: readonly string[], fullness: number, minFull = MIN_FULL): boolean {
  const { count, full, running } = countPairs(lines, fullness * widthOf(lines));
  return count > 0 && full >= minFull * count && running >= MIN_RUNNING * count;
}

/** How many lines with gaps below each other's are more than chance. */
const MIN_ALIGNED = 3;

/** Whether lines next to each other have words on both sides of gaps that end in one column. */
function isAligned({ rows, column }: Page): boolean {
  let run = 0;
  return rows.some((row) => {
    const hasWords =
      row?.column === column &&
      [row.left, row.right].every((text) => /\p{L}\P{L}+\p{L}/u.test(text));
    run = hasWords ? run + 1 : 0;
    return run >= MIN_ALIGNED;
  });
}
