import { elementAt } from "../../foundation/checked-access.ts";
import { smallest } from "../../foundation/long-arrays.ts";
import { isAbbreviation } from "../../language/abbreviations.ts";
import { quantile } from "../shared/quantile.ts";
import type { LineBlock } from "./line-blocks.ts";
import { areRows, detectArrangement } from "./line-breaks.ts";
import { withoutLineMark } from "./line-numbers.ts";

/** The minimum number of lines of a block with several paragraphs. */
const MIN_LINES = 6;

/** How far from the median the length of a full line is at most, as a share of it, and the minimum share of such lines. */
const MAX_DEVIATION = 0.2;
const MIN_FULL_LINES = 0.6;

/** The minimum share of lines of prose that begin with a small letter. Verse begins with capitals, or is ragged. */
const MIN_SMALL_BEGINNINGS = 0.6;

/** The maximum share of lines that end with a sign, as the entries of a list do. */
const MAX_ENDED = 0.4;

/** The minimum length of a line of prose. */
const MIN_WIDTH = 30;

/** Which full lines reach the edge of the text, and the minimum share of lines in which the first word of the next had no room. */
const AT_EDGE = 0.8;
const MIN_FILLED = 0.5;

/** How full the last line of a paragraph is at most. */
const MAX_FULLNESS = 0.85;

/** How many columns the first line of a paragraph is indented at most, and the maximum share of such lines. */
const MAX_INDENTATION = 12;
const MAX_INDENTED = 0.4;

/** The minimum number of indented lines below each other that are a part of their own, such as verse. */
const MIN_INDENTED_PART = 3;

/** The beginning of a sentence or of a numbered item. */
const BEGINNING = /^["“‘«„([]*[\p{Lu}\p{N}]/u;

/** Lines of a block from `start` to before `end`. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly isProse: boolean;
}

/**
 * Divides blocks of prose into their paragraphs, as on pages without empty lines, in a text that was wrapped to `wrapWidth`
 * characters: one begins with an indented line, or below a line that is shorter than the others. Several short or indented lines
 * below each other stay together. The articles and items of a law begin only after an end or a title.
 */
export function divideProse(blocks: readonly LineBlock[], wrapWidth: number): readonly LineBlock[] {
  return blocks.flatMap((block) => {
    const lines = block.lines.map(withoutLineMark);
    const width = widthOfProse(lines);
    const isWrapped =
      lines.length >= MIN_LINES && detectArrangement(block, wrapWidth) === "wrapped";
    const items = width === undefined && isWrapped ? itemsIn(lines) : undefined;
    const parts = width === undefined ? items : partsOf(lines, width);
    if (parts === undefined) return [block];
    return parts.flatMap(({ start, end, isProse }): readonly LineBlock[] => {
      const [first, ...rest] = block.lines.slice(start, end);
      if (first === undefined) return [];
      const above = start === 0 ? block.above : 0;
      const below = end === lines.length ? block.below : 0;
      return [{ lines: [first, ...rest], above, below, isProse }];
    });
  });
}

/** Returns the usual length of a line of prose; undefined for other lines, such as those of a list. */
function widthOfProse(lines: readonly string[]): number | undefined {
  if (lines.length < MIN_LINES || areRows(lines) || lines.some(isBesideOther)) return undefined;
  const texts = lines.map((line) => line.trim());
  const width = quantile(
    texts.map(({ length }) => length),
    1 / 2,
  );
  const full = texts.filter(({ length }) => Math.abs(length - width) <= MAX_DEVIATION * width);
  const small = texts.slice(1).filter((text) => /^["“‘«„([]*\p{Ll}/u.test(text));
  const ended = texts.slice(0, -1).filter((text) => /[.,;:]$/.test(text));
  const edge = quantile(
    full.map(({ length }) => length),
    AT_EDGE,
  );
  const filled = texts.slice(1).filter((text, index) => {
    const firstWord = text.search(/\s|$/);
    return elementAt(texts, index).length + 1 + firstWord > edge;
  });
  const breaks = texts.length - 1;
  const isProse =
    width >= MIN_WIDTH &&
    full.length >= MIN_FULL_LINES * texts.length &&
    small.length >= MIN_SMALL_BEGINNINGS * breaks &&
    ended.length <= MAX_ENDED * breaks &&
    filled.length >= MIN_FILLED * breaks;
  return isProse ? width : undefined;
}

/** Whether a line has a single wide gap, as before a note in the margin. A justified line has several, and a title one after its number. */
function isBesideOther(line: string): boolean {
  const gaps = line.trim().match(/\s{3,}/g) ?? [];
  return gaps.length === 1 && !/^[\d.]+\s/.test(line.trim());
}

/** Returns the paragraphs of a block, and the lines between them that are none. */
function partsOf(lines: readonly string[], width: number): readonly Part[] {
  const runs = indentedRuns(lines);
  const apart = new Set(
    runs.flatMap(({ start, end }) => (end - start >= MIN_INDENTED_PART ? [start, end] : [])),
  );
  const within = new Set(
    runs.flatMap(({ start, end }) =>
      end - start >= MIN_INDENTED_PART ? indexes(start + 1, end) : [],
    ),
  );
  const indented = new Set(runs.flatMap(({ start, end }) => indexes(start, end)));
  const starts = [...lines.keys()].filter(
    (at) =>
      at === 0 ||
      apart.has(at) ||
      (!within.has(at) && (indented.has(at) || isBelowShort(lines, at, width))),
  );
  const parts: Part[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? lines.length;
    const last = parts.at(-1);
    const isLine = end - start === 1;
    const areLines =
      isLine && last !== undefined && !apart.has(start) && (!last.isProse || isOneLine(last));
    if (areLines && !indented.has(start)) {
      parts.splice(-1, 1, { start: last.start, end, isProse: false });
    } else {
      parts.push({ start, end, isProse: !apart.has(start) || !indented.has(start) });
    }
  }
  return parts;
}

/** The end of a sentence or of an item, and the label of an item. */
const END = /[.!?…:;。！？]["”’»)\]]*$/u;
const ITEM_LABEL = /^\(?(?:\p{N}{1,3}[a-z]?|\p{Ll}|[ivx]{1,5})[.)]\s/u;

/** The label of an article in a line of its own: “Art. 2.”, “§ 3”, “Article 4a”. */
const LABEL_LINE = /^(?:\p{Lu}\p{L}*\.?|§)\s*\p{N}{1,4}[a-z]?\.?$/u;

/** The minimum number of labels in a law or a list, and their minimum share of the lines. */
const MIN_LABELS = 3;
const MIN_LABEL_SHARE = 0.05;

/** Which part of the lines is at most as long as a full line. */
const FULL_SHARE = 0.9;

/** The maximum length of a title in a line of its own, as a share of a full line. */
const MAX_TITLE = 0.6;

/**
 * Returns the articles and items of a law, of which many lines are short; undefined for other lines. Each begins below a short line
 * that can be the last of one.
 */
function itemsIn(lines: readonly string[]): readonly Part[] | undefined {
  const texts = lines.map((line) => line.trim());
  const labels = texts.filter((text) => LABEL_LINE.test(text) || ITEM_LABEL.test(text)).length;
  if (labels < Math.max(MIN_LABELS, MIN_LABEL_SHARE * texts.length)) return undefined;
  const width = quantile(
    texts.map(({ length }) => length),
    FULL_SHARE,
  );
  const starts = [...texts.keys()].filter((at) => {
    if (at === 0) return true;
    const [above, line] = [elementAt(texts, at - 1), elementAt(texts, at)];
    const firstWord = line.slice(0, line.search(/\s|$/));
    const isEnd = END.test(above) && !isAbbreviation(`${above} `, firstWord, "");
    if (LABEL_LINE.test(line) && isEnd) return true;
    const isTitle = above.length <= MAX_TITLE * width && !/[,\p{Pd}]$/u.test(above);
    const canBegin = isEnd || isTitle || ITEM_LABEL.test(line);
    return canBegin && isBelowShort(lines, at, width);
  });
  return starts.map((start, index) => ({
    ...{ start, end: starts[index + 1] ?? lines.length },
    isProse: true,
  }));
}

function isOneLine({ start, end }: Part): boolean {
  return end - start === 1;
}

function indexes(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

/** Whether the first word of a line, which can begin a sentence, had room in the line above. */
function isBelowShort(lines: readonly string[], at: number, width: number): boolean {
  const [above, line] = [elementAt(lines, at - 1).trim(), elementAt(lines, at).trim()];
  const firstWord = line.search(/\s|$/);
  return above.length + 1 + firstWord <= MAX_FULLNESS * width && BEGINNING.test(line);
}

/** Returns the indented lines below each other; none if they are no exceptions. */
function indentedRuns(lines: readonly string[]): readonly Omit<Part, "isProse">[] {
  const indentations = lines.map((line) => line.search(/\S/));
  const base = smallest(indentations);
  const isIndented = (at: number) => (indentations[at] ?? base) > base;
  const indented = [...lines.keys()].filter(isIndented);
  const areFew =
    indented.length <= MAX_INDENTED * lines.length &&
    indented.every((at) => elementAt(indentations, at) - base <= MAX_INDENTATION);
  if (!areFew) return [];
  return indented
    .filter((at) => !isIndented(at - 1))
    .map((start) => {
      let end = start;
      while (end < lines.length && isIndented(end)) end += 1;
      return { start, end };
    });
}
