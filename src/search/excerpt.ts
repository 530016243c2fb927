import { elementAt } from "../foundation/checked-access.ts";
import type { Analyzer } from "../language/analyzer.ts";
import { sentenceStarts } from "../language/sentences.ts";
import type { TextRange } from "./search-entry.ts";

/** A range of a text to show, and the ranges in it that match. */
export interface Excerpt extends TextRange {
  readonly matches: readonly TextRange[];
}

/** The maximum length of an excerpt, in UTF-16 code units: three lines on a phone. */
const MAX_EXCERPT_LENGTH = 240;

/** Cuts an excerpt from a text: the sentence with the most matches, and the sentences after it that fit. */
export function makeExcerpt(
  text: string,
  matches: readonly TextRange[],
  language: string,
): Excerpt {
  const merged = mergeRanges(matches);
  const range =
    text.length <= MAX_EXCERPT_LENGTH
      ? { start: 0, end: text.length }
      : bestSentences(text, merged, language);
  return {
    ...range,
    matches: merged.filter(({ start, end }) => start >= range.start && end <= range.end),
  };
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
  const bestIndex = matchCounts.indexOf(Math.max(...matchCounts));

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
