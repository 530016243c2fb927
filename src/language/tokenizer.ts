import { fold } from "./fold.ts";

/**
 * A word of a text as it stands, or a sign that says as much as a word: “drills”, “3,000”, “%”. An
 * ellipsis is one too: it says that words are left out.
 */
export interface Token {
  /** In UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

// Unspaced scripts, and Korean, whose particles cling to words, are taken character by character.
const UNSPACED = String.raw`\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** Vowels and finals of decomposed Korean, the voice marks of Japanese, and combining marks. */
const CHARACTER = String.raw`[${UNSPACED}][\u1160-\u11ff\u3099\u309a\uff9e\uff9f\p{M}]*`;
const LETTER = String.raw`(?![${UNSPACED}])[\p{L}\p{N}]\p{M}*`;
// Soft hyphens and joiners that nobody sees are parts of the word in which they stand.
const UNSEEN = String.raw`[\u00ad\u200b-\u200d\u2060\ufeff]`;
const APOSTROPHE = String.raw`(?<=[\p{L}\p{M}])['’‘ʼ](?![${UNSPACED}])(?=\p{L})`;
// 1.5 is not 15, and 10:30 not 1030.
const POINT = String.raw`(?<=\p{N})[.,:٫٬](?![${UNSPACED}])(?=\p{N})`;
// A sign or a point before a number is a part of it, unless it joins it to what stands before.
const SIGNED = String.raw`(?<![^\s([{“‘"'\p{Sc}])(?:[-−]\.?|\.)(?=\p{N})`;
// [W]e, soldier[s]: letters that somebody else put there.
const THEIRS = String.raw`\[(?![${UNSPACED}])\p{L}{1,3}\]`;
const START = String.raw`(?:(?:${SIGNED})?${LETTER}|${THEIRS}(?![${UNSPACED}])(?=\p{L}))`;
const GOING_ON = `(?:${LETTER}|${UNSEEN}|${APOSTROPHE}|${POINT}|${String.raw`(?<=\p{L})`}${THEIRS})`;
const WORD = `${START}${GOING_ON}*`;
/** Signs that are read aloud; those that Markdown or typists use for dashes and accents are not. */
const SIGN = String.raw`(?![|~^−\u0060´¨¸¯˜])\p{S}[\p{M}\u200d]*|[%‰&§@#]`;

// Three or four points, one sign, or asterisks: bare, or in brackets as editors set them. More points
// lead the eye over a table.
const POINTS = String.raw`(?:[…⋯]|(?<!\.)\.\s?\.\s?\.(?:\s?\.)?(?!\s?\.))`;
const BRACKETED = String.raw`[[(]\s*(?:${POINTS}|[-–—]{1,3})\s*[\])]`;
// Three that cling to a word are Markdown’s.
const ASTERISKS = String.raw`(?<!\S)\*\s?\*\s?\*(?!\S)`;

/** The marks that say that words are left out; for a regular expression with the flag `u`. */
export const ELLIPSIS = `(?:${BRACKETED}|${POINTS}|${ASTERISKS})`;

const TOKEN = new RegExp(`${ELLIPSIS}|${CHARACTER}|${WORD}|${SIGN}`, "gu");
const IS_ELLIPSIS = new RegExp(`^${ELLIPSIS}$`, "u");

/** The words of a text, in order. Everything between them is white space and punctuation. */
export function tokenize(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Calls `each` with the words of a text, without an object for every one of them. */
export function forEachToken(text: string, each: (word: string, start: number) => void): void {
  for (const { 0: word, index } of text.matchAll(TOKEN)) each(word, index);
}

/** Where the word that begins at `start` ends. */
export function tokenEnd(text: string, start: number): number {
  const at = new RegExp(TOKEN, "uy");
  at.lastIndex = start;
  return at.test(text) ? at.lastIndex : start;
}

/** How many words readers count in a text; in Korean, what stands between two spaces is one. */
export function countWords(text: string): number {
  const spaces = /\p{Script=Hangul}/u.test(text);
  return tokenize(text).filter(({ start, end }, index, all) => {
    const clings = spaces && index > 0 && all[index - 1]?.end === start;
    return !clings && !isEllipsis(text.slice(start, end));
  }).length;
}

/** The word as an index knows it. All ellipses are one. */
export function tokenKey(word: string): string {
  return isEllipsis(word) ? "…" : fold(word);
}

export function isEllipsis(word: string): boolean {
  return IS_ELLIPSIS.test(word);
}
