import { elementAt } from "../foundation/checked-access.ts";
import { largest } from "../foundation/long-arrays.ts";
import type { Analyzer } from "../language/analyzer.ts";
import { sentenceStarts } from "../language/sentences.ts";
import type { TextRange } from "./search-entry.ts";

/** A range of a text to show, and the ranges in it that match. */
export interface Excerpt extends TextRange {
  readonly matches: readonly TextRange[];
}

/** The maximum length of an excerpt, in UTF-16 code units: three lines on a phone. */
const MAX_EXCERPT_LENGTH = 240;

/** How much of a long text is examined for an excerpt, on each side of the matches. */
const CONTEXT_LENGTH = 1000;

/** How far from its middle a word is taken to end, in UTF-16 code units. */
const WORD_LENGTH = 60;

/** The matches in a text. */
interface MatchesInText {
  readonly language: string;
  /** The ranges of phrases. */
  readonly phrases: readonly TextRange[];
  /** Returns where matching words are likely to begin, in order. */
  readonly wordOffsets: () => readonly number[];
  /** Finds the matching words in a part of the text. */
  readonly findWords: (part: string) => readonly TextRange[];
}

/**
 * Cuts an excerpt from a text: the sentence with the most matches, and the sentences after it that fit.
 * Of a long text, only the part with the most matches is examined.
 */
export function makeExcerpt(text: string, matches: MatchesInText): Excerpt {
  const range =
    text.length <= MAX_EXCERPT_LENGTH
      ? { start: 0, end: text.length }
      : rangeWithMatches(text, matches);
  const words = wordsIn(text, widenInWord(text, range), matches);
  return {
    ...range,
    matches: mergeRanges([...matches.phrases, ...words]).filter(
      ({ start, end }) => start >= range.start && end <= range.end,
    ),
  };
}

/** Returns the range of a text to show. */
function rangeWithMatches(text: string, matches: MatchesInText): TextRange {
  const likely = [
    ...matches.phrases,
    ...matches.wordOffsets().map((start) => ({ start, end: start + 1 })),
  ].sort((a, b) => a.start - b.start);
  const part = partWithMatches(text, likely);
  const inPart = likely.filter(({ start, end }) => start >= part.start && end <= part.end);
  // The index has no accents, without which some languages stem a word differently.
  const sought = inPart.length > 0 ? inPart : wordsIn(text, part, matches);
  const range = bestSentences(
    text.slice(part.start, part.end),
    sought.map((match) => shift(match, -part.start)),
    matches.language,
  );
  return shift(range, part.start);
}

/** Returns the ranges of the matching words in a part of a text. */
function wordsIn(
  text: string,
  { start, end }: TextRange,
  { findWords }: MatchesInText,
): readonly TextRange[] {
  return findWords(text.slice(start, end)).map((word) => shift(word, start));
}

/** Returns the part of a text around the most of the sorted `matches` that one excerpt could show. */
function partWithMatches(text: string, matches: readonly TextRange[]): TextRange {
  if (text.length <= 2 * CONTEXT_LENGTH) return { start: 0, end: text.length };
  let best = 0;
  let most = 0;
  for (let first = 0, next = 0; first < matches.length; first++) {
    const { start } = elementAt(matches, first);
    while (next < matches.length && elementAt(matches, next).start < start + MAX_EXCERPT_LENGTH) {
      next += 1;
    }
    if (next - first <= most) continue;
    most = next - first;
    best = start;
  }
  const end = Math.min(text.length, best + MAX_EXCERPT_LENGTH + CONTEXT_LENGTH);
  return {
    start: best <= CONTEXT_LENGTH ? 0 : wordStartAfter(text, best - CONTEXT_LENGTH, best),
    end: snapToCharacter(text, end),
  };
}

/** Moves the ends of a range that lie within a word farther out than most words are long. */
function widenInWord(text: string, { start, end }: TextRange): TextRange {
  const isInWord = (at: number) => /^\S\S$/.test(text.slice(at - 1, at + 1));
  return {
    start: isInWord(start) ? snapToCharacter(text, Math.max(0, start - WORD_LENGTH)) : start,
    end: isInWord(end) ? snapToCharacter(text, end + WORD_LENGTH) : end,
  };
}

/** Returns the start of the first word after `offset` and not after `limit`, otherwise `offset`. */
function wordStartAfter(text: string, offset: number, limit: number): number {
  const space = text.slice(offset, limit).search(/\s\S/);
  return space === -1 ? snapToCharacter(text, offset) : offset + space + 1;
}

function shift({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** Returns the ranges of a text with one of `terms`. */
export function findTerms(
  text: string,
  terms: readonly string[],
  analyzer: Analyzer,
): readonly TextRange[] {
  return analyzer.wordsOf(text).filter(({ term }) => terms.includes(term));
}

function bestSentences(text: string, matches: readonly TextRange[], language: string): TextRange {
  const sentences = splitSentences(text, language);
  const matchCounts = sentences.map(
    (sentence) =>
      matches.filter(({ start }) => start >= sentence.start && start < sentence.end).length,
  );
  const bestIndex = matchCounts.indexOf(largest(matchCounts));

  const best = elementAt(sentences, bestIndex);
  const { start } = best;
  let { end } = best;
  for (const sentence of sentences.slice(bestIndex + 1)) {
    if (sentence.end - start > MAX_EXCERPT_LENGTH) break;
    end = sentence.end;
  }
  if (end - start <= MAX_EXCERPT_LENGTH) return trimEnd(text, { start, end });
  const firstMatch = matches.find((match) => match.start >= start) ?? { start, end: start };
  return trimEnd(text, cutAround(text, { start, end }, firstMatch));
}

function splitSentences(text: string, language: string): readonly TextRange[] {
  const starts = sentenceStarts(text, language);
  const ends = [...starts.slice(1), text.length];
  return starts.map((start, index) => ({ start, end: elementAt(ends, index) }));
}

function trimEnd(text: string, { start, end }: TextRange): TextRange {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/**
 * Cuts at most `MAX_EXCERPT_LENGTH` out of a longer sentence, around a match, and between words if it has
 * any.
 */
function cutAround(text: string, sentence: TextRange, match: TextRange): TextRange {
  const maxStart = sentence.end - MAX_EXCERPT_LENGTH;
  const minStart = Math.min(
    Math.max(sentence.start, match.start - MAX_EXCERPT_LENGTH / 3),
    maxStart,
  );
  const wordStart = text.indexOf(" ", minStart) + 1;
  const canStartAtWord = minStart > sentence.start && 0 < wordStart && wordStart <= match.start;
  const start = canStartAtWord ? wordStart : minStart;
  const maxEnd = Math.min(sentence.end, start + MAX_EXCERPT_LENGTH);
  const wordEnd = text.lastIndexOf(" ", maxEnd);
  const canEndAtWord = maxEnd < sentence.end && wordEnd >= match.end && wordEnd > start;
  const end = canEndAtWord ? wordEnd : maxEnd;
  return { start: snapToCharacter(text, start), end: snapToCharacter(text, end) };
}

/** Moves an offset out of the middle of a surrogate pair. */
function snapToCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

/** Sorts ranges, and merges those that touch or overlap. */
function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else merged.push({ start, end });
  }
  return merged;
}
