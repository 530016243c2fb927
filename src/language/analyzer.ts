import { elementAt } from "../foundation/checked-access.ts";
import { memoizeByText } from "../foundation/memoize-by-text.ts";
import { fold } from "./fold.ts";
import { CJK } from "./scripts.ts";
import { primarySubtag, scriptOf } from "./tags.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** An occurrence of a word in a text, and the term under which the index lists it. */
export interface AnalyzedWord {
  /** In UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** A word as it is written that is no stop word, and the terms under which the index lists it. */
export interface ContentWord {
  readonly text: string;
  /** One term, one for each language that stems it differently, or pairs of characters. */
  readonly terms: readonly string[];
  /** The form of each of the terms: the word, or the pair, folded and not stemmed. */
  readonly forms: readonly string[];
  /** Whether a query with other words is better without it. */
  readonly isQueryStopWord: boolean;
}

/** A tokenizer and stemmer for texts in one language. */
export interface Analyzer {
  wordsOf(text: string): readonly AnalyzedWord[];
  /** Returns the words of a text, without stop words. */
  contentWordsOf(text: string): readonly ContentWord[];
  /** Calls `each` for the content words of a text, or their pairs, in order, without making a list. */
  forEachTerm(text: string, each: (form: string, term: string) => void): void;
  /** Returns the term under which the index lists a word that is not divided into pairs. */
  termOf(word: string): string;
}

/** The analyzers of a corpus: one for texts in each language, and all of them for queries. */
export interface Analyzers {
  /** Returns the analyzer for texts in `language`, the same for all tags with one primary subtag. */
  of(language: string): Analyzer;
  /**
   * Returns the words of a query that are content words in any language of the corpus, with their terms
   * in those languages. A stop word of another language is a query stop word.
   */
  contentWordsOf(query: string): readonly ContentWord[];
}

/** The analysis of a word, or of a pair of characters. */
interface Analysis {
  readonly form: string;
  readonly term: string;
  readonly isStopWord: boolean;
  readonly isQueryStopWord: boolean;
}

// CJK is indexed by pairs of characters, which needs no dictionary, and a word is found whatever follows
// it. In searches for five Korean words with 13 particles each, pairs find all texts with the word,
// Intl.Segmenter 8 % of them. In seven Chinese and Japanese questions, the words that it found
// distinguished the texts too little.
//
// Letters, numbers and the letters of Greek are words of their own, so that IL6 and IL-6 are the same words,
// as are TGFβ and TGF-beta.
const SPACED_WORDS = [
  String.raw`(?!\p{Script=Greek})[\p{L}\p{M}]`,
  String.raw`\p{Script=Greek}`,
  String.raw`\p{N}`,
].map(wordOf);
const WORD = new RegExp(`([${CJK}]+)|${SPACED_WORDS.join("|")}`, "uy");
const GREEK_LETTER_NAMES = new Map(
  `alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau
    upsilon phi chi psi omega`
    .split(/\s+/)
    .map((name, index) => ["αβγδεζηθικλμνξοπρστυφχψω".charAt(index), name]),
);
const SINGLE_CJK_CHARACTER = new RegExp(`^[${CJK}]$`, "u");

/** How many analyses of words an analyzer keeps: those of most corpora. */
const MAX_CACHED_WORDS = 65_536;

/** Returns an analyzer for texts with a BCP 47 tag, whose language may be unknown. */
export function createAnalyzer(tag: string): Analyzer {
  const vocabulary = vocabularyOf(tag);
  const isGreek = scriptOf(tag) === "Grek";
  function analyzeWord(word: string): Analysis {
    const form = fold(word);
    const letterName = isGreek ? undefined : GREEK_LETTER_NAMES.get(form);
    const lower = letterName ?? lowerCase(word, tag);
    return {
      form,
      // Stemmers and lists of stop words need accents. Users often leave them out, so terms have none.
      term: fold(vocabulary.stem(lower)),
      isStopWord: vocabulary.isStopWord(lower),
      isQueryStopWord: vocabulary.isQueryStopWord(lower),
    };
  }
  // Folding and stemming take most of the time, and a corpus has few different words for its length.
  const analysisOf = memoizeByText(MAX_CACHED_WORDS, analyzeWord);
  const pairAnalysisOf = memoizeByText(MAX_CACHED_WORDS, analyzePair);

  return {
    wordsOf(text) {
      const words: AnalyzedWord[] = [];
      forEachRun(text, (start, end, isCjk) => {
        if (!isCjk) words.push({ start, end, term: analysisOf(text.slice(start, end)).term });
        else {
          forEachPair(text, start, end, (from, to) =>
            words.push({ start: from, end: to, term: pairAnalysisOf(text.slice(from, to)).term }),
          );
        }
      });
      return words;
    },
    contentWordsOf(text) {
      const words: ContentWord[] = [];
      forEachRun(text, (start, end, isCjk) => {
        const word = text.slice(start, end);
        if (isCjk) {
          const pairs: string[] = [];
          forEachPair(text, start, end, (from, to) => pairs.push(fold(text.slice(from, to))));
          words.push({ text: word, terms: pairs, forms: pairs, isQueryStopWord: false });
        } else {
          const { form, term, isStopWord, isQueryStopWord } = analysisOf(word);
          if (!isStopWord) {
            words.push({ text: word, terms: [term], forms: [form], isQueryStopWord });
          }
        }
      });
      return words;
    },
    forEachTerm(text, each) {
      forEachRun(text, (start, end, isCjk) => {
        if (isCjk) {
          forEachPair(text, start, end, (from, to) => {
            const { form, term } = pairAnalysisOf(text.slice(from, to));
            each(form, term);
          });
        } else {
          const { form, term, isStopWord } = analysisOf(text.slice(start, end));
          if (!isStopWord) each(form, term);
        }
      });
    },
    termOf: (word) => analysisOf(word).term,
  };
}

/** Returns analyzers for a corpus in `languages`, by BCP 47 tags. */
export function createAnalyzers(languages: readonly string[]): Analyzers {
  const analyzers = new Map<string, Analyzer>();

  function of(language: string): Analyzer {
    const primary = primarySubtag(language);
    const analyzer = analyzers.get(primary) ?? createAnalyzer(primary);
    analyzers.set(primary, analyzer);
    return analyzer;
  }
  const corpusAnalyzers = [...new Set(languages.map(of))];

  function contentWordsOf(query: string): readonly ContentWord[] {
    const words: ContentWord[] = [];
    forEachRun(query, (start, end) => {
      const text = query.slice(start, end);
      const readings = corpusAnalyzers.flatMap((analyzer) => analyzer.contentWordsOf(text));
      if (readings.length === 0) return;
      const formOf = new Map(
        readings.flatMap(({ terms, forms }) =>
          terms.map((term, index) => [term, elementAt(forms, index)]),
        ),
      );
      words.push({
        text,
        terms: [...formOf.keys()],
        forms: [...formOf.values()],
        isQueryStopWord:
          readings.length < corpusAnalyzers.length ||
          readings.some(({ isQueryStopWord }) => isQueryStopWord),
      });
    });
    return words;
  }

  return { of, contentWordsOf };
}

/** Whether a word is one character of those that are indexed in pairs, and so begins pairs. */
export function isSingleCjkCharacter(word: string): boolean {
  return SINGLE_CJK_CHARACTER.test(word);
}

function analyzePair(pair: string): Analysis {
  const form = fold(pair);
  return { form, term: form, isStopWord: false, isQueryStopWord: false };
}

/** Returns the source of a regular expression for a word of these characters, none of them in CJK. */
function wordOf(character: string): string {
  const spaced = String.raw`(?![${CJK}])${character}\p{M}*`;
  // Soft hyphens and invisible joiners are part of the word that contains them.
  return String.raw`${spaced}(?:${spaced}|[\u00ad\u200c\u200d])*`;
}

/** Returns a word as stemmers need it: in lower case and NFC, without invisible characters. */
function lowerCase(word: string, language: string): string {
  // NFKC would make 102 of 10².
  if (/\p{N}/u.test(word)) return fold(word);
  return word
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLocaleLowerCase(language)
    .normalize("NFC");
}

/** Calls `each` for the words of a text, and for its longest runs of CJK characters. */
function forEachRun(
  text: string,
  each: (start: number, end: number, isCjk: boolean) => void,
): void {
  let at = 0;
  while (at < text.length) {
    // Most letters are in ASCII, and testing their codes is many times faster than `WORD`.
    let end = at;
    const isPart = isAsciiDigit(text.charCodeAt(at)) ? isAsciiDigit : isAsciiLetter;
    while (isPart(text.charCodeAt(end))) end += 1;
    const isAsciiWord = end === text.length || text.charCodeAt(end) < 0x80;
    if (isAsciiWord) {
      if (end > at) each(at, end, false);
      at = Math.max(end, at + 1);
      continue;
    }
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (match === null) at = nextOffset(text, at);
    else {
      each(at, at + match[0].length, match[1] !== undefined);
      at += match[0].length;
    }
  }
}

/** Calls `each` for every two neighbouring characters of a run, or for its only character. */
function forEachPair(
  text: string,
  start: number,
  end: number,
  each: (start: number, end: number) => void,
): void {
  let first = start;
  let second = nextOffset(text, first);
  if (second >= end) each(first, end);
  while (second < end) {
    const next = nextOffset(text, second);
    each(first, next);
    first = second;
    second = next;
  }
}

/** Returns the offset after the character at `offset`, which may be a surrogate pair. */
function nextOffset(text: string, offset: number): number {
  const code = text.codePointAt(offset);
  return offset + (code !== undefined && code > 0xffff ? 2 : 1);
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
