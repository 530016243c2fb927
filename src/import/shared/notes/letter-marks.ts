import { parseRomanNumeral, SMALL_ROMAN_BELOW_500 } from "../../../language/numerals.ts";

/** A raised letter or roman number, alone or in parentheses. */
export interface RaisedLetter {
  readonly letter: string;
  /** The end of the text before it in its block or line. */
  readonly before: string;
  /** The beginning of the text after it there. */
  readonly after: string;
}

/** A raised text that is a letter or a roman number, perhaps in parentheses. It is its group. */
export const RAISED_LETTER = new RegExp(
  String.raw`^\s*\(?([a-z]|[A-Z]|${SMALL_ROMAN_BELOW_500})\)?\s*$`,
);

/** How much of the text on both sides is read, in UTF-16 code units. */
export const MAX_LETTER_CONTEXT = 20;

/** The end of a word of at least two letters, which is no number of a century or a reign: XIXᵉ. */
const AFTER_WORD = /\p{L}\p{M}*\p{L}\p{M}*[\p{Pe}\p{Pf}.,;:!?…"'’]*$/u;
const AFTER_ROMAN_NUMBER = /(?<![\p{L}\p{M}])[IVXLCDM]+$/u;

/** A first name cut short before another name: Marᵃ López. */
const SHORT_NAME = /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}{1,2}$/u;

/**
 * Returns those of the letters in reading order that are marks of notes: raised after words in the order of the alphabet or of
 * roman numbers, or after a word and at the beginning of a note. Others are the ends of abbreviations: nᵒ, Mᵐᵉ, yᵉ.
 */
export function findLetterMarks<Letter extends RaisedLetter>(
  letters: readonly Letter[],
): readonly Letter[] {
  const beginnings = letters.filter(({ before }) => before.trim() === "");
  const runs = runsIn(letters.filter(isAfterWord));
  const isClear = runs.some((run) => run.length > 1);
  const marks = runs.flatMap((run) => {
    const [first, ...others] = run;
    if (first === undefined || others.length > 0) return run;
    const isName = SHORT_NAME.test(first.before) && /^\s\p{Lu}/u.test(first.after);
    const hasNote = beginnings.some(({ letter }) => letter === first.letter);
    return (isClear || hasNote) && !isName ? run : [];
  });
  const labels = new Set(marks.map(({ letter }) => letter));
  return [...marks, ...beginnings.filter(({ letter }) => labels.has(letter))];
}

function isAfterWord({ before, after }: RaisedLetter): boolean {
  return (
    AFTER_WORD.test(before) && !AFTER_ROMAN_NUMBER.test(before) && !/^[\p{L}\p{N}]/u.test(after)
  );
}

/** Returns the rows of letters from a, from A or from i, each of which is the next letter or roman number. */
function runsIn<Letter extends RaisedLetter>(
  letters: readonly Letter[],
): readonly (readonly Letter[])[] {
  const runs: Letter[][] = [];
  for (const letter of letters) {
    const run = runs.at(-1);
    if (run !== undefined && isNext(run, letter)) run.push(letter);
    else if (/^[ai]$/i.test(letter.letter)) runs.push([letter]);
  }
  return runs;
}

/** Whether a letter is the next one of a row, whose first letter shows what it counts by. */
function isNext([first, ...others]: readonly RaisedLetter[], { letter }: RaisedLetter): boolean {
  const last = others.at(-1)?.letter ?? first?.letter ?? "";
  return first?.letter === "i"
    ? parseRomanNumeral(letter) === (parseRomanNumeral(last) ?? 0) + 1
    : letter.length === 1 && letter.codePointAt(0) === (last.codePointAt(0) ?? 0) + 1;
}
