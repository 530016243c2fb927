/** The lines of a text without those of its printed pages. */
export interface ClearedLines {
  readonly lines: readonly string[];
  /** The running heads, each as it first appears, with their numbers of pages. */
  readonly runningHeads: ReadonlyMap<string, number>;
  /** How many lines were only the number of a page. */
  readonly pageNumbers: number;
}

/** A line that can be a running head, the number of a page, or both. */
interface PageLine {
  readonly index: number;
  /** The letters of the head; empty for a number alone. */
  readonly head: string;
  readonly number: number;
}

const PAGE_LINE = /^\W*(?:(\d{1,4})\W+(\D*\p{L}.*?)|(.*?\p{L}\D*?)\W+(\d{1,4})|(\d{1,4}))\W*$/u;

/** The maximum length of a running head, in UTF-16 code units. */
const MAX_HEAD_LENGTH = 70;

/** The minimum number of pages on which a running head appears. */
const MIN_PAGES = 3;

/** How far apart the numbers of two such pages can be, since some pages have no head. */
const MAX_PAGE_STEP = 12;

/**
 * Removes the running heads and the numbers of pages from a text that a program recognised in pictures:
 * lines that repeat the same words with a number that grows from page to page, and numbers alone that
 * fit in between. A paragraph that goes on after them is joined.
 */
export function removePageFurniture(lines: readonly string[]): ClearedLines {
  const candidates = lines.flatMap((line, index) => parsePageLine(line, index));
  const heads = new Map<string, PageLine[]>();
  for (const line of candidates) {
    if (line.head === "") continue;
    const group = heads.get(line.head);
    if (group === undefined) heads.set(line.head, [line]);
    else group.push(line);
  }
  const isFurniture = (group: readonly PageLine[]) =>
    group.length >= MIN_PAGES && interruptsSentences(group, lines);
  const running = [...heads.values()].map(increasing).filter(isFurniture);
  const headLines = running.flat().toSorted((a, b) => a.index - b.index);
  const alone = increasing(candidates.filter(({ head }) => head === ""));
  const numbers =
    headLines.length > 0 ? numbersBetween(candidates, headLines) : isFurniture(alone) ? alone : [];
  if (numbers.length + headLines.length === 0) {
    return { lines, runningHeads: new Map(), pageNumbers: 0 };
  }
  const removed = new Set([...headLines, ...numbers].map(({ index }) => index));
  return {
    lines: joinAround(lines, removed),
    runningHeads: new Map(
      running.flatMap((group) =>
        group[0] === undefined
          ? []
          : [[(lines[group[0].index] ?? "").trim(), group.length] as const],
      ),
    ),
    pageNumbers: numbers.length,
  };
}

function parsePageLine(line: string, index: number): readonly PageLine[] {
  const text = line.trim();
  if (text === "" || text.length > MAX_HEAD_LENGTH) return [];
  const match = PAGE_LINE.exec(text);
  if (match === null) return [];
  const [, before, after, head, behind, alone] = match;
  const number = Number(before ?? behind ?? alone);
  const words = (after ?? head ?? "")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  // A sentence that begins or ends with a number is no head.
  if (words !== "" && /\p{Ll}{2}.*[,;]|[.?!]\s/u.test(text)) return [];
  return [{ index, head: words, number }];
}

/** Returns the longest run of lines, in order, whose numbers grow by small steps. */
function increasing(group: readonly PageLine[]): readonly PageLine[] {
  let best = { start: 0, end: 0 };
  let start = 0;
  for (const [index, { number }] of group.entries()) {
    const step = number - (group[index - 1]?.number ?? number - 1);
    if (step <= 0 || step > MAX_PAGE_STEP) start = index;
    if (index + 1 - start > best.end - best.start) best = { start, end: index + 1 };
  }
  return group.slice(best.start, best.end);
}

/** The minimum share of running heads within a sentence. Numbered headings never are. */
const MIN_INTERRUPTIONS = 0.3;

function interruptsSentences(group: readonly PageLine[], lines: readonly string[]): boolean {
  const indexes = new Set(group.map(({ index }) => index));
  const inner: boolean[] = [];
  /** The last line of text, and the number of heads after it. */
  let before: string | undefined;
  let heads = 0;
  for (const [index, line] of lines.entries()) {
    if (indexes.has(index)) heads += 1;
    else if (line.trim() !== "") {
      if (before !== undefined && heads > 0) {
        const isInterrupted = goesOn(before, line) || FIRST_LINE.test(line);
        for (let head = 0; head < heads; head++) inner.push(isInterrupted);
      }
      before = line;
      heads = 0;
    }
  }
  return inner.filter(Boolean).length >= Math.max(1, MIN_INTERRUPTIONS * inner.length);
}

/** The number of the first line of a page. */
const FIRST_LINE = /^\s*1\s{2,}(?=\S)/;

/** Whether a sentence goes on from a line to another. */
function goesOn(line = "", next = ""): boolean {
  return (
    /[^.!?:"”’')\]]$/.test(line.trimEnd()) && /^\s*["“‘]?\p{Ll}/u.test(next.replace(FIRST_LINE, ""))
  );
}

/** Returns the numbers alone that are between those of the running heads around them, all in order. */
function numbersBetween(
  candidates: readonly PageLine[],
  heads: readonly PageLine[],
): readonly PageLine[] {
  let next = 0;
  return candidates.filter((line) => {
    while ((heads[next]?.index ?? Number.POSITIVE_INFINITY) < line.index) next += 1;
    const before = heads[next - 1];
    const after = heads[next];
    const from = before?.number ?? (after?.number ?? 0) - MAX_PAGE_STEP;
    const until = after?.number ?? (before?.number ?? 0) + MAX_PAGE_STEP;
    return line.head === "" && line.number >= from && line.number <= until;
  });
}

/** Removes lines, and the empty ones around them if a sentence goes on after them. */
function joinAround(lines: readonly string[], removed: ReadonlySet<number>): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!removed.has(index)) {
      kept.push(lines[index] ?? "");
      continue;
    }
    let next = index;
    while (next < lines.length && (removed.has(next) || (lines[next] ?? "").trim() === "")) next++;
    while (kept.length > 0 && (kept.at(-1) ?? "").trim() === "") kept.pop();
    if (kept.length > 0 && !goesOn(kept.at(-1), lines[next])) kept.push("");
    index = next - 1;
  }
  return kept;
}

/** A line that begins or ends with the number of a line, as in transcripts and in verse. */
const NUMBERED_LINE =
  /^\s*(\d{1,4})(?:\s{2,}|\t|\s(?=\S))(\S.*)$|^(.*\S)(?:\s{3,}|\t)(\d{1,4})\s*$/;

/** The minimum number of such lines. */
const MIN_NUMBERED_LINES = 6;

/**
 * Writes the numbers of lines as marks: the numbers 1, 2, 3, … at the beginning of most lines, or 5, 10,
 * 15, … in the margin or at the ends of some. They may begin anew on each page.
 */
export function markLineNumbers(
  lines: readonly string[],
  writeMark: (number: string) => string,
): readonly string[] {
  const atStart = findNumbers(lines, (line) => {
    const [, number, rest] = NUMBERED_LINE.exec(line) ?? [];
    return number === undefined || rest === undefined ? undefined : Number(number);
  });
  const visible = lines.filter((line) => line.trim() !== "").length;
  const all = atStart(1);
  const inMargin = new Set([...atStart(5)].filter((index) => isAligned(lines, index)));
  const isNumbered = all.size >= MIN_NUMBERED_LINES && all.size >= visible * 0.6;
  const starts = isNumbered ? all : inMargin;
  if (starts.size >= 3) {
    return lines.map((line, index) => {
      const [, number = "", rest = ""] = starts.has(index) ? (NUMBERED_LINE.exec(line) ?? []) : [];
      return starts.has(index) ? `${writeMark(number)}${rest}` : line;
    });
  }
  const atEnd = findNumbers(lines, (line) => {
    const [, , , rest, number] = NUMBERED_LINE.exec(line) ?? [];
    return rest === undefined || number === undefined ? undefined : Number(number);
  });
  const ends = new Set([...atEnd(5), ...atEnd(10)]);
  if (ends.size < 3) return lines;
  return lines.map((line, index) => {
    const [, , , rest = "", number = ""] = ends.has(index) ? (NUMBERED_LINE.exec(line) ?? []) : [];
    return ends.has(index) ? `${rest}${writeMark(number)}` : line;
  });
}

/** Whether the words of a numbered line begin below those of the line before it, its number in the margin. */
function isAligned(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  const indentation = (lines[index - 1] ?? "").search(/\S/);
  return indentation > 1 && line.replace(/^\s*\d+\s+/, "").length === line.length - indentation;
}

/** Finds the lines whose numbers follow each other by a step, or begin anew with it. */
function findNumbers(
  lines: readonly string[],
  numberOf: (line: string) => number | undefined,
): (step: number) => ReadonlySet<number> {
  const numbered = lines.flatMap((line, index) => {
    const number = numberOf(line);
    return number === undefined ? [] : [{ index, number }];
  });
  return (step) =>
    new Set(
      numbered
        .filter(({ number }, at) => {
          const before = numbered[at - 1]?.number;
          const after = numbered[at + 1]?.number;
          return (
            number % step === 0 &&
            (before === number - step || after === number + step) &&
            (step > 1 || before === number - 1 || number === 1)
          );
        })
        .map(({ index }) => index),
    );
}
