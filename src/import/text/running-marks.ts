import { elementAt } from "../../foundation/checked-access.ts";
import { isAbbreviation } from "../../language/abbreviations.ts";
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

const CLOSING_SIGNS = String.raw`.,;:!?…)\]"”“»«›‹`;

/**
 * Figures can be those of the word alone before them, as in “fig1”. A Roman numeral is one only after a sign, and not after an
 * apostrophe, as in “we’ll” and “qu’il”.
 */
const FORMS: readonly RunningMarks[] = [
  {
    pattern: new RegExp(
      String.raw`(?<=(?<word>\p{Ll}{2})(?<sign>[${CLOSING_SIGNS}‘’']{0,2}))(?<number>\d{1,3})(?!\p{N}|[.,]\p{N})(?=[\s\p{P}]|$)`,
      "gu",
    ),
    parse: Number,
    write: (number) => `[${number}]`,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=(?<word>\p{Ll}{2})(?<sign>[${CLOSING_SIGNS}][${CLOSING_SIGNS}‘’']?))(?<number>[ivxlc]{1,8})(?=\s|$)`,
      "gu",
    ),
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

/** The maximum length of an abbreviation before a number, with what is before it. */
const MAX_ABBREVIATION = 20;

/**
 * Writes the numbers of notes that a program has left out as marks: every number that is glued to a word is the next one, from
 * 1 on, and most are after signs. Two are within sentences, after signs.
 */
export function writeRunningMarks(lines: readonly string[]): readonly string[] {
  if (lines.some((line) => FIRST_NOTE.test(line))) return lines;
  return FORMS.reduce(writeMarks, lines);
}

function writeMarks(
  lines: readonly string[],
  { pattern, parse, write }: RunningMarks,
): readonly string[] {
  const marksByLine = lines.map((line, at) => marksIn(line, lines[at + 1] ?? "", pattern));
  const marks = marksByLine.flat();
  const afterSigns = marks.filter(({ isAfterSign }) => isAfterSign).length;
  const isEnough =
    marks.length >= MIN_MARKS
      ? afterSigns >= MIN_AFTER_SIGN * marks.length
      : marks.length === MIN_MARKS - 1 &&
        marks.every(({ isAfterSign, isInSentence }) => isAfterSign && isInSentence);
  const areMarks =
    isEnough &&
    marks.every(({ number }, index) => parse(number) === index + 1) &&
    new Set(marks.map(({ word }) => word)).size > 1;
  if (!areMarks) return lines;
  return lines.map((line, at) => {
    const places = new Set(elementAt(marksByLine, at).map(({ index }) => index));
    return line.replace(pattern, (number, _word, _sign, _number, index: number) =>
      places.has(index) ? write(number) : number,
    );
  });
}

/** A number glued to a word, which can be that of a note. */
interface GluedNumber {
  /** Its place in its line. */
  readonly index: number;
  readonly number: string;
  /** The last letters of the word. */
  readonly word: string;
  readonly isAfterSign: boolean;
  readonly isInSentence: boolean;
}

function marksIn(line: string, nextLine: string, pattern: RegExp): readonly GluedNumber[] {
  return [...line.matchAll(pattern)].flatMap(({ groups, index }): readonly GluedNumber[] => {
    const { word = "", sign = "", number = "" } = groups ?? {};
    const after = `${line.slice(index + number.length)} ${nextLine}`;
    const before = line.slice(Math.max(0, index - MAX_ABBREVIATION), index);
    if (sign === "." && isAfterAbbreviation(before, number, after)) return [];
    const isInSentence = line.length >= MIN_PROSE_LINE && /^\s+\p{Ll}/u.test(after);
    return [{ index, number, word, isAfterSign: sign !== "", isInSentence }];
  });
}

/** Whether the full stop before a number ends no sentence, as in “vol.1”: it is one of an abbreviation, or the sentence goes on. */
function isAfterAbbreviation(before: string, number: string, after: string): boolean {
  return isAbbreviation(`${before} `, number, "") || /^(?:\s+\p{Ll}|[.,;:])/u.test(after);
}
