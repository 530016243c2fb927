import type { Analyzers, ContentWord } from "../language/analyzer.ts";
import { extractPhrases } from "../language/quotation-marks.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { countWords } from "../language/tokenizer.ts";
import { MAX_KEYWORDS } from "./index/bm25.ts";
import type { QueryTerm } from "./ranking/ranking.ts";

/** A parsed query. */
export interface Query {
  readonly typed: string;
  /** Whether the words are those of a sentence, not keywords. */
  readonly isSentence: boolean;
  /** The phrases in quotation marks, which must match exactly. */
  readonly phrases: readonly string[];
  /** The query without these phrases. */
  readonly rest: string;
  /** The distinct words to search for, those of the phrases included. */
  readonly words: readonly QueryWord[];
}

/** A word as it was typed. */
export interface QueryWord {
  readonly text: string;
  /** How often the query repeats it. */
  readonly count: number;
  /** Whether a query with other words is better without it. */
  readonly isQueryStopWord: boolean;
  /** The terms to search for: the word itself, or each pair of its characters. */
  readonly queryTerms: readonly QueryTerm[];
}

/**
 * Parses a query with phrases in quotation marks of any kind. Around them, several sentences are a text that
 * merely quotes them. Query stop words are dropped from sentences; elsewhere they are dropped unless the
 * corpus contains them, which `occurs` decides. A query of nothing but stop words is a phrase.
 */
export function parseQuery(
  typed: string,
  analyzers: Analyzers,
  language: string,
  occurs: (word: QueryWord) => boolean,
): Query {
  const extracted = extractPhrases(typed);
  const isText =
    extracted.phrases.length > 0 && sentenceStarts(extracted.rest.trim(), language).length > 1;
  const { phrases: quoted, rest } = isText ? { phrases: [], rest: typed } : extracted;
  const phrases = quoted.filter((phrase) => phrase.trim() !== "");
  const allWords = queryWordsOf([...phrases, rest].join(" "), analyzers);
  const contentWords = allWords.filter(({ isQueryStopWord }) => !isQueryStopWord);
  const whole = { typed, isSentence: isSentence(typed) };
  const words =
    whole.isSentence && contentWords.length > 0
      ? contentWords
      : allWords.filter((word) => !word.isQueryStopWord || occurs(word));
  if (phrases.length === 0 && words.length === 0 && rest.trim() !== "") {
    return { ...whole, phrases: [rest], rest: "", words };
  }
  return { ...whole, phrases, rest, words };
}

/** Whether the words of a query are those of a sentence, not keywords. */
export function isSentence(query: string): boolean {
  return countWords(query) > MAX_KEYWORDS;
}

/** Returns the distinct content words of a text. */
export function queryWordsOf(text: string, analyzers: Analyzers): readonly QueryWord[] {
  const words = new Map<string, ContentWord & { count: number }>();
  for (const word of analyzers.contentWordsOf(text)) {
    const key = word.terms.join(" ");
    const known = words.get(key);
    if (known === undefined) words.set(key, { ...word, count: 1 });
    else known.count += 1;
  }
  return [...words.values()].map(({ text: typed, terms, forms, isQueryStopWord, count }) => ({
    text: typed,
    count,
    isQueryStopWord,
    // A word has one form, and a term for each language. Every pair of characters has a form of its own.
    queryTerms: [...new Set(forms)].map((form) => ({
      form,
      terms: terms.filter((_, index) => forms[index] === form),
      weight: count,
    })),
  }));
}
