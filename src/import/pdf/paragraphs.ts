import type { Column, PdfLine } from "./columns.ts";

/** Lines that belong together. */
export interface PdfBlock {
  /** Verse is whatever was set in lines of their own, an address too. */
  readonly kind: "heading" | "prose" | "verse";
  /** Of the font, in points. */
  readonly size: number;
  readonly lines: readonly string[];
}

export interface PdfBlocks {
  readonly body: readonly PdfBlock[];
  /** In smaller letters below a column's text. */
  readonly notes: readonly PdfBlock[];
}

/** How much larger than most letters a heading's are. */
const LARGER = 1.12;

/** How much smaller the letters of notes are. */
const SMALLER = 0.93;

/** How long a heading is at most, in characters. */
const LONGEST_HEADING = 200;

/** How much farther apart than usual lines are between paragraphs. */
const WIDER = 1.3;

/** How far a line is indented, in ems. */
const INDENTATION = 0.8;

/** A line, and what is known of it by its place. */
interface PlacedLine extends PdfLine {
  /** Where the lines of its column begin and end. */
  readonly columnLeft: number;
  readonly columnRight: number;
  /** How far it is below the one before, in points; undefined at the top of a column. */
  readonly below: number | undefined;
}

/** The paragraphs and headings that columns of lines are, over the ends of columns and pages. */
export function findParagraphs(columns: readonly Column[]): PdfBlocks {
  const size = bodySize(columns.flat());
  const split = columns.map((column) => withoutNotes(column, size));
  const leading = bodyLeading(columns, size);
  return {
    body: blocksIn(
      split.map(({ body }) => body),
      size,
      leading,
    ),
    notes: blocksIn(
      split.map(({ notes }) => notes),
      size * SMALLER,
      leading,
    ),
  };
}

function blocksIn(columns: readonly Column[], size: number, leading: number): readonly PdfBlock[] {
  const blocks: PlacedLine[][] = [];
  for (const line of columns.flatMap(placeLines)) {
    const block = blocks.at(-1);
    if (block === undefined || startsBlock(line, block, leading)) blocks.push([line]);
    else block.push(line);
  }
  return blocks.flatMap((block) => classifyBlock(block, size));
}

/** Parts the smaller lines at a column's end from what stands above them. */
function withoutNotes(column: Column, size: number): { body: Column; notes: Column } {
  const last = column.findLastIndex((line) => line.size >= size * SMALLER);
  // A column in small letters is no column of notes.
  return last === -1
    ? { body: column, notes: [] }
    : { body: column.slice(0, last + 1), notes: column.slice(last + 1) };
}

function placeLines(column: Column): readonly PlacedLine[] {
  const columnLeft = mostFrequent(column.map(({ left }) => Math.round(left)));
  const columnRight = Math.max(...column.map(({ right }) => right));
  return column.map((line, index) => ({
    ...line,
    columnLeft: columnLeft ?? line.left,
    columnRight,
    below: index === 0 ? undefined : line.baseline - (column[index - 1]?.baseline ?? 0),
  }));
}

/** Whether a line begins something new after the lines of a block. */
function startsBlock(line: PlacedLine, block: readonly PlacedLine[], leading: number): boolean {
  const before = block.at(-1);
  if (before === undefined) return true;
  if (Math.abs(line.size - before.size) > 0.08 * Math.max(line.size, before.size)) return true;
  const em = line.size;
  const isIndented = indentation(line) > INDENTATION * em;
  if (line.below === undefined) {
    // Over the end of a column a paragraph goes on if its last line was full.
    return isIndented || (isShort(before, line) && !/^\p{Ll}/u.test(line.text));
  }
  // Headings are set closer than text, in proportion.
  const usualGap = Math.max(leading, 1.15 * em);
  if (line.below > WIDER * usualGap || line.below < 0) return true;
  const shift = line.left - before.left;
  if (Math.abs(shift) <= INDENTATION * em || isCentred(line, before)) return false;
  if (shift > 0) return isIndented;
  // After one indented line, the others of a paragraph; after several that were full, new text.
  const second = block.at(-2);
  return (
    second !== undefined &&
    indentation(second) > INDENTATION * em &&
    !isShort(second, before) &&
    !endsSentence(second)
  );
}

function isCentred(line: PdfLine, other: PdfLine): boolean {
  return Math.abs(line.left + line.right - other.left - other.right) < line.size;
}

function indentation(line: PlacedLine): number {
  return line.left - line.columnLeft;
}

/** Whether the first word of the next line would have stood on this one. */
function isShort(line: PlacedLine | undefined, next: PlacedLine | undefined): boolean {
  if (line === undefined || next === undefined) return false;
  return line.columnRight - line.right > next.firstWord + 0.6 * line.size;
}

/** Says what the lines of a block are; a short line ends a paragraph, and many are verse. */
function classifyBlock(block: readonly PlacedLine[], size: number): readonly PdfBlock[] {
  const [first] = block;
  if (first === undefined) return [];
  const lines = block.map(({ text }) => text).filter((text) => text !== "");
  const length = lines.reduce((sum, text) => sum + text.length, 0);
  if (lines.length === 0) return [];
  if (first.size >= size * LARGER && length <= LONGEST_HEADING) {
    return [{ kind: "heading", size: first.size, lines }];
  }
  const short = block.filter((line, index) => isShort(line, block[index + 1])).length;
  if (short > 0 && short >= 0.6 * (block.length - 1)) {
    return [{ kind: "verse", size: first.size, lines }];
  }
  const least = Math.min(...block.map(indentation));
  const paragraphs: string[][] = [];
  block.forEach((line, index) => {
    const before = block[index - 1];
    const isBegun =
      indentation(line) > least + INDENTATION * line.size ||
      (isShort(before, line) && endsSentence(before) && !/^\p{Ll}/u.test(line.text));
    if (isBegun || paragraphs.length === 0) paragraphs.push([]);
    paragraphs.at(-1)?.push(line.text);
  });
  return paragraphs.map((texts) => ({ kind: "prose", size: first.size, lines: texts }));
}

function endsSentence(line: PdfLine | undefined): boolean {
  return /[.!?:…。！？]["'”’»)\]]*(?:\d{0,3})$/u.test(line?.text ?? "");
}

/** That of most letters. */
function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** How far apart lines of this size mostly are, in points. */
function bodyLeading(columns: readonly Column[], size: number): number {
  const gaps = columns.flatMap((column) =>
    column.flatMap((line, index) => {
      const before = column[index - 1];
      return before?.size === size && line.size === size ? [line.baseline - before.baseline] : [];
    }),
  );
  return (
    mostFrequent(gaps.filter((gap) => gap > 0).map((gap) => Math.round(gap * 2) / 2)) ?? 1.2 * size
  );
}

/** The most frequent; the smaller one of two. */
function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
