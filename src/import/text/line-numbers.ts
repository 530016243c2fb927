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
