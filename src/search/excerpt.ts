import type { Analyzer } from "../language/analyzer.ts";
import { sentenceStarts } from "../language/sentences.ts";
import type { TextPart } from "./phrases.ts";

/** A part of a text, and the stretches of it that matched. */
export interface Excerpt extends TextPart {
  readonly matches: readonly TextPart[];
}

/** How long an excerpt may be, in UTF-16 code units: three lines on a phone. */
const MAX_EXCERPT_LENGTH = 240;

/** The sentences around what matched: the sentence with most of it, and those after it. */
export function makeExcerpt(text: string, matched: readonly TextPart[], language: string): Excerpt {
  const matches = mergeSpans(matched);
  const span =
    text.length <= MAX_EXCERPT_LENGTH
      ? { start: 0, end: text.length }
      : bestSentences(text, matches, language);
  return {
    ...span,
    matches: matches.filter(({ start, end }) => start >= span.start && end <= span.end),
  };
}

/** Where one of `terms` stands in a text. */
export function findTerms(
  text: string,
  terms: readonly string[],
  analyzer: Analyzer,
): readonly TextPart[] {
  return analyzer.wordsOf(text).filter(({ term }) => terms.includes(term));
}

function bestSentences(text: string, matches: readonly TextPart[], language: string): TextPart {
  const starts = sentenceStarts(text, language);
  const sentences = starts.map((start, index) => ({
    start,
    end: starts[index + 1] ?? text.length,
  }));
  const counts = sentences.map(
    (sentence) =>
      matches.filter(({ start }) => start >= sentence.start && start < sentence.end).length,
  );
  const index = counts.indexOf(Math.max(...counts));

  let { start, end } = sentences[index] ?? { start: 0, end: text.length };
  for (
    let next = index + 1;
    (sentences[next]?.end ?? Infinity) - start <= MAX_EXCERPT_LENGTH;
    next++
  ) {
    end = sentences[next]?.end ?? end;
  }
  if (end - start > MAX_EXCERPT_LENGTH) {
    const first = matches.find((match) => match.start >= start) ?? { start, end: start };
    ({ start, end } = cutAround(text, { start, end }, first));
  }
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** At most `LONGEST` of a sentence that is longer, with `match` in it, cut between words if it has any. */
function cutAround(text: string, sentence: TextPart, match: TextPart): TextPart {
  const latest = sentence.end - MAX_EXCERPT_LENGTH;
  const earliest = Math.min(Math.max(sentence.start, match.start - MAX_EXCERPT_LENGTH / 3), latest);
  const word = text.indexOf(" ", earliest) + 1;
  const isBegun = earliest > sentence.start && 0 < word && word <= match.start;
  const start = isBegun ? word : earliest;
  const furthest = Math.min(sentence.end, start + MAX_EXCERPT_LENGTH);
  const space = text.lastIndexOf(" ", furthest);
  const end = furthest < sentence.end && space >= match.end && space > start ? space : furthest;
  return { start: snapToCharacter(text, start), end: snapToCharacter(text, end) };
}

/** Moves an offset out of the middle of a surrogate pair. */
function snapToCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

/** Puts stretches in order, and joins those that touch or overlap. */
function mergeSpans(spans: readonly TextPart[]): readonly TextPart[] {
  const result: TextPart[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else result.push({ start, end });
  }
  return result;
}
