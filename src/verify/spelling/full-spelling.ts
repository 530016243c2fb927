import { memoizeByText } from "../../foundation/memoize-by-text.ts";

/** How many patterns of pointed words are remembered. */
const MAX_PATTERNS = 20_000;

/**
 * Whether one of two Hebrew words is pointed and the other has, without points, letters for its vowels: השולחן for הַשֻּׁלְחָן. So the
 * rules of the Academy of the Hebrew Language for texts without points write it (כללי הכתיב המלא, 2017).
 */
export function differInFullSpelling(a: string, b: string): boolean {
  return isFullSpelling(a, b) || isFullSpelling(b, a);
}

function isFullSpelling(pointed: string, plain: string): boolean {
  return VOWEL.test(pointed) && !POINT.test(plain) && fullSpellingsOf(pointed).test(plain);
}

const VOWEL = /[\u05b3-\u05b5\u05b9-\u05bb\u05c7]/;
const POINT = /[\u05b0-\u05bc\u05c7]/;
const LETTER_WITH_POINTS = /([א-ת])([\u0591-\u05c7]*)/g;

/** Returns a pattern of the ways in which a pointed word is written without points. */
const fullSpellingsOf = memoizeByText(MAX_PATTERNS, (word) => {
  const letters = [...word.normalize("NFD").matchAll(LETTER_WITH_POINTS)];
  const patterns = letters.map(([, letter = "", points = ""], index) => {
    const isInner = index > 0 && index < letters.length - 1;
    return consonantOf(letter, points, isInner) + vowelOf(letter, points);
  });
  return new RegExp(`^${patterns.join("")}$`, "u");
});

/** A consonantal waw or yod within a word is doubled. */
function consonantOf(letter: string, points: string, isInner: boolean): string {
  const isVowel = letter === "ו" && /[\u05b9\u05ba]|^\u05bc$/.test(points);
  return isInner && !isVowel && /[וי]/.test(letter) && points !== "" ? `${letter}{1,2}` : letter;
}

/** A waw is written for o and u, and a yod for i and for a long e. */
function vowelOf(letter: string, points: string): string {
  if (letter !== "ו" && /[\u05b3\u05b9-\u05bb\u05c7]/.test(points)) return "ו?";
  return /[\u05b4\u05b5]/.test(points) ? "י?" : "";
}
