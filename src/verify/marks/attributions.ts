import { LANGUAGES } from "../../language/languages/index.ts";
import { findNegations, hasNegation } from "../../language/negations.ts";
import { AUTHOR_WORD } from "../../language/part-headings.ts";
import {
  CLOSING_MARKS,
  isInQuotationMarks,
  OPENING_MARKS,
} from "../../language/quotation-marks.ts";
import { UNSPACED } from "../../language/scripts.ts";
import { isEllipsis, tokenize } from "../../language/tokenizer.ts";
import { allWords, wordPattern } from "../../language/word-lists.ts";
import {
  EMPHASES,
  isCitationConnective,
  isLetterName,
  REMARKS,
  readerCitationAfter,
  removeContributorLabels,
  removePlaces,
  removeSourceLabel,
  SOURCE_LABEL,
} from "./citation-remarks.ts";
import type { EditorialMark, NamingUse, UnmarkedText } from "./editorial-mark.ts";
import { writtenWordsOf } from "./naming-words.ts";
import { rejects } from "./words-outside.ts";
import { removeDates } from "./written-dates.ts";

const SENTENCE_END = new RegExp(`[.!?…。！？${CLOSING_MARKS}]$`);
/** Whether a sentence or a quotation ends at the end of a text. */
export const closesSentence = (text: string) => SENTENCE_END.test(text.trim());

const hasCapital = (text: string) => /\p{Lu}/u.test(text);

/**
 * Removes lines before and after a quotation that name its author, its work or its day. Without a dash, they may be lines
 * of the quotation as well.
 */
export function removeNamingLines(
  quoted: string,
  language: string,
  naming: NamingUse,
): UnmarkedText {
  const marks: EditorialMark[] = [];
  let text = quoted.trim();
  const citation = readerCitationAfter(text);
  if (citation !== undefined) {
    const kind = kindOfAttribution(citation.line, true, language, naming) ?? "words";
    marks.push({ kind, text: citation.whole.trim() });
    text = text.slice(0, -citation.whole.length).trim();
  }
  for (let count = 0; count < MAX_NAMING_LINES; count += 1) {
    const [line] = LAST_LINE.exec(text) ?? [];
    const after =
      line !== undefined && kindOfAttribution(line, false, language, naming) === "attribution"
        ? ({ kind: "attribution", text: line } as const)
        : marks.length > 0 && attributionAfter(text, language, naming);
    if (!after) break;
    marks.push({ kind: after.kind, text: after.text.trim() });
    text = text.slice(0, -after.text.length).trim();
  }
  const [before] = FIRST_LINE.exec(text) ?? [];
  // A heading alone is looked for in the document.
  const isNaming =
    before !== undefined &&
    (marks.length > 0 || !naming.isHeading(before)) &&
    kindOfAttribution(before, false, language, naming) === "attribution";
  if (isNaming) {
    marks.push({ kind: "attribution", text: before.trim() });
    text = text.slice(before.length);
  }
  return { text, marks };
}

/** The author and the work may have a line each after a quotation, and the day. */
const MAX_NAMING_LINES = 3;

const LAST_LINE = /[\n\u2028][^\S\n\u2028]*[^\s][^\n\u2028]{1,80}$/u;

const FIRST_LINE = /^[^\n\u2028]{2,80}[\n\u2028]\s*(?=\S)/u;

/** Returns the attribution at the end of a text, with the signs before it. */
export function attributionAfter(
  quoted: string,
  language: string,
  naming: NamingUse,
): EditorialMark | undefined {
  return (
    signedAttributionAfter(quoted, language, naming) ??
    unsignedAttributionAfter(quoted, language, naming)
  );
}

const MAX_UNSIGNED_LENGTH = 120;

/**
 * Returns the attribution after the last sentence of a text that is written like one: “Ada Quill, Letters, 1871.” Only a name
 * that the corpus has together with a title or a year shows that it is none.
 */
function unsignedAttributionAfter(
  quoted: string,
  language: string,
  naming: NamingUse,
): EditorialMark | undefined {
  const offset = Math.max(0, quoted.length - MAX_UNSIGNED_LENGTH);
  const end = quoted.slice(offset);
  for (const { index } of end.matchAll(SENTENCE_BREAK)) {
    const text = end.slice(index);
    const names = writtenWordsOf(text).filter(hasCapital);
    const isShown =
      (YEAR.test(text) || naming.removeTitle(text) !== text) &&
      names.some((name) => naming.useOf(name) === "name");
    if (offset + index > 0 && isShown) {
      const kind = kindOfAttribution(text, false, language, naming);
      if (kind === "attribution") return { kind, text };
    }
  }
  return undefined;
}

const YEAR = /(?<![\p{L}\p{N}])[12]\d{3}(?![\p{L}\p{N}])/u;

const SENTENCE_BREAK = new RegExp(String.raw`(?<=[.!?…][${CLOSING_MARKS}]?)\s(?=\p{Lu})`, "gu");

/** Returns the attribution that a sign divides from the words before it. */
function signedAttributionAfter(
  quoted: string,
  language: string,
  naming: NamingUse,
): EditorialMark | undefined {
  const byline = bylineAfter(quoted, language, naming);
  if (byline !== undefined) return byline;
  const labelled = LABELLED.exec(quoted);
  const { 0: text, index } = labelled ?? ATTRIBUTION.exec(quoted) ?? {};
  if (text === undefined) return undefined;
  const before = quoted.slice(0, index).trim();
  if (labelled !== null && !hasNegation(text, language)) {
    const kind = kindOfAttribution(text, true, language, naming) ?? "words";
    if (closesSentence(before)) return { kind, text };
    // Within a sentence, it may be words of it.
    if (!/^\s\p{Ll}/u.test(text)) return { kind: "words", text };
  }
  const isWhole = isInQuotationMarks(before);
  const isApart = isWhole || /^[\n\u2028]/.test(text);
  // Without a sign, a name may continue the sentence that has a quotation in it.
  if (!isWhole && /^,?\s\p{Lu}/u.test(text)) return undefined;
  const isAfterSentence = isApart || closesSentence(before);
  // Without a sign, “Utter Rubbish” may as well be said of the quotation.
  const isSigned = !/^,?\s\p{Lu}/u.test(text);
  // Within a sentence, a name in square brackets may be that of someone in it.
  const named = isAfterSentence ? text.replace(/[[［〔]/u, "(") : text;
  const kind =
    kindOfAttribution(named, isApart && isSigned, language, naming, isAfterSentence) ??
    (OWN_LINE.test(text) || (isAfterSentence && /^\s*[–—]/.test(text))
      ? kindOfDescribedName(text, language, naming)
      : undefined) ??
    (isAfterSentence && namesSource(text, language, naming) ? "words" : undefined);
  return kind === undefined ? undefined : { kind, text };
}

/**
 * Returns an attribution that begins with “by”, or the sign of a section without any other. Within a sentence, they may be
 * words of it.
 */
function bylineAfter(
  quoted: string,
  language: string,
  naming: NamingUse,
): EditorialMark | undefined {
  const { 0: text, index } = BYLINE.exec(quoted) ?? SECTION.exec(quoted) ?? {};
  if (text === undefined) return undefined;
  const before = quoted.slice(0, index).trim();
  const kind = kindOfAttribution(text, true, language, naming);
  return kind && { kind: closesSentence(before) ? kind : "words", text };
}

const BYLINE = new RegExp(
  String.raw`(?:(?<=[.!?…${CLOSING_MARKS}])|,)\s(?:${AUTHOR_WORD})\s\p{Lu}[^—–\n()[\]${OPENING_MARKS}${CLOSING_MARKS}]{1,60}$`,
  "u",
);

const SECTION = /(?<=[\p{L}\p{N}])\s[§¶]{1,2}\s?\p{Nd}{1,4}\p{Ll}?\.?$/u;

/** A line of its own after a dash, where a name may have a description: “— Ada Quill, in her log”. */
const OWN_LINE = /^[\n\u2028]\s*[-–—]/;

/**
 * Returns the kind of a name with a description, which begins after a comma or with a word that connects: “Ada Quill, in her
 * log”, “Ada Quill, who kept it”, “Ada Quill to Mora’s sister”. None denies. Only the first of these says surely that it is no
 * remark on the words.
 */
function kindOfDescribedName(
  text: string,
  language: string,
  naming: NamingUse,
): EditorialMark["kind"] | undefined {
  const tokens = tokenize(text);
  const words = tokens.map(({ start, end }) => text.slice(start, end));
  const first = words.findIndex((word) => !mayBeInName(word));
  if (first < 1) return undefined;
  const isConnected = isConnective(words[first - 1] ?? "");
  const beginning = text.slice(0, tokens[first]?.start);
  const name = isConnected ? beginning : beginning.slice(0, beginning.lastIndexOf(",") + 1);
  const description = text.slice(name.length);
  const isDescribed =
    words.slice(0, first).some((word) => hasCapital(word) && !isConnective(word.toLowerCase())) &&
    kindOfAttribution(name, true, language, naming) === "attribution" &&
    findNegations(description, language).length === 0;
  if (!isDescribed) return undefined;
  const isAfterComma = /^[^,]*,\s*\p{L}+\s*$/u.test(name);
  return isConnected && isAfterComma && !description.includes(",") ? "attribution" : "words";
}

/** A dash and a small letter after it, which continues no sentence that has ended. */
const AFTER_DASH = /^\s*[-–—]+\s*(?=\p{Ll})/u;

/** Whether words after a dash say where those before it are from, and name someone whom the corpus has: “— from the log of Ada Quill”. */
function namesSource(text: string, language: string, naming: NamingUse): boolean {
  if (!AFTER_DASH.test(text) || rejects(text, language)) return false;
  const [first = "", ...others] = tokenize(text).map(({ start, end }) => text.slice(start, end));
  return (
    isCitationConnective(first) &&
    others.some((word) => hasCapital(word) && naming.useOf(word) === "name")
  );
}

const UNKNOWN_NAMES: NamingUse = {
  useOf: () => "unknown",
  isHeading: () => false,
  removeTitle: (text) => text,
  isReadingKnown: () => false,
  isReadingPrinted: () => false,
};

/**
 * Whether the last line of a quotation names its author or its work, whatever the corpus. Without capital letters, only
 * the names in a corpus show it.
 */
export function namesAuthor(line: string): boolean {
  const own = `\n${line.trim()}`;
  const isCased = /[\p{Lu}\p{N}]/u.test(own) && !/\p{Lo}/u.test(own);
  return isCased && attributionAfter(own, "und", UNKNOWN_NAMES)?.kind === "attribution";
}

/** At the end, after the last dash or in parentheses. */
const ATTRIBUTION = new RegExp(
  String.raw`(?<=[\p{P}\s]|[${UNSPACED}\p{Script=Hangul}](?=[—–―⸺─]))(?:[—–―⸺⸻─]{1,2}|[~～〜|•©]|--?|//?|\*)\s?(?:(?!\s-)[^—–\n()]|\([^()]{2,60}\)){2,80}$|(?<=[${CLOSING_MARKS}]),?\s\p{Lu}[^—–\n()${OPENING_MARKS}${CLOSING_MARKS}]{1,60}$|\s\((?:[^()]{2,80}|\p{Lu})\)\.?$|（[^（）]{2,80}）。?$|\s?[[［〔][^[\]］〕]{2,80}[\]］〕]\.?$|[\n\u2028][^\S\n\u2028]*[—–―~-][^\n\u2028]{2,160}$`,
  "u",
);

/** The same with a label, which needs no other sign before it: “Source: The Log”. */
const LABELLED = new RegExp(
  String.raw`(?:\s[-–—]+)?\s${SOURCE_LABEL}\s?[^\s][^\n\u2028()]{0,80}$`,
  "iu",
);

const NAME_WORD = new RegExp(`^(?:&|${wordPattern(allWords(({ nameWords }) => nameWords))})$`, "u");

/** Without capital letters, only a short name after the end of a sentence, in UTF-16 code units. */
const MAX_UNCASED_LENGTH = 14;

/** A remark of the quoting author beside a place or a name: “(p. 12, emphasis mine)”. */
const REMARK_IN_CITATION = new RegExp(
  String.raw`(?<=[[(（［〔【;,，；]\s*)(?:${[...REMARKS, ...EMPHASES].join("|")})(?=\s*[\])）］〕】;,，；])`,
  "giu",
);

/** The initials of a name, or a title before it, which are no words by themselves. */
const INITIAL = new RegExp(
  String.raw`(?<!\p{L})(?:\p{Lu}|${wordPattern(allWords(({ abbreviations }) => abbreviations?.titles))})\.`,
  "u",
);

/**
 * Returns the kind of words before or after a quotation, if they may name its author or its place: each is a name or
 * a number, or connects them. Something must show that they do: a name that the corpus has, a number, an initial,
 * a page, or that they are apart: outside of quotation marks, or on a line of their own. Otherwise, as in “— Lies”, they
 * are only added words. In square brackets, a name may be that of someone in the sentence.
 */
export function kindOfAttribution(
  labelled: string,
  isApart: boolean,
  language: string,
  naming: NamingUse,
  isAfterSentence = true,
): "attribution" | "words" | undefined {
  const text = removeContributorLabels(removeSourceLabel(labelled));
  const cited = removePlaces(text).replace(REMARK_IN_CITATION, "").replace("©", "");
  const rest = naming.removeTitle(cited);
  const isTitled = rest !== cited;
  // A title that negates, or the number of something, may be words of the sentence.
  const [number] = /^[\p{P}\s]*\p{N}+/u.exec(cited) ?? [];
  const isCounted = number !== undefined && rest.startsWith(number);
  if (isTitled && (hasNegation(cited, language) || isCounted)) return undefined;
  const isPlaced = rest !== text;
  const undated = removeDates(rest);
  const isDated = undated !== rest;
  const words = tokenize(undated).map(({ start, end }) => undated.slice(start, end));
  if (words.length === 0) return isPlaced || isDated ? "attribution" : undefined;
  if (words.every((word) => /^\p{N}/u.test(word))) {
    // A page, or a chapter and a verse.
    const isCited = isAfterSentence && (/^\s*[(（]/u.test(text) || /\p{N}:\p{N}/u.test(text));
    return isPlaced || isCited ? "attribution" : undefined;
  }
  const isUncased = words.every((word) => !/[\p{Lu}\p{Ll}]/u.test(word));
  const names = isUncased ? writtenWordsOf(undated) : words.filter((word) => /^\p{Lu}/u.test(word));
  const uses = names.map(naming.useOf);
  // “(Quill 1851)”, but not “(12 Quills)”.
  const isNumbered =
    words.findLastIndex((word) => /^\p{N}/u.test(word)) >
    words.findIndex((word) => names.includes(word));
  if (/^\s*[[［〔]/u.test(text) && !(isNumbered && names.length > 0)) return undefined;
  const isShown =
    isPlaced || isDated || uses.includes("name") || isNumbered || isApart || INITIAL.test(text);
  const unknown = words.filter((word) => naming.useOf(word) !== "name");
  if (isUncased && uses.includes("name")) {
    const others = names.filter((_, index) => uses[index] !== "name").join(" ");
    if (rejects(others, language)) return undefined;
    return CHARACTERS.test(others) && !namesInCharacters(others) ? "words" : "attribution";
  }
  if (words.some(isEllipsis) || hasNegation(rest, language)) return undefined;
  // Of words in quotation marks, only a title shows that they are none of the quotation.
  const inner = cited.replace(/^[\s\p{Pd}]+|[\s.]+$/gu, "");
  if (!isTitled && isInQuotationMarks(inner)) return isApart ? "words" : undefined;
  if (isUncased) {
    // Only its form shows that it is no clause.
    const isNamed = namesInCharacters(rest);
    const isRemark = isPlaced || text.length <= MAX_UNCASED_LENGTH;
    if (!isNamed && !isApart && !(isAfterSentence && isRemark)) return undefined;
    const isEvident = isNamed && (isPlaced || (isAfterSentence && isShown));
    return isEvident && !rejects(rest, language) ? "attribution" : "words";
  }
  if (!words.every((word) => mayBeInName(word) || (isDated && isLetterName(word))))
    return undefined;
  // Beside a title, “Lies” is no name.
  if (isTitled && !uses.every((one) => one === "name")) return "words";
  if (isShown) return rejects(unknown.join(" "), language) ? "words" : "attribution";
  return uses.includes("unknown") ? "words" : undefined;
}

/** A title in its marks, in scripts without capital letters. */
const TITLE_IN_MARKS = /[《〈「『][^《〈「『》〉」』]{1,30}[》〉」』]/gu;

/** A name there: of two to six characters of Chinese, or katakana, or of one to five Korean syllables. */
const NAME_IN_CHARACTERS =
  /^(?:[\p{Script=Han}\p{Script=Katakana}ー々]{2,6}|\p{Script=Hangul}{1,5})$/u;

const CLAUSE = new RegExp(LANGUAGES.flatMap(({ clauseForms }) => clauseForms ?? []).join("|"), "u");

/** A name, a work and a place may be two words each. */
const MAX_NAMES_IN_CHARACTERS = 4;

const CHARACTERS = new RegExp(String.raw`[${UNSPACED}\p{Script=Hangul}]`, "u");

/** Whether words in scripts without capital letters have the form of names, titles and numbers, and nothing else. */
function namesInCharacters(text: string): boolean {
  const untitled = text.replace(TITLE_IN_MARKS, " ");
  const undated = removeDates(untitled);
  const names = writtenWordsOf(undated).filter(
    (word) => !/^\p{N}+\p{L}?$/u.test(word) && !isCitationConnective(word),
  );
  const isAnything = untitled !== text || names.length > 0;
  return (
    isAnything &&
    !CLAUSE.test(undated) &&
    names.length <= MAX_NAMES_IN_CHARACTERS &&
    names.every((name) => NAME_IN_CHARACTERS.test(name))
  );
}

function mayBeInName(word: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(word) || isConnective(word);
}

function isConnective(word: string): boolean {
  return NAME_WORD.test(word) || isCitationConnective(word);
}
