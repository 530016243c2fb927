import { memoizeByText } from "../../foundation/memoize-by-text.ts";
import { alphabetOf } from "../../language/alphabet.ts";
import { applyFolds, fold, foldsOf } from "../../language/fold.ts";
import { findLanguage } from "../../language/languages/index.ts";
import { isEllipsis } from "../../language/tokenizer.ts";
import { wordsOf } from "../../language/word-lists.ts";
import { differInCapital } from "../spelling/capitals.ts";
import { differInClosing } from "../spelling/closings.ts";
import { differInFullSpelling } from "../spelling/full-spelling.ts";
import { haveSameSigns } from "./signs.ts";
import type { Word } from "./words.ts";

/** Whether a word of a text in `language`, a BCP 47 tag, is the same as `b`, a word that is quoted. */
export function isSameWord(a: Word, b: Word, language: string): boolean {
  if (a.isStruck !== b.isStruck || !haveSameSigns(a.signs, b.signs)) return false;
  if (differInClosing(a, b, language)) return false;
  if (a.text === b.text) return true;
  if (a.isSymbol && b.isSymbol && differInCaseAlone(a.text, b.text)) return false;
  if (differInSymbolCase(a, b)) return false;
  if (isEllipsis(a.text) || isEllipsis(b.text)) return isEllipsis(a.text) && isEllipsis(b.text);
  if (differAsSymbols(a.text, b.text, language)) return false;
  if (keyOf(a.text, language) !== keyOf(b.text, language)) {
    return (
      arePlainCapitals(a.text, b.text, language) ||
      differInSmallAlefs(a.text, b.text) ||
      differInFullSpelling(a.text, b.text) ||
      hasAccentAsApostrophe(a, b, language)
    );
  }
  return (
    !differInCapital(a, b, language) &&
    !differInPoints(a.text, b.text) &&
    !differInStress(a.text, b.text) &&
    !differInBreathing(a.text, b.text) &&
    !differAsAcronym(a, b, language)
  );
}

/** Whether two words are the same but for small and capital letters. */
function differInCaseAlone(a: string, b: string): boolean {
  const [own = "", other = ""] = [a, b].map((word) => word.normalize("NFKC"));
  return own !== other && own.toLowerCase() === other.toLowerCase();
}

/** The maximum number of keys to remember for a language. */
const MAX_KEYS = 20_000;
/** More languages than a corpus has. */
const MAX_LANGUAGES = 200;
const keysByLanguage = memoizeByText(MAX_LANGUAGES, (language) =>
  memoizeByText(MAX_KEYS, (word) => applyFolds(word, foldsOf(language)) || word),
);

/** Returns what a word has in common with the same word written differently. */
export function keyOf(word: string, language: string): string {
  return keysByLanguage(language)(word);
}

/**
 * Whether one of two symbols has its only capital letter at its end, and the other a different one: pH, Ph and PH. In a text in
 * capital letters, PH is the first.
 */
function differInSymbolCase(a: Word, b: Word): boolean {
  const isOther = ({ text, isAcronym }: Word) =>
    isAcronym || /^(?:[a-z][A-Z]|[A-Z][a-z])$/.test(text);
  return (
    a.text !== b.text &&
    [a, b].some(({ text }) => /^[a-z][A-Z]$/.test(text)) &&
    [a, b].every(isOther) &&
    a.text.toLowerCase() === b.text.toLowerCase()
  );
}

const SYMBOL = /^[\p{Script=Latin}\p{Script=Greek}]\p{M}*$/u;
// Words such as French “à” and Greek “ἡ” have these: grave and acute accents, breathings, and what Greek has with them.
const ACCENTS_OF_WORDS = /[\u0300\u0301\u0313\u0314\u0342\u0345]/g;

/**
 * Whether two single letters have other marks, which are signs on them: 5 Å and 5 A, x̄ and x. A letter of the language
 * is a word, such as Vietnamese “ở”.
 */
export function differAsSymbols(a: string, b: string, language: string): boolean {
  const letters = [a, b].map((text) => text.normalize("NFD"));
  if (!letters.every((letter) => SYMBOL.test(letter))) return false;
  const [marks, others] = letters.map((letter) => letter.slice(1).replace(ACCENTS_OF_WORDS, ""));
  const isOfLanguage = (letter: string) => alphabetOf(language).stripMarks(letter) === letter;
  return marks !== others && !letters.some((letter) => letter.length > 1 && isOfLanguage(letter));
}

/** Whether two words differ only in accents, where one in capitals is written without them. */
function arePlainCapitals(a: string, b: string, language: string): boolean {
  return (
    alphabetOf(language).writesCapitalsWithoutAccents &&
    [a, b].some((word) => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word)) &&
    fold(a) === fold(b)
  );
}

/** Whether a word has letters instead of signs of a long a in another one: العالمين for ٱلْعَٰلَمِينَ, الصلاة for ٱلصَّلَوٰةَ. */
export function differInSmallAlefs(a: string, b: string): boolean {
  return (
    (a.includes(SMALL_ALEF) && typedFormsOf(a).test(fold(b))) ||
    (b.includes(SMALL_ALEF) && typedFormsOf(b).test(fold(a)))
  );
}

/** The Qur’an’s sign of a long a, above a consonant or a waw. Typists write a letter, or leave it out. */
const SMALL_ALEF = "\u0670";
const SMALL_ALEFS = /(و?)\u0670/;
/** Returns the pattern of the ways in which a word with such signs is typed. */
const typedFormsOf = memoizeByText(MAX_KEYS, (word) => {
  const parts = word.normalize("NFKC").split(SMALL_ALEFS);
  // Between two parts is the waw that has the sign, if there is one.
  const patterns = parts.map((part, at) => {
    if (at % 2 === 0) return `${at === 0 ? "" : "ا?"}${fold(part)}`;
    return part === "" ? "" : "(?:وا?|(?=ا))";
  });
  return new RegExp(`^${patterns.join("")}$`, "u");
});

const FINAL_ACCENT = /[\u0300\u0301]$/;

/**
 * Whether a quoted word has an apostrophe for the accent at the end of the printed one, as in citta' for città. The
 * reverse is sure only of E' for È: other words may be printed between apostrophes.
 */
function hasAccentAsApostrophe(printed: Word, quoted: Word, language: string): boolean {
  if (findLanguage(language)?.writesFinalAccentsAsApostrophes !== true) return false;
  const isReverse = printed.text === "E" && printed.hasFinalApostrophe;
  const [accented, plain] = isReverse ? [quoted, printed] : [printed, quoted];
  const letters = accented.text.normalize("NFD");
  return (
    plain.hasFinalApostrophe &&
    FINAL_ACCENT.test(letters) &&
    keyOf(letters.replace(FINAL_ACCENT, ""), language) === keyOf(plain.text, language)
  );
}

const POINT = /[\u05b0-\u05bc\u05bf\u05c1\u05c2\u05c7\u064b-\u0652\u0670\u0730-\u073f\u0740]/;
const OTHER_SIGN =
  /[\u0591-\u05af\u05bd\u05c4\u05c5\u0640\u0653-\u0655\p{Default_Ignorable_Code_Point}]/u;

/**
 * Whether a letter has other points in one word than in the other. Points that are left out, or added to
 * a letter that has none, change no word.
 */
function differInPoints(a: string, b: string): boolean {
  const [points, others] = [a, b].map(pointsByLetter);
  if (points === undefined || others === undefined || points.length !== others.length) return false;
  return points.some((some, index) => {
    const other = others[index] ?? "";
    return (
      ![...some].every((point) => other.includes(point)) &&
      ![...other].every((point) => some.includes(point))
    );
  });
}

/** Returns the points of each letter of a word. */
function pointsByLetter(word: string): readonly string[] {
  const points: string[] = [];
  for (const character of word.normalize("NFKC").normalize("NFD")) {
    if (OTHER_SIGN.test(character)) continue;
    if (POINT.test(character)) points.push((points.pop() ?? "") + character);
    else points.push("");
  }
  return points;
}

/**
 * Whether two words in Cyrillic script have the marks of their stress on other letters: за́мок and замо́к. One that is left
 * out, or added, changes no word.
 */
function differInStress(a: string, b: string): boolean {
  const [stresses, others] = [a, b].map(stressedLettersOf);
  if (stresses === undefined || others === undefined) return false;
  const areIn = (some: readonly number[], all: readonly number[]) =>
    some.every((letter) => all.includes(letter));
  return !areIn(stresses, others) && !areIn(others, stresses);
}

/** Returns the numbers of the letters with a mark of stress, if a word is in Cyrillic script. */
function stressedLettersOf(word: string): readonly number[] {
  if (!/\p{Script=Cyrillic}/u.test(word)) return [];
  const stressed: number[] = [];
  let letter = 0;
  for (const character of word.normalize("NFD")) {
    if (STRESS.test(character)) stressed.push(letter);
    else if (/\p{L}/u.test(character)) letter += 1;
  }
  return stressed;
}

const STRESS = /[\u0300\u0301]/;

/**
 * Whether one of two words in Greek script has a rough breathing and the other a smooth one: ἓν, one, and ἐν, in. A
 * breathing that is left out, or added, changes no word: modern editions print none.
 */
function differInBreathing(a: string, b: string): boolean {
  const [breathing, other] = [a, b].map((word) => BREATHING.exec(word.normalize("NFD"))?.[1]);
  return breathing !== undefined && other !== undefined && breathing !== other;
}

const BREATHING = /\p{Script=Greek}\p{M}*?([\u0313\u0314])/u;

/** Whether one of two words is an acronym and the other, in small letters, another word: US and us. */
function differAsAcronym(a: Word, b: Word, language: string): boolean {
  if (a.isAcronym === b.isAcronym) return false;
  const word = a.isAcronym ? b.text : a.text;
  return /^\p{Ll}+$/u.test(word) && acronymsLikeWords(language).includes(word);
}

function acronymsLikeWords(language: string): readonly string[] {
  return wordsOf(findLanguage(language)?.acronymsLikeWords);
}
