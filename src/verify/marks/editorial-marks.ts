import { fold } from "../../language/fold.ts";
import { findLanguage, LANGUAGES } from "../../language/languages/index.ts";
import { findNegations, hasNegation, isRejection } from "../../language/negations.ts";
import { isHanNumeral, isNumberWord } from "../../language/numerals.ts";
import {
  betweenSingleMarks,
  CLOSING_MARKS,
  findQuotedText,
  isInQuotationMarks,
  OPENING_MARKS,
  type QuotedText,
} from "../../language/quotation-marks.ts";
import { SOUTHEAST_ASIAN, UNSPACED } from "../../language/scripts.ts";
import {
  AFTER_NOTE_NUMBER,
  BEFORE_NOTE_NUMBER,
  CIRCLED_NUMBER,
  FORMULA_LETTER,
  isRaisedMark,
  MAX_BASE_LENGTH,
  RAISED_DIGITS,
  RAISED_NUMBERS,
} from "../../language/superscripts.ts";
import { hasTokens, isEllipsis, tokenize } from "../../language/tokenizer.ts";
import { vocabularyOf } from "../../language/vocabulary.ts";
import { allWords, wordPattern } from "../../language/word-lists.ts";
import { splitAtEllipses } from "../ellipsis.ts";
import type { IsReadingKnown } from "./character-readings.ts";
import {
  AUTHOR_WORD,
  BARE_PLACE,
  isCitationConnective,
  isLetterName,
  NOTE_NAMES,
  PAGE,
  PLACE_AT_START,
  removePlaces,
  removeSourceLabel,
  SOURCE_LABEL,
  SOURCE_WORD,
} from "./citation-remarks.ts";
import { removeDates, writtenWordsOf } from "./naming-words.ts";

/** Kinds of marks that an editor or a person who quotes adds to the words of others. */
export const MARK_KINDS = [
  "heading",
  "verse-number",
  "note-number",
  "page-number",
  "sic",
  "emphasis",
  "attribution",
  "unknown-origin",
  "unconfirmed-origin",
  "other-origin",
  "reading",
  "unproven-reading",
  "emoji",
  "link",
  "tag",
  "words",
] as const;

/**
 * A mark that a quotation adds. Those of the kind `words` are in brackets, or outside of its quotation marks; one of the
 * kind `unproven-reading` are readings that only a dictionary would confirm. One of the kind `other-origin` names an author, a title or a date that the document does not have, and one of the kind
 * `unconfirmed-origin` those of which it says nothing; if it has no author, they are of the kind `unknown-origin`.
 */
export interface EditorialMark {
  readonly kind: (typeof MARK_KINDS)[number];
  /** The mark as it is written. */
  readonly text: string;
}

/** A quotation, and the marks that were removed from it. */
export interface UnmarkedText {
  readonly text: string;
  readonly marks: readonly EditorialMark[];
}

const OPEN = "[[(（［〔【]";
const CLOSE = String.raw`[\])）］〕】]`;
const remark = (sources: readonly string[]) =>
  String.raw`${OPEN}\s*(?:${sources.join("|")})(?:\s?[;,]\s?(?:${[...REMARKS, ...EMPHASES].join("|")}))*\s*[!.]?\s*${CLOSE}`;
const REMARKS = ["sic", ...LANGUAGES.flatMap(({ quotingRemark }) => quotingRemark ?? [])];
const EMPHASES = LANGUAGES.flatMap(({ emphasisRemark }) => emphasisRemark ?? []);
const SIC = remark(REMARKS);
const EMPHASIS = remark(EMPHASES);
// Of one word, it may be added to a list: “…, bold”.
const EMPHASIS_AFTER = String.raw`(?:[,;、，；]|(?<=[.!?${CLOSING_MARKS}])\s|\s[–—-]{1,2})\s?(?=\S+\s\S|\p{Lo})(?:${EMPHASES.join("|")})\.?$`;
// At the end, they need no brackets.
const PAGE_MARK = String.raw`${OPEN}\s*${PAGE}\s*${CLOSE}|(?:,|(?<=\p{P}))\s?(?<=\s|[。！？」』])${BARE_PLACE}\.?$`;
// Between bars or braces in the words, as some editions have it.
const PAGE_IN_WORDS = String.raw`(?<![|\p{L}\p{N}])(?:\|\s?[1-9]\d{0,3}\s?\||\{\s?[1-9]\d{0,3}\s?\})(?![|\p{L}\p{N}])`;
// On a line of its own, as copied from a page of a PDF.
const PAGE_LINE = String.raw`[^\S\n\u2028]*[\n\u2028][^\S\n\u2028]*[1-9]\d{0,3}[^\S\n\u2028]*(?=[\n\u2028])`;
const BLANK_LINE = String.raw`[\n\u2028][^\S\n\u2028]*(?=[\n\u2028])`;
const PAGE_BETWEEN_PARAGRAPHS = `${BLANK_LINE}${PAGE_LINE}${BLANK_LINE}`;
const PAGE_BETWEEN_LINES = `(?<=\\S[^\\S\\n\\u2028]*)${PAGE_LINE}`;
// After a digit, or a single letter or the unit of a number, it may be an exponent wherever a document has it: A², 5 kg².
const RAISED_NOTE = String.raw`(?<=[\p{L}\p{M}\p{P}\s]|^)(?<!(?:\p{N}\s?|(?<![\p{L}\p{M}]))${FORMULA_LETTER})(?<!\p{N}\s?(?:${FORMULA_LETTER}){2,3})${RAISED_NUMBERS}`;
// Wikipedia has the page of the note after a colon: [12]:34.
const NOTE_NUMBERS = String.raw`\[\^?[1-9]\d{0,2}(?:\s?[,–-]\s?\d{1,3})*\](?::\s?[1-9]\d{0,3}(?:[–-]\d{1,4})?(?![\p{L}\p{N}:]))?`;
// Next to what it explains, or to the end of its sentence. A number between words would be one of them.
const NOTE = String.raw`(?:${BEFORE_NOTE_NUMBER}|(?<=(?<![\p{L}\p{N}_])\p{Nd}{1,12})|(?<=[.!?…,;:’'。、${CLOSING_MARKS}])\s)${NOTE_NUMBERS}${AFTER_NOTE_NUMBER}|^${NOTE_NUMBERS}|\s${NOTE_NUMBERS}$|(?<=\p{L}[.!?…][’'）)${CLOSING_MARKS}]?|\p{L}[${CLOSING_MARKS}])\d{1,3}(?=\s|$)`;
// Of notes in Chinese and Japanese print.
const CIRCLED_NOTE = String.raw`(?<=[\p{L}\p{M}\p{P}])${CIRCLED_NUMBER}`;
const NAMED_NOTE = String.raw`${BEFORE_NOTE_NUMBER}\[(?:${NOTE_NAMES})\.?\s?[1-9]\d{0,2}\]${AFTER_NOTE_NUMBER}`;
const KANA_READING = String.raw`(?<=\p{Script=Han})[(（《][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー・\s]+[)）》]`;
// Of Korean words in Chinese characters, and the reverse.
const KOREAN_READING = String.raw`(?<=\p{Script=Han})[(（]\p{Script=Hangul}{1,8}[)）]|(?<=\p{Script=Hangul})[(（]\p{Script=Han}{1,8}[)）]`;
// Only the sign of a tone shows that it is one.
const PINYIN = String.raw`(?<=\p{Script=Han})[(（](?=[^)）]{0,40}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[\p{Ll}\s]{1,40}[)）]`;
const READING = `${KANA_READING}|${KOREAN_READING}|${PINYIN}`;

const CUSTOM_EMOJI = String.raw`<a?:\w{2,32}:\d{15,20}>|(?<!\S):[a-z][a-z0-9_]{1,31}:(?!\S)`;
const EMOJI = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|★|☆|✓|☛|☞|➤|►)[\p{Emoji_Modifier}\p{Emoji_Presentation}\p{Extended_Pictographic}★☆✓\u200d\ufe0f]*|${CUSTOM_EMOJI}`;
/** An address, and how it is introduced. */
const URL = String.raw`<?(?:https?:\/\/|www\.)[^\s<>()]+>?`;
const LINK = String.raw`\(?(?:(?<!\p{L})(?:${SOURCE_WORD})\s?[:：]?\s*)?${URL}\)?|\[(?:${SOURCE_WORD})\]\(${URL}\)`;
/** Discord’s mentions, times and commands, which have no words, and tags and names that have. */
const MENTION = String.raw`<(?:@[!&]?|#)\d{15,20}>|<t:-?\d{1,13}(?::[tTdDfFR])?>|<\/[^\s:<>]+:\d{15,20}>|@(?:everyone|here)(?![\p{L}\p{N}])`;
const ONE_TAG = String.raw`(?<!\S)[#＃@](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]{2,50}(?!\S)`;
const TAGS = String.raw`${ONE_TAG}(?:\s+${ONE_TAG})*`;

/** Marks at either end of a quotation. Within it, they may be words of it, or take back what it says. */
const AT_ENDS: readonly (readonly [EditorialMark["kind"], RegExp])[] = [
  ["emoji", atEnds(EMOJI)],
  ["link", atEnds(LINK)],
  ["tag", atEnds(MENTION)],
  ["tag", atEnds(TAGS)],
];

function atEnds(mark: string): RegExp {
  return new RegExp(String.raw`^\s*(?:${mark})\s*|(?<!\s)\s*(?:${mark})\s*$`, "iu");
}

// The space before a mark belongs to it.
const MARKS: readonly (readonly [EditorialMark["kind"], RegExp])[] = [
  ["sic", new RegExp(String.raw`\s?${SIC}`, "giu")],
  ["emphasis", new RegExp(String.raw`\s?${EMPHASIS}|${EMPHASIS_AFTER}`, "giu")],
  ["page-number", new RegExp(String.raw`\s?(?:${PAGE_MARK})`, "giu")],
  ["page-number", new RegExp(String.raw`(?<=\S)\s${PAGE_IN_WORDS}`, "gu")],
  ["verse-number", new RegExp(String.raw`(?<=[.!?…。！？${CLOSING_MARKS}])\s?[#＃]\d{1,4}$`, "gu")],
  ["page-number", new RegExp(`${PAGE_BETWEEN_PARAGRAPHS}|${PAGE_BETWEEN_LINES}`, "gu")],
  ["note-number", new RegExp(`${RAISED_NOTE}|${NOTE}|${CIRCLED_NOTE}`, "gu")],
  ["note-number", new RegExp(NAMED_NOTE, "giu")],
  ["reading", new RegExp(READING, "gu")],
];

const HAN_BEFORE = /\p{Script=Han}+$/u;
const READ_WORD = /(?:\p{Script=Han}+|\p{Script=Hangul}+)$/u;
/** More characters than a word with a reading has, in UTF-16 code units. */
const MAX_READ_WORD = 40;

/**
 * Whether what has the form of a reading is none: kana fewer than the characters of their word, each of which has one or
 * more, or a number in Chinese characters after a Korean word.
 */
function isOtherRemark(text: string, offset: number, mark: string): boolean {
  const content = mark.slice(1, -1);
  if (isHanNumeral(content)) return true;
  const [word = ""] =
    HAN_BEFORE.exec(text.slice(Math.max(0, offset - MAX_READ_WORD), offset)) ?? [];
  const kana = content.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return kana > 0 && kana < [...word].length;
}

/** Whether a reading in brackets is that of the word before it. */
function isKnownReading(text: string, offset: number, mark: string, naming: NamingUse): boolean {
  const [word = ""] = READ_WORD.exec(text.slice(Math.max(0, offset - MAX_READ_WORD), offset)) ?? [];
  return naming.isReadingKnown(word, mark.slice(1, -1));
}

const SENTENCE_END = new RegExp(`[.!?…。！？${CLOSING_MARKS}]$`);
/** Whether a sentence or a quotation ends at the end of a text. */
const isSentence = (text: string) => SENTENCE_END.test(text.trim());

const hasCapital = (text: string) => /\p{Lu}/u.test(text);

/** The use of a word with a capital letter in a corpus: as a name, not at all, or as another word. */
export type WordUse = "name" | "unknown" | "ordinary";

/** How a corpus uses the words of what may be an attribution, and the readings of its words. */
export interface NamingUse {
  /** Returns the use of one word. */
  useOf(word: string): WordUse;
  /** Whether a text is a whole title or heading. */
  isHeading(text: string): boolean;
  /** Removes the title of a document, of which words with small letters are a part too. */
  removeTitle(text: string): string;
  readonly isReadingKnown: IsReadingKnown;
}

/**
 * Removes the marks of a quotation that only editors make. A text may begin with “He said:” or end with “— they”, which have
 * the form of a mark. So this also returns the quotation with fewer marks removed, beginning with the fewest.
 */
export function removeMarks(
  quoted: string,
  language: string,
  naming: NamingUse,
): UnmarkedText & { readonly withFewer: readonly UnmarkedText[] } {
  const marks: EditorialMark[] = [];
  let text = quoted;
  for (const [kind, pattern] of MARKS) {
    text = text.replace(pattern, (mark, offset: number, whole: string) => {
      const isPart =
        kind === "reading"
          ? changesSense(mark, language) || isRejection(mark) || isOtherRemark(whole, offset, mark)
          : kind === "note-number"
            ? isRaisedPart(whole, offset, mark)
            : IN_WORDS.test(mark) && mayCount(whole, offset, mark, language);
      if (isPart) return mark;
      const isUnproven = kind === "reading" && !isKnownReading(whole, offset, mark, naming);
      marks.push({
        kind: isUnproven ? "unproven-reading" : kind,
        text: mark.replace(/^[,;、，；]/u, "").trim(),
      });
      return "";
    });
  }
  const within = { text: text.trim(), marks: [...marks] };
  text = removeAtEnds(text, language, marks);
  const atEnds = { text: text.trim(), marks };
  const fromStart = removeAtStart(atEnds, language, naming);
  const whole = removeAttribution(fromStart, language, naming);
  const withStart = removeAttribution(atEnds, language, naming);
  return { ...whole, withFewer: [within, atEnds, withStart, fromStart] };
}

function removeAtStart(unmarked: UnmarkedText, language: string, naming: NamingUse): UnmarkedText {
  let { text } = unmarked;
  const marks = [...unmarked.marks];
  for (const { pattern, kindOf } of AT_START) {
    const [before] = pattern.exec(text) ?? [];
    const rest = text.slice(before?.length);
    const kind = before && kindOf(before, rest, language, naming);
    if (before === undefined || !kind) continue;
    marks.push({ kind, text: before.trim() });
    text = rest;
  }
  return { text: text.trim(), marks };
}

function removeAttribution(
  { text, marks }: UnmarkedText,
  language: string,
  naming: NamingUse,
): UnmarkedText {
  const attribution = attributionAfter(text, language, naming);
  if (attribution === undefined) return { text, marks };
  return {
    text: text.slice(0, -attribution.text.length).trim(),
    marks: [...marks, { kind: attribution.kind, text: attribution.text.trim() }],
  };
}

/** The number of a page that may as well be one of the words. */
const IN_WORDS = /^\s[|{]|^\s*[\n\u2028]/;

const RAISED = new RegExp(RAISED_DIGITS, "u");

/** Whether the number of a page within words may be of what follows, unless that is a stop word: “{12} ships”. */
function mayCount(text: string, offset: number, mark: string, language: string): boolean {
  const [next = ""] = /^\s*[\p{L}\p{M}]+/u.exec(text.slice(offset + mark.length)) ?? [];
  if (/[.,;:!?]$/.test(text.slice(0, offset))) return false;
  return !vocabularyOf(language).isQueryStopWord(next.trim().toLowerCase());
}

/** Whether what may be the number of a note is raised, and a power, a charge or the mass of an isotope. */
function isRaisedPart(text: string, offset: number, number: string): boolean {
  const end = offset + number.length;
  const before = text.slice(Math.max(0, offset - MAX_BASE_LENGTH), offset);
  return RAISED.test(number) && !isRaisedMark(before, number, text.slice(end));
}

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
function attributionAfter(
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
    if (isSentence(before)) return { kind, text };
    // Within a sentence, it may be words of it.
    if (!/^\s\p{Ll}/u.test(text)) return { kind: "words", text };
  }
  const isWhole = isInQuotationMarks(before);
  const isApart = isWhole || /^[\n\u2028]/.test(text);
  // Without a sign, a name may continue the sentence that has a quotation in it.
  if (!isWhole && /^,?\s\p{Lu}/u.test(text)) return undefined;
  const isAfterSentence = isApart || isSentence(before);
  // Without a sign, “Utter Rubbish” may as well be said of the quotation.
  const isSigned = !/^,?\s\p{Lu}/u.test(text);
  // Within a sentence, a name in square brackets may be that of someone in it.
  const named = isAfterSentence ? text.replace(/[[［〔]/u, "(") : text;
  const kind =
    kindOfAttribution(named, isApart && isSigned, language, naming, isAfterSentence) ??
    (OWN_LINE.test(text) ? kindOfDescribedName(text, language, naming) : undefined) ??
    (isAfterSentence && namesOrigin(text, language, naming) ? "words" : undefined);
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
  return kind && { kind: isSentence(before) ? kind : "words", text };
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
  const name = text.slice(0, tokens[first]?.start);
  const description = text.slice(name.length);
  const isConnected = isConnective(words[first - 1] ?? "");
  const isDescribed =
    words.slice(0, first).some((word) => hasCapital(word) && !isConnective(word.toLowerCase())) &&
    (isConnected || name.trimEnd().endsWith(",")) &&
    kindOfAttribution(name, true, language, naming) === "attribution" &&
    findNegations(description, language).length === 0;
  if (!isDescribed) return undefined;
  const isAfterComma = /^[^,]*,\s*\p{L}+\s*$/u.test(name);
  return isConnected && isAfterComma && !description.includes(",") ? "attribution" : "words";
}

/** A dash and a small letter after it, which continues no sentence that has ended. */
const AFTER_DASH = /^\s*[-–—]+\s*(?=\p{Ll})/u;

/** Whether words after a dash say where those before it are from, and name someone whom the corpus has: “— from the log of Ada Quill”. */
function namesOrigin(text: string, language: string, naming: NamingUse): boolean {
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

/** Words that are a link in Markdown, unless they only introduce the address. */
const LINKED = new RegExp(
  String.raw`\[(?!(?:${SOURCE_WORD})\])(?<words>[^[\]]+)\]\(${URL}(?:\s+"[^"\n]{0,80}")?\)`,
  "giu",
);

const BEGINS_SENTENCE = new RegExp(String.raw`^[‘${OPENING_MARKS}]?\p{Lu}`, "u");

/** The maximum number of marks at the ends of a quotation: more are words of it. */
const MAX_AT_ENDS = 20;

/** Removes emoji, links and tags from the ends of a text, and adds them to its marks. */
function removeAtEnds(quoted: string, language: string, marks: EditorialMark[]): string {
  let text = quoted.replace(LINKED, "$<words>");
  if (text !== quoted) {
    marks.push(
      ...(quoted.match(LINKED) ?? []).map((link) => ({ kind: "link", text: link }) as const),
    );
  }
  const found: {
    readonly kind: EditorialMark["kind"];
    readonly text: string;
    readonly isFirst: boolean;
  }[] = [];
  while (found.length < MAX_AT_ENDS) {
    const next = AT_ENDS.map(([kind, pattern]) => ({ kind, match: pattern.exec(text) })).find(
      ({ match }) => match !== null && !hasNegation(wordsOfTags(match[0]), language),
    );
    if (next?.match == null) break;
    const { kind, match } = next;
    found.push({ kind, text: match[0].trim(), isFirst: match.index === 0 });
    text = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  }
  const isEnd = isSentence(text);
  const isStart = BEGINS_SENTENCE.test(text);
  for (const { kind, text: mark, isFirst } of found) {
    // Within a sentence, a tag may take the place of a word.
    const isWord = /^[#＃@]\p{L}/u.test(mark) && !(isFirst ? isStart : isEnd);
    marks.push({ kind: isWord || rejects(mark, language) ? "words" : kind, text: mark });
  }
  return text;
}

/** Separates the words that a tag joins: “#NotTrue”, “#not_true”. */
function wordsOfTags(tags: string): string {
  return tags.replaceAll("_", " ").replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
}

/** Whether words, tags or emoji beside a quotation say that it is not true. */
function rejects(words: string, language: string): boolean {
  return (
    [words, wordsOfTags(words)].some(isRejection) ||
    findNegations(wordsOfTags(words), language).length > 0
  );
}

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

/** Returns the end of what is before an offset: there may be many marks. */
function before(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - MAX_OUTSIDE), offset);
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
// [W]e and soldier[s] are parts of words.
const BRACKETED_WORDS = /(?<![\p{L}\p{M}])\[[^[\]]*\p{L}[^[\]]*\](?!\p{L})/gu;

type KindOf = (
  before: string,
  rest: string,
  language: string,
  naming: NamingUse,
) => EditorialMark["kind"] | undefined;

const attributionBefore: KindOf = (before, rest, language, naming) =>
  kindOfAttribution(before, isInQuotationMarks(rest.trim()), language, naming);

/** Source of a regular expression with the flag `u` for the name of a speaker before a full stop. */
export const SPEAKER_IN_CAPITALS = String.raw`\p{Lu}{2,}(?:[’' -]\p{Lu}{2,}){0,4}`;

/** Additions before a quotation, and of which kind each is, if it is one. */
const AT_START: readonly { readonly pattern: RegExp; readonly kindOf: KindOf }[] = [
  {
    // The name before a message of a chat in angle brackets, and the time before that.
    pattern:
      /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\]?\s*)?<[@+%~ ]?[^\s<>]{1,30}>\s+(?=\S)/iu,
    kindOf: (before, _, language) => (rejects(before, language) ? undefined : "attribution"),
  },
  {
    // The name and the time above a message, as Discord copies them.
    pattern:
      /^(?:[^\n:—–]{1,40}?\s+[—–-]\s+(?:\p{L}[\p{L} ]{0,20}\s)?(?:[\d./-]{6,10},?\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s+|\[\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\]\s*)(?=\S)/iu,
    kindOf: (before, _, language) => (hasNegation(before, language) ? undefined : "attribution"),
  },
  {
    // The name of a book with chapter and verse.
    pattern:
      /^\(?(?:[1-4]\s)?\p{Lu}[\p{L}\p{M}. ]{1,40}\s\d{1,3}[:.]\d{1,3}(?:[-–]\d{1,3})?\)?(?:\s?[:—–-])?\s+(?=\S)/u,
    kindOf: attributionBefore,
  },
  {
    // A small letter may continue a sentence with the number.
    pattern: new RegExp(PLACE_AT_START, "iu"),
    kindOf: (before, rest, ...others) =>
      /^\p{Ll}/u.test(rest) ? undefined : attributionBefore(before, rest, ...others),
  },
  {
    // The letter or the Roman numeral of an item, or the number of a post: “#12: ”.
    pattern:
      /^(?:\(?(?:[a-z]|[ivx]{1,5})\)\s+(?=\S)|(?:[a-z]|[ivx]{2,5})\.\s+(?=[‘“"]?\p{Lu})|[#＃]\d{1,4}(?:[.:)]\s+|\s*\n\s*|\s(?=["“„«「『]))(?=\S))/u,
    kindOf: () => "verse-number",
  },
  {
    // Without a sign after it, it may be a rank: “#1 Songs”.
    pattern: /^[#＃]\d{1,4}\s+(?=\p{Lu}|\p{Lo})/u,
    kindOf: () => "words",
  },
  {
    // A capital one, where it is no ordinal number: “II. The keeper”.
    pattern: /^[IVX]{2,5}\.\s+(?=\p{Lu})/u,
    kindOf: (_before, _rest, language) =>
      findLanguage(language)?.writesOrdinalsWithFullStop === true ? undefined : "verse-number",
  },
  {
    // A speaker.
    pattern:
      /^(?:\p{Lu}[\p{L}\p{M}.’' -]{0,40}(?:,?\s\(?[12]\d{3}\)?(?=\s?[:：]))?|[^\s\p{P}\p{S}\p{N}\p{Lu}\p{Ll}]{1,12})(?:\s?[:：]|\s[—–-](?=\s))\s*(?=[^\s\p{N}])/u,
    kindOf: attributionBefore,
  },
  {
    // A name in brackets before a sentence.
    pattern: /^(?:\[[^[\]]{2,60}\]|\([^()]{2,60}\)):?\s+(?=[‘“"]?\p{Lu})/u,
    kindOf: (before, ...others) => attributionBefore(before.replace("[", "("), ...others),
  },
  {
    // A speaker in capital letters, as plays have it.
    pattern: new RegExp(String.raw`^${SPEAKER_IN_CAPITALS}\.\s+(?=\p{Lu})`, "u"),
    kindOf: attributionBefore,
  },
  {
    // Words before the quotation marks of all others, which are no part of an altered quotation either.
    pattern: new RegExp(
      String.raw`^[^\s‘${OPENING_MARKS}][^‘${OPENING_MARKS}\n]{0,60}?[:：,，]\s*(?=[‘${OPENING_MARKS}])`,
      "u",
    ),
    kindOf: (before, rest, language) =>
      isInQuotationMarks(rest.trim()) &&
      before.length < rest.length &&
      !negatesOrCounts(before, language)
        ? "words"
        : undefined,
  },
];

/** At the end, after the last dash or in parentheses. */
const ATTRIBUTION = new RegExp(
  String.raw`(?<=[\p{P}\s]|[${UNSPACED}\p{Script=Hangul}](?=[—–―⸺─]))(?:[—–―⸺⸻─]{1,2}|[~～〜|•©]|--?|//?|\*)\s?(?:(?!\s-)[^—–\n()]|\([12]\p{N}{3}\)){2,80}$|(?<=[${CLOSING_MARKS}]),?\s\p{Lu}[^—–\n()${OPENING_MARKS}${CLOSING_MARKS}]{1,60}$|\s\([^()]{2,80}\)\.?$|（[^（）]{2,80}）。?$|\s?[[［〔][^[\]］〕]{2,80}[\]］〕]\.?$|[\n\u2028][^\S\n\u2028]*[—–―~-][^\n\u2028]{2,160}$`,
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
function kindOfAttribution(
  labelled: string,
  isApart: boolean,
  language: string,
  naming: NamingUse,
  isAfterSentence = true,
): "attribution" | "words" | undefined {
  const text = removeSourceLabel(labelled);
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
  const names = isUncased ? writtenWordsOf(rest) : words.filter((word) => /^\p{Lu}/u.test(word));
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

/** Whether words in brackets have a negation, a number or a name among them. */
export function changesSense(bracketed: string, language: string): boolean {
  const hasName = tokenize(bracketed).some(({ start, end }) => {
    const word = bracketed.slice(start, end);
    return /^\p{Lu}/u.test(word) && fold(word) !== "i";
  });
  return hasName || negatesOrCounts(bracketed, language);
}

/** Whether words have a negation or a number among them. */
function negatesOrCounts(words: string, language: string): boolean {
  return (
    findNegations(words, language).length > 0 ||
    tokenize(words).some(({ start, end }) => {
      const word = words.slice(start, end);
      return isNumberWord(word, language) || /\p{N}/u.test(word);
    })
  );
}

const VERSE_NUMBER = new RegExp(
  String.raw`(?<![^\s‘'([${OPENING_MARKS}])(?:\d{1,3}:)?\d{1,3}(?=[.)\]]?\s*[‘${OPENING_MARKS}]?\p{L})[.)\]]?`,
  "gu",
);

/** Removes every number that may be that of a verse. Only the printed text shows whether it is. */
export function removePossibleVerseNumbers(text: string): string {
  return text.replace(VERSE_NUMBER, "").trim();
}

/** Whether added words may be the number of a verse. */
export function isPossibleVerseNumber(text: string): boolean {
  return /^(?:\d{1,3}:)?\d{1,3}$/.test(text);
}
