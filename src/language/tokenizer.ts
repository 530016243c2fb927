import { fold, MIDDLE_DOT } from "./fold.ts";
import { CJK, SOUTHEAST_ASIAN } from "./scripts.ts";
import { segmentsOf } from "./segments.ts";

// There are two tokenizers because positions and verdicts need every word exactly as it is written,
// numbers, signs and stop words included, and an index (analyzer.ts) needs terms that bring the forms
// of a word together.

/**
 * A word of a text exactly as it is written, or a sign that counts as one: “boats”, “3,000”, “%”. An
 * ellipsis is one too, since it says that words are left out.
 */
export interface Token {
  /** In UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Scripts in which each character is a token, since only a dictionary finds the words. */
const UNDIVIDED = `${CJK}${SOUTHEAST_ASIAN}`;
// Lao am, which is often written in two parts around the tone.
const AM = String.raw`(?:\u0eb3|(?<=\u0ecd[\u0ec8-\u0ecb]?)\u0eb2)`;
// With its vowels and finals of decomposed Korean, voice marks of Japanese, and combining marks. Korean typists write an old
// vowel for the middle dot, Thai and Lao ones two letters for the one that looks so.
const CHARACTER = String.raw`(?:(?!\u318d)[${CJK}]|(?=[\p{L}\p{M}])(?:เเ|ເເ|[${SOUTHEAST_ASIAN}])\p{M}*${AM}?)[\u1160-\u11ff\u3099-\u309c\uff9e\uff9f\p{M}]*`;
// Digits of those scripts make numbers as others do.
// In Greek, ʼ is no letter: some editions have it for an apostrophe.
const LETTER = String.raw`(?:(?![${UNDIVIDED}]|ʼ(?<=\p{Script=Greek}\p{M}*ʼ))[\p{L}\p{N}]|\p{Nd})\p{M}*`;
// Soft hyphens and invisible joiners are part of the word that contains them.
const INVISIBLE = String.raw`[\u00ad\u200b-\u200d\u2060\ufeff]`;
const APOSTROPHE = String.raw`(?<=[\p{L}\p{M}])['’‘‛＇ʼ´\u0060′᾽᾿](?![${UNDIVIDED}])(?=\p{L})`;
/** The content of a character class: hyphens, dashes and minus signs that make a number negative. */
export const MINUS = String.raw`\-‐‑‒–−－﹣`;
// 1.5 is not 15, 10:30 not 1030, 1/2 not 12, 10^2 not 102 and 10⁻³ not 10³.
const POINT = String.raw`(?:(?<=\p{N})(?:[.,:/٫٬．，：／\u2044${MIDDLE_DOT}]|\^-?)(?![${CJK}])(?=\p{N})|[⁺⁻](?=[⁰¹²³⁴-⁹]))`;
// A sign or a point before a number is part of it, unless it joins the number to what precedes it.
const SIGNED = String.raw`(?<![^\s([{“‘"'\p{Sc}])(?:(?:[${MINUS}]\.?|\.)(?=\p{N})|[${MINUS}]?·(?=\p{N}+(?![\p{N}${CJK}])))`;
// [W]e, soldier[s]: letters that the quoting author inserted.
const INSERTED = String.raw`[[⟨](?![${UNDIVIDED}])\p{L}{1,3}[\]⟩]`;
const WORD_START = String.raw`(?:(?:${SIGNED})?${LETTER}|${INSERTED}(?![${UNDIVIDED}])(?=\p{L}))`;
const WORD_REST = String.raw`(?:${LETTER}|${INVISIBLE}|${APOSTROPHE}|${POINT}|(?<=\p{L})${INSERTED})`;
// A Catalan l with a middle dot is the end of a syllable, as the l of l·l is.
const WORD = `${WORD_START}(?:(?<![ŀĿ])${WORD_REST})*`;
/**
 * Signs that are read aloud. Those that Markdown or typists use for dashes and accents are not, nor are
 * the Greek ones that editions print for apostrophes, or the Qur’an’s marks of its parts. Windows makes ～ and ∥ of the bytes in
 * Shift_JIS of which others make 〜 and ‖.
 */
const SIGN = String.raw`(?![|~～∥^−\u0060´¨¸¯˜۞۩\u1fbd-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fef\u1ffd\u1ffe])\p{S}[\p{M}\u200d]*|[%％﹪٪‰؉‱؊&＆﹠§@＠﹫#＃﹟⌈⌉⌊⌋]`;

// Three or four points, signs, or asterisks: bare, or in brackets as editors write them. More points
// are a table's leaders.
const POINTS = String.raw`(?:[…⋯‥]+|(?<!\.)\.\s?\.\s?\.(?:\s?\.)?(?!\s?\.)|(?<![・·ㆍ])[・·ㆍ]{3,6}(?![・·ㆍ])|(?<!。)。{3,6}(?!。))`;
// In round brackets a dash may be a minus, and in angle brackets a part of an arrow.
const DASHES = String.raw`[[［〔【]\s*[-–—](?:\s?[-–—]){0,2}\s*[\]］〕】]`;
/**
 * Remarks in brackets that words are left out. Only those that are never words of a text, since its brackets may have any:
 * 전략 would be “strategy”.
 */
const REMARK = String.raw`[[(（［〔【]\s*(?:(?:[前中後后下]|以下)略|[중하후]략)\s*[\])）］〕】]`;
const BRACKETED = String.raw`[[(（［〔【{<]\s*(?:${POINTS}|\.\.)\s*[\])）］〕】}>]|${DASHES}|${REMARK}`;
// Three asterisks next to a word are Markdown.
const ASTERISKS = String.raw`(?<!\S)\*\s?\*\s?\*(?!\S)`;

/** Source of a regular expression with the flag `u` for the marks that say that words are left out. */
export const ELLIPSIS = `(?:${BRACKETED}|${POINTS}|${ASTERISKS})`;

const TOKEN = new RegExp(`${ELLIPSIS}|${CHARACTER}|${WORD}|${SIGN}`, "gu");
const ANY_TOKEN = new RegExp(TOKEN, "u");
const IS_ELLIPSIS = new RegExp(`^${ELLIPSIS}$`, "u");
const IS_CHARACTER = new RegExp(`^[${UNDIVIDED}]`, "u");
const SOUTHEAST_ASIAN_RUN = new RegExp(String.raw`[${SOUTHEAST_ASIAN}\u200b]+`, "gu");

/** Returns the tokens of a text in order. Between them are only white space and punctuation. */
export function tokenize(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Whether a text has a token. */
export function hasTokens(text: string): boolean {
  return ANY_TOKEN.test(text);
}

/** Calls `each` with the tokens of a text in order, without making an object for each. */
export function forEachToken(text: string, each: (word: string, start: number) => void): void {
  for (const { 0: word, index } of text.matchAll(TOKEN)) each(word, index);
}

/** Returns the end of the token that begins at `start`, or `start` if none begins there. */
export function tokenEnd(text: string, start: number): number {
  const tokenAt = new RegExp(TOKEN, "uy");
  tokenAt.lastIndex = start;
  return tokenAt.test(text) ? tokenAt.lastIndex : start;
}

/**
 * Counts the words of a text as readers do: in Korean, what is between two spaces is one word. In Chinese
 * and Japanese, each character counts; words in Thai, Lao, Khmer and Burmese are those of a dictionary.
 */
export function countWords(text: string): number {
  const isKorean = /\p{Script=Hangul}/u.test(text);
  let count = 0;
  let previousEnd: number | undefined;
  const divided = text.replace(SOUTHEAST_ASIAN_RUN, (run) => {
    for (const { isWordLike } of segmentsOf(run, dictionary)) if (isWordLike) count += 1;
    return " ";
  });
  for (const { start, end } of tokenize(divided)) {
    const isContinuation = isKorean && start === previousEnd;
    if (!isContinuation && !isEllipsis(divided.slice(start, end))) count += 1;
    previousEnd = end;
  }
  return count;
}

const dictionary = new Intl.Segmenter("th", { granularity: "word" });

/** Whether a token is one character of a script that is not divided into words. */
export function isCharacterToken(word: string): boolean {
  return IS_CHARACTER.test(word);
}

/** Returns the folded form under which a token is compared and indexed. All ellipses have the same. */
export function tokenKey(word: string): string {
  // A sign that stands alone may be nothing but what the folds remove.
  return isEllipsis(word) ? "…" : fold(word) || word;
}

/** Whether a token says that words are left out. */
export function isEllipsis(word: string): boolean {
  return IS_ELLIPSIS.test(word);
}
