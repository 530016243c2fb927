import type { Paragraph, RootContent } from "mdast";
import { type Message, message } from "../../../catalogue/catalogue.ts";
import { createLineJoiner } from "../../shared/hyphenation.ts";
import { createNote, MARGIN_MARK, writeMarginMark } from "../../shared/marks/mark.ts";
import { plainText } from "../../shared/plain-text.ts";
import {
  countPairs,
  findRuns,
  MAX_NOTE_WIDTH,
  MIN_GAP,
  readsOn,
  type SplitLine,
  splitLine,
  widthOf,
} from "./split-lines.ts";

/** A text without the notes in its margins. */
export interface TextWithMargin {
  /** The lines, with a mark where a note began beside them. */
  readonly lines: readonly string[];
  /** The notes by their marks. */
  readonly notes: ReadonlyMap<string, string>;
  readonly remarks: readonly Message[];
}

/** The margin in which notes are. */
type Side = "left" | "right";

/** A line with a note in a margin. */
interface NotedLine {
  readonly index: number;
  /** The words of the text, with their indentation. */
  readonly text: string;
  /** The words beside them in the margin. */
  readonly note: string;
}

/** Lines without an empty line between them, some of which have notes. */
interface NotedBlock {
  readonly rows: readonly NotedLine[];
  /** All lines without the notes. */
  readonly texts: readonly string[];
}

/** How many columns further right the lines of a note can begin than the first of them. */
const MAX_SHIFT = 2;

/** The maximum width of a note as a share of that of the text, and the minimum width of the text. */
const MAX_NOTE_SHARE = 0.5;
const MIN_TEXT_WIDTH = 30;

/** How many of the columns in which most notes can be are looked at. */
const MAX_COLUMNS = 20;

/**
 * Takes the notes out of the margins of a text, as of statutes and old books. They are where consecutive lines have a gap,
 * and what is right of it, or left of it, begins in one column, is short and never in the way of another line, while the
 * text reads on. A table has something in each row, and no sentence over its rows.
 */
export function takeOutMarginNotes(lines: readonly string[]): TextWithMargin {
  const noted = new Map<number, NotedLine>();
  const splits = lines.flatMap((line, index) => splitLine(line, index) ?? []);
  if (splits.length >= 2) {
    const runs = findRuns(lines);
    for (const side of ["right", "left"] as const) {
      for (const column of columnsOf(splits, side)) {
        const free = splits.filter(({ index }) => !noted.has(index));
        const blocks = findNotedBlocks({ lines, runs, splits: free, column, side });
        for (const row of notesIn(blocks)) noted.set(row.index, row);
      }
    }
  }
  return noted.size === 0
    ? { lines, notes: new Map(), remarks: [] }
    : writeNotes(
        lines,
        [...noted.values()].toSorted((one, other) => one.index - other.index),
      );
}

/** Returns the columns in which a margin can begin or end: at least two lines next to each other have their gaps there. */
function columnsOf(splits: readonly SplitLine[], side: Side): readonly number[] {
  const counts = new Map<number, number>();
  for (const [at, { index, column }] of splits.entries()) {
    const next = splits[at + 1];
    if (next?.index !== index + 1) continue;
    const shift = Math.abs(next.column - column);
    if (shift > (side === "right" ? MAX_SHIFT : 0)) continue;
    const first = Math.min(column, next.column);
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MAX_COLUMNS)
    .map(([column]) => column);
}

/** The lines of a text, and the column of a possible margin. */
interface Margin {
  readonly lines: readonly string[];
  readonly runs: ReturnType<typeof findRuns>;
  readonly splits: readonly SplitLine[];
  readonly column: number;
  readonly side: Side;
}

/** Returns the blocks with notes at a column, and no line that goes over into the margin. */
function findNotedBlocks(margin: Margin): readonly NotedBlock[] {
  const { lines, runs, splits, column, side } = margin;
  const blocks: NotedBlock[] = [];
  let at = 0;
  for (const { start, end } of runs) {
    const own: SplitLine[] = [];
    for (; (splits[at]?.index ?? end) < end; at++) {
      const split = splits[at];
      if (split !== undefined && isAtColumn(split, column, side)) own.push(split);
    }
    if (own.length === 0) continue;
    const byIndex = new Map(own.map((split) => [split.index, toNotedLine(split, side)]));
    const isFree = lines.slice(start, end).every((line, place) => {
      const index = start + place;
      if (byIndex.has(index)) return true;
      if (byIndex.has(index - 1) && isInMargin(line, column, side)) {
        byIndex.set(index, { index, text: "", note: line.trim() });
        return true;
      }
      return side === "right"
        ? line.trimEnd().length <= column - MIN_GAP
        : line.search(/\S/) >= column;
    });
    const rows = [...byIndex.values()].toSorted((one, other) => one.index - other.index);
    if (!isFree || rows.some(({ note }) => !/\p{L}/u.test(note))) continue;
    const texts = lines
      .slice(start, end)
      .map((line, place) => (byIndex.get(start + place)?.text ?? line).trimEnd());
    blocks.push({
      rows,
      texts: side === "right" ? texts : texts.map((text) => text.slice(column)),
    });
  }
  return blocks;
}

function isAtColumn({ column }: SplitLine, margin: number, side: Side): boolean {
  return side === "right" ? column >= margin && column <= margin + MAX_SHIFT : column === margin;
}

/** Whether a line has nothing but a note that goes on below the text beside it. */
function isInMargin(line: string, column: number, side: Side): boolean {
  const start = line.search(/\S/);
  return side === "right"
    ? start >= column && start <= column + MAX_SHIFT
    : line.trimEnd().length <= column - MIN_GAP;
}

function toNotedLine({ index, left, right, column }: SplitLine, side: Side): NotedLine {
  return side === "right"
    ? { index, text: left, note: right }
    : { index, text: " ".repeat(column) + right, note: left.trim() };
}

/** Returns the lines that have notes beside them, if the blocks show that they have. */
function notesIn(blocks: readonly NotedBlock[]): readonly NotedLine[] {
  const rows = blocks.flatMap((block) => block.rows);
  const texts = blocks.flatMap((block) => block.texts);
  const width = widthOf(texts);
  const noteWidth = widthOf(rows.map(({ note }) => note));
  const isNarrow =
    width >= MIN_TEXT_WIDTH &&
    noteWidth <= Math.min(MAX_NOTE_WIDTH, MAX_NOTE_SHARE * width) &&
    rows.length < texts.length;
  if (!isNarrow) return [];
  const ofProse = blocks.filter(({ texts }) => isProse(texts, width));
  if (ofProse.some(hasGroup)) return ofProse.flatMap((block) => block.rows);
  const isBesideVerse =
    rows.length <= MAX_NOTED_VERSES * texts.length && blocks.some(hasSentenceInMargin);
  return isBesideVerse ? rows : [];
}

/** The minimum shares of full lines and of sentences that go on, in prose. One line alone shows neither. */
const MIN_FULL = 0.8;
const MIN_RUNNING = 0.4;

/** How full a line of prose is at least. Wrapped lines are ragged. */
const MIN_FULLNESS = 0.85;

function isProse(texts: readonly string[], width: number): boolean {
  const { count, full, running } = countPairs(texts, MIN_FULLNESS * width);
  if (count === 0) return texts.filter((text) => text !== "").length === 1;
  return full >= MIN_FULL * count && running >= MIN_RUNNING * count;
}

/** Whether a block has a note of several lines beside the text. A signature can be below the end of a letter. */
function hasGroup({ rows }: NotedBlock): boolean {
  return rows.some(({ index }, at) => {
    const next = rows[at + 1];
    return next?.index === index + 1 && next.text !== "";
  });
}

/** The maximum share of verses with notes beside them. A table has more rows. */
const MAX_NOTED_VERSES = 0.75;

const SENTENCE_END = /[.!?]["”’')\]]*$/;

/** The minimum number of lines of a sentence in the margin. */
const MIN_SENTENCE_LINES = 3;

/** Whether a sentence goes over several lines of the margin, to its full stop. */
function hasSentenceInMargin({ rows }: NotedBlock): boolean {
  let [count, running] = [1, 0];
  return rows.some(({ index, note }, at) => {
    const before = rows[at - 1];
    const isNext = before?.index === index - 1;
    count = isNext ? count + 1 : 1;
    running = isNext ? running + (readsOn(before.note, note) ? 1 : 0) : 0;
    return count >= MIN_SENTENCE_LINES && running * 2 >= count - 1 && SENTENCE_END.test(note);
  });
}

/** Returns the lines without their notes, and the notes, each with the lines of its own. */
function writeNotes(lines: readonly string[], rows: readonly NotedLine[]): TextWithMargin {
  const groups: { readonly mark: string; readonly index: number; readonly lines: string[] }[] = [];
  let last: NotedLine | undefined;
  for (const row of rows) {
    const isContinued = last?.index === row.index - 1 && !isNewNote(last.note, row.note);
    const group = isContinued ? groups.at(-1) : undefined;
    if (group !== undefined) group.lines.push(row.note);
    else {
      const mark = writeMarginMark(groups.length + 1);
      groups.push({ mark, index: row.index, lines: [row.note] });
    }
    last = row;
  }
  const texts = new Map(rows.map(({ index, text }) => [index, text]));
  const marks = new Map(groups.map(({ index, mark }) => [index, mark]));
  const words = lines.map((line, index) => texts.get(index) ?? line);
  const joiner = createLineJoiner([words, ...groups.map((group) => group.lines)]);
  const notes = new Map(
    groups.map((group) => [group.mark, group.lines.reduce(joiner.join, "")] as const),
  );
  return {
    lines: words.map((line, index) => {
      const mark = marks.get(index);
      return mark === undefined ? line : line.replace(/\S/, (first) => mark + first);
    }),
    notes,
    remarks: [message("text.margin-notes", { count: notes.size }), ...joiner.remarks()],
  };
}

/** Whether a note ends in one line of the margin, and another begins in the next. */
function isNewNote(line: string, next: string): boolean {
  return SENTENCE_END.test(line) && /^["“‘'(]?\p{Lu}/u.test(next);
}

/** Puts each note after the block that has its mark, or at the end. */
export function insertMarginNotes(
  content: readonly RootContent[],
  notes: ReadonlyMap<string, string>,
): readonly RootContent[] {
  if (notes.size === 0) return content;
  const waiting = new Map(notes);
  const take = (mark: string) => {
    const value = waiting.get(mark);
    if (value === undefined) return [];
    waiting.delete(mark);
    const paragraph: Paragraph = { type: "paragraph", children: [{ type: "text", value }] };
    return [createNote("", [paragraph], mark.slice("[^|".length, -"]".length))];
  };
  const inserted = content.flatMap((block) => [
    block,
    ...(plainText(block).match(new RegExp(MARGIN_MARK, "g")) ?? []).flatMap(take),
  ]);
  return [...inserted, ...[...waiting.keys()].flatMap(take)];
}
