import { elementAt } from "../foundation/checked-access.ts";
import { memoizeByText } from "../foundation/memoize-by-text.ts";
import { alphabetOf } from "../language/alphabet.ts";
import { applyFolds, fold, foldsOf } from "../language/fold.ts";
import { toSerbianCyrillic, toSerbianLatin } from "../language/folding/serbian-scripts.ts";
import { findLanguage } from "../language/languages/index.ts";
import { HAN_NUMERALS } from "../language/numerals.ts";
import { CJK } from "../language/scripts.ts";
import { hasTokens, isEllipsis, MINUS, type Token, tokenize } from "../language/tokenizer.ts";
import { wordsOf } from "../language/word-lists.ts";
import { type Positions, UNKNOWN_WORD } from "../search/index/positions.ts";
import { isTimeMark } from "./spelling/acronyms.ts";
import {
  type Cased,
  differInCapital,
  letterCaseOf,
  withTellingCases,
} from "./spelling/capitals.ts";
import { type Closed, closingAfter, differInClosing } from "./spelling/closings.ts";
import { differInFullSpelling } from "./spelling/full-spelling.ts";

/**
 * A word or an ellipsis of a text, together with the signs next to it that make it another one: `−` in
 * `−$279`, `′` in `6′`, `!` in `5!`, `-` in `AA-`.
 */
export interface Word extends Cased, Closed {
  /** In UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The word without those signs. */
  readonly text: string;
  /** The signs before and after it. */
  readonly signs: readonly [before: string, after: string];
  /** Whether Markdown strikes it through. */
  readonly isStruck: boolean;
  /** Whether it is in capital letters, and words near it are not. No part of “HIV/AIDS” could be another word. */
  readonly isAcronym: boolean;
  /**
   * Whether it is a symbol, whose small and capital letters mean different ones: a unit after a number (mW, MW), a variable
   * next to a sign of mathematics, the letter of an item in brackets, or a move in chess (Bb5, bb5).
   */
  readonly isSymbol: boolean;
  /** Whether it ends with a vowel and an apostrophe, with which typists write an accent: citta'. */
  readonly hasFinalApostrophe: boolean;
  /** The start of the next word, or the end of the text. */
  readonly next: number;
}

/** The text before and after another, of which it is a part. */
export interface Surroundings {
  readonly preceding: string;
  readonly following: string;
}

export const NO_SURROUNDINGS: Surroundings = { preceding: "", following: "" };

/** Cuts a text into words. */
export function splitIntoWords(
  text: string,
  { preceding, following } = NO_SURROUNDINGS,
): readonly Word[] {
  const tokens = tokenize(text);
  const struck = [...text.matchAll(STRUCK)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const words = tokens.map((token) => withStrokes(withSigns(token, text), struck));
  const isInCapitals = tokens.map(({ start, end }) =>
    /^\p{Lu}[\p{Lu}.]*\p{Lu}$/u.test(text.slice(start, end)),
  );
  const isJoined = (index: number) =>
    isInCapitals[index] === true &&
    isInCapitals[index + 1] === true &&
    JOINT.test(text.slice(tokens[index]?.end, tokens[index + 1]?.start));
  const isAfterNumber = (index: number) =>
    /\p{N}$/u.test(words[index - 1]?.text ?? "") &&
    /^\s?$/u.test(text.slice(tokens[index - 1]?.end, tokens[index]?.start));
  const isInCapitalText = (index: number) => {
    const before = words.slice(Math.max(0, index - NEIGHBOURS), index);
    const around = [...before, ...words.slice(index + 1, index + NEIGHBOURS + 1)];
    return (
      around.some(({ text }) => /\p{Lu}/u.test(text)) &&
      ![...around, words[index]].some((word) => /\p{Ll}/u.test(word?.text ?? ""))
    );
  };
  return words.map((word, index) => ({
    ...word,
    isAcronym:
      isInCapitals[index] === true &&
      // AM is no acronym after a number.
      !(isTimeMark(word.text) && isAfterNumber(index)) &&
      !isJoined(index) &&
      !isJoined(index - 1) &&
      !isInCapitalText(index),
    isSymbol:
      (isUnit(word.text, isAfterNumber(index)) ||
        CHESS_MOVE.test(word.text) ||
        isVariable(elementAt(tokens, index), text)) &&
      !isInCapitalText(index),
    hasFinalApostrophe: hasFinalApostrophe(elementAt(tokens, index), text),
    closing: closingAfter(word.text, afterToken(elementAt(tokens, index), text, following)),
    letterCase: isInCapitalText(index)
      ? undefined
      : letterCaseOf(word.text, separatorBefore(index, tokens, text, preceding)),
    next: words[index + 1]?.start ?? text.length,
  }));
}

/** The properties that only the words around a word show. */
type Contextual =
  | "isAcronym"
  | "isSymbol"
  | "hasFinalApostrophe"
  | "letterCase"
  | "closing"
  | "next";

/** Returns the signs after a token, which may be in the following text. */
function afterToken({ end }: Token, text: string, following: string): string {
  const after = text.slice(end, end + MAX_CLOSING);
  return end + MAX_CLOSING > text.length ? after + following.slice(0, MAX_CLOSING) : after;
}

/** More than the signs that end a sentence, in UTF-16 code units. */
const MAX_CLOSING = 8;

/** Returns what is between a token and the one before it, which may be in the preceding text; undefined if there is none. */
function separatorBefore(
  index: number,
  tokens: readonly Token[],
  text: string,
  preceding: string,
): string | undefined {
  const before = text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start);
  if (index > 0) return before;
  const around = preceding.slice(-MAX_SEPARATOR);
  return hasTokens(around) ? (/[^\p{L}\p{N}]*$/u.exec(around)?.[0] ?? "") + before : undefined;
}

/** More than is between two words, in UTF-16 code units. */
const MAX_SEPARATOR = 20;

/** Cuts a quotation into words, in which those that are printed show which capital letters mean anything. */
export function splitQuotation(
  quoted: string,
  printed: readonly Word[],
  language: string,
): readonly Word[] {
  return withTellingCases(splitIntoWords(quoted), printed, language);
}

/** Units of the SI, of energy and of information with the prefixes that are written after numbers in texts, and MM for millions. */
const UNIT_SYMBOL =
  "(?:[kMGTmμµuncdh]?(?:W|Wh|Hz|V|A|J|N|Pa|g|m|eV)|[kKMGT](?:b|B|bit|bps|Bps)|k?[cC]al|MM|[hkstGHKMST])";
/** Those with letters of both cases, which typists may write in one: KPA says neither kPa nor another unit. */
const MIXED_UNIT_SYMBOL = "(?:[kMGTmh]?(?:Wh|Hz|Pa|eV)|[kmμµn](?:W|V|A|J|N))";
const UNIT = new RegExp(`^${UNIT_SYMBOL}$`, "u");
const MIXED_UNIT = new RegExp(`^${MIXED_UNIT_SYMBOL}$`, "iu");
const NUMBER = /^\p{N}[\p{N}.,]*(?=\p{L})/u;

/** Whether a word is the symbol of a unit: after a number, or together with one. */
function isUnit(word: string, isAfterNumber: boolean): boolean {
  const symbol = word.replace(NUMBER, "");
  const mayBeUnit = isAfterNumber || symbol !== word;
  return mayBeUnit && (UNIT.test(symbol) || MIXED_UNIT.test(symbol));
}

/** In algebraic notation, of a bishop or of the pawn on the file b, and of other pieces. */
const CHESS_MOVE = /^[BKNQR](?:[a-h]|[1-8])?x?[a-h][1-8]$/i;
/** A letter by itself, or with its power or index. */
const VARIABLE = /^[\p{Script=Latin}\p{Script=Greek}]\p{M}*[⁰¹²³⁴-⁹₀-₉]*$/u;
const MATHEMATICS = "[=<>≤≥≠≈≡∈∉∋⊂⊃⊆⊇∪∩∀∃×÷√∝→←↔⇒⇔∞±∑∏∫∂∇∧∨¬]";
const AFTER_MATHEMATICS = new RegExp(String.raw`${MATHEMATICS}\s?$`, "u");
// A function has its argument right after it.
const BEFORE_MATHEMATICS = new RegExp(
  String.raw`^(?:\s?${MATHEMATICS}|[′″‴]?\([^\s()]{1,5}\))`,
  "u",
);
/** In brackets, an argument, or the letter of an item, which may have the closing one alone. */
const BRACKET_BEFORE = /[([]$/;
const BRACKET_AFTER = /^[)\]]/;

/** Whether a token is a single letter that its surroundings make a variable or an item. */
function isVariable({ start, end }: Token, text: string): boolean {
  if (!VARIABLE.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + MAX_ARGUMENT);
  if (/[⁰¹²³⁴-⁹₀-₉]/.test(text.slice(start, end))) return true;
  const isInBrackets = BRACKET_BEFORE.test(before) && BRACKET_AFTER.test(after);
  return isInBrackets || AFTER_MATHEMATICS.test(before) || BEFORE_MATHEMATICS.test(after);
}

/** More than the argument of a function has, in UTF-16 code units. */
const MAX_ARGUMENT = 10;

function hasFinalApostrophe({ start, end }: Token, text: string): boolean {
  return (
    FINAL_APOSTROPHE.test(text.slice(end - 1, end + 2)) &&
    !OPENING_APOSTROPHE.test(text.slice(0, start))
  );
}

const FINAL_APOSTROPHE = /^[aeiou]['’´`](?!\p{L})/iu;
/** After it, an apostrophe may be the other mark of a pair. */
const OPENING_APOSTROPHE = /(?<![\p{L}\p{M}\p{N}])['‘`]/u;

/** A sign that makes one name of two acronyms. */
const JOINT = new RegExp(`^[/${MINUS}]$`, "u");

const STRUCK = /~~(?=\S)[^~]+(?<=\S)~~/gu;

/** A word by itself, without what depends on those around it. */
type WordWithSigns = Omit<Word, Contextual>;

/** Marks a word as struck through, and makes the strokes part of the words next to them. */
function withStrokes(
  word: Omit<WordWithSigns, "isStruck">,
  struck: readonly { readonly start: number; readonly end: number }[],
): WordWithSigns {
  const { start, end } = word;
  const range = struck.find((one) => one.start <= start && end <= one.end);
  if (range === undefined) return { ...word, isStruck: false };
  return {
    ...word,
    isStruck: true,
    start: start === range.start + STROKE.length ? range.start : start,
    end: end === range.end - STROKE.length ? range.end : end,
  };
}

/** The mark before and after words that are struck through, as in Markdown. */
export const STROKE = "~~";

/** How many words on each side distinguish a word in capitals from a text in capitals. */
const NEIGHBOURS = 3;

const NUMBER_OR_CURRENCY = /^[\p{N}\p{Sc}]/u;
const OPENED = "^|[\\s([{“‘\"'«„]";
const SIGN_BEFORE_NUMBER = new RegExp(`(?<=${OPENED})[~${MINUS}]$`, "u");
/** In code and in logic, “not”: `!ready`, `!(a && b)`. */
const NOT_BEFORE_LETTER = new RegExp(
  String.raw`(?<=${OPENED}|[=&|<>+*/,;:?])!{1,2}(?:\(\s?)?$`,
  "u",
);
/** Signs that make another operator of one: `!=`, `/=`, `:=`. After a digit, it may be a factorial. */
const SIGN_BEFORE_OPERATOR = /(?<!\d)[!/\\~:*^]$/;
const OPERATOR = /^[=<>]/;
/**
 * The bar of a condition, P(A|B), or of an absolute value, |x|, and the slash of a quotient, a/b. One with spaces around it
 * divides lines.
 */
const BAR_BEFORE =
  /(?<!\|)[|‖∥]$|(?<=[^\s|‖∥])[|‖∥]\s$|(?<=(?<![\p{L}\p{N}])[\p{L}\p{N}])(?:[/_]|\s[|‖∥]\s)$/u;
const PRIME = /^(?:[′″‴⁗]+|["”]|['’]+(?!\p{L}))/u;
/** Primes of several strokes, and quotation marks for them, with the number of their strokes. */
const STROKES: Readonly<Record<string, number>> = {
  ...{ "'": 1, "’": 1, "′": 1, '"': 2, "”": 2, "″": 2, "‴": 3, "⁗": 4 },
};
// After larger numbers, it only ends a sentence.
const FACTORIAL = /^[!！](?![!！])/;
const FACTORIAL_OF_LETTER = /^[!！](?![!！=])/;
const GRADE = new RegExp(String.raw`^[${MINUS}](?=$|[\s.,;:)\]”"’])`, "u");

/** Signs of a range in East Asian texts. Elsewhere, “~” before a number is “about”. */
const WAVE = "〜～~";
const MINUS_OR_DASH = new RegExp(`[${MINUS}—]`, "u");
const DASH_OF_RANGE = new RegExp(`[${MINUS}—${WAVE}]`, "u");

/** Adds the signs next to a token that belong to its meaning. */
function withSigns({ start, end }: Token, text: string): Omit<WordWithSigns, "isStruck"> {
  const word = text.slice(start, end);
  const own = signBefore(text, start);
  const before =
    own ||
    minusBefore(word, text, start) ||
    barBefore(word, text, start) ||
    operatorBefore(word, text, start);
  const after = signAfter(word, before, text.slice(end, end + MAX_SIGN_AFTER));
  // A quotation mark may also close a quotation.
  const width = /['"’”]/.test(after) ? 0 : after.length || stopAfterInitial(word, text, end);
  return {
    start: start - before.length,
    end: end + width,
    text: word,
    signs: [
      before
        .replace(own === "" ? DASH_OF_RANGE : MINUS_OR_DASH, "-")
        .replace("∥", "‖")
        .replace(/[\s(]/g, ""),
      after.replace("∥", "‖"),
    ],
  };
}

/** More than a sign has that follows a word, in UTF-16 code units. */
const MAX_SIGN_AFTER = 5;

/** Returns the length of the full stop at the end of an acronym that has others: U.S. */
function stopAfterInitial(word: string, text: string, end: number): number {
  const before = text.slice(0, end - word.length);
  return /^\p{L}$/u.test(word) && text.startsWith(".", end) && INITIAL.test(before) ? 1 : 0;
}

const INITIAL = /(?<![\p{L}\p{M}])\p{L}\.$/u;

/** Returns the sign right before a number or its currency, a letter or an operator. */
export function signBefore(text: string, start: number): string {
  const word = text.slice(start, start + 1);
  const sign = NUMBER_OR_CURRENCY.test(word)
    ? SIGN_BEFORE_NUMBER
    : OPERATOR.test(word)
      ? SIGN_BEFORE_OPERATOR
      : NOT_BEFORE_LETTER;
  return sign.exec(text.slice(Math.max(0, start - MAX_SIGN_LENGTH), start))?.[0] ?? "";
}

/** More than a sign has with what precedes it, in UTF-16 code units. */
const MAX_SIGN_LENGTH = 6;

/** Returns the minus, or the dash of a range, between a number or a single letter and what precedes it, with the space after it. */
function minusBefore(word: string, text: string, start: number): string {
  if (!/^(?:\p{N}|\p{L}$)/u.test(word)) return "";
  const between = /^\p{N}/u.test(word) ? MINUS_BEFORE_NUMBER : MINUS_BEFORE_CHARACTER;
  return between.exec(text.slice(Math.max(0, start - MAX_SIGN_LENGTH), start))?.[0] ?? "";
}

const MINUS_BEFORE_NUMBER = new RegExp(
  // Of typed formulas, such as 2x - 1, those with small letters: a capital is an item or a pronoun.
  String.raw`(?<=\p{N}\s?[%°′″]?\s?|(?<![\p{L}\p{M}])\p{N}{0,6}[a-zα-ω]\s)[${MINUS}—${WAVE}]\s?$|(?<=\S\s?)−\s?$|(?<=[${CJK}])[${MINUS}${WAVE}]$`,
  "u",
);
// Between letters, only the sign itself is more than punctuation.
const MINUS_BEFORE_CHARACTER = new RegExp(
  String.raw`(?<=\S\s?)−\s?$|(?<=[${HAN_NUMERALS}])[${WAVE}]$`,
  "u",
);

/** Returns the bar or the slash between a word and what precedes it, with the space around it. */
function barBefore(word: string, text: string, start: number): string {
  if (!/^[\p{L}\p{N}]/u.test(word)) return "";
  const bar = BAR_BEFORE.exec(text.slice(Math.max(0, start - MAX_SIGN_LENGTH), start))?.[0] ?? "";
  return /^[/_]$/.test(bar) && !/^\p{L}$/u.test(word) ? "" : bar;
}

/** Returns the sign of a power or a product between two numbers or variables, or that before a variable. */
function operatorBefore(word: string, text: string, start: number): string {
  if (!/^(?:\p{N}|\p{L}$)/u.test(word)) return "";
  const preceding = text.slice(Math.max(0, start - MAX_SIGN_LENGTH), start);
  const own = OPERATOR_BEFORE.exec(preceding)?.[0];
  if (own !== undefined) return own;
  const sign = /^\p{N}/u.test(word) ? MINUS_AFTER_VARIABLE : SIGN_BEFORE_VARIABLE;
  return sign.exec(preceding + word)?.[0] ?? "";
}

const ONE_LETTER = String.raw`(?<![\p{L}\p{M}\p{N}'’])\p{L}`;
/** Markdown’s asterisks have a space on one side only. */
const OPERATOR_BEFORE = new RegExp(
  String.raw`(?<=${ONE_LETTER}|[\p{N})\]])[\^*]$|(?<=(?:${ONE_LETTER}|[\p{N})\]])\s)[*]\s$`,
  "u",
);
const MINUS_AFTER_VARIABLE = new RegExp(
  String.raw`(?<=(?<![\p{L}\p{M}\p{N}'’])[a-zα-ω])[${MINUS}](?=\p{N}+$)`,
  "u",
);
/** A word of one letter, such as “y” and “a”, may be after a dash. No other letter is one in a language that has no spaces around it. */
const SIGN_BEFORE_VARIABLE = new RegExp(
  String.raw`(?<=${OPENED})(?:~(?=\p{L}$)|[${MINUS}](?=[bcdfghjmnpqrtxα-ω]$))`,
  "u",
);

/** A letter that is no word by itself, so that no sign after it is the mark of a note. */
const LONE_VARIABLE = /^[b-hj-np-xzB-HJ-NP-Zα-ω]$/u;
/** A star after a variable: x*. Another one would be Markdown, and a dagger is the mark of a note. */
const SIGN_OF_VARIABLE = /^\*(?![*\p{L}\p{N}])/u;

function signAfter(word: string, before: string, rest: string): string {
  if (OPERATOR.test(word)) return /^!(?=\s|$)/.test(rest) ? "!" : "";
  const bar = /^[|‖∥](?![|‖∥\p{L}\p{N}])/u.exec(rest)?.[0];
  if (bar !== undefined && before.startsWith(bar)) return bar;
  const mayHavePrime = /(?:\p{N}|^\p{L})$/u.test(word);
  const prime = mayHavePrime ? PRIME.exec(rest)?.[0] : undefined;
  if (prime !== undefined) {
    // A function is derived: f'(x). Elsewhere, the mark may end a quotation.
    const isDerivative = /^\p{L}$/u.test(word) && rest.startsWith("(", prime.length);
    return isDerivative ? prime.replace(/['’]/g, "′").replace(/["”]/g, "″") : prime;
  }
  if (LONE_VARIABLE.test(word) && SIGN_OF_VARIABLE.test(rest)) return rest.charAt(0);
  if (/^\d{1,3}$/.test(word)) return FACTORIAL.test(rest) ? "!" : "";
  if (/^\p{Ll}$/u.test(word)) return FACTORIAL_OF_LETTER.test(rest) ? "!" : "";
  return /^\p{Lu}{1,3}$/u.test(word) && GRADE.test(rest) ? "-" : "";
}

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

function haveSameSigns(
  [before, after]: Word["signs"],
  [otherBefore, otherAfter]: Word["signs"],
): boolean {
  if (before !== otherBefore) return false;
  if (after === otherAfter) return true;
  const [sign, other] = [after, otherAfter].map((sign) =>
    sign.replace(/['’′"”″‴⁗]/gu, (prime) => "′".repeat(STROKES[prime] ?? 1)),
  );
  if (sign === other) return true;
  // Marks other than primes may be quotation marks.
  return [after, otherAfter].every((sign) => sign === "" || /^['’"”]$/.test(sign));
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

/** How many letters of a word may be signs where it is printed. */
const MAX_VOWEL_LETTERS = 4;

/**
 * Returns the words of a quotation as ids. A word that is not indexed counts as the one that typists mean by it: Maenner for
 * Männer, gaard for gård, and the reverse; العالمين where the Qur’an has a sign instead of the second alef; اضاء for أضاء; שולחן for
 * שֻׁלְחָן; and a Serbian word in the other script.
 */
export function wordIdsOf(text: string, positions: Positions): readonly number[] {
  const ids = positions.wordIdsOf(text);
  if (!ids.includes(UNKNOWN_WORD)) return ids;
  const tokens = tokenize(text);
  const known = new Map<string, number>();
  let lookups = 0;
  function findOther(word: string): number {
    const spellings = otherSpellingsOf(word);
    lookups += spellings.length;
    if (lookups > MAX_LOOKUPS) return UNKNOWN_WORD;
    const found = spellings.flatMap((spelling) => positions.wordIdsOf(spelling).slice(0, 1));
    return found.find((id) => id !== UNKNOWN_WORD) ?? UNKNOWN_WORD;
  }
  return ids.map((id, index) => {
    const token = tokens[index];
    if (id !== UNKNOWN_WORD || token === undefined) return id;
    const word = text.slice(token.start, token.end).normalize("NFC");
    const other = known.get(word) ?? findOther(word);
    known.set(word, other);
    return other;
  });
}

/** How many other spellings of a quotation's words are looked up: those of some hundred and fifty Arabic words. */
const MAX_LOOKUPS = 1500;

/** Returns the words that typists may mean by one that is not indexed. */
function otherSpellingsOf(word: string): readonly string[] {
  return [
    ...withoutAlefs(word),
    ...withHamzas(word),
    ...withoutVowelLetters(word),
    ...toSerbianCyrillic(word),
    toSerbianLatin(word),
    word.replace(/([aou])e|(a)a/gi, "$1$2"),
    word.replace(/[äöüåø]/gi, (letter) => `${fold(letter)}${/å/i.test(letter) ? "a" : "e"}`),
  ].filter((spelling) => spelling !== word);
}

/** Returns a word without all of its inner alefs, without each one of them, and with a waw instead of each. */
function withoutAlefs(word: string): readonly string[] {
  const alefs = [...word.matchAll(/(?<=\p{Script=Arabic})ا/gu)].slice(0, MAX_VOWEL_LETTERS);
  if (alefs.length === 0) return [];
  return [
    ...["", "و"].flatMap((letter) =>
      alefs.map(({ index }) => word.slice(0, index) + letter + word.slice(index + 1)),
    ),
    word.replace(/(?<=\p{Script=Arabic})ا/gu, ""),
  ];
}

/** Returns a Hebrew word without all of its inner waws and yods, and without each one of them. */
function withoutVowelLetters(word: string): readonly string[] {
  const letters = [...word.matchAll(/(?<=\p{Script=Hebrew})[וי](?=\p{Script=Hebrew})/gu)];
  if (letters.length === 0) return [];
  return [
    ...letters
      .slice(0, MAX_VOWEL_LETTERS)
      .map(({ index }) => word.slice(0, index) + word.slice(index + 1)),
    word.replace(/(?<=\p{Script=Hebrew})[וי](?=\p{Script=Hebrew})/gu, ""),
  ];
}

/** Returns a word with a hamza on each of its alefs, and with two. */
function withHamzas(word: string): readonly string[] {
  const alefs = [...word.matchAll(/ا/g)].slice(0, MAX_VOWEL_LETTERS).map(({ index }) => index);
  const withOne = (text: string, index: number) =>
    ["أ", "إ"].map((letter) => text.slice(0, index) + letter + text.slice(index + 1));
  return alefs.flatMap((index, at) =>
    withOne(word, index).flatMap((one) => [
      one,
      ...alefs.slice(at + 1).flatMap((later) => withOne(one, later)),
    ]),
  );
}
