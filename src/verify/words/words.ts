import { elementAt } from "../../foundation/checked-access.ts";
import { hasTokens, MINUS, type Token, tokenize } from "../../language/tokenizer.ts";
import { isTimeMark } from "../spelling/acronyms.ts";
import { type Cased, letterCaseOf, withTellingCases } from "../spelling/capitals.ts";
import { type Closed, closingAfter } from "../spelling/closings.ts";
import { type SignedWord, withSigns } from "./signs.ts";

/**
 * A word or an ellipsis of a text, together with the signs next to it that make it another one: `−` in
 * `−$279`, `′` in `6′`, `!` in `5!`, `-` in `AA-`.
 */
export interface Word extends SignedWord, Cased, Closed {
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
  word: SignedWord,
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
