import { elementAt } from "../../foundation/checked-access.ts";
import { largest } from "../../foundation/long-arrays.ts";
import { DIVIDED } from "../shared/hyphenation.ts";
import type { BoxSide } from "./box-rows.ts";
import type { Column, PdfLine } from "./columns.ts";
import { endsSentence, startsLowerCase } from "./line-ends.ts";

/** How much the font sizes within a block can differ, as a part of the larger one. */
const MAX_SIZE_DIFFERENCE = 0.08;

/** The minimum ratio of a heading's font size to that of the body. */
export const MIN_HEADING_RATIO = 1.12;

/** The minimum ratio of the distance between paragraphs to the leading. */
const MIN_GAP_RATIO = 1.3;

/** The minimum indentation, in ems. */
export const MIN_INDENTATION = 0.8;

/** The maximum indentation of the first line of a paragraph, in ems. */
const MAX_INDENTATION = 4;

/** The width of a space between words, in ems: wide, so that a line is not easily called short. */
const SPACE_WIDTH = 0.6;

/** How far the beginnings of lines can be apart that line up, in points. */
export const MAX_SHIFT = 1.5;

/** The minimum share of the lines of a justified column that fill it. */
const MIN_JUSTIFIED = 0.6;

/** How much of its column the lines of a narrower box leave free. */
const MIN_FREE = 0.25;

/** A line with its place in its column. Lengths are in points. */
export interface PlacedLine extends PdfLine {
  /** The index of its page. */
  readonly page: number;
  /** Where most lines of the column begin. */
  readonly columnLeft: number;
  /** Where the longest line of the column ends. */
  readonly columnRight: number;
  /** The width of the column if most of its lines fill it exactly. */
  readonly measure: number | undefined;
  /** The distance from the baseline above; undefined at the top of a column. */
  readonly below: number | undefined;
  /** The line below it in its column; undefined at the foot. */
  readonly next: PlacedLine | undefined;
}

/** Consecutive lines of one block of text. Their indentation may divide it into paragraphs. */
export type LineGroup = readonly [PlacedLine, ...PlacedLine[]];

/** Places the lines of a column on a page. */
export function placeLines(column: Column, page: number): readonly PlacedLine[] {
  const edges = {
    none: edgesBeside(column, undefined),
    left: edgesBeside(column, "left"),
    right: edgesBeside(column, "right"),
  };
  const placed: PlacedLine[] = [];
  let next: PlacedLine | undefined;
  for (const [index, line] of [...column.entries()].toReversed()) {
    const below = index === 0 ? undefined : line.baseline - elementAt(column, index - 1).baseline;
    next = { ...line, ...edges[line.boxSide ?? "none"], ...{ page, below, next } };
    placed.push(next);
  }
  return placed.toReversed();
}

/** Returns the edges of the lines with a box on a side. Their other edge is that of all lines. */
function edgesBeside(
  column: Column,
  side: BoxSide | undefined,
): Pick<PlacedLine, "columnLeft" | "columnRight" | "measure"> {
  const alike = (edge: BoxSide) =>
    column.filter((line) => (line.boxSide === edge) === (side === edge));
  const columnLeft = mostFrequent(alike("left").map(({ left }) => Math.round(left))) ?? 0;
  const columnRight = largest(alike("right").map(({ right }) => right));
  const lines = column.filter((line) => line.boxSide === side);
  const filled = lines.filter(({ right }) => columnRight - right <= MAX_SHIFT).length;
  const isJustified = filled > 1 && filled >= MIN_JUSTIFIED * lines.length;
  return { columnLeft, columnRight, measure: isJustified ? columnRight - columnLeft : undefined };
}

/**
 * Groups lines in reading order into blocks, with the leading of the text in points. A block can continue in the next column
 * or on the next page. A box comes after the block that goes on beside it.
 */
export function groupIntoBlocks(
  lines: readonly PlacedLine[],
  leading: number,
): readonly LineGroup[] {
  const style = { leading, hasIndents: lines.some(isFirstOfParagraph) };
  const blocks: [PlacedLine, ...PlacedLine[]][] = [];
  const current: { text?: (typeof blocks)[number]; box?: (typeof blocks)[number] } = {};
  for (const line of lines) {
    const part = line.isInBox ? "box" : "text";
    const block = current[part];
    if (block !== undefined && !startsBlock(line, block, style)) {
      block.push(line);
      continue;
    }
    current[part] = [line];
    blocks.push(current[part]);
  }
  return blocks;
}

/** Whether a line is indented between two that are not, of which the first ends a sentence. */
function isFirstOfParagraph(
  line: PlacedLine,
  index: number,
  lines: readonly PlacedLine[],
): boolean {
  const before = lines[index - 1];
  return (
    before !== undefined &&
    before.next === line &&
    endsSentence(before) &&
    isIndented(line) &&
    indentation(line) <= MAX_INDENTATION * line.size &&
    [before, line.next].every((one) => one === undefined || !isIndented(one))
  );
}

/** How the paragraphs of a text are set. */
interface ParagraphStyle {
  /** The distance of its lines, in points. */
  readonly leading: number;
  /** Whether paragraphs begin with an indented line. */
  readonly hasIndents: boolean;
}

/** The sign, the number or the letter with which an item of a list begins. Only a bullet is no part of a sentence. */
const BULLET = /^[•‣⁃▪▫◦●○■□∙]\s*\S/u;
const ITEM_LABEL = /^(?:[–—*-]|\(?(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+\S/u;

function isItem({ text }: PdfLine): boolean {
  return BULLET.test(text) || ITEM_LABEL.test(text);
}

/** Whether a line begins an item: after the end of a sentence or a line, or as the items before it begin. */
function startsItem(line: PlacedLine, block: LineGroup): boolean {
  if (BULLET.test(line.text)) return true;
  const [first] = block;
  const previous = elementAt(block, block.length - 1);
  const isNext = isItem(first) && Math.abs(shiftFrom(first, line)) <= line.size;
  const isAfterEnd = isNext || endsSentence(previous) || isShort(previous, line);
  return ITEM_LABEL.test(line.text) && isAfterEnd;
}

/** How far to the right of the first line of an item its other lines begin, in ems. */
const MIN_HANG = 0.5;
const MAX_HANG = 5;

/**
 * Whether a line hangs from the one before it, as those of an item, of an entry of a list of works, or of a verse that is
 * too long: it begins to the right of it, but goes on with its sentence. After a label, it may begin one.
 */
export function hangs(line: PlacedLine, previous: PlacedLine): boolean {
  const hang = shiftFrom(previous, line);
  const isFull = !isShort(previous, line) || (isItem(previous) && startsLowerCase(line));
  return (
    hang >= MIN_HANG * line.size &&
    hang <= MAX_HANG * line.size &&
    isFull &&
    (isItem(previous) || !endsSentence(previous))
  );
}

/** Whether the lines of a block hang from its first one. */
export function hasHangingLines([first, second]: LineGroup): boolean {
  return second !== undefined && hangs(second, first);
}

/** Whether a line begins where the first one of a block does, from which the others hang, after the end of a sentence. */
function followsHangingLines(line: PlacedLine, block: LineGroup): boolean {
  return (
    hasHangingLines(block) &&
    Math.abs(shiftFrom(block[0], line)) <= MAX_SHIFT &&
    endsSentence(elementAt(block, block.length - 1))
  );
}

/** Whether a line hangs from the only one of a block, or begins where those do that hang from its first one. */
function goesOnHanging(line: PlacedLine, block: LineGroup): boolean {
  const previous = elementAt(block, block.length - 1);
  if (block.length === 1) return hangs(line, previous);
  return hasHangingLines(block) && Math.abs(shiftFrom(previous, line)) <= MAX_SHIFT;
}

/** Whether a line does not continue the block before it. */
function startsBlock(line: PlacedLine, block: LineGroup, style: ParagraphStyle): boolean {
  const previous = elementAt(block, block.length - 1);
  if (line.isDisconnected || line.isUncertain !== previous.isUncertain) return true;
  if (line.noteLabel !== undefined) return true;
  if (line.isUncertain) return false;
  if (line.text === "" || previous.text === "") return true;
  const em = line.size;
  if (!haveOneSize(line, previous)) return true;
  if (line.below === undefined) return !continuesInColumn(line, block, style);
  const isFar = isFarBelow(line, line.below, style) && !isDrivenApart(line, previous, style);
  if (isFar || line.below < 0) return true;
  if (startsNarrowLines(line, block) || followsNarrowLines(line, block)) return true;
  if (startsItem(line, block)) return true;
  if (followsHangingLines(line, block)) return true;
  if (hangs(line, previous)) return false;
  if (followsInsetLines(line, block)) return true;
  const shift = shiftFrom(previous, line);
  // A line in the middle, or the last one of a box, is not a part of the sentence that goes on below it.
  const isAfterInset = shift < 0 && isIndented(previous) && isShort(previous, line) && isFull(line);
  if (isAfterInset) return true;
  if (Math.abs(shift) <= MIN_INDENTATION * em || isCentredWith(line, previous)) return false;
  if (shift > 0) return isIndented(line);
  return isInset(block);
}

/** Whether two lines are of one font size, or nearly. */
export function haveOneSize(line: PdfLine, other: PdfLine): boolean {
  const difference = Math.abs(line.size - other.size);
  return difference <= MAX_SIZE_DIFFERENCE * Math.max(line.size, other.size);
}

/**
 * Whether a block ends with several indented lines of one sentence, such as those of a block quote. After one indented line,
 * a paragraph continues on the left.
 */
function isInset(block: LineGroup): boolean {
  const [before, last] = block.slice(-2);
  return (
    before !== undefined &&
    last !== undefined &&
    isIndented(before) &&
    isIndented(last) &&
    !isShort(before, last) &&
    !endsSentence(before)
  );
}

/** Whether a line has a space or nothing above it in its column. Its text has a leading in points. */
export function isSetApart(line: PlacedLine, leading: number): boolean {
  return line.below === undefined || isFarBelow(line, line.below, { leading });
}

/** Whether the distance of a line from the one before it is larger than the leading. */
function isFarBelow(
  { size }: PlacedLine,
  distance: number,
  { leading }: Pick<ParagraphStyle, "leading">,
): boolean {
  // In proportion to their size, headings have less leading than the body.
  return distance > MIN_GAP_RATIO * Math.max(leading, 1.15 * size);
}

/** How many times the leading two lines are apart at most that raised or lowered text drives apart. */
const MAX_DRIVEN_RATIO = 1.8;

/** Whether a sentence goes on in a line after a full one that is only as far above it as raised or lowered text makes it. */
function isDrivenApart(
  line: PlacedLine,
  previous: PlacedLine,
  { leading }: ParagraphStyle,
): boolean {
  return (
    (line.below ?? 0) <= MAX_DRIVEN_RATIO * leading &&
    (line.hasShifted || previous.hasShifted) &&
    !endsSentence(previous) &&
    !isShort(previous, line)
  );
}

/**
 * Whether the first line of a column continues the block at the end of the one before it: if that has a full last line, and
 * both have one measure. The lines of a box at the foot are at neither side.
 */
function continuesInColumn(line: PlacedLine, block: LineGroup, style: ParagraphStyle): boolean {
  const previous = elementAt(block, block.length - 1);
  const isSamePage = line.page === previous.page;
  if (isSamePage && isFarBelow(line, line.baseline - previous.baseline, style)) return false;
  const isApart = (isIndented(line) || isInset(block)) && !goesOnHanging(line, block);
  if (isApart || !haveOneMeasure(previous, line, style)) return false;
  const isNewSentence = endsSentence(previous) && !startsLowerCase(line);
  if (isShort(previous, line)) {
    const isInBox = block.slice(-2).every(isIndented);
    return !isSamePage && !isInBox && startsLowerCase(line) && !endsSentence(previous);
  }
  // Beside each other, the text of two boxes looks like that of two columns.
  return !isSamePage || style.hasIndents || !isNewSentence;
}

/**
 * Whether two columns have one measure, of which these are the last line and the first: their justified lines are as long, or
 * these lines are, but for a word that had no room.
 */
function haveOneMeasure(last: PlacedLine, first: PlacedLine, style: ParagraphStyle): boolean {
  if (last.measure !== undefined && first.measure !== undefined) {
    return Math.abs(last.measure - first.measure) <= first.size;
  }
  const width = last.right - last.columnLeft;
  const nextWidth = first.right - first.columnLeft;
  const { next } = first;
  return (
    nextWidth <= width + roomFor(first) &&
    (next === undefined || isLastLine(first, next, style) || width <= nextWidth + roomFor(next))
  );
}

/** Whether a line can be the last one of a paragraph. */
function isLastLine(line: PlacedLine, next: PlacedLine, style: ParagraphStyle): boolean {
  const isEnd = endsSentence(line) && !startsLowerCase(next);
  return isEnd || isIndented(next) || isFarBelow(next, next.below ?? 0, style);
}

/** Whether lines begin that are narrower than the full ones before them, after a sentence. */
function startsNarrowLines(line: PlacedLine, block: LineGroup): boolean {
  const before = block.slice(-3);
  const { next } = line;
  return (
    before.length === 3 &&
    before.every((one) => one.next !== undefined && !isShort(one, one.next)) &&
    endsSentence(elementAt(before, 2)) &&
    !startsLowerCase(line) &&
    isShort(line, next ?? line) &&
    [line, next].every((one) => one !== undefined && isNarrow(one))
  );
}

/** Whether full lines begin after a block of several that are all narrower, and not only because their words are long. */
function followsNarrowLines(line: PlacedLine, block: LineGroup): boolean {
  const isNarrower = block.every(isNarrow) && block.slice(0, -1).some((one) => !isFull(one));
  return isNarrower && isFull(line) && line.next !== undefined;
}

/** Whether full lines begin at the left after a block of several that are all indented, and full in a measure of their own. */
function followsInsetLines(line: PlacedLine, block: LineGroup): boolean {
  const right = largest(block.map((one) => one.right));
  const before = block.slice(0, -1);
  return (
    before.length > 0 &&
    !isIndented(line) &&
    line.next !== undefined &&
    isFull(line) &&
    block.every((one) => isIndented(one) && Math.abs(shiftFrom(block[0], one)) <= MAX_SHIFT) &&
    before.every((one, index) => right - one.right <= roomFor(elementAt(block, index + 1))) &&
    !before.every(endsSentence)
  );
}

function isNarrow(line: PlacedLine): boolean {
  return leavesFree(line, MIN_FREE);
}

/** Whether a line leaves a share of the width of its column free. */
export function leavesFree({ columnLeft, columnRight, right }: PlacedLine, share: number): boolean {
  return columnRight - right > share * (columnRight - columnLeft);
}

function isCentredWith(line: PdfLine, other: PdfLine): boolean {
  return Math.abs(line.left + line.right - other.left - other.right) < line.size;
}

/** Returns how far from most lines of its column a line begins, in points. */
export function indentation(line: PlacedLine): number {
  return line.left - line.columnLeft;
}

/** Returns how much farther a line is indented than another one, which can be in another column, in points. */
export function shiftFrom(other: PlacedLine, line: PlacedLine): number {
  return indentation(line) - indentation(other);
}

export function isIndented(line: PlacedLine): boolean {
  return indentation(line) > MIN_INDENTATION * line.size;
}

/** Whether a line has space for the first word of the next line, so that the break is on purpose. */
export function isShort(line: PlacedLine, next: PlacedLine): boolean {
  return !DIVIDED.test(line.text) && line.columnRight - line.right > roomFor(next);
}

/** Whether the next line is below a line because it has no space for its first word. The last line of a column is full. */
function isFull(line: PlacedLine): boolean {
  return line.next === undefined || !isShort(line, line.next);
}

/** Returns the room that the first word of a line would need in the line before it. */
function roomFor({ firstWordWidth, size }: PlacedLine): number {
  return firstWordWidth + SPACE_WIDTH * size;
}

/** Returns the most frequent value, the smallest of several. Undefined if there are none. */
export function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0];
}
