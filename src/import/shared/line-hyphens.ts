import { LANGUAGES } from "../../language/languages/index.ts";
import { isNumberWord } from "../../language/numerals.ts";
import { wordsOf } from "../../language/word-lists.ts";

/** The rules on hyphens at the ends of lines in the languages of a file. */
export interface HyphenRules {
  /** Whether a text begins with a word before which a hyphen replaces the end of a word: “Ein- und Ausfuhr”. */
  isSuspended(after: string): boolean;
  /** The same in any language, as after a number. */
  isAnySuspended(after: string): boolean;
  /** Whether the hyphen between two parts of a word is its own: “twenty-one”, “zee-eend”. */
  isOwn(first: string, second: string): boolean;
  /** Returns the first part as it is spelt before the second if no hyphen divides them: “Bäc” for “Bäk-ker”. */
  spellStart(first: string, second: string, words: ReadonlySet<string>): string;
}

/** How many of its frequent words show that a file is in a language. */
const MIN_FREQUENT_WORDS = 2;

const RULES = LANGUAGES.flatMap(({ tags, lineHyphens }) =>
  lineHyphens === undefined
    ? []
    : [
        {
          tag: tags[0],
          frequentWords: wordsOf(lineHyphens.frequentWords),
          conjunctions: new Set(wordsOf(lineHyphens.conjunctions)),
          conjunctionsBeforeHyphen: new Set(wordsOf(lineHyphens.conjunctionsBeforeHyphen)),
          isInNumbers: lineHyphens.isInNumbers === true,
          vowelPairs: new Set(wordsOf(lineHyphens.vowelPairs)),
          oldSpellings: wordsOf(lineHyphens.oldSpellings),
        },
      ],
);

/** A word with a hyphen, soon after a conjunction. */
const BEFORE_HYPHEN = /^\p{L}+\s+(?:\S+\s+){0,2}[\p{L}\p{N}]+[-\u2010]\p{L}/u;

/** The beginning of a second part before which ck is divided as k-k. Before other letters, kk is that of “Akkord”. */
const AFTER_CK = /^k(?:[ein]|l(?!am|im))/u;

/** Creates the rules for a file with these words, which are in lower case. */
export function createHyphenRules(words: ReadonlySet<string>): HyphenRules {
  const rules = RULES.filter(
    ({ frequentWords }) =>
      frequentWords.filter((word) => words.has(word)).length >= MIN_FREQUENT_WORDS,
  );
  const isOld = rules.some(({ oldSpellings }) => oldSpellings.some((word) => words.has(word)));

  function isSuspendedIn(some: typeof RULES, after: string): boolean {
    const word = /^\p{L}+/u.exec(after)?.[0] ?? "";
    return some.some(
      ({ conjunctions, conjunctionsBeforeHyphen }) =>
        conjunctions.has(word) || (conjunctionsBeforeHyphen.has(word) && BEFORE_HYPHEN.test(after)),
    );
  }

  return {
    isSuspended: (after) => isSuspendedIn(rules, after),
    isAnySuspended: (after) => isSuspendedIn(RULES, after),
    isOwn(first, second) {
      const pair = first.slice(-1) + second.charAt(0);
      return rules.some(
        ({ tag, isInNumbers, vowelPairs }) =>
          vowelPairs.has(pair) ||
          (isInNumbers && isNumberWord(first, tag) && isNumberWord(second, tag)),
      );
    },
    spellStart(first, second, words) {
      const beforeLast = first.slice(0, -1);
      const isAfterVowel = /[aeiouyäöü]k$/iu.test(first);
      const withC = `${beforeLast}c`;
      const isKnown = (start: string) => words.has((start + second).toLowerCase());
      if (isAfterVowel && AFTER_CK.test(second) && (isOld || isKnown(withC))) return withC;
      const isTripled = /([b-df-hj-np-tv-z])\1$/u.test(first) && second.startsWith(first.slice(-1));
      const isBeforeVowel = /^.[aeiouyäöü]/u.test(second);
      return isTripled && isBeforeVowel && (isOld || isKnown(beforeLast)) ? beforeLast : first;
    },
  };
}
