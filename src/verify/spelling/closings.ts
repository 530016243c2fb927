import { memoizeByObject } from "../../foundation/memoize-by-object.ts";
import type { LanguageProfile } from "../../language/language-profile.ts";
import { findLanguage } from "../../language/languages/index.ts";
import { UNSPACED } from "../../language/scripts.ts";
import { wordsOf } from "../../language/word-lists.ts";

/** A word, and the signs right after it that end its sentence. */
export interface Closed {
  readonly text: string;
  /** Empty if its sentence goes on, or if other signs are between. */
  readonly closing: string;
}

/** Signs that end a sentence (Unicode, Sentence_Terminal), but not those of a decimal number, an address or an ellipsis. */
const CLOSING = new RegExp(
  String.raw`^(?!\.\s?\.)\p{STerm}{1,3}(?:(?<![.?!])|(?![\p{N}.]|(?![${UNSPACED}])\p{L}))`,
  "u",
);
/** The Greek question mark, which typists write as a semicolon. */
const GREEK_CLOSING = /^[;\u037e]/;
const QUESTION_MARK = /[?？؟፧⁇⁈⁉‽;\u037e]/;

/** Returns the signs at the beginning of `rest` that end the sentence of the word before it. */
export function closingAfter(word: string, rest: string): string {
  const closing = /\p{Script=Greek}$/u.test(word) ? GREEK_CLOSING.exec(rest) : null;
  return (closing ?? CLOSING.exec(rest))?.[0] ?? "";
}

/**
 * Whether one of two words of a text in `language`, a BCP 47 tag, ends a question, and the other another sentence. Where a
 * particle asks, the mark is a matter of style: か。 and か？.
 */
export function differInClosing(a: Closed, b: Closed, language: string): boolean {
  if (a.closing === "" || b.closing === "") return false;
  if (QUESTION_MARK.test(a.closing) === QUESTION_MARK.test(b.closing)) return false;
  const profile = findLanguage(language);
  return profile === undefined || !particlesOf(profile).some((one) => a.text.endsWith(one));
}

const particlesOf = memoizeByObject(({ questionParticles }: LanguageProfile) =>
  wordsOf(questionParticles),
);
