import { elementAt } from "../foundation/checked-access.ts";
import { findLanguage } from "../language/languages/index.ts";
import { findNegations } from "../language/negations.ts";
import { isNumberWord } from "../language/numerals.ts";
import { CLOSING_MARKS, findQuotedText, OPENING_MARKS } from "../language/quotation-marks.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { hasTokens, isCharacterToken, tokenize } from "../language/tokenizer.ts";
import { vocabularyOf } from "../language/vocabulary.ts";
import type { Change } from "./changes.ts";
import { closesSentence } from "./marks/attributions.ts";
import { BARE_PLACE, removePlaces } from "./marks/citation-remarks.ts";
import type { EditorialMark } from "./marks/editorial-mark.ts";
import { isPossibleVerseNumber } from "./marks/editorial-marks.ts";
import { isPrintedLabel, lineStart } from "./marks/labels.ts";
import { formsOfHeading, keysOf, nameKeysIn } from "./marks/naming-words.ts";
import { labelBefore, speakerOf, turnsIn } from "./marks/speakers.ts";
import { stretchText } from "./occurrence.ts";
import type { Reading } from "./readings.ts";
import { BETWEEN_FRAGMENTS, type Span, type Stretch, type Verdict } from "./verdict.ts";
import { isBeforeTag } from "./voices.ts";
import { keyOf } from "./words/same-word.ts";

/**
 * Separates from the changes of a quotation those that are an editor's marks: added numbers before the
 * beginning of a verse, an added heading before the passage that it heads or after the one before it, and the number of a note at the end of
 * a word. If a number before the words was taken for a mark already, a heading is quoted with its own number.
 */
export function takeMarks(
  changes: readonly Change[],
  fragments: readonly [Stretch, ...Stretch[]],
  isNumbered: boolean,
): { readonly changes: readonly Change[]; readonly marks: readonly EditorialMark[] } {
  const [[{ document }]] = fragments;
  const { language } = document;
  const marks: EditorialMark[] = [];
  const kept = changes.flatMap((change, index): readonly Change[] => {
    if (change.isSame) return [change];
    const noteNumber = noteNumberIn(change, fragments) ?? noteLetterIn(change, language);
    if (noteNumber !== undefined) {
      marks.push({ kind: "note-number", text: noteNumber });
      return [{ ...change, quoted: change.printed, isSame: true }];
    }
    const before = changes[index - 1]?.gap ?? "";
    const last = marks.findLast(({ kind }) => kind === "verse-number")?.text;
    const verse = verseNumberIn(change, { before, last }, fragments, language);
    if (verse !== undefined) {
      marks.push({ kind: "verse-number", text: verse });
      return [{ ...change, quoted: change.printed, isSame: true }];
    }
    const next = changes[index + 1];
    if (
      next === undefined &&
      change.printed === "" &&
      isHeadingAfter(change.quoted, fragments, isNumbered)
    ) {
      marks.push({ kind: "heading", text: change.quoted });
      return [];
    }
    // In brackets after the words, it is the place where they are.
    if (
      next === undefined &&
      change.printed === "" &&
      /[(（[]$/u.test(before) &&
      isPrintedLabel(change.quoted, fragments[0][0]) === true
    ) {
      marks.push({ kind: "verse-number", text: change.quoted });
      return [];
    }
    const place = next?.start === undefined ? undefined : placeAt(next.start, fragments);
    if (next === undefined || place === undefined || change.quoted === "") return [change];
    if (change.printed !== "") {
      if (!isHeading(change.quoted, place, isNumbered)) return [change];
      // The passages before the heading were left out.
      marks.push({ kind: "heading", text: change.quoted });
      return [{ ...change, quoted: "" }];
    }
    // A sign before a number makes it part of the words.
    if (/[\p{Pd}\p{S}]$/u.test(before)) return [change];
    const added = { text: change.quoted, before, after: change.gap, next, last };
    const kind = isVerseNumber(added, place, language)
      ? "verse-number"
      : isHeading(change.quoted, place, isNumbered)
        ? "heading"
        : undefined;
    if (kind === undefined) return [change];
    marks.push({ kind, text: change.quoted });
    return [];
  });
  return { changes: kept, marks };
}

/**
 * Returns a stretch without the labels of speakers and the words of a narrator that a quotation leaves out within it, in the parts
 * between them. Undefined if it has other differences, or none.
 */
export function withoutInsertions(
  changes: readonly Change[],
  stretch: Stretch,
): Stretch | undefined {
  const omissions = changes.filter(({ isSame }) => !isSame);
  const insertions = omissions.map(
    (change) => skippedLabel(change, stretch) ?? skippedNarration(change, stretch),
  );
  if (insertions.length === 0 || insertions.includes(undefined)) return undefined;
  const [first, ...others] = stretch.flatMap((span): readonly Span[] => {
    const own = insertions.filter((one) => one?.passage === span.passage);
    const starts = [span.start, ...own.map((one) => one?.end ?? 0)];
    const ends = [...own.map((one) => one?.start ?? 0), span.end];
    return starts.flatMap((from, index) => {
      const [start, end] = [Math.max(from, span.start), elementAt(ends, index)];
      const text = span.passage.text.slice(start, end);
      return hasTokens(text) ? [{ ...span, start: start + text.search(/\S/), end }] : [];
    });
  });
  return first && [first, ...others];
}

/** Returns the words that a change leaves out, if they are the label of a speaker or a part of it, with the sign after them. */
function skippedLabel({ printed, quoted, start }: Change, stretch: Stretch): Span | undefined {
  const place = quoted === "" && start !== undefined ? placeAt(start, [stretch]) : undefined;
  if (place === undefined || findNegations(printed, place.document.language).length > 0) {
    return undefined;
  }
  const { passage, document, offset } = place;
  const end = offset + printed.length;
  const label = turnsIn(passage).find((one) => one.at <= offset && end <= one.end);
  if (label === undefined) return undefined;
  const [sign = ""] =
    /^[^\p{L}\p{N}]*/u.exec(passage.text.slice(end, Math.max(end, label.end))) ?? [];
  return { passage, document, start: offset, end: end + sign.length };
}

/** The marks around the words of a narrator within the words of a speaker. */
const NARRATION_SIGNS = [
  { before: /\s?[—–―-]\s?$/u, after: /^[,.;:!?…]*\s?[—–―-]\s?/u },
  {
    before: new RegExp(String.raw`[’${CLOSING_MARKS}]\s*$`, "u"),
    after: new RegExp(String.raw`^[,.;:]?\s*[‘${OPENING_MARKS}]`, "u"),
  },
] as const;
const [DASHES] = NARRATION_SIGNS;
/** A narrator’s words among those of a speaker are seldom more. */
const MAX_NARRATION = 20;

/**
 * Returns the words that a change leaves out, if a narrator says them of the person who speaks: “— Слова, — сказал он, — слова”.
 * Between dashes they are only where others show that someone speaks.
 */
function skippedNarration({ printed, quoted, start }: Change, stretch: Stretch): Span | undefined {
  const place = quoted === "" && start !== undefined ? placeAt(start, [stretch]) : undefined;
  if (place === undefined || tokenize(printed).length > MAX_NARRATION) return undefined;
  const { passage, document, offset } = place;
  if (findNegations(printed, document.language).length > 0) return undefined;
  const { text } = passage;
  const isSpoken =
    /^\s*[—–―-]/u.test(text) ||
    findQuotedText(text).some((one) => one.offset < offset && offset < one.end);
  for (const signs of NARRATION_SIGNS) {
    const [before] = signs.before.exec(text.slice(0, offset)) ?? [];
    const [after] = signs.after.exec(text.slice(offset + printed.length)) ?? [];
    if (before === undefined || after === undefined || (signs === DASHES && !isSpoken)) continue;
    return {
      passage,
      document,
      start: offset - before.length,
      end: offset + printed.length + after.length,
    };
  }
  return undefined;
}

/** Returns the number of a note that a quotation has at the end of a word, if the note is printed there. */
function noteNumberIn(
  { printed, quoted, start }: Change,
  fragments: readonly Stretch[],
): string | undefined {
  if (start === undefined || printed === "" || !quoted.startsWith(printed)) return undefined;
  const number = quoted.slice(printed.length);
  const place = /^\d{1,3}$/.test(number) ? placeAt(start, fragments) : undefined;
  return place !== undefined && hasMark(place, number, place.offset + printed.length)
    ? number
    : undefined;
}

/** Returns the number of a verse that a quotation has at the beginning of its first word, as copying joins them. */
function verseNumberIn(
  change: Change,
  around: Pick<AddedText, "before" | "last">,
  fragments: readonly Stretch[],
  language: string,
): string | undefined {
  const { printed, quoted, start } = change;
  const number = /^(?:\d{1,3}:)?\d{1,3}(?=\p{L})/u.exec(quoted)?.[0];
  if (number === undefined || start === undefined) return undefined;
  const place = quoted.slice(number.length) === printed ? placeAt(start, fragments) : undefined;
  const added = { ...around, text: number, after: " ", next: { ...change, quoted: printed } };
  return place !== undefined && isVerseNumber(added, place, language) ? number : undefined;
}

const NOTE_LETTER = /\[[abc]\]$/;
/** A letter may be inserted into shorter words: “are[a]”. */
const MIN_LETTERS = 4;

/**
 * Returns the letter of a note that a quotation has in brackets at the end of a word: “harbour[a]”. It is none if it makes
 * another form of the word, as in “señor[a]”, or if the language has no stemmer.
 */
function noteLetterIn({ printed, quoted }: Change, language: string): string | undefined {
  const [mark] = NOTE_LETTER.exec(quoted) ?? [];
  if (mark === undefined || findLanguage(language)?.oramaName === undefined) return undefined;
  const word = quoted.slice(0, -mark.length);
  const { stem, isQueryStopWord } = vocabularyOf(language);
  const [own, other] = [word, word + mark.charAt(1)].map((one) => stem(one.toLowerCase()));
  const isNote = word === printed && own !== other && !isQueryStopWord(word.toLowerCase());
  return isNote && /^\p{L}+$/u.test(word) && word.length >= MIN_LETTERS ? mark : undefined;
}

function hasMark({ passage }: Place, number: string, offset: number): boolean {
  return passage.marks.some(
    (mark) => mark.text.replace(/\P{N}/gu, "") === number && isNextTo(mark.offset, offset),
  );
}

/** An addition to a text, with the white space and punctuation around it. */
interface AddedText {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** The words that follow. */
  readonly next: Change;
  /** The number of the verse before. */
  readonly last: string | undefined;
}

/**
 * Whether an added number is that of a verse and not a word of the sentence after it: “16 For God so loved”,
 * but not “12 ships were lost” for “Ships were lost”, nor “12 Schiffe” for “Schiffe”, nor “12 Americans” where
 * the document counts Americans.
 */
function isVerseNumber(added: AddedText, place: Place, language: string): boolean {
  const { text, before, after, next, last } = added;
  const { passage, offset } = place;
  if (hasMark(place, text, offset)) return true;
  if (!isPossibleVerseNumber(text)) return false;
  if (isItemNumber(added, language) && !followsNumber(passage.text.slice(0, offset), language)) {
    return true;
  }
  if (!beginsVerse(passage.text, offset, language)) return false;
  const isMarked = text.includes(":") || /[[(]$/.test(before) || /^[.:)\]]/.test(after);
  const isNext = last !== undefined && Number(text) === Number(last) + 1;
  if (isMarked || isNext) return true;
  const [quotedLetter, printedLetter] = [next.quoted, next.printed].map(
    (words) => /\p{L}/u.exec(words)?.[0],
  );
  if (quotedLetter !== printedLetter || !/^\s/.test(after)) return false;
  // The capital letter of a noun does not show that its sentence begins here.
  const [word = ""] = /\p{L}+/u.exec(next.printed) ?? [];
  if (mayBeNoun(word, language) || isCounted(word, place, language)) return false;
  const isCapital = /\p{Lu}/u.test(quotedLetter ?? "");
  const lineBefore = passage.text.slice(lineStart(passage.text, offset), offset);
  const isVerse = passage.printedIn === undefined && !/[\p{L}\p{N}]/u.test(lineBefore);
  return isCapital || isVerse;
}

/** Whether a number is that of an item in a list of the person who quotes: “12. for the sake of”. It may be an ordinal number. */
function isItemNumber({ before, after }: AddedText, language: string): boolean {
  const isFirst = /^[\p{Pi}\p{Ps}"']*$/u.test(before);
  const canBeOrdinal = findLanguage(language)?.writesOrdinalsWithFullStop === true;
  return isFirst && (/^\)\s/.test(after) || (!canBeOrdinal && /^\.\s/.test(after)));
}

/** Whether the last word of a text is a number, so that another one would replace it. */
function followsNumber(text: string, language: string): boolean {
  const [, word = ""] = /([\p{L}\p{M}\p{N}]+)\P{L}*$/u.exec(text) ?? [];
  return /\p{N}\P{L}*$/u.test(text) || isNumberWord(word, language);
}

/** Whether a language writes a word with a capital letter wherever it is, if it is a noun. */
function mayBeNoun(word: string, language: string): boolean {
  return (
    findLanguage(language)?.capitalizesNouns === true &&
    !vocabularyOf(language).isQueryStopWord(word.toLowerCase())
  );
}

/** Whether the document has a number before a word anywhere: “twelve Americans”. */
function isCounted(word: string, { document }: Place, language: string): boolean {
  if (vocabularyOf(language).isQueryStopWord(word.toLowerCase())) return false;
  const counted = new RegExp(String.raw`(?<![\p{L}\p{N}])([\p{L}\p{N}]+) ${word}(?!\p{L})`, "gu");
  return document.passages.some(({ text }) =>
    [...text.matchAll(counted)].some(
      ([, number = ""]) => /^\p{N}+$/u.test(number) || isNumberWord(number, language),
    ),
  );
}

function isHeading(
  quoted: string,
  { passage, offset, document }: Place,
  isNumbered: boolean,
): boolean {
  const { language } = document;
  if (/\p{L}/u.test(passage.text.slice(0, offset))) return false;
  const headings = [...passage.headings, document.title];
  // Several headings may be quoted one after the other.
  const key = keysIn(quoted, language);
  return headings.some((heading, from) =>
    [
      ...(isNumbered ? [heading] : formsOfHeading(heading)),
      ...headings.slice(from + 1).map((_, at) => headings.slice(from, from + at + 2).join(" ")),
    ].some((one) => keysIn(one, language) === key),
  );
}

/** Whether quoted words are the headings between the last passage of some fragments and the one after it. */
function isHeadingAfter(
  quoted: string,
  fragments: readonly Stretch[],
  isNumbered: boolean,
): boolean {
  const span = fragments.at(-1)?.at(-1);
  if (span === undefined || hasTokens(span.passage.text.slice(span.end))) return false;
  const { passages } = span.document;
  const next = passages[passages.indexOf(span.passage) + 1];
  if (!next?.follows?.includes("heading")) return false;
  return isHeading(quoted, { ...span, passage: next, offset: 0 }, isNumbered);
}

/** Whether two offsets differ by no more than the space around a mark. */
function isNextTo(offset: number, other: number): boolean {
  return Math.abs(offset - other) <= 2;
}

function keysIn(text: string, language: string): string {
  return tokenize(text)
    .map(({ start, end }) => keyOf(text.slice(start, end), language))
    .join(" ");
}

/** Whether a sentence, a line or the whole passage begins at an offset of its text. */
function beginsVerse(text: string, offset: number, language: string): boolean {
  const before = text.slice(0, offset);
  if (!/[\p{L}\p{N}]/u.test(before) || /\n[^\p{L}\p{N}]*$/u.test(before)) return true;
  return sentenceStarts(text, language).some(
    (start) => start <= offset && !/[\p{L}\p{N}]/u.test(text.slice(start, offset)),
  );
}

type Place = Stretch[number] & { readonly offset: number };

/** Returns the place of an offset in the words of fragments, as the verifier joins them. */
function placeAt(at: number, fragments: readonly Stretch[]): Place | undefined {
  let offset = 0;
  for (const [index, stretch] of fragments.entries()) {
    if (index > 0) offset += BETWEEN_FRAGMENTS.length;
    for (const [nth, span] of stretch.entries()) {
      if (nth > 0) offset += 1;
      const length = span.end - span.start;
      if (at < offset + length) {
        return { ...elementAt(stretch, nth), offset: span.start + Math.max(0, at - offset) };
      }
      offset += length;
    }
  }
  return undefined;
}

/**
 * Returns a verdict on a reading without the places at which one of its marks takes the place of what is printed there:
 * another number, another speaker, words before the document's own quotation marks, or an attribution or words with a word
 * in common that is no stop word; and without those at which an attribution is read as the words that follow. Undefined if
 * none is left.
 */
export function withoutReplaced(
  verdict: Verdict,
  { marks, text, quoted, attribution }: Reading,
): Verdict | undefined {
  const replaces = (first: Stretch, last: Stretch) =>
    marks.some((mark) =>
      quoted.startsWith(mark.text)
        ? replacesBefore(mark, first[0])
        : replacesAfter(mark, elementAt(last, last.length - 1), quoted),
    ) ||
    (attribution !== undefined && readsOn(last, attribution, text));
  if (verdict.kind === "shortened") {
    const { fragments } = verdict;
    const last = elementAt(fragments, fragments.length - 1);
    return replaces(fragments[0].stretch, last.stretch) ? undefined : verdict;
  }
  if (verdict.kind !== "exact" && verdict.kind !== "typography") return verdict;
  const [first, ...others] = verdict.occurrences.filter(
    ({ stretch }) => !replaces(stretch, stretch),
  );
  if (first === undefined) return undefined;
  const kind = first.differences.length === 0 ? "exact" : "typography";
  return { ...verdict, kind, occurrences: [first, ...others] };
}

/** Signs between a quotation and its attribution, each of which may be printed there as well. */
const ATTRIBUTION_SIGNS = [/[\p{Pd}~～〜|•©─]|\/\//u, /[(（]/u, /[[［〔【]/u];
const QUOTATION_END = new RegExp(`[’'${CLOSING_MARKS}]`, "u");

/**
 * Whether a stretch ends with the words of an attribution, but without the sign before it in a quotation: where another
 * sentence begins, as that of the next speaker; or anywhere, if a quotation mark closes before it.
 */
function readsOn(stretch: Stretch, attribution: string, quoted: string): boolean {
  const count = tokenize(attribution).length;
  const [sign, printed] = [quoted, stretchText(stretch, "\n")].map((text) =>
    separatorBefore(text, count),
  );
  if (sign === undefined || printed === undefined) return false;
  const isAdded = (kind: RegExp) => kind.test(sign) && !kind.test(printed);
  const isSentenceEnd = /[.!?…。！？\n]/u.test(printed);
  const { passage, start, end } = elementAt(stretch, stretch.length - 1);
  // The words that begin the next passage are no end of this one.
  const isNextLabel =
    stretch.length > 1 &&
    !/[\n\u2028]/.test(sign) &&
    tokenize(passage.text.slice(start, end)).length === count;
  return (
    isNextLabel ||
    isAdded(QUOTATION_END) ||
    (isSentenceEnd && ATTRIBUTION_SIGNS.some(isAdded)) ||
    (/[\n\u2028]/.test(sign) && isLabel(attribution, stretch))
  );
}

/** Returns what is before the last words of a text. */
function separatorBefore(text: string, count: number): string | undefined {
  const tokens = tokenize(text);
  const first = tokens[tokens.length - count];
  const previous = tokens[tokens.length - count - 1];
  return first && previous && text.slice(previous.end, first.start);
}

/** Whether an attribution is the label of the speaker with whom the last passage of a stretch begins. */
function isLabel(attribution: string, stretch: Stretch): boolean {
  const [speaker] = turnsIn(elementAt(stretch, stretch.length - 1).passage);
  const key = keysOf(attribution).join();
  return stretch.length > 1 && speaker?.at === 0 && keysOf(speaker.name).join() === key;
}

/** Whether the document goes on after a stretch with a name of an attribution, in a passage that has more than that. */
export function goesOnWith(stretch: Stretch, attribution: string): boolean {
  const last = elementAt(stretch, stretch.length - 1);
  const following = last.passage.text.slice(last.end);
  const after = hasTokens(following) ? following : neighbourOf(last, 1);
  const names = nameKeysIn(attribution, last.document.language);
  const printed = keysOf(after.slice(0, attribution.length + MAX_WORD));
  return printed.length > keysOf(attribution).length && names.includes(printed[0] ?? "");
}

/** No word is longer, in UTF-16 code units. */
const MAX_WORD = 60;

const OPENED = new RegExp(`[‘‚'”${OPENING_MARKS}]$`, "u");
const CLOSED = new RegExp(`^[.,!?]*[’'${CLOSING_MARKS}]`, "u");
const SENTENCE_ENDS = new RegExp(`^$|^[.!?…。！？]|${CLOSED.source}`, "u");

/** Within the sentence, another place: “as required by law, § 5”. */
const PLACE_FOLLOWS = new RegExp(String.raw`^[\s,;:(\[–—-]*${BARE_PLACE}`, "iu");

const YEAR = /(?<!\p{N})[12]\d{3}(?!\p{N})/gu;

function replacesBefore({ kind, text }: EditorialMark, span: Span): boolean {
  const preceding = span.passage.text.slice(0, span.start).trimEnd();
  const isPlace = kind === "page-number" || !/\p{N}/u.test(text);
  if (isSameLabel(text, preceding) || isSameTurn(text, span)) return false;
  // The number of an article or a year counts nothing that is quoted: “Article 5 says”.
  const isNumber = kind !== "words" || /\p{N}/u.test(removePlaces(text).replace(YEAR, ""));
  if (!isPlace && isNumber && /\p{N}[.:)\]]*$/u.test(preceding)) return true;
  if (kind === "emoji") return /\p{S}$/u.test(preceding);
  if (kind !== "attribution" && kind !== "words") return false;
  if (OPENED.test(preceding) && (kind === "words" || hasTokens(preceding))) return true;
  const keys = keysOf(text);
  if (kind === "words" && replacesCount(text, preceding, span)) return true;
  if (/[:：.]$/u.test(text)) {
    const speaker = speakerOf(span)?.name;
    if (speaker !== undefined && keysOf(speaker).join() !== keys.join()) return true;
  }
  if (!mayBePrinted({ kind, text })) return false;
  const before = preceding || neighbourOf(span, -1);
  return haveWordInCommon(keys, keysOf(before.slice(-2 * text.length)).slice(-keys.length), span);
}

/**
 * Whether a number in words before a quotation takes the place of another word of the document: both are before the same words, up to
 * the quotation, as in “Forty of the ‘barrels’” for “twelve of the barrels”. That of an article or a year counts nothing.
 */
function replacesCount(
  words: string,
  preceding: string,
  { document: { language } }: Span,
): boolean {
  const own = keysOf(removePlaces(words).replace(YEAR, ""));
  const printed = keysOf(preceding.slice(-2 * words.length - MAX_WORD));
  const shared = own.findIndex((_, index) => own.at(-1 - index) !== printed.at(-1 - index));
  const number = shared > 0 ? (own.at(-1 - shared) ?? "") : "";
  return printed.length > shared && (/\p{N}/u.test(number) || isNumberWord(number, language));
}

/** The name and the number of a part before its words: “Article 5.”, “§ 5”. */
const PART_LABEL = /(§{1,2}|¶{1,2}|\p{L}+)\.?\s*(\p{N}+(?:[.:]\p{N}+)*\p{L}?)[.:)\]\s–—-]*$/u;

/** Whether a label abbreviates the one that is printed there, or has its sign: “Art. 5.” and “§ 5” for “Article 5.”. */
function isSameLabel(label: string, preceding: string): boolean {
  const [, quotedName = "", quotedNumber] = PART_LABEL.exec(label) ?? [];
  const [, name = "", number] = PART_LABEL.exec(preceding.slice(-MAX_WORD)) ?? [];
  if (number === undefined || number !== quotedNumber) return false;
  const isSign = [name, quotedName].some((one) => /^[§¶]/.test(one));
  return isSign || name.toLowerCase().startsWith(quotedName.toLowerCase());
}

/** Whether a mark is another form of the label with a time that is printed right before the words: “anna — Today at 12:01”. */
function isSameTurn(label: string, span: Span): boolean {
  const printed = labelBefore(span);
  const keys = keysOf(label);
  return printed?.time !== undefined && keysOf(printed.name).every((key) => keys.includes(key));
}

function replacesAfter({ kind, text }: EditorialMark, span: Span, quoted: string): boolean {
  const following = span.passage.text.slice(span.end).trimStart();
  if (kind === "emoji") return /^\p{S}/u.test(following);
  const isNumber = /^[\p{N}\p{P}\s]+$/u.test(text) && quoted.endsWith(` ${text}`);
  if (isNumber && /^[[(#]?\p{N}/u.test(following)) return true;
  if (/\p{N}/u.test(text) && PLACE_FOLLOWS.test(following)) return true;
  if (kind === "note-number" && /^\p{No}/u.test(following)) return true;
  // The words after the end of a sentence or of a speech belong to the next one.
  const before = span.passage.text.slice(span.start, span.end);
  const isAtEnd = SENTENCE_ENDS.test(following) || closesSentence(before) || isBeforeTag(span);
  if (kind === "attribution" && /^\p{P}|^\S+\s?[:：]/u.test(text) && isAtEnd) return false;
  // At its end, a full stop divides it from nothing.
  const isPrintable = mayBePrinted({ kind, text: text.replace(/\.$/, "") });
  if (kind !== "attribution" && !isPrintable) return false;
  if (kind === "words" && CLOSED.test(following)) return true;
  const keys = keysOf(text);
  const after = hasTokens(following) || !isPrintable ? following : neighbourOf(span, 1);
  return haveWordInCommon(
    keys,
    keysOf(after.slice(0, 2 * text.length)).slice(0, keys.length),
    span,
  );
}

/** Whether no sign divides a mark from the words around it: words outside of quotation marks, or a line of its own. */
function mayBePrinted({ kind, text }: EditorialMark): boolean {
  const isSigned = /^[\p{P}\p{S}]|[:：.—–-]$/u.test(text);
  return kind === "words" ? !/^[[［〔]/u.test(text) : kind === "attribution" && !isSigned;
}

/** Returns the text of the passage before or after that of a span; an empty one if there is none. */
function neighbourOf({ document: { passages }, passage }: Span, step: -1 | 1): string {
  return passages[passages.indexOf(passage) + step]?.text ?? "";
}

/** Tests whether added words and printed ones have a word in common that is no stop word, or two consecutive characters. */
function haveWordInCommon(
  added: readonly string[],
  printed: readonly string[],
  { document }: Span,
): boolean {
  const { isQueryStopWord } = vocabularyOf(document.language);
  const own = wordsOrPairs(added);
  return wordsOrPairs(printed).some((key) => own.includes(key) && !isQueryStopWord(key));
}

/** Returns keys with each character of a script without spaces together with the next one. A character alone is in many words. */
function wordsOrPairs(keys: readonly string[]): readonly string[] {
  return keys.flatMap((key, index) => {
    if (!isCharacterToken(key)) return [key];
    const next = keys[index + 1];
    return next !== undefined && isCharacterToken(next) ? [key + next] : [];
  });
}
