import { stem } from "porter2";
import { folded } from "../corpus/fold.ts";

/** A word of a text: where it stands, and the term under which the index knows it. */
export interface Word {
  /** In UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** A word as it is written, and the terms under which the index knows it: one, or pairs. */
export interface WrittenWord {
  readonly text: string;
  readonly terms: readonly string[];
}

/** Cuts texts of one language into words. */
export interface Analyzer {
  wordsOf(text: string): readonly Word[];
  /** The words of a text but for stop words, which tell nothing. */
  tellingWordsOf(text: string): readonly WrittenWord[];
  /** The term under which the index knows a word that is not cut into pairs. */
  termOf(word: string): string;
  /** The terms of its telling words, each once. */
  termsOf(text: string): readonly string[];
  /** Whether a term is one character where pairs are indexed: it begins others. */
  isHalf(term: string): boolean;
  /** Ends the reading of the corpus: words that come from now on are somebody's, and not kept. */
  finish(): void;
}

// Scripts that put no space between words, and Korean, whose particles cling to them, are indexed by
// pairs of characters: no dictionary is needed, and a word is found with whatever follows it.
const UNSPACED = String.raw`\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const SPACED = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}])`;
// Invisible joiners and soft hyphens are parts of the word in which they stand.
const WORDS = new RegExp(`([${UNSPACED}]+)|${SPACED}(?:${SPACED}|[\\u00ad\\u200c\\u200d])*`, "gu");
const HALF = new RegExp(`^[${UNSPACED}]$`, "u");

const ENGLISH_STOP_WORDS = new Set(
  `a about an and are as at be been but by for from had has have he her his i if in into is it its of
  on or our she so than that the their them then there these they this those to was we were what when
  which who will with would you your`.split(/\s+/),
);

export function createAnalyzer(language: string): Analyzer {
  const english = language === "en" || language.startsWith("en-");
  // Folding and stemming cost more than all else, and a corpus has few words beside its length.
  const terms = new Map<string, string>();
  let isLearning = true;

  function termOf(word: string): string {
    const known = terms.get(word);
    if (known !== undefined) return known;
    const plain = folded(word);
    const term = english ? stem(plain) : plain;
    if (isLearning) terms.set(word, term);
    return term;
  }
  const isStopWord = (term: string) => english && ENGLISH_STOP_WORDS.has(term);

  /** The words of each run of letters: one, or the pairs of an unspaced run. */
  function runsOf(text: string): readonly (readonly Word[])[] {
    return [...text.matchAll(WORDS)].map(({ 0: word, 1: unspaced, index }) =>
      unspaced === undefined
        ? [{ start: index, end: index + word.length, term: termOf(word) }]
        : pairsOf(unspaced, index),
    );
  }

  function tellingWordsOf(text: string): readonly WrittenWord[] {
    return runsOf(text)
      .filter((words) => !words.every(({ term }) => isStopWord(term)))
      .map((words) => ({
        text: text.slice(words[0]?.start, words.at(-1)?.end),
        terms: words.map(({ term }) => term),
      }));
  }

  return {
    termOf,
    wordsOf: (text) => runsOf(text).flat(),
    tellingWordsOf,
    isHalf: (term) => HALF.test(term),
    finish() {
      isLearning = false;
    },
    termsOf: (text) => [...new Set(tellingWordsOf(text).flatMap(({ terms }) => terms))],
  };
}

/** Every two neighbouring characters of a run that begins at `start`; a lone character as it is. */
function pairsOf(run: string, start: number): readonly Word[] {
  const characters = [...run.matchAll(/./gsu)];
  const pairs = characters.slice(0, Math.max(1, characters.length - 1));
  return pairs.map(({ 0: first, index }, position) => {
    const pair = first + (characters[position + 1]?.[0] ?? "");
    return { start: start + index, end: start + index + pair.length, term: folded(pair) };
  });
}
