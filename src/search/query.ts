import type { Analyzers } from "../language/analyzer.ts";
import { extractPhrases } from "../language/quotation-marks.ts";
import { MAX_COORDINATED_TERMS } from "./index/bm25.ts";
import type { QueryTerm } from "./ranking/ranking.ts";

/** A parsed query. */
export interface Query {
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
  /** Whether a query with other words is better without it. */
  readonly isQueryStopWord: boolean;
  /** The terms to search for: the word itself, or each pair of its characters. */
  readonly queryTerms: readonly QueryTerm[];
}

/**
 * Parses a query with phrases in quotation marks of any kind. Query stop words are dropped from sentences;
 * elsewhere they are dropped unless the corpus contains them, which `occurs` decides. A query of nothing
 * but stop words is a phrase.
 */
export function parseQuery(
  query: string,
  analyzers: Analyzers,
  occurs: (word: QueryWord) => boolean,
): Query {
  const { phrases: quoted, rest } = extractPhrases(query);
  const phrases = quoted.filter((phrase) => phrase.trim() !== "");
  const allWords = queryWordsOf([...phrases, rest].join(" "), analyzers);
  const contentWords = allWords.filter(({ isQueryStopWord }) => !isQueryStopWord);
  const isSentence = allWords.length > MAX_COORDINATED_TERMS && contentWords.length > 0;
  const words = isSentence
    ? contentWords
    : allWords.filter((word) => !word.isQueryStopWord || occurs(word));
  if (phrases.length === 0 && words.length === 0 && rest.trim() !== "") {
    return { phrases: [rest], rest: "", words };
  }
  return { phrases, rest, words };
}

/** Returns the distinct content words of a text. */
export function queryWordsOf(text: string, analyzers: Analyzers): readonly QueryWord[] {
  const words = new Map<string, QueryWord>();
  for (const { text: typed, terms, forms, isQueryStopWord } of analyzers.contentWordsOf(text)) {
    const key = terms.join(" ");
    if (words.has(key)) continue;
    // A word has one form, and a term for each language. Every pair of characters has a form of its own.
    const queryTerms = [...new Set(forms)].map((form) => ({
      form,
      terms: terms.filter((_, index) => forms[index] === form),
      weight: 1,
    }));
    words.set(key, { text: typed, isQueryStopWord, queryTerms });
  }
  return [...words.values()];
}
