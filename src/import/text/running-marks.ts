/** The number of a note glued to a word or to the sign after it. Of one word alone, it can be that of a figure. */
const GLUED =
  /(?<=(?<word>\p{Ll}{2})(?<sign>[\p{P}]{0,2}))(?<number>\d{1,3})(?!\p{N}|[.,]\p{N})(?=[\s\p{P}]|$)/gu;

/** A line that can be the first note. */
const FIRST_NOTE = /^\s*[[(（]?1[\])）.]?\s*\p{L}/u;

/** The minimum number of marks, and the minimum share of them after a sign, as most notes are. */
const MIN_MARKS = 3;
const MIN_AFTER_SIGN = 0.5;

/**
 * Puts brackets around the numbers of notes that a program has written without their notes: every number that is glued to a
 * word is the next one, from 1 on, and most are after signs.
 */
export function bracketRunningMarks(lines: readonly string[]): readonly string[] {
  if (lines.some((line) => FIRST_NOTE.test(line))) return lines;
  const glued = lines.flatMap((line) => [...line.matchAll(GLUED)].map(({ groups }) => groups));
  const afterSigns = glued.filter((groups) => groups?.["sign"] !== "").length;
  const areMarks =
    glued.length >= MIN_MARKS &&
    glued.every((groups, index) => Number(groups?.["number"]) === index + 1) &&
    new Set(glued.map((groups) => groups?.["word"])).size > 1 &&
    afterSigns >= MIN_AFTER_SIGN * glued.length;
  return areMarks ? lines.map((line) => line.replace(GLUED, "[$<number>]")) : lines;
}
