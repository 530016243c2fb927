import { stem } from "porter2";
import { folded } from "../corpus/fold.ts";

/** A word of a text: where it stands, and the term under which the index knows it. */
export interface Word {
  /** In UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** Cuts texts of one language into words. */
export interface Analyzer {
  wordsOf(text: string): readonly Word[];
  /** The terms to search for: without stop words, unless there is nothing else. */
  termsOf(query: string): readonly string[];
  isStopWord(term: string): boolean;
}

// Scripts that put no space between words, and Korean, whose particles cling to them, are indexed by
// pairs of characters: no dictionary is needed, and a word is found with whatever follows it.
const UNSPACED = String.raw`\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const WORDS = new RegExp(`([${UNSPACED}]+)|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");

const ENGLISH_STOP_WORDS = new Set(
  `a about an and are as at be been but by for from had has have he her his i if in into is it its of
  on or our she so than that the their them then there these they this those to was we were what when
  which who will with would you your`.split(/\s+/),
);

export function createAnalyzer(language: string): Analyzer {
  const english = language === "en" || language.startsWith("en-");
  const stems = new Map<string, string>();

  function termOf(word: string): string {
    const plain = folded(word);
    if (!english) return plain;
    const known = stems.get(plain);
    if (known !== undefined) return known;
    const stemmed = stem(plain);
    stems.set(plain, stemmed);
    return stemmed;
  }
  const isStopWord = (term: string) => english && ENGLISH_STOP_WORDS.has(term);

  function wordsOf(text: string): readonly Word[] {
    const words: Word[] = [];
    for (const match of text.matchAll(WORDS)) {
      const [word, run] = match;
      if (run === undefined) {
        words.push({ start: match.index, end: match.index + word.length, term: termOf(word) });
        continue;
      }
      const characters = [...run];
      let start = match.index;
      characters.forEach((character, index) => {
        const pair = character + (characters[index + 1] ?? "");
        // The last character stands alone only if it is the only one.
        if (index === 0 || pair !== character) {
          words.push({ start, end: start + pair.length, term: folded(pair) });
        }
        start += character.length;
      });
    }
    return words;
  }

  return {
    wordsOf,
    isStopWord,
    termsOf(query) {
      const terms = [...new Set(wordsOf(query).map(({ term }) => term))];
      const telling = terms.filter((term) => !isStopWord(term));
      return telling.length > 0 ? telling : terms;
    },
  };
}
