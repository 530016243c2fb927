import { parseRomanNumeral } from "../../language/numerals.ts";
import { writeMark } from "../shared/marks/mark.ts";

/** How a program writes the numbers of notes that it leaves out, glued to the words before them. */
interface RunningMarks {
  /** Each mark, with the groups `word`, `sign` and `number`. */
  readonly pattern: RegExp;
  parse(number: string): number | undefined;
  /** Returns the mark as the other readers of marks know it. */
  write(number: string): string;
}

/** Figures can be those of the word alone before them, as in “fig1”. A Roman numeral is one only after a sign. */
const FORMS: readonly RunningMarks[] = [
  {
    pattern:
      /(?<=(?<word>\p{Ll}{2})(?<sign>[\p{P}]{0,2}))(?<number>\d{1,3})(?!\p{N}|[.,]\p{N})(?=[\s\p{P}]|$)/gu,
    parse: Number,
    write: (number) => `[${number}]`,
  },
  {
    pattern: /(?<=(?<word>\p{Ll}{2})(?<sign>[.,;:!?”’"')]{1,2}))(?<number>[ivxlc]{1,8})(?=\s|$)/gu,
    parse: parseRomanNumeral,
    write: (number) => writeMark("note", number),
  },
];

/** A line that can be the first note. */
const FIRST_NOTE = /^\s*[[(（]?(?:1|i(?=[\])）.\s]))[\])）.]?\s*\p{L}/u;

/** The minimum number of marks, and the minimum share of them after a sign, as most notes are. */
const MIN_MARKS = 3;
const MIN_AFTER_SIGN = 0.5;

/** The minimum length of the lines of fewer marks. In a short line, a number after a comma can be that of a table. */
const MIN_PROSE_LINE = 40;

/**
 * Puts brackets around the numbers of notes that a program has written without their notes: every number that is glued to a
 * word is the next one, from 1 on, and most are after signs. Two are within sentences, after signs.
 */
export function bracketRunningMarks(lines: readonly string[]): readonly string[] {
  if (lines.some((line) => FIRST_NOTE.test(line))) return lines;
  return FORMS.reduce(bracketMarks, lines);
}

function bracketMarks(
  lines: readonly string[],
  { pattern, parse, write }: RunningMarks,
): readonly string[] {
  const glued = lines.flatMap((line) =>
    [...line.matchAll(pattern)].map(({ groups, index, 0: mark }) => ({
      ...{ word: groups?.["word"], isAfterSign: groups?.["sign"] !== "" },
      value: parse(groups?.["number"] ?? ""),
      isInSentence:
        line.length >= MIN_PROSE_LINE && /^\s+\p{Ll}/u.test(line.slice(index + mark.length)),
    })),
  );
  const afterSigns = glued.filter(({ isAfterSign }) => isAfterSign).length;
  const isEnough =
    glued.length >= MIN_MARKS
      ? afterSigns >= MIN_AFTER_SIGN * glued.length
      : glued.length === MIN_MARKS - 1 &&
        glued.every(({ isAfterSign, isInSentence }) => isAfterSign && isInSentence);
  const areMarks =
    isEnough &&
    glued.every(({ value }, index) => value === index + 1) &&
    new Set(glued.map(({ word }) => word)).size > 1;
  return areMarks ? lines.map((line) => line.replace(pattern, (mark) => write(mark))) : lines;
}
