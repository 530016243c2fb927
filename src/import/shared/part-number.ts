import { fold } from "../../language/fold.ts";
import { LANGUAGES } from "../../language/languages/index.ts";
import { letterPatternsOf } from "../../language/letter-headings.ts";
import { parseRomanNumeral, ROMAN_BELOW_500 } from "../../language/numerals.ts";
import { PART_NAME_BY_LEVEL, PART_NUMBER } from "../../language/part-headings.ts";
import { wordsOf } from "../../language/word-lists.ts";

const NAME = [...PART_NAME_BY_LEVEL, letterPatternsOf(undefined).name].join("|");

const NUMBER = `\\d{1,4}[a-z]?|${ROMAN_BELOW_500}|${PART_NUMBER}`;

/** “CHAPTER XII”, “Part the Second”, “FEDERALIST No. 10”, “SECOND PART”, “10. A title”. */
const NUMBERED = [
  new RegExp(`^\\W*(?:${NAME})\\s+(?:no\\.?\\s*)?(?<number>${NUMBER})(?![\\p{L}\\p{N}])`, "iu"),
  /^(?:\p{L}[\p{L}.]*\s){0,3}No\.\s*(?<number>\d+)(?!\d)/iu,
  new RegExp(`^(?<number>${PART_NUMBER})\\s+(?:${NAME})(?!\\p{L})`, "iu"),
  new RegExp(`^[[(]?(?<number>\\d{1,3}[a-z]?|${ROMAN_BELOW_500})[\\])]?(?:[.:)—–]|\\s*$)`, "u"),
];

const WORD_VALUES: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap(({ partNumbers }) =>
    [partNumbers?.cardinals, partNumbers?.ordinals].flatMap((words) =>
      wordsOf(words).map((word, index) => [fold(word), index + 1] as const),
    ),
  ),
);

/** Returns the number that the title of a part begins with, in digits. A number can have a letter: “26a”. */
export function partNumberIn(title: string): string | undefined {
  const matches = NUMBERED.map((pattern) => pattern.exec(title)?.groups?.["number"]);
  const printed = matches.find((number) => number !== undefined);
  if (printed === undefined || /^\d/.test(printed)) return printed?.toLowerCase();
  const word = fold(printed).split(" ").at(-1) ?? "";
  const value = WORD_VALUES.get(word) ?? parseRomanNumeral(printed.toLowerCase());
  return value === undefined ? undefined : String(value);
}
