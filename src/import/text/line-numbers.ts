import { elementAt } from "../../foundation/checked-access.ts";
import { LINE_MARK, writeMark } from "../shared/marks/mark.ts";
import { findCountedLines, type LineNumber } from "../shared/numbering/counted-lines.ts";

/** A line with its number at the beginning or at the end, as in transcripts and in verse. */
const NUMBERED_LINE = {
  start: /^(?<margin>\s*(?<number>\d{1,4})(?:\s{2,}|\t|\s(?=\S)))(?<words>\S.*)$/,
  end: /^(?<margin>\s*)(?<words>\S|\S.*\S)(?:\s{3,}|\t)(?<number>\d{1,4})\s*$/,
};

/** A number alone in a line. */
const ONLY_NUMBER = /^\s*[-–—]?\s*(?<number>\d{1,4})\s*[-–—]?\s*$/;

/** The side of a line on which its number is. */
type Side = keyof typeof NUMBERED_LINE;

/** The minimum number of lines if each has a number. */
const MIN_NUMBERED_LINES = 6;

/** The minimum share of lines that have a number in such a text. */
const MIN_NUMBERED_SHARE = 0.6;

/**
 * Writes the numbers of lines as marks before the words of their lines: the numbers 1, 2, 3, … at the beginnings of most
 * lines, or 5, 10, 15, … in the margin or at the ends of some, as far from each other as they say. They may begin
 * anew on each page and in each poem.
 */
export function markLineNumbers(lines: readonly string[]): readonly string[] {
  const visible = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const numbersIn = (pattern: RegExp) =>
    visible.flatMap((index, at): readonly LineNumber[] => {
      const number = pattern.exec(elementAt(lines, index))?.groups?.["number"];
      return number === undefined ? [] : [{ index, at, number: Number(number) }];
    });
  const atStart = numbersIn(NUMBERED_LINE.start);
  const alone = numbersIn(ONLY_NUMBER);
  const ordered = [...atStart, ...alone].toSorted((one, other) => one.at - other.at);
  const all = ordered.filter(({ number, index }, place) => {
    const before = ordered[place - 1]?.number;
    const after = ordered[place + 1]?.number;
    const isInRow = before === number - 1 || (number === 1 && after === number + 1);
    return isInRow && !ONLY_NUMBER.test(elementAt(lines, index));
  });
  const worded = visible.length - alone.length;
  if (all.length >= Math.max(MIN_NUMBERED_LINES, worded * MIN_NUMBERED_SHARE)) {
    return withPageMarks(withMarks(lines, all, "start"));
  }
  const inMargin = atStart.filter(({ index }) => isAligned(lines, index));
  const counted = findCountedLines(visible, inMargin);
  if (counted.length > 0) return withMarks(lines, counted, "start");
  return withMarks(lines, findCountedLines(visible, numbersIn(NUMBERED_LINE.end)), "end");
}

function withMarks(
  lines: readonly string[],
  numbers: readonly LineNumber[],
  side: Side,
): readonly string[] {
  const marked = new Set(numbers.map(({ index }) => index));
  return lines.map((line, index) => {
    const groups = marked.has(index) ? NUMBERED_LINE[side].exec(line)?.groups : undefined;
    if (groups === undefined) return line;
    const { margin = "", number = "", words = "" } = groups;
    return `${" ".repeat(margin.length)}${writeMark("line", number)}${words}`;
  });
}

/**
 * Makes marks of the numbers alone in lines between numbered ones: of lines without words, which count on, and of pages, next to
 * a line with the number 1 or at an edge of the text. They are before the words of the next line.
 */
function withPageMarks(lines: readonly string[]): readonly string[] {
  const first = writeMark("line", "1");
  const marked: string[] = [];
  let waiting = "";
  /** The number of the last line; undefined above the first one. */
  let last: number | undefined;
  for (const [index, line] of lines.entries()) {
    const printed = ONLY_NUMBER.exec(line)?.[1];
    const own = LINE_NUMBER.exec(line)?.[1];
    if (printed !== undefined) {
      const rest = lines.slice(index + 1, index + MAX_MARGIN).filter((one) => one.trim() !== "");
      const next = rest[0]?.trimStart();
      const isFirst = printed === "1" && LINE_NUMBER.exec(next ?? "")?.[1] === "2";
      const isLine = next !== undefined && (isFirst || Number(printed) === (last ?? 0) + 1);
      const isPage =
        next === undefined || next.startsWith(first) || ONLY_NUMBER.exec(next)?.[1] === "1";
      const isAfterLine = last !== undefined || marked.every((one) => one.trim() === "");
      if (isAfterLine && (isLine || isPage)) {
        waiting += writeMark(isLine ? "line" : "page", printed);
        if (isLine) last = Number(printed);
        continue;
      }
    }
    if (own !== undefined) last = Number(own);
    marked.push(own === undefined ? line : line.replace("[", () => `${waiting}[`));
    if (own !== undefined) waiting = "";
  }
  return waiting === "" ? marked : [...marked, "", waiting];
}

const LINE_NUMBER = /^\s*\[\^l(\d{1,4})\]/;

/** How many lines the margins between two pages have at most. */
const MAX_MARGIN = 8;

/** Returns a line without the mark of its number, its words where they were. */
export function withoutLineMark(line: string): string {
  return line.replace(LINE_MARK, (mark) => mark.replace(/\S+/, ""));
}

/** Whether the words of a numbered line begin below those of a line next to it, its number in the margin. */
function isAligned(lines: readonly string[], index: number): boolean {
  const start = NUMBERED_LINE.start.exec(elementAt(lines, index))?.groups?.["margin"]?.length;
  return [lines[index - 1], lines[index + 1]].some(
    (line) => line !== undefined && start !== undefined && start > 1 && line.search(/\S/) === start,
  );
}

/** The first line of a numbered stanza. */
const NUMBERED_STANZA = /^(?<margin>\s*)(?<number>\d{1,3})\.?\s+(?<words>\S.*)$/;

/** The minimum number of stanzas that count on. */
const MIN_STANZAS = 3;

/** The minimum share of verses that begin with capitals. The items of a list go on in small letters. */
const MIN_CAPITALS = 0.8;

/**
 * Writes the numbers of stanzas as marks: 1, 2, 3, … at the beginnings of blocks whose other lines are indented under the words
 * and begin with capitals, as in hymnals. A refrain can be between them.
 */
export function markStanzaNumbers(lines: readonly string[]): readonly string[] {
  const stanzas = [...lines.keys()].flatMap((index) => {
    const isFirst = index === 0 || elementAt(lines, index - 1).trim() === "";
    const number = isFirst ? readStanzaNumber(lines, index) : undefined;
    return number === undefined ? [] : [{ index, number }];
  });
  const counted = stanzas.filter(({ number }, at) => {
    const [before, after] = [stanzas[at - 1]?.number, stanzas[at + 1]?.number];
    return (number === 1 || before === number - 1) && (number > 1 || after === 2);
  });
  if (counted.length < MIN_STANZAS) return lines;
  const marked = new Set(counted.map(({ index }) => index));
  return lines.map((line, index) => {
    const groups = marked.has(index) ? NUMBERED_STANZA.exec(line)?.groups : undefined;
    if (groups === undefined) return line;
    const { margin = "", number = "", words = "" } = groups;
    return `${margin}${writeMark("verse", number)}${words}`;
  });
}

/** Returns the number of the stanza that begins with a line; undefined if none does. */
function readStanzaNumber(lines: readonly string[], index: number): number | undefined {
  const { margin, number } = NUMBERED_STANZA.exec(elementAt(lines, index))?.groups ?? {};
  if (margin === undefined || number === undefined) return undefined;
  let [count, capitals] = [0, 0];
  for (const line of lines.slice(index + 1, index + 1 + MAX_STANZA_LINES)) {
    if (line.trim() === "") break;
    if (line.search(/\S/) <= margin.length) return undefined;
    count += 1;
    if (/^\P{L}*[\p{Lu}\p{Lo}]/u.test(line)) capitals += 1;
  }
  return count > 0 && capitals >= MIN_CAPITALS * count ? Number(number) : undefined;
}

/** How many lines of a stanza show its form. */
const MAX_STANZA_LINES = 20;
