import { LANGUAGES } from "./languages/index.ts";
import { primarySubtag } from "./tags.ts";
import { wordPattern, wordsOf } from "./word-lists.ts";

/** Sources of regular expressions with the flags `iu` for the words above the letters of a volume. */
export interface LetterPatterns {
  /** The name of a letter before its number: “Letter”. */
  readonly name: string;
  /** The word before the recipient: “To”. */
  readonly to: string;
  /** The recipient of the letter before: “the same”. */
  readonly same: string;
}

/**
 * Returns the patterns for texts in a language and in English. Without a language they are for all, but
 * leave out words of one letter, which are articles in another.
 */
export function letterPatternsOf(language: string | undefined): LetterPatterns {
  const tag = language === undefined ? undefined : primarySubtag(language);
  const words = LANGUAGES.flatMap(({ tags, letterWords }) =>
    letterWords !== undefined &&
    (tag === undefined || tags[0] === "en" || tags.some((one) => one === tag))
      ? [letterWords]
      : [],
  );
  const to = new Set(words.flatMap((one) => wordsOf(one.to)));
  return {
    name: wordPattern([...new Set(words.flatMap(({ names }) => wordsOf(names)))]),
    to: wordPattern([...to].filter((word) => tag !== undefined || word.length > 1)),
    same: words.flatMap(({ same }) => same).join("|"),
  };
}
