import { elementAt } from "../../foundation/checked-access.ts";
import { largest, smallest } from "../../foundation/long-arrays.ts";
import { DIVIDED } from "../shared/hyphenation.ts";
import type { Column, PdfLine } from "./columns.ts";

/** A heading or a paragraph. The lines of prose are to be joined; those of verse and addresses are not. */
export type PdfBlock =
  | { readonly kind: "heading"; readonly lines: readonly string[]; readonly size: number }
  | { readonly kind: "prose" | "verse"; readonly lines: readonly string[] }
  /** Lines that may not belong together as they are read, and so cannot be quoted. */
  | { readonly kind: "uncertain"; readonly lines: readonly string[] };

/** The text of a PDF. */
export interface PdfBlocks {
  readonly body: readonly PdfBlock[];
  /** Footnotes: text in smaller letters at the end of a column. */
  readonly notes: readonly PdfBlock[];
}

/** The minimum ratio of a heading's font size to that of the body. */
const MIN_HEADING_RATIO = 1.12;

/** Lines below this ratio of their font size to that of the body are notes. */
const MIN_BODY_RATIO = 0.93;

/** How much the font sizes within a block can differ, as a part of the larger one. */
const MAX_SIZE_DIFFERENCE = 0.08;

/** The maximum length of a heading, in UTF-16 code units. */
const MAX_HEADING_LENGTH = 200;

/** The minimum ratio of the distance between paragraphs to the leading. */
const MIN_GAP_RATIO = 1.3;

/** The leading without evidence, in ems: 120% of the font size is usual. */
const DEFAULT_LEADING = 1.2;

/** The minimum indentation, in ems. */
const MIN_INDENTATION = 0.8;

/** The width of a space between words, in ems: wide, so that a line is not easily called short. */
const SPACE_WIDTH = 0.6;

/** A line with its place in its column. Lengths are in points. */
interface PlacedLine extends PdfLine {
  /** Where most lines of the column begin. */
  readonly columnLeft: number;
  /** Where the longest line of the column ends. */
  readonly columnRight: number;
  /** The distance from the baseline above; undefined at the top of a column. */
  readonly below: number | undefined;
}

/** Finds paragraphs and headings. A paragraph can continue in the next column or on the next page. */
export function findParagraphs(columns: readonly Column[]): PdfBlocks {
  const size = bodySize(columns.flat());
  if (size === undefined) return { body: [], notes: [] };
  const split = columns.map((column) => splitOffNotes(column, size));
  const leading = bodyLeading(columns, size);
  return {
    body: findBlocks(
      split.map(({ body }) => body),
      size,
      leading,
    ),
    notes: findBlocks(
      split.map(({ notes }) => notes),
      size * MIN_BODY_RATIO,
      leading,
    ),
  };
}

/** Returns the font size of most letters. Undefined if there are no lines. */
function bodySize(lines: readonly PdfLine[]): number | undefined {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const [most] = [...letters].toSorted((a, b) => b[1] - a[1]);
  return most?.[0];
}

/** Returns the most frequent distance between consecutive lines of the body, in points. */
function bodyLeading(columns: readonly Column[], size: number): number {
  const distances = columns.flatMap((column) =>
    column.slice(1).flatMap((line, index) => {
      const previous = elementAt(column, index);
      return previous.size === size && line.size === size
        ? [line.baseline - previous.baseline]
        : [];
    }),
  );
  const rounded = distances
    .filter((distance) => distance > 0)
    .map((distance) => Math.round(distance * 2) / 2);
  return mostFrequent(rounded) ?? DEFAULT_LEADING * size;
}

/** Splits a column into body and notes. A column entirely in small letters is body. */
function splitOffNotes(column: Column, size: number): { body: Column; notes: Column } {
  const last = column.findLastIndex((line) => line.size >= size * MIN_BODY_RATIO);
  return last === -1
    ? { body: column, notes: [] }
    : { body: column.slice(0, last + 1), notes: column.slice(last + 1) };
}

function findBlocks(
  columns: readonly Column[],
  size: number,
  leading: number,
): readonly PdfBlock[] {
  const blocks: PlacedLine[][] = [];
  for (const line of columns.flatMap(placeLines)) {
    const block = blocks.at(-1);
    const previous = block?.at(-1);
    if (
      block === undefined ||
      previous === undefined ||
      startsBlock(line, previous, block.at(-2), leading)
    ) {
      blocks.push([line]);
    } else block.push(line);
  }
  return blocks.flatMap((block) => classifyBlock(block, size));
}

function placeLines(column: Column): readonly PlacedLine[] {
  const columnLeft = mostFrequent(column.map(({ left }) => Math.round(left)));
  if (columnLeft === undefined) return [];
  const columnRight = largest(column.map(({ right }) => right));
  return column.map((line, index) => ({
    ...line,
    columnLeft,
    columnRight,
    below: index === 0 ? undefined : line.baseline - elementAt(column, index - 1).baseline,
  }));
}

/**
 * Whether a line starts a new block. `previous` and `beforePrevious` are the last lines of the block
 * before it.
 */
function startsBlock(
  line: PlacedLine,
  previous: PlacedLine,
  beforePrevious: PlacedLine | undefined,
  leading: number,
): boolean {
  if (line.isDisconnected || line.isUncertain !== previous.isUncertain) return true;
  if (line.isUncertain) return false;
  if (line.text === "" || previous.text === "") return true;
  const em = line.size;
  const sizeDifference = Math.abs(em - previous.size);
  if (sizeDifference > MAX_SIZE_DIFFERENCE * Math.max(em, previous.size)) return true;
  const isIndented = indentation(line) > MIN_INDENTATION * em;
  if (line.below === undefined) {
    // A paragraph continues in the next column if its last line is full. The lines of a box at the foot are at neither side.
    const isInBox = [beforePrevious, previous].every(
      (one) => one === undefined || indentation(one) > MIN_INDENTATION * em,
    );
    return isIndented || (isShort(previous, line) && (isInBox || !startsLowerCase(line)));
  }
  // In proportion to their size, headings have less leading than the body.
  const usualDistance = Math.max(leading, 1.15 * em);
  if (line.below > MIN_GAP_RATIO * usualDistance || line.below < 0) return true;
  const shift = line.left - previous.left;
  if (Math.abs(shift) <= MIN_INDENTATION * em || isCentredWith(line, previous)) return false;
  if (shift > 0) return isIndented;
  // After one indented line, a paragraph continues on the left. After several that are full, such as
  // those of a block quote, a new one starts there.
  return (
    beforePrevious !== undefined &&
    indentation(beforePrevious) > MIN_INDENTATION * em &&
    !isShort(beforePrevious, previous) &&
    !endsSentence(beforePrevious)
  );
}

function isCentredWith(line: PdfLine, other: PdfLine): boolean {
  return Math.abs(line.left + line.right - other.left - other.right) < line.size;
}

function indentation(line: PlacedLine): number {
  return line.left - line.columnLeft;
}

/** Whether a line has space for the first word of the next line, so that the break is on purpose. */
function isShort(line: PlacedLine, next: PlacedLine): boolean {
  if (DIVIDED.test(line.text)) return false;
  return line.columnRight - line.right > next.firstWordWidth + SPACE_WIDTH * line.size;
}

/**
 * Classifies a block. Prose is split into paragraphs once more: at indented lines, and after short ones
 * that end a sentence. A block is verse if at least 60% of its line breaks are on purpose.
 */
function classifyBlock(block: readonly PlacedLine[], bodyFontSize: number): readonly PdfBlock[] {
  const [first] = block;
  const lines = block.map(({ text }) => text).filter((text) => text !== "");
  if (first === undefined || lines.length === 0) return [];
  if (first.isUncertain) return [{ kind: "uncertain", lines }];
  const { size } = first;
  const length = lines.reduce((sum, text) => sum + text.length, 0);
  if (size >= bodyFontSize * MIN_HEADING_RATIO && length <= MAX_HEADING_LENGTH) {
    return [{ kind: "heading", lines, size }];
  }
  const shortLines = block
    .slice(1)
    .filter((line, index) => isShort(elementAt(block, index), line)).length;
  if (shortLines > 0 && shortLines >= 0.6 * (block.length - 1)) {
    return [{ kind: "verse", lines }];
  }
  return splitProse(block).map((texts) => ({ kind: "prose", lines: texts }));
}

function splitProse(block: readonly PlacedLine[]): readonly (readonly string[])[] {
  const minIndentation = smallest(block.map(indentation));
  const paragraphs: string[][] = [];
  let previous: PlacedLine | undefined;
  for (const line of block) {
    const paragraph = paragraphs.at(-1);
    const isIndented = indentation(line) > minIndentation + MIN_INDENTATION * line.size;
    const isAfterEnd =
      previous !== undefined &&
      isShort(previous, line) &&
      endsSentence(previous) &&
      !startsLowerCase(line);
    if (paragraph === undefined || isIndented || isAfterEnd) paragraphs.push([line.text]);
    else paragraph.push(line.text);
    previous = line;
  }
  return paragraphs;
}

function startsLowerCase({ text }: PdfLine): boolean {
  return /^\p{Ll}/u.test(text);
}

/** Whether a line ends with a sentence. Closing quotation marks and a note's number may follow. */
export function endsSentence({ text }: Pick<PdfLine, "text">): boolean {
  return /[.!?:…。！？]["'”’»)\]]*(?:\d{0,3})$/u.test(text);
}

/** Returns the most frequent value, the smallest of several. Undefined if there are none. */
function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0];
}
