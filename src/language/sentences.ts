import { lazy } from "../foundation/lazy.ts";
import { isAbbreviation, isEnumerator, mayBeAbbreviation } from "./abbreviations.ts";
import { dateNames } from "./date-words.ts";
import { LANGUAGES } from "./languages/index.ts";
import { SMALL_ROMAN_BELOW_500 } from "./numerals.ts";
import { UNSPACED } from "./scripts.ts";
import { segmentsOf } from "./segments.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { allWords, wordPattern } from "./word-lists.ts";

// An ellipsis between spaces stands for omitted words.
const AFTER_OMISSION = /[^.!?\s]\s(?:…|\. ?\. ?\.)\s+$/;

const TIME_MARK = wordPattern(allWords(({ timeMarks }) => timeMarks));
const AFTER_TIME = new RegExp(String.raw`\d\s?(?:${TIME_MARK})\.\s+$`, "u");
/** Matches a time with too few words before it for a sentence, as in “At 6 a.m. Tom slept”. */
const ONLY_TIME = new RegExp(
  String.raw`^\P{L}*(?:\p{L}+\s+){0,2}\d[\d:.]*\s?(?:${TIME_MARK})\.\s+$`,
  "u",
);
/** Matches what may belong to a time despite its capital letter: a day, a month, “Eastern time”. */
const partOfTimePattern = lazy(() => {
  const languages = LANGUAGES.filter(({ timeMarks }) => timeMarks !== undefined);
  const names = languages.flatMap(({ tags: [tag] }) => dateNames(tag, "long"));
  const zones = languages.flatMap(({ timeZone }) => timeZone ?? []);
  return new RegExp(String.raw`^(?:${[...names, ...zones].join("|")})\b`, "u");
});

// A dash next to a capital letter begins a turn of speech.
const CONTINUES = /^["'”’»)\]]*\s*(?:\p{Ll}|[,;:-]|[—–](?![\p{Lu}¿¡]))/u;
// The same quotation marks open in one language and close in another: an opening mark is next to a
// letter. An ellipsis between spaces stands for what is omitted after the sentence.
const CLOSES = /^(?:…\s|\p{Pe}|\p{Pf}+(?![\p{Pf}\p{L}\p{N}¿¡…]))/u;
const QUOTATION_CONTINUATIONS = LANGUAGES.flatMap(
  ({ quotationContinuation }) => quotationContinuation ?? [],
);
const UNSPACED_START = new RegExp(String.raw`^…*[${UNSPACED}\p{Ps}“‘]`, "u");
const WIDE_END = /[。！？｡．!?…][”’\p{Pe}"']*$/u;
// These marks never appear in a number, an address or a Latin name.
const UNAMBIGUOUS_WIDE_END = /[。！？｡][”’\p{Pe}"']*$/u;
/** Matches brackets with less than a sentence in them. */
const REMARK = /^[(（][^()（）]*[^.!?…。！？()（）”’」』][)）]/;

const CLOSING = String.raw`["'\p{Pe}\p{Pi}\p{Pf}]*`;
const BRACKETED_ENUMERATOR = String.raw`[([](?:\p{L}|\d{1,3}|${SMALL_ROMAN_BELOW_500})[)\]]\s`;
// Intl.Segmenter ends no sentence at an ellipsis, after a quotation mark that a space separates from its
// sentence, before a figure that a small letter follows, before a turn of speech or an enumerator in
// brackets, or before an opening mark without a space.
const ADDITIONAL_END = [
  String.raw`…${CLOSING}\s+`,
  String.raw`[.!?…]\s»\s+`,
  String.raw`(?<=[\p{Ll}\d]{4}${CLOSING})\.${CLOSING}\s+(?=\d)`,
  String.raw`[.!?]${CLOSING}\s+(?=[—–][\p{Lu}¿¡]|${BRACKETED_ENUMERATOR})`,
  String.raw`[。！？｡]${CLOSING}(?=[\p{Ps}“‘])`,
].join("|");
// The lookahead only spares the alternatives at every other character, which took ten times as long.
const ADDITIONAL_ENDS = new RegExp(`(?=[….!?。！？｡])(?:${ADDITIONAL_END})`, "gu");

const SENTENCE_OPENER = new RegExp(
  `^(?:${wordPattern(allWords(({ sentenceOpeners }) => sentenceOpeners))})$`,
  "u",
);

/** How much text on either side decides whether a sentence begins, in UTF-16 code units. */
const CONTEXT_LENGTH = 40;

const segmenters = new Map<string, Intl.Segmenter>();

/** Returns where the sentences of a text begin, in UTF-16 code units. The first offset is 0. */
export function sentenceStarts(text: string, language: string): readonly number[] {
  if (text === "") return [];
  const candidates = [
    ...Array.from(segmentsOf(text, segmenterFor(language)), ({ start }) => start),
    ...[...text.matchAll(ADDITIONAL_ENDS)].map(({ 0: end, index }) => index + end.length),
  ].sort((a, b) => a - b);

  const starts = [0];
  let start = 0;
  let searchedTo = 0;
  let hasWord = false;
  for (const at of candidates) {
    // Text without a word may be long, so none of it is searched twice.
    hasWord ||= /[\p{L}\p{N}]/u.test(text.slice(searchedTo, at));
    searchedTo = at;
    if (at === start || at === text.length) continue;
    const before = text.slice(start, at);
    const after = text.slice(at, at + CONTEXT_LENGTH);
    if (!before.endsWith("\n") && !(hasWord && isStart(before, after, language))) continue;
    starts.push(at);
    start = at;
    hasWord = false;
  }
  return starts;
}

/** How much text on either side of some words is examined for the ends of their sentences. */
const SENTENCE_CONTEXT = 2000;

/**
 * Returns where the sentence that contains the words from `start` to `end` begins and ends. A sentence
 * that goes on for more than 2,000 characters on either side is cut there.
 */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
  language: string,
): { readonly start: number; readonly end: number } {
  const from = Math.max(0, start - SENTENCE_CONTEXT);
  const to = Math.min(text.length, end + SENTENCE_CONTEXT);
  const starts = sentenceStarts(text.slice(from, to), language).map((at) => from + at);
  return {
    start: starts.findLast((at) => at <= start) ?? from,
    end: starts.find((at) => at >= end) ?? to,
  };
}

function segmenterFor(language: string): Intl.Segmenter {
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, segmenter);
  return segmenter;
}

/** Whether a sentence begins between `before`, which is the sentence so far, and `after`. */
function isStart(before: string, after: string, language: string): boolean {
  const end = before.slice(-CONTEXT_LENGTH);
  if (after.trim() === "" || CONTINUES.test(after) || CLOSES.test(after)) return false;
  if (isEnumerator(before) || continuesQuotation(end, after)) return false;
  if (!/\s$/.test(end)) return isUnspacedStart(end, after);
  if (isAbbreviation(end, after, language)) return false;
  const isUncertain = AFTER_OMISSION.test(end) || mayBeAbbreviation(end, language);
  if (!isUncertain || beginsLikeSentence(after, language)) return true;
  return AFTER_TIME.test(end) && isStartAfterTime(before, after);
}

/** Whether a particle or a verb of saying continues the sentence after a quotation. */
function continuesQuotation(before: string, after: string): boolean {
  return QUOTATION_CONTINUATIONS.some(
    ({ quoted, particle }) => quoted.test(before) && particle.test(after),
  );
}

/** Whether a sentence begins between two texts without a space between them. */
function isUnspacedStart(before: string, after: string): boolean {
  if (REMARK.test(after)) return false;
  return (
    (UNAMBIGUOUS_WIDE_END.test(before) && /^[\p{L}\p{N}]/u.test(after)) ||
    (WIDE_END.test(before) && UNSPACED_START.test(after))
  );
}

/** Whether a sentence that ends with a time of day may precede a word that belongs to no time. */
function isStartAfterTime(before: string, after: string): boolean {
  return (
    !ONLY_TIME.test(before) && /^\p{Lu}\p{Ll}/u.test(after) && !partOfTimePattern().test(after)
  );
}

/**
 * Whether a text begins like a sentence: with a quotation, or with a word that within a sentence would
 * have a small letter.
 */
function beginsLikeSentence(text: string, language: string): boolean {
  if (/^["“‘„«»(]/.test(text)) return !REMARK.test(text);
  const word = /^\p{L}+(?![.\p{L}])/u.exec(text)?.[0];
  if (word === undefined) return false;
  if (SENTENCE_OPENER.test(word)) return true;
  const { isStopWord, isQueryStopWord } = vocabularyOf(language);
  const lower = word.toLowerCase();
  return isStopWord(lower) || isQueryStopWord(lower);
}
