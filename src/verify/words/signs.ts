import { HAN_NUMERALS } from "../../language/numerals.ts";
import { CJK } from "../../language/scripts.ts";
import { MINUS, type Token } from "../../language/tokenizer.ts";

/** A word, and the signs next to it that make it another one. */
export interface SignedWord {
  /** In UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The word without those signs. */
  readonly text: string;
  /** The signs before and after it. */
  readonly signs: readonly [before: string, after: string];
}

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
export function withSigns({ start, end }: Token, text: string): SignedWord {
  const word = text.slice(start, end);
  const own = signBefore(text, start);
  const before =
    own ||
    minusBefore(word, text, start) ||
    barBefore(word, text, start) ||
    operatorBefore(word, text, start);
  const after = signAfter(word, before, text, end);
  // A mark that may close a quotation is no part of the word.
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
const MAX_SIGN_LENGTH = 9;

/** Returns the minus, or the dash of a range, between a number or a single letter and what precedes it, with the space after it. */
function minusBefore(word: string, text: string, start: number): string {
  if (!/^(?:\p{N}|\p{L}$)/u.test(word)) return "";
  const between = /^\p{N}/u.test(word) ? MINUS_BEFORE_NUMBER : MINUS_BEFORE_CHARACTER;
  return between.exec(text.slice(Math.max(0, start - MAX_SIGN_LENGTH), start))?.[0] ?? "";
}

const MINUS_BEFORE_NUMBER = new RegExp(
  // Of typed formulas, such as 2x - 1, those with small letters: a capital is an item or a pronoun.
  String.raw`(?<=\p{N}\s{0,2}[%°′″]?\s{0,2}|(?<![\p{L}\p{M}])\p{N}{0,6}[a-zα-ω]\s)[${MINUS}—${WAVE}]\s{0,2}$|(?<=\S\s?)−\s?$|(?<=[${CJK}])[${MINUS}${WAVE}]$`,
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

function signAfter(word: string, before: string, text: string, end: number): string {
  const rest = text.slice(end, end + MAX_SIGN_AFTER);
  if (OPERATOR.test(word)) return /^!(?=\s|$)/.test(rest) ? "!" : "";
  const bar = /^[|‖∥](?![|‖∥\p{L}\p{N}])/u.exec(rest)?.[0];
  if (bar !== undefined && before.startsWith(bar)) return bar;
  const mayHavePrime = /(?:\p{N}|^\p{L})$/u.test(word);
  const prime = mayHavePrime ? PRIME.exec(rest)?.[0] : undefined;
  if (prime !== undefined) {
    // A function is derived: f'(x). After another letter, the mark is an apostrophe or ends a quotation.
    const isPrime = /\p{N}$/u.test(word)
      ? !mayCloseQuotation(text, end, prime)
      : rest.startsWith("(", prime.length);
    return isPrime ? prime.replace(/['’]/g, "′").replace(/["”]/g, "″") : prime;
  }
  if (LONE_VARIABLE.test(word) && SIGN_OF_VARIABLE.test(rest)) return rest.charAt(0);
  if (/^\d{1,3}$/.test(word)) return FACTORIAL.test(rest) ? "!" : "";
  if (/^\p{Ll}$/u.test(word)) return FACTORIAL_OF_LETTER.test(rest) ? "!" : "";
  return /^\p{Lu}{1,3}$/u.test(word) && GRADE.test(rest) ? "-" : "";
}

/** How far a quotation reaches to the mark that may close it, in UTF-16 code units. */
const MAX_QUOTED = 1000;
const NO_WORD_FOLLOWS = /^[^\p{L}\p{N}\n]*(?:$|\n)/u;
/** Marks that certainly open or close a quotation, of one stroke and of two. Other marks may be apostrophes or primes. */
const QUOTATION_MARKS_OF = {
  single: {
    opening: /(?<![\p{L}\p{N}])['‘‚](?=[\p{L}\p{N}(])/gu,
    closing: /(?<=[.,;:!?…)]|[\p{L}\p{M}](?<!s))['’](?![\p{L}\p{N}])/gu,
  },
  double: {
    opening: /(?<![\p{L}\p{N}])(?:["“„”]|[`'‘’,]{2})(?=[\p{L}\p{N}(])/gu,
    closing: /(?<=[.,;:!?…)\p{L}\p{M}])(?:["”“]|['’]{2})(?![\p{L}\p{N}])/gu,
  },
};

/**
 * Whether a mark after a number at an offset may close a quotation, and not be feet, inches or minutes: it ends its line, or a
 * mark before it opens a quotation that no other mark closes.
 */
function mayCloseQuotation(text: string, offset: number, mark: string): boolean {
  const following = text.slice(offset + mark.length, offset + mark.length + MAX_QUOTED);
  if (NO_WORD_FOLLOWS.test(following)) return true;
  const preceding = text.slice(Math.max(0, offset - MAX_QUOTED), offset);
  const { opening, closing } = QUOTATION_MARKS_OF[/^['’]$/.test(mark) ? "single" : "double"];
  const lastIn = (pattern: RegExp) => [...preceding.matchAll(pattern)].at(-1)?.index ?? -1;
  const [opened, closed] = [following.search(opening), following.search(closing)];
  const isClosedLater = closed !== -1 && (opened === -1 || closed < opened);
  return lastIn(opening) > lastIn(closing) && !isClosedLater;
}

/** Whether the signs of two words mean the same. */
export function haveSameSigns(
  [before, after]: SignedWord["signs"],
  [otherBefore, otherAfter]: SignedWord["signs"],
): boolean {
  if (before !== otherBefore) return false;
  if (after === otherAfter) return true;
  const [sign, other] = [after, otherAfter].map((sign) =>
    sign.replace(/['’′"”″‴⁗]/gu, (prime) => "′".repeat(STROKES[prime] ?? 1)),
  );
  if (sign === other) return true;
  // Marks other than primes may be quotation marks.
  return [after, otherAfter].every((sign) => /^(?:["”]|['’]{0,2})$/.test(sign));
}
