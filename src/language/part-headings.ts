import { LANGUAGES } from "./languages/index.ts";
import { wordPattern, wordsOf } from "./word-lists.ts";

const PART_NAMES = LANGUAGES.flatMap(({ partNames }) =>
  partNames === undefined ? [] : [partNames],
);

/**
 * Sources of regular expressions with the flags `iu` for the names of the parts of a text in any
 * language. Each one is a level of headings, from the highest down.
 */
export const PART_NAME_BY_LEVEL: readonly string[] = Array.from(
  { length: Math.max(...PART_NAMES.map(({ length }) => length)) },
  (_, level) => wordPattern(PART_NAMES.flatMap((names) => wordsOf(names[level]))),
);

/**
 * Source of a regular expression with the flags `iu` for a number in words that counts the parts of a
 * text: “one”, “the first”.
 */
export const PART_NUMBER = LANGUAGES.flatMap(({ partNumbers }) => {
  if (partNumbers === undefined) return [];
  const { cardinals, ordinals, article } = partNumbers;
  return [
    `${wordPattern(wordsOf(cardinals))}|(?:${article} )?(?:${wordPattern(wordsOf(ordinals))})`,
  ];
}).join("|");
