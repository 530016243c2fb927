import { fold } from "../../language/fold.ts";
import { findNegations, isRejection } from "../../language/negations.ts";
import { isNumberWord } from "../../language/numerals.ts";
import {
  betweenSingleMarks,
  CLOSING_MARKS,
  findQuotedText,
  OPENING_MARKS,
  type QuotedText,
} from "../../language/quotation-marks.ts";
import { SOUTHEAST_ASIAN, UNSPACED } from "../../language/scripts.ts";
import { hasTokens, isEllipsis, tokenize } from "../../language/tokenizer.ts";
import { splitAtEllipses } from "../ellipsis.ts";
import type { UnmarkedText } from "./editorial-mark.ts";

/**
 * Removes the words in brackets that a quotation may have added without changing its sense. They may also
 * explain printed ones: then `instead` replaces them.
 */
export function removeBracketedWords(quoted: string, language: string, instead = ""): UnmarkedText {
  const added = (quoted.match(BRACKETED_WORDS) ?? []).filter(
    (mark) => !isEllipsis(mark) && !changesSense(mark, language),
  );
  const isTooMuch = tokenize(added.join(" ")).length > tokenize(quoted).length * MAX_ADDED;
  if (isTooMuch) return { text: quoted, marks: [] };
  const text = added.reduce((rest, mark) => {
    const spaced = ` ${mark}`;
    return rest.replace(rest.includes(spaced) ? spaced : mark, instead);
  }, quoted);
  return { text: text.trim(), marks: added.map((mark) => ({ kind: "words", text: mark })) };
}

/**
 * Removes the words outside of quotation marks, which are those of the person who quotes: “…,” she wrote, “…”. None are
 * removed if some may take back or change what is quoted, if fewer words are inside of the marks, or if a mark may be
 * another sign.
 */
export function removeWordsOutsideMarks(quoted: string, language: string): UnmarkedText {
  const inside = findQuotedParts(quoted);
  const outside = [0, ...inside.map(({ end }) => end)]
    .map((end, index) => quoted.slice(end, inside[index]?.offset).trim())
    .filter(hasTokens);
  const texts = inside.map(({ text }) => text);
  const countIn = (some: readonly string[]) => tokenize(some.join(" ")).length;
  const isQuotation =
    countIn(outside) < countIn(texts) &&
    !inside.some((one) => isWithinWord(quoted, one)) &&
    // Of marks within marks of the same kind, the inner ones open after a space.
    !texts.some((text) => /^ | $/.test(text) && !FRENCH_SPACES.test(text)) &&
    outside.every(
      (words) =>
        words.length <= MAX_OUTSIDE &&
        !ANY_QUOTATION_MARK.test(words) &&
        splitAtEllipses(words).length === 1 &&
        findNegations(words, language).length === 0,
    ) &&
    !inside.some(({ offset }) => endsWithCount(before(quoted, offset), language));
  // Where words are left out as well, those between two parts may take the place of printed ones, unless a sign divides
  // them from these.
  const isWhole =
    texts.length === 1 ||
    texts.every((text) => splitAtEllipses(text).length === 1) ||
    inside.slice(1).every(({ offset }) => /[,;:.—–]\s*$/u.test(before(quoted, offset)));
  return isQuotation && isWhole
    ? { text: texts.join(" "), marks: outside.map((text) => ({ kind: "words", text })) }
    : { text: quoted, marks: [] };
}

/** The maximum length of the words around the part of a quotation that is in quotation marks, in UTF-16 code units. */
const MAX_AROUND = 160;
/** A title in its own marks among them, or a citation in brackets, which begins with a name. */
const TITLE = /^[《〈『]/u;
const CITATION =
  /^[.,;，、；。]?\s*[([（]\s*[\p{Lu}\p{Lo}][^()[\]（）,:，：、]{0,40}[,:，：、][^()[\]（）]*[)\]）][.。]?$/u;

/**
 * Removes the words around the longest part in quotation marks, if nothing else there can be a part of the quotation and nothing takes it
 * back: “…” (A. Quill, “The Log”, 1851, p. 12), Article 5 says “…”. Fewer words are before it than in it.
 */
export function removeWordsAround(quoted: string, language: string): UnmarkedText {
  const parts = findQuotedParts(quoted);
  const longest = Math.max(0, ...parts.map(({ text }) => text.length));
  const main = parts.find(({ text }) => text.length === longest);
  if (main === undefined) return { text: quoted, marks: [] };
  const around = [quoted.slice(0, main.offset), quoted.slice(main.end)].map((one) => one.trim());
  const isApart = around.every((words) => words.length <= MAX_AROUND && !rejects(words, language));
  const isLonger = tokenize(around[0] ?? "").length < tokenize(main.text).length;
  const isCited = parts.length === 2 && CITATION.test(quoted.slice(main.end).trim());
  const isOne = parts.every(
    (one) =>
      one === main ||
      TITLE.test(quoted.slice(one.offset, one.end)) ||
      (isCited && one.offset > main.end),
  );
  const isCounted = endsWithCount(before(quoted, main.offset), language);
  if (!isApart || !isLonger || !isOne || isCounted || isWithinWord(quoted, main)) {
    return { text: quoted, marks: [] };
  }
  // A mark that does not close may open another part.
  const unmarked = parts
    .filter((one) => one !== main)
    .reduce(
      (rest, { offset, end }) => rest.replace(quoted.slice(offset, end), ""),
      around.join(" "),
    );
  if (ANY_QUOTATION_MARK.test(unmarked)) return { text: quoted, marks: [] };
  const marks = around.filter(hasTokens).map((text) => ({ kind: "words", text }) as const);
  return { text: main.text, marks };
}

const IN_SINGLE_MARKS = new RegExp(betweenSingleMarks("'‘", "'’"), "gu");

/** Returns the parts of a text in quotation marks; in single ones, which may be apostrophes, only if there are no others. */
function findQuotedParts(text: string): readonly QuotedText[] {
  const quoted = findQuotedText(text).filter(({ offset }) => text.charAt(offset) !== "‘");
  if (quoted.length > 0) return quoted;
  return [...text.matchAll(IN_SINGLE_MARKS)].map(({ 0: match, index }) => ({
    text: match.slice(1, -1),
    offset: index,
    end: index + match.length,
  }));
}

/** Whether a text has words in quotation marks. */
export function hasQuotedParts(text: string): boolean {
  return findQuotedParts(text).length > 0;
}

/** Whether a number before a quotation mark may count what follows. That of a year does not. */
function endsWithCount(before: string, language: string): boolean {
  const [, word = ""] = /(\S+)\s*$/u.exec(before) ?? [];
  const [token] = tokenize(word);
  const last = token === undefined ? "" : word.slice(token.start, token.end);
  return (isNumberWord(last, language) || /\p{N}/u.test(last)) && !/^[12]\d{3}\P{N}*$/u.test(word);
}

const FRENCH_SPACES = /^ .* $/s;

/** A quotation mark, unless it is an apostrophe. */
const ANY_QUOTATION_MARK = new RegExp(
  String.raw`[‘${OPENING_MARKS}${CLOSING_MARKS}]|(?<!\p{L})['’]|['’](?!\p{L})`,
  "u",
);

const LETTER = String.raw`(?![${UNSPACED}${SOUTHEAST_ASIAN}\p{Script=Hangul}])[\p{L}\p{N}]`;

const ENDS_WITHIN_WORD = new RegExp(`${LETTER}$`, "u");

const BEGINS_WITHIN_WORD = new RegExp(`^${LETTER}`, "u");

/** Whether a word goes on outside of its marks, as in Hebrew’s abbreviations, which have such a mark in them. */
function isWithinWord(text: string, { offset, end }: QuotedText): boolean {
  return (
    ENDS_WITHIN_WORD.test(text.slice(Math.max(0, offset - 2), offset)) ||
    BEGINS_WITHIN_WORD.test(text.slice(end, end + 2))
  );
}

/** The maximum length of the words before, between or after quotation marks, in UTF-16 code units. */
const MAX_OUTSIDE = 60;

/** The share of words in brackets that a quotation may have. If more seem added, they are its own. */
const MAX_ADDED = 0.3;

// [W]e and soldier[s] are parts of words. Editions have other brackets too (Leiden conventions).
const BRACKETED_WORDS =
  /(?<![\p{L}\p{M}])(?:\[[^[\]]*\p{L}[^[\]]*\]|⟨[^⟨⟩]*\p{L}[^⟨⟩]*⟩|\{[^{}]*\p{L}[^{}]*\})(?!\p{L})/gu;

/** Whether words in brackets have a negation, a number or a name among them. */
export function changesSense(bracketed: string, language: string): boolean {
  const hasName = tokenize(bracketed).some(({ start, end }) => {
    const word = bracketed.slice(start, end);
    return /^\p{Lu}/u.test(word) && fold(word) !== "i";
  });
  return hasName || negatesOrCounts(bracketed, language);
}

/** Whether words have a negation or a number among them. */
export function negatesOrCounts(words: string, language: string): boolean {
  return (
    findNegations(words, language).length > 0 ||
    tokenize(words).some(({ start, end }) => {
      const word = words.slice(start, end);
      return isNumberWord(word, language) || /\p{N}/u.test(word);
    })
  );
}

/** Returns the end of what is before an offset: there may be many marks. */
function before(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - MAX_OUTSIDE), offset);
}

/** Separates the words that a tag joins: “#NotTrue”, “#not_true”. */
export function wordsOfTags(tags: string): string {
  return tags.replaceAll("_", " ").replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
}

/** Whether words, tags or emoji beside a quotation say that it is not true. */
export function rejects(words: string, language: string): boolean {
  return (
    [words, wordsOfTags(words)].some(isRejection) ||
    findNegations(wordsOfTags(words), language).length > 0
  );
}
