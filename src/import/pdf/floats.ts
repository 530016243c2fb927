import { elementAt } from "../../foundation/checked-access.ts";
import { smallest } from "../../foundation/long-arrays.ts";
import {
  haveOneSize,
  isIndented,
  isSetApart,
  isShort,
  MIN_HEADING_RATIO,
  type PlacedLine,
} from "./blocks.ts";
import { startsLowerCase } from "./line-ends.ts";

/** The beginning of a caption in any language: “Figure 1:”, “Table 2.3 ”, “표 4.”, “圖五”. */
const CAPTION =
  /^(?:\p{Lu}\p{L}*\.?|\p{Lo}{1,4})\s?(?:\d{1,3}(?:[.-]\d{1,3})*|[〇一二三四五六七八九十]{1,3})(?![\p{L}\p{N}])/u;

/** How many times the leading is free where there is a picture. */
const MIN_HOLE = 3;

/** The maximum number of parts, such as captions and rows of a table, that interrupt a sentence. */
const MAX_PARTS = 6;

/** Lines of a column without a space between them. */
type Part = readonly [PlacedLine, ...PlacedLine[]];

/**
 * Marks captions and tables at the head or the foot of a column as boxes if they interrupt a sentence: the last line of the text
 * before them is full, and the text below them goes on with its sentence. Only a picture or the number of a caption shows that
 * they are none of its parts, as a quotation and a formula are. `leading` is the distance of the lines of the text, in points.
 */
export function markFloats(lines: readonly PlacedLine[], leading: number): readonly PlacedLine[] {
  const text = lines.filter((line) => !line.isInBox && line.text !== "");
  const parts = partsOf(text, leading);
  const tops = text.filter(({ below }) => below === undefined).map(({ baseline }) => baseline);
  const style = { leading, top: smallest(tops) };
  const marked = new Map<PlacedLine, PlacedLine>();
  for (let at = 0; at < parts.length; at++) {
    const count = countFloatParts(parts, at, style);
    for (const part of parts.slice(at + 1, at + 1 + count)) {
      for (const [index, line] of part.entries()) {
        marked.set(line, { ...line, isInBox: true, isDisconnected: index === 0 });
      }
    }
    const after = parts[at + count + 1]?.[0];
    // Without the float, it is the first line of its column.
    if (count > 0 && after !== undefined) marked.set(after, { ...after, below: undefined });
    at += count;
  }
  return marked.size === 0 ? lines : lines.map((line) => marked.get(line) ?? line);
}

/** The distance of the lines of a text, and the place of the highest one of all its pages, in points. */
interface PageStyle {
  readonly leading: number;
  readonly top: number;
}

function partsOf(lines: readonly PlacedLine[], leading: number): readonly Part[] {
  const parts: [PlacedLine, ...PlacedLine[]][] = [];
  for (const line of lines) {
    const part = parts.at(-1);
    const isOther = part !== undefined && part[0].isUncertain !== line.isUncertain;
    if (part === undefined || isOther || isSetApart(line, leading)) parts.push([line]);
    else part.push(line);
  }
  return parts;
}

/** Returns how many parts after one interrupt its last sentence; 0 if none do. An entry of the contents ends with a number. */
function countFloatParts(parts: readonly Part[], at: number, style: PageStyle): number {
  const before = elementAt(parts, at);
  const last = elementAt(before, before.length - 1);
  if (last.isUncertain || !/[\p{L}\p{M},;-]$/u.test(last.text)) return 0;
  for (let count = 1; count <= MAX_PARTS; count++) {
    const after = parts[at + count + 1]?.[0];
    if (after === undefined) return 0;
    if (!goesOn(last, after)) continue;
    return isFloat(parts.slice(at + 1, at + 1 + count), after, style) ? count : 0;
  }
  return 0;
}

/** Whether a line goes on with the sentence of a full one. */
function goesOn(last: PlacedLine, line: PlacedLine): boolean {
  return (
    !line.isUncertain &&
    startsLowerCase(line) &&
    !isIndented(line) &&
    haveOneSize(last, line) &&
    !isShort(last, line)
  );
}

/** Whether parts are at the head or the foot of a column, and have a caption with a number or a picture. */
function isFloat(parts: readonly Part[], after: PlacedLine, { leading, top }: PageStyle): boolean {
  const firstLines = parts.map(([line]) => line);
  const first = elementAt(firstLines, 0);
  const isAtHead = first.below === undefined;
  const isAtEdge = [...firstLines, after].some(({ below }) => below === undefined);
  const areSmall = firstLines.every(({ size }) => size < MIN_HEADING_RATIO * after.size);
  if (!isAtEdge || !areSmall || startsLowerCase(first)) return false;
  const hasUncertain = firstLines.some(({ isUncertain }) => isUncertain);
  const hasHole = firstLines.some(
    (line) => (line.below ?? line.baseline - top) > MIN_HOLE * leading,
  );
  // A formula at the foot is a part of its sentence, although there is a picture below it.
  if (hasUncertain && (hasHole || !isAtHead)) return false;
  return hasHole || firstLines.some(({ text }) => CAPTION.test(text));
}
