import type { Passage } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import {
  endsWithComplementizer,
  endsWithConjunction,
  findContrasts,
  findNegations,
  findProviso,
  hasCondition,
  hasListedContrasts,
  hasListedNegations,
  isComplementClause,
  isContinuedSentence,
  isRejection,
  isReservation,
  isVerbFinal,
  negatingPrefixAtEnd,
} from "../language/negations.ts";
import { CLOSING_MARKS, OPENING_MARKS } from "../language/quotation-marks.ts";
import { CJK, UNSPACED } from "../language/scripts.ts";
import { endOfWordAt } from "../language/segments.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { countWords, hasTokens, isEllipsis, tokenize } from "../language/tokenizer.ts";
import type { PassagePositions } from "../search/index/passage-positions.ts";
import { BOUNDARY } from "../search/index/positions.ts";
import type { PositionRange } from "./alignment.ts";
import { CLOSER, type Cuts } from "./ellipsis.ts";
import type { QuotedLabel } from "./marks/labels.ts";
import { type Speaker, speakerOf, turnsIn } from "./marks/speakers.ts";
import { stretchOf, stretchText } from "./occurrence.ts";
import { type Gap, HIDDEN_KINDS, type HiddenSense, type Span, type Stretch } from "./verdict.ts";
import { endOfNarration, newVoice } from "./voices.ts";

/** Describes what is between two ranges of one document, of which the first ends before the second. */
export function gapBetween(
  before: PositionRange,
  after: PositionRange,
  passagePositions: PassagePositions,
): Gap {
  const range = { start: before.end, end: after.start };
  const [previous, next] = [before, after].map((one) => stretchOf(one, passagePositions));
  const last = elementAt(previous ?? [], (previous?.length ?? 0) - 1);
  const first = elementAt(next ?? [], 0);
  const between = passagesBetween(last, first);
  const isKnown = !passagePositions.positions.wordIds
    .subarray(range.start, range.end)
    .includes(BOUNDARY);
  const stretch =
    isKnown && range.end > range.start ? stretchOf(range, passagePositions) : undefined;
  return {
    stretch,
    isKnown,
    words: stretch === undefined ? 0 : countWords(stretchText(stretch)),
    paragraphs: between.length,
    interruptions: interruptionsBetween(last, first),
    hidden: isKnown ? hiddenSense(last, first, between) : [],
  };
}

/** Between two clauses: a comma between figures is a part of a number. */
const CLAUSE_END = /[,:](?!\p{N})|[;—–(),、，；：،؛]/u;
const CLAUSE_ENDS = new RegExp(CLAUSE_END, "gu");
/** How much of a sentence is looked at beyond an end of a quotation, in UTF-16 code units. */
const MAX_CLAUSE = 300;
/** How many words at the beginning of a clause may say that it takes back the one before. */
const MAX_CONTRAST_WORDS = 2;
/** How much before an ending shows what it is, in UTF-16 code units. */
const MAX_STEM = 4;
/** How many words a clause has at most that only says that the one before is not true: “which was a lie”. */
const MAX_REJECTION_WORDS = 8;

/** How many words at an end of a sentence may be a negation that a full stop or a capital letter next to them hides. */
const MAX_FINAL_WORDS = 3;
/** The same in characters, where no space divides words. */
const MAX_FINAL_CHARACTERS = 9;

/**
 * Returns what the ellipses at the ends of a quotation hide, if it changes the sense of the words: a negation in the rest
 * of their clause, a “but” that takes it back, or a condition. Other clauses of the sentence do not concern them. In a
 * language without a list of negations, the rest of the clause counts whatever it contains. A full stop hides less, and a
 * capital letter: people who quote a part of a sentence begin and end their own one.
 */
export function hiddenAtEnds(stretch: Stretch, cuts: Cuts): readonly Gap[] {
  const [first] = stretch;
  const last = elementAt(stretch, stretch.length - 1);
  const spoken = { ...last, end: endOfNarration(last) ?? last.end };
  const after = cuts.end ? hiddenAfter : hiddenByStop;
  const beforeFirst = () => (opensSentence(first, last, cuts) ? hiddenByOpening(first) : undefined);
  const gaps = [
    hiddenPrefix(first) ?? (cuts.start ? hiddenBefore(first) : beforeFirst()),
    cuts.end || cuts.isClosed || endsWithinSentence(last)
      ? (after(spoken) ?? hiddenProviso(spoken))
      : undefined,
  ];
  return gaps.filter((gap) => gap !== undefined);
}

/**
 * Returns the words of a sentence between the label that a quotation has and the first of its words. A number before them says that
 * they begin the sentence after it, as does the label of a list, so a quotation leaves out all between; the name of a speaker and a
 * number after the words may be beside any part of the sentence, so only a negation or a condition counts.
 */
export function hiddenAfterLabel(span: Span, label: QuotedLabel): Gap | undefined {
  const labelEnd = label.end;
  const { passage, document, start } = span;
  const window = passage.text.slice(labelEnd, span.end);
  const sentence = sentenceStarts(window, document.language).findLast(
    (at) => at <= start - labelEnd,
  );
  const from = labelEnd + (sentence ?? 0);
  const tokens = tokenize(passage.text.slice(from, start));
  const end = tokens.at(-1)?.end;
  const [first] = tokens;
  if (first === undefined || end === undefined) return undefined;
  const stretch = [{ ...span, start: from + first.start, end: from + end }] as const;
  const text = stretchText(stretch);
  const { language } = document;
  const negations = findNegations(text, language).slice(0, 1);
  if (!label.opensSentence && negations.length === 0 && !hasCondition(text, language))
    return undefined;
  return {
    at: "start",
    stretch,
    isKnown: true,
    words: countWords(text),
    paragraphs: 0,
    interruptions: [],
    hidden: negations.map((negation) => ({ kind: "negation", text: negation }) as const),
  };
}

/** The length of a word and more, in UTF-16 code units. */
const MAX_WORD = 30;

/** Returns the beginning of the first word of a span, if the span begins after it and it negates the rest: 不公平. */
function hiddenPrefix({ passage, document, start }: Span): Gap | undefined {
  if (!BEGINS_WITH_CJK.test(passage.text.slice(start, start + 2))) return undefined;
  const before = passage.text.slice(Math.max(0, start - MAX_WORD), start);
  const prefix = negatingPrefixAtEnd(before, document.language);
  if (prefix === undefined) return undefined;
  const { length } = before.endsWith(prefix) ? prefix : prefix.normalize("NFD");
  return gapAtEnd("start", { passage, document, start: start - length, end: start }, [prefix], []);
}

const BEGINS_WITH_CJK = new RegExp(`^[${CJK}]`, "u");

/** Whether a span ends with the verb of a sentence which its last word makes a part of another one. */
function endsWithinSentence({ passage, document, start, end }: Span): boolean {
  return isContinuedSentence(
    passage.text.slice(Math.max(start, end - MAX_WORD), end),
    passage.text.slice(end, end + MAX_WORD),
    document.language,
  );
}

/** Returns the rest of the last word of a span, in scripts in which a quotation may end within a word. */
function restOfWord(span: Span): Gap | undefined {
  const { text } = span.passage;
  if (!BEGINS_WITH_CJK.test(text.slice(span.end, span.end + 2))) return undefined;
  const end = endOfWordAt(text, span.end);
  if (end === span.end) return undefined;
  return {
    at: "end",
    stretch: [{ ...span, start: span.end, end }],
    isKnown: true,
    words: 1,
    paragraphs: 0,
    interruptions: [],
    hidden: [],
  };
}

/**
 * Returns what a full stop hides that is not printed: a negation that ends the sentence, “except” right after the words, the
 * “if” of a condition, or the rest of a word. Where the verb ends a clause, it hides one that negates the words or makes them a
 * condition.
 */
function hiddenByStop(span: Span): Gap | undefined {
  const rest = restOfSentence(span);
  const [first] = tokenize(rest);
  if (first === undefined || CLOSER.test(rest.slice(0, first.start))) return undefined;
  const gap = hiddenAfter(span);
  const [gravest] = gap?.hidden ?? [];
  const isFinal = gravest?.kind === "negation" && countWords(rest) <= MAX_FINAL_WORDS;
  const isNext =
    gravest?.kind === "contrast" &&
    rest.trimStart().startsWith(gravest.text) &&
    CLAUSE_END.exec(rest.slice(0, first.start)) === null;
  const { language } = span.document;
  const [clause = ""] = isVerbFinal(language) ? rest.split(CLAUSE_END) : [];
  const verb = lastWordsOf(clause);
  const isByVerb = findNegations(verb, language).length > 0;
  const next = rest.slice(0, tokenize(rest)[1]?.start);
  const isConditional =
    (/^\s*,/.test(rest) && hasCondition(next, language)) ||
    hasCondition(firstWordsOf(rest), language, false) ||
    hasCondition(verb, language);
  return isFinal || isNext || isByVerb || isConditional ? gap : restOfWord(span);
}

/** Returns the last words of a clause, in which its verb is; where no space divides words, its last characters. */
function lastWordsOf(clause: string): string {
  const words = clause.trim().split(/\s+/).slice(-MAX_FINAL_WORDS).join(" ");
  return ENDS_WITHOUT_SPACES.test(words) ? words.slice(-MAX_FINAL_CHARACTERS) : words;
}

const ENDS_WITHOUT_SPACES = new RegExp(`[${UNSPACED}]$`, "u");

/**
 * Returns the clause or the sentence after a span that excepts something from its rule, as laws have it: “Provided that …”. A
 * sentence may be a paragraph of its own. A clause that only limits the one before it is no contrast: “; however, …”.
 */
function hiddenProviso(span: Span): Gap | undefined {
  const places = [
    ["clause", clauseAfter(span)],
    ["sentence", sentenceAfter(span)],
  ] as const;
  for (const [kind, place] of places) {
    if (place === undefined) continue;
    const text = place.passage.text.slice(place.start, place.end);
    const proviso = findProviso(text, kind, place.document.language);
    if (proviso !== undefined) return gapAtEnd("end", place, [], [proviso]);
    if (kind === "clause" && isReservation(text, place.document.language)) {
      return gapAtEnd("end", place, [], []);
    }
  }
  return undefined;
}

/** Returns the rest of the sentence of a span, if a clause ends at its end. */
function clauseAfter(span: Span): Span | undefined {
  const rest = restOfSentence(span);
  const [sign] = CLAUSE_START.exec(rest) ?? [];
  const { end } = span;
  return sign === undefined
    ? undefined
    : { ...span, start: end + sign.length, end: end + rest.length };
}

/** The sign between a clause and the one before it, with the quotation mark in which it goes on. */
const CLAUSE_START = new RegExp(`^\\s*[,;—–，、；،؛](?:\\s*["'${OPENING_MARKS}])?`, "u");

/** Returns the sentence after that of a span, which may begin a new paragraph, unless something interrupts the document there. */
function sentenceAfter(span: Span): Span | undefined {
  const { passage, document } = span;
  const end = span.end + restOfSentence(span).length;
  if (end < passage.text.length) return sentenceAt(span, end);
  const next = document.passages[document.passages.indexOf(passage) + 1];
  return next === undefined || next.follows !== undefined
    ? undefined
    : sentenceAt({ ...span, passage: next }, 0);
}

/** Returns the sentence that begins at an offset of a passage, or as much of it as is looked at. */
function sentenceAt(span: Span, start: number): Span {
  const window = span.passage.text.slice(start, start + MAX_CLAUSE);
  const next = sentenceStarts(window, span.document.language).find((at) => at > 0);
  return { ...span, start, end: start + (next ?? window.length) };
}

/**
 * Whether a quotation begins a sentence of its own: with a capital letter where a small one is printed; otherwise, if it
 * ends with the printed sentence.
 */
function opensSentence({ passage, start }: Span, last: Span, cuts: Cuts): boolean {
  const [letter = ""] = /\p{L}/u.exec(passage.text.slice(start, last.end)) ?? [];
  if (/\p{Ll}/u.test(letter)) return cuts.isOpened;
  return cuts.isClosed && !hasTokens(restOfSentence(last));
}

/**
 * Returns what the beginning of a sentence hides that is none where it is printed: a negation right before the words or of a
 * clause that says them (“It is not true that”), or a condition.
 */
function hiddenByOpening(span: Span): Gap | undefined {
  const gap = hiddenBefore(span);
  const [omitted] = gap?.stretch ?? [];
  if (gap === undefined || omitted === undefined) return undefined;
  const { language } = span.document;
  const text = span.passage.text.slice(omitted.start, span.start);
  if (endsWithConjunction(text, language)) return undefined;
  const isRightBefore =
    gap.words <= MAX_FINAL_WORDS ||
    endsWithComplementizer(text, language) ||
    hasCondition(firstWordsOf(text), language);
  return isRightBefore ? gap : undefined;
}

/** Returns the text between a span and the end of its sentence, or as much of it as is looked at. */
function restOfSentence({ document, passage, start, end }: Span): string {
  const window = passage.text.slice(start, end + MAX_CLAUSE);
  const next = sentenceStarts(window, document.language).find((at) => at >= end - start);
  return window.slice(end - start, next);
}

function hiddenBefore(span: Span): Gap | undefined {
  const { document, passage, start } = span;
  const from = Math.max(0, start - MAX_CLAUSE);
  const text = passage.text.slice(from, start);
  const sentence = sentenceStarts(passage.text.slice(from, span.end), document.language).findLast(
    (at) => at <= text.length,
  );
  const clauses = [...text.matchAll(CLAUSE_ENDS)].map(({ index }) => index + 1);
  const last = clauses.at(-1) ?? 0;
  // Of “he doubted, that it was so”, the clause before says whether the next is so.
  const isSaid = isComplementClause(text.slice(last), document.language);
  const previous = clauses.at(-2) ?? 0;
  const isConditional = hasCondition(
    firstWordsOf(text.slice(Math.max(previous, sentence ?? 0), last)),
    document.language,
  );
  const first = Math.max(sentence ?? 0, isSaid || isConditional ? previous : last);
  const hidden = text.slice(first);
  // “It is false that”.
  const isRejected = isRejection(hidden) && endsWithComplementizer(hidden, document.language);
  // A number shows that “No.” before it is none.
  const [number = ""] = /^\p{N}/u.exec(passage.text.slice(start, start + 1)) ?? [];
  const negations = [
    ...findNegations(hidden + number, document.language),
    ...(isRejected ? [hidden.trim()] : []),
  ];
  return gapAtEnd("start", { ...span, start: from + first, end: start }, negations, []);
}

function hiddenAfter(span: Span): Gap | undefined {
  const { document, end } = span;
  const text = restOfSentence(span);
  const [own = "", ...others] = text.split(CLAUSE_END);
  const following = others[0] ?? "";
  const firstWords = firstWordsOf(following);
  const isRejected = isRejection(following) && countWords(following) <= MAX_REJECTION_WORDS;
  const { language } = document;
  const isNext = !hasTokens(own);
  // What が and 지만 are is shown by the characters before them and by the sign after them.
  const before = span.passage.text.slice(Math.max(span.start, end - MAX_STEM), end);
  const inOwn = [...findContrasts(before + text.slice(0, own.length + 1), language)];
  for (const quoted of findContrasts(before, language)) {
    const index = inOwn.indexOf(quoted);
    if (index !== -1) inOwn.splice(index, 1);
  }
  const contrasts = [
    ...(isNext ? findContrasts(firstWords, language) : inOwn),
    ...(isNext && isRejected ? [following.trim()] : []),
  ];
  // Where no contrasts are known, any clause may take back the one before.
  const mayTakeBack =
    contrasts.length > 0 || !hasListedContrasts(language) || hasCondition(firstWords, language);
  const hidden = isNext && mayTakeBack ? text.slice(0, own.length + 1 + following.length) : own;
  return gapAtEnd(
    "end",
    { ...span, start: end, end: end + hidden.length },
    findNegations(own, language),
    contrasts,
  );
}

/** Returns the beginning of a clause in which a “but” or an “if” concerns all of it. */
function firstWordsOf(clause: string): string {
  return clause.slice(0, tokenize(clause)[MAX_CONTRAST_WORDS]?.start);
}

/** Describes the omission at an end of a quotation. Where an ellipsis is printed too, it hides nothing. */
function gapAtEnd(
  at: "start" | "end",
  span: Span,
  negations: readonly string[],
  contrasts: readonly string[],
): Gap | undefined {
  const text = span.passage.text.slice(span.start, span.end);
  const tokens = tokenize(text);
  const nearest = tokens.at(at === "start" ? -1 : 0);
  const hidden: readonly HiddenSense[] = [
    ...negations.slice(0, 1).map((text) => ({ kind: "negation", text }) as const),
    ...contrasts.slice(0, 1).map((text) => ({ kind: "contrast", text }) as const),
  ];
  if (nearest === undefined) return undefined;
  const { language } = span.document;
  // Where negations are not known, any word may be one.
  const isKnown = hasListedNegations(language) && hasListedContrasts(language);
  const mayMatter = !isKnown || hasCondition(text, language) || isReservation(text, language);
  if (hidden.length === 0 && !mayMatter) return undefined;
  if (isEllipsis(text.slice(nearest.start, nearest.end))) return undefined;
  const start = span.start + elementAt(tokens, 0).start;
  const end = span.start + elementAt(tokens, tokens.length - 1).end;
  return {
    at,
    stretch: [{ ...span, start, end }],
    isKnown: true,
    words: countWords(text),
    paragraphs: 0,
    interruptions: [],
    hidden,
  };
}

function passagesBetween(last: Span, first: Span): readonly Passage[] {
  const { passages } = last.document;
  return passages
    .slice(passages.indexOf(last.passage) + 1, passages.indexOf(first.passage))
    .filter(({ sameAs }) => sameAs === undefined);
}

/** Returns what interrupts a document's own words between two spans of it. */
export function interruptionsBetween(last: Span, first: Span): Gap["interruptions"] {
  if (last.passage === first.passage) return [];
  const passages = [...passagesBetween(last, first), first.passage];
  return [...new Set(passages.flatMap(({ follows }) => follows ?? []))];
}

/**
 * Describes what interrupts the words between two spans that a quotation has one after the other with a separator: a
 * heading or the like, the label of a speaker, or the words of a narrator. Undefined if there is none. Where nothing in the quotation shows that
 * another person speaks, the change of speaker is hidden.
 */
export function interruptionAt(last: Span, first: Span, separator: string): Gap | undefined {
  const isOnePassage = last.passage === first.passage;
  const from = isOnePassage ? last.end : 0;
  const label = turnsIn(first.passage).find(({ at, end }) => at < first.start && end > from);
  if (isOnePassage && label === undefined) return narrationBetween(last, first);
  const interruptions = [
    ...interruptionsBetween(last, first),
    ...(label ? ["label" as const] : []),
  ];
  if (interruptions.length === 0) return undefined;
  const isShown = label === undefined || SHOWS_TURN.test(separator);
  const speaker = isShown ? undefined : newSpeaker(last, first, []);
  const words = /^.*[\p{L}\p{N}]/su.exec(first.passage.text.slice(from, first.start))?.[0] ?? "";
  const omitted =
    speaker === undefined ? undefined : { ...first, start: from, end: from + words.length };
  return {
    // A label is not counted where another person visibly speaks.
    stretch: omitted && [omitted],
    isKnown: true,
    words: omitted === undefined ? 0 : countWords(stretchText([omitted])),
    paragraphs: 0,
    interruptions,
    hidden: speaker === undefined ? [] : [{ kind: "speaker", text: speaker }],
  };
}

/** Describes the words of a narrator that a quotation leaves out between two spans of one passage. */
function narrationBetween(last: Span, first: Span): Gap | undefined {
  const tokens = tokenize(first.passage.text.slice(last.end, first.start));
  const [token] = tokens;
  const end = tokens.at(-1)?.end;
  if (token === undefined || end === undefined) return undefined;
  const stretch = [{ ...first, start: last.end + token.start, end: last.end + end }] as const;
  return {
    stretch,
    isKnown: true,
    words: countWords(stretchText(stretch)),
    paragraphs: 0,
    interruptions: [],
    hidden: hiddenSense(last, first, []),
  };
}

/** A line break, a quotation mark or a dash between the words of two people. */
const SHOWS_TURN = new RegExp(`[\n\u2028‘’'—–-]|[${OPENING_MARKS}${CLOSING_MARKS}]`, "u");

/** Finds the words left out of the quoted sentences that change their sense, and a change of speaker. */
function hiddenSense(last: Span, first: Span, between: readonly Passage[]): readonly HiddenSense[] {
  const { language } = last.document;
  const found = omittedFromSentences(last, first, language).flatMap((omitted): HiddenSense[] => [
    ...findNegations(omitted, language).map((text) => ({ kind: "negation", text }) as const),
    ...findContrasts(omitted, language).map((text) => ({ kind: "contrast", text }) as const),
  ]);
  const speaker = newSpeaker(last, first, between) ?? newVoice(last, first, between);
  if (speaker !== undefined) found.push({ kind: "speaker", text: speaker });
  return HIDDEN_KINDS.flatMap((kind) => found.find((one) => one.kind === kind) ?? []);
}

/**
 * Returns the omitted parts of the sentences that are quoted: the rest of the one with the first fragment,
 * and the beginning of the one with the next. Whole sentences between them do not change their sense.
 */
function omittedFromSentences(last: Span, first: Span, language: string): readonly string[] {
  const ends = sentenceStarts(last.passage.text, language);
  const end = ends.find((start) => start >= last.end) ?? last.passage.text.length;
  const starts = sentenceStarts(first.passage.text, language);
  const start = starts.findLast((at) => at <= first.start) ?? 0;
  if (last.passage === first.passage && end >= first.start) {
    return [last.passage.text.slice(last.end, first.start)];
  }
  return [last.passage.text.slice(last.end, end), first.passage.text.slice(start, first.start)];
}

/** Returns the speaker who begins between two spans, if it is another than the one of the first. */
function newSpeaker(last: Span, first: Span, between: readonly Passage[]): string | undefined {
  const inLast = turnsIn(last.passage);
  const current = speakerOf(last, turnsIn);
  const later =
    last.passage === first.passage
      ? inLast.filter(({ at }) => at >= last.end && at <= first.start)
      : [
          ...inLast.filter(({ at }) => at >= last.end),
          ...between.flatMap(turnsIn),
          ...turnsIn(first.passage).filter(({ at }) => at <= first.start),
        ];
  const isOther = ({ name, isBold }: Speaker) =>
    /^[—–-]$/.test(name) || (name !== current?.name && !(isBold && current === undefined));
  return later.find(isOther)?.name;
}

/** The maximum number of words that a quotation may leave out at one ellipsis. */
const MAX_OMITTED_WORDS = 500;

/** Whether what is left out is short enough for its two ends to be one quotation. */
export function isWithinReach({ words }: Gap): boolean {
  return words <= MAX_OMITTED_WORDS;
}
