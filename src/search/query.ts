import type { Analyzers } from "../language/analyzer.ts";
import { MAX_COORDINATED_TERMS } from "./index/bm25.ts";
import type { QueryTerm } from "./ranking/ranking.ts";

/** A query, taken apart. */
export interface Query {
  /** Phrases in quotation marks, which must stand as they are. */
  readonly phrases: readonly string[];
  /** What stands outside of quotation marks. */
  readonly rest: string;
  /** All words that tell something, each once. */
  readonly words: readonly QueryWord[];
}

/** A word as it was typed, and what is looked for: itself, or each pair of its characters. */
export interface QueryWord {
  readonly text: string;
  /** Whether it tells little of what is asked for. */
  readonly isWeak: boolean;
  readonly sought: readonly QueryTerm[];
}

/**
 * Takes the phrases in quotation marks, of any kind, out of a query. Words that tell little are left out
 * of sentences, and where no text has them, which `stands` tells. Stop words alone are a phrase.
 */
export function parseQuery(
  query: string,
  analyzers: Analyzers,
  stands: (word: QueryWord) => boolean,
): Query {
  const phrases: string[] = [];
  const rest = query.replace(/["“„«]([^"“”„«»]+)["”“»]/g, (_, phrase: string) => {
    phrases.push(phrase);
    return " ";
  });
  const typed = phrases.filter((phrase) => phrase.trim() !== "");
  const all = queryWordsOf([...typed, rest].join(" "), analyzers);
  const strong = all.filter(({ isWeak }) => !isWeak);
  const isSentence = all.length > MAX_COORDINATED_TERMS && strong.length > 0;
  const words = isSentence ? strong : all.filter((word) => !word.isWeak || stands(word));
  if (typed.length === 0 && words.length === 0 && rest.trim() !== "") {
    return { phrases: [rest], rest: "", words };
  }
  return { phrases: typed, rest, words };
}

/** The words of a text that tell something, each once. */
export function queryWordsOf(text: string, analyzers: Analyzers): readonly QueryWord[] {
  const words = new Map<string, QueryWord>();
  for (const written of analyzers.tellingWordsOf(text)) {
    const { terms, forms } = written;
    const key = terms.join(" ");
    if (words.has(key)) continue;
    // A word has one form, and a term in each language; pairs of characters have forms of their own.
    const sought = [...new Set(forms)].map((form) => ({
      form,
      terms: terms.filter((_, index) => forms[index] === form),
      weight: 1,
    }));
    words.set(key, { text: written.text, isWeak: written.isQueryStopWord, sought });
  }
  return [...words.values()];
}
