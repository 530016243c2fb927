import { elementAt } from "../../foundation/checked-access.ts";
import { smallest } from "../../foundation/long-arrays.ts";
import { printMarks } from "../shared/marks/mark.ts";
import {
  groupIntoBlocks,
  hangs,
  hasHangingLines,
  indentation,
  isSetApart,
  isShort,
  type LineGroup,
  leavesFree,
  MAX_SHIFT,
  MIN_HEADING_RATIO,
  MIN_INDENTATION,
  mostFrequent,
  type PlacedLine,
  placeLines,
  shiftFrom,
} from "./blocks.ts";
import type { Column, PdfLine } from "./columns.ts";
import { markFloats } from "./floats.ts";
import { endsSentence, startsLowerCase } from "./line-ends.ts";
import { markPlainNumbers, type SplitColumn } from "./plain-marks.ts";
import type { PdfNoteLabel } from "./runs/text-runs.ts";

/** A heading or a paragraph. The lines of prose are to be joined; those of verse and addresses are not. */
export type PdfBlock =
  | { readonly kind: "heading"; readonly lines: readonly string[]; readonly size: number }
  | {
      readonly kind: "prose" | "verse";
      readonly lines: readonly string[];
      /** The indexes of the lines of verse that go on with the one before. */
      readonly hanging?: ReadonlySet<number>;
      /** The label of the note that it begins. */
      readonly noteLabel?: PdfNoteLabel | undefined;
      /** Whether it has a space or nothing above it in its column. */
      readonly isSetApart?: boolean;
    }
  /** Lines that may not belong together as they are read, and so cannot be quoted. */
  | { readonly kind: "uncertain"; readonly lines: readonly string[] };

/** The beginning or the end of a box, which is not next to what is read before or after it. */
export interface BoxEdge {
  readonly kind: "box-edge";
}

/** The text of a PDF. */
export interface PdfBlocks {
  readonly body: readonly (PdfBlock | BoxEdge)[];
  /** Footnotes: text in smaller letters at the end of a column. */
  readonly notes: readonly PdfBlock[];
}

/** Lines below this ratio of their font size to that of the body are notes. */
const MIN_BODY_RATIO = 0.93;

/** The maximum length of a heading, in UTF-16 code units. */
const MAX_HEADING_LENGTH = 200;

/** The leading without evidence, in ems: 120% of the font size is usual. */
const DEFAULT_LEADING = 1.2;

/** The maximum leading, in ems: lines that are farther apart, such as those of a form, are no paragraph. */
const MAX_LEADING = 3;

/** Finds paragraphs and headings. A paragraph can continue in the next column or on the next page. */
export function findParagraphs(pages: readonly (readonly Column[])[]): PdfBlocks {
  const columns = pages.flat();
  const size = bodySize(columns.flat());
  if (size === undefined) return { body: [], notes: [] };
  const split = markPlainNumbers(
    pages.map((page) =>
      page.map((column) => {
        const parts = splitOffNotes(column, size);
        return isAboveText(parts.notes, page, size) ? { body: column, notes: [] } : parts;
      }),
    ),
  );
  const leading = bodyLeading(columns, size);
  const blocksOf = (part: "body" | "notes") =>
    groupIntoBlocks(
      markFloats(
        split.flatMap((page, index) => page.flatMap((column) => placeLines(column[part], index))),
        leading,
      ),
      leading,
    );
  return {
    body: blocksOf("body").flatMap((block, index, all) => [
      ...(isBoxEdge(all[index - 1], block) ? [{ kind: "box-edge" } as const] : []),
      ...classifyBlock(block, size),
    ]),
    notes: blocksOf("notes").flatMap((block) =>
      classifyBlock(block, size * MIN_BODY_RATIO).map((one, index) =>
        one.kind === "prose" || one.kind === "verse"
          ? { ...one, isSetApart: index === 0 && isSetApart(block[0], leading) }
          : one,
      ),
    ),
  };
}

/** Whether a box begins or ends between two blocks. */
function isBoxEdge(before: LineGroup | undefined, [first]: LineGroup): boolean {
  if (before === undefined) return false;
  return before[0].isInBox ? !first.isInBox || first.isDisconnected : first.isInBox;
}

/** Returns the font size of most letters. Undefined if there are no lines. */
export function bodySize(lines: readonly PdfLine[]): number | undefined {
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
  return Math.min(mostFrequent(rounded) ?? DEFAULT_LEADING * size, MAX_LEADING * size);
}

/** Splits a column into body and notes. A column entirely in small letters is body. */
function splitOffNotes(column: Column, size: number): SplitColumn {
  const last = column.findLastIndex((line) => line.size >= size * MIN_BODY_RATIO);
  const labelled = column.findIndex(({ noteLabel }) => noteLabel !== undefined);
  const isFoot = labelled !== -1 && areNotes(column.slice(labelled));
  const end = isFoot ? Math.min(labelled, last + 1) : last + 1;
  return last === -1 && !isFoot
    ? { body: column, notes: [] }
    : { body: column.slice(0, end), notes: column.slice(end) };
}

/** The minimum number of lines of text below small print that is not at the foot of a page. */
const MIN_LINES_BELOW = 3;

/** Whether small print is above text of the same page, as a line below a title is, and not at the foot. */
function isAboveText([first, ...others]: Column, page: readonly Column[], size: number): boolean {
  if (first === undefined || first.noteLabel !== undefined) return false;
  const { baseline } = others.at(-1) ?? first;
  const below = page.flat().filter((line) => {
    const isBelow = line.baseline > baseline && line.left < first.right && line.right > first.left;
    return isBelow && line.size >= size * MIN_BODY_RATIO;
  });
  return below.length >= MIN_LINES_BELOW;
}

/** Whether lines at the foot of a column, of which the first has the label of a note, are notes of one size without gaps. */
function areNotes(lines: Column): boolean {
  const distances = lines
    .slice(1)
    .map((line, index) => line.baseline - elementAt(lines, index).baseline);
  const leading = mostFrequent(distances.map((one) => Math.round(one * 2) / 2)) ?? 0;
  return lines.every(
    (line, index) =>
      line.size <= elementAt(lines, 0).size * MIN_HEADING_RATIO &&
      (index === 0 ||
        line.noteLabel !== undefined ||
        elementAt(distances, index - 1) <= MAX_NOTE_GAP * leading),
  );
}

/** How many times farther apart than most lines of the notes two of one note are at most. */
const MAX_NOTE_GAP = 1.3;

/**
 * Classifies a block. Prose is split into paragraphs once more: at indented lines, and after short ones
 * that end a sentence. A block is verse if at least 60% of its line breaks are on purpose.
 */
function classifyBlock(block: LineGroup, bodyFontSize: number): readonly PdfBlock[] {
  const [first] = block;
  const lines = block.map(({ text }) => text).filter((text) => text !== "");
  if (lines.length === 0) return [];
  const { noteLabel } = first;
  if (first.isUncertain) {
    const [line = "", ...others] = lines.map(printMarks);
    return [{ kind: "uncertain", lines: [[noteLabel?.printed, line].join(" ").trim(), ...others] }];
  }
  const { size } = first;
  const length = lines.reduce((sum, text) => sum + text.length, 0);
  const isLarge = size >= bodyFontSize * MIN_HEADING_RATIO;
  if (isLarge && length <= MAX_HEADING_LENGTH && noteLabel === undefined) {
    return [{ kind: "heading", lines, size }];
  }
  const hanging = hangingLines(block);
  const breaks = block.slice(1).filter((_, index) => !hanging.has(index + 1)).length;
  const shortLines = block.filter((line, index) => {
    const next = block[index + 1];
    return next !== undefined && !hanging.has(index + 1) && isShort(line, next);
  }).length;
  if (shortLines > 0 && shortLines >= MIN_BREAKS * breaks) {
    return [{ kind: "verse", lines, hanging, noteLabel }];
  }
  return splitProse(block).map((texts, index) => ({
    ...{ kind: "prose", lines: texts },
    noteLabel: index === 0 ? noteLabel : undefined,
  }));
}

/** The minimum share of the line breaks of verse that are on purpose. */
const MIN_BREAKS = 0.6;

/** Returns the indexes of the lines that hang from one before them. */
function hangingLines(block: LineGroup): ReadonlySet<number> {
  const hanging = new Set<number>();
  for (const [index, line] of block.entries()) {
    const previous = block[index - 1];
    if (previous === undefined) continue;
    const goesOn = hanging.has(index - 1) && Math.abs(shiftFrom(previous, line)) <= MAX_SHIFT;
    if (goesOn || hangs(line, previous)) hanging.add(index);
  }
  return hanging;
}

/** How much of its column a line leaves free before a sentence, if it ends no sentence. */
const MIN_FREE = 1 / 3;

function splitProse(block: LineGroup): readonly (readonly string[])[] {
  const minIndentation = smallest(block.slice(hasHangingLines(block) ? 1 : 0).map(indentation));
  const paragraphs: string[][] = [];
  let previous: PlacedLine | undefined;
  for (const line of block) {
    const paragraph = paragraphs.at(-1);
    const isIndented = indentation(line) > minIndentation + MIN_INDENTATION * line.size;
    const isAfterEnd =
      previous !== undefined &&
      isShort(previous, line) &&
      (endsSentence(previous) || leavesFree(previous, MIN_FREE)) &&
      !startsLowerCase(line);
    if (paragraph === undefined || isIndented || isAfterEnd) paragraphs.push([line.text]);
    else paragraph.push(line.text);
    previous = line;
  }
  return paragraphs;
}
