import { sentenceStarts } from "./sentences.ts";
import type { Analyzer } from "./words.ts";

/** A part of a text, and the stretches of it that matched. All in UTF-16 code units of that text. */
export interface Excerpt {
  readonly start: number;
  readonly end: number;
  readonly matches: readonly { readonly start: number; readonly end: number }[];
}

/** How long an excerpt may be, in UTF-16 code units: three lines on a phone. */
const LONGEST = 240;

/** The sentences around the words that matched: the sentence with most of them, and its neighbours. */
export function excerptOf(
  text: string,
  terms: ReadonlySet<string>,
  language: string,
  analyzer: Analyzer,
): Excerpt {
  const matches = joined(analyzer.wordsOf(text).filter(({ term }) => terms.has(term)));
  const span =
    text.length <= LONGEST ? { start: 0, end: text.length } : best(text, matches, language);
  return {
    ...span,
    matches: matches.filter(({ start, end }) => start >= span.start && end <= span.end),
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function best(text: string, matches: readonly Span[], language: string): Span {
  const starts = sentenceStarts(text, language);
  const sentences = starts.map((start, index) => ({
    start,
    end: starts[index + 1] ?? text.length,
  }));
  const count = (sentence: Span) =>
    matches.filter(({ start, end }) => start >= sentence.start && end <= sentence.end).length;
  const counts = sentences.map(count);
  const index = counts.indexOf(Math.max(...counts));

  let { start, end } = sentences[index] ?? { start: 0, end: text.length };
  for (let next = index + 1; (sentences[next]?.end ?? Infinity) - start <= LONGEST; next++) {
    end = sentences[next]?.end ?? end;
  }
  if (end - start > LONGEST) {
    const first = matches.find((match) => match.start >= start)?.start ?? start;
    ({ start, end } = aroundWords(text, { start, end }, first));
  }
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** At most `LONGEST` of a sentence that is longer, with `at` in it, cut between words. */
function aroundWords(text: string, sentence: Span, at: number): Span {
  const latest = Math.max(sentence.start, sentence.end - LONGEST);
  let start = Math.min(Math.max(sentence.start, at - LONGEST / 3), latest);
  if (start > sentence.start) start = Math.min(at, text.indexOf(" ", start) + 1 || at);
  let end = Math.min(sentence.end, start + LONGEST);
  if (end < sentence.end) end = Math.max(text.lastIndexOf(" ", end), start + 1);
  return { start: whole(text, start), end: whole(text, end) };
}

/** Moves an offset out of the middle of a surrogate pair. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

/** Joins stretches that touch or overlap. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const { start, end } of spans) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else result.push({ start, end });
  }
  return result;
}
