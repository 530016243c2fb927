import { fold } from "./fold.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** A word of a text: where it stands, and the term under which the index knows it. */
export interface AnalyzedWord {
  /** In UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** A word as it is written, and the terms under which the index knows it. */
export interface ContentWord {
  readonly text: string;
  /** One, one for each language that has its own, or pairs of characters. */
  readonly terms: readonly string[];
  /** The form of each of the terms: the word, or the pair, folded and not stemmed. */
  readonly forms: readonly string[];
  /** Whether it tells so little that a query is better without it, where other words remain. */
  readonly isQueryStopWord: boolean;
}

/** Cuts texts of one language into words. */
export interface Analyzer {
  wordsOf(text: string): readonly AnalyzedWord[];
  /** The words of a text but for stop words, which tell nothing. */
  contentWordsOf(text: string): readonly ContentWord[];
  /** Goes through the telling words of a text, or their pairs, in order, without making a list. */
  forEachTerm(text: string, each: (form: string, term: string) => void): void;
  /** The term under which the index knows a word that is not cut into pairs. */
  termOf(word: string): string;
  /** Ends the reading of the corpus: words that come from now on are somebody's, and not kept. */
  finish(): void;
}

/** Reads each text in its own language, and queries in all languages of a corpus. */
export interface Analyzers {
  /** The one for texts in `language`, the same for all tags with the same primary subtag. */
  of(language: string): Analyzer;
  /**
   * The words that tell something in any language, with their terms in those in which they do. What
   * tells nothing in another is weak.
   */
  tellingWordsOf(query: string): readonly ContentWord[];
  /** Finishes the analyzers of all languages. */
  finish(): void;
}

/** What a word, or a pair of characters, comes to. */
interface Known {
  readonly form: string;
  readonly term: string;
  readonly isStopWord: boolean;
  readonly isWeak: boolean;
}

// Scripts that put no space between words, and Korean, whose particles cling to them, are indexed by
// pairs of characters: no dictionary is needed, and a word is found with whatever follows it. Asked for
// five Korean words with 13 particles each, pairs find all texts with the word, Intl.Segmenter 8 % of them;
// seven questions in Chinese and Japanese told them too little apart.
const UNSPACED = String.raw`\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const SPACED = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}])`;
// Invisible joiners and soft hyphens are parts of the word in which they stand.
const WORD = new RegExp(`([${UNSPACED}]+)|${SPACED}(?:${SPACED}|[\\u00ad\\u200c\\u200d])*`, "uy");
const HALF = new RegExp(`^[${UNSPACED}]$`, "u");

export function createAnalyzer(tag: string): Analyzer {
  const language = vocabularyOf(tag);
  // Folding and stemming cost more than all else, and a corpus has few words beside its length.
  const learned = new Map<string, Known>();
  let isLearning = true;

  function memoize(text: string, read: (text: string) => Known): Known {
    const known = learned.get(text);
    if (known !== undefined) return known;
    const fresh = read(text);
    if (isLearning) learned.set(text, fresh);
    return fresh;
  }

  function analyzeWord(text: string): Known {
    const form = fold(text);
    const small = lowerCase(text, tag);
    // Stemmers and lists of stop words go by accents, people often do without.
    return {
      form,
      term: fold(language.stem(small)),
      isStopWord: language.isStopWord(small),
      isWeak: language.isWeak(small),
    };
  }
  const known = (word: string) => memoize(word, analyzeWord);

  function wordsOf(text: string): readonly AnalyzedWord[] {
    const words: AnalyzedWord[] = [];
    forEachRun(text, (start, end, isUnspaced) => {
      if (!isUnspaced) words.push({ start, end, term: known(text.slice(start, end)).term });
      else {
        forEachPair(text, start, end, (first, last) =>
          words.push({
            start: first,
            end: last,
            term: memoize(text.slice(first, last), analyzePair).term,
          }),
        );
      }
    });
    return words;
  }

  function tellingWordsOf(text: string): readonly ContentWord[] {
    const written: ContentWord[] = [];
    forEachRun(text, (start, end, isUnspaced) => {
      const word = text.slice(start, end);
      if (isUnspaced) {
        const pairs: string[] = [];
        forEachPair(text, start, end, (first, last) => pairs.push(fold(text.slice(first, last))));
        written.push({ text: word, terms: pairs, forms: pairs, isQueryStopWord: false });
      } else {
        const { form, term, isStopWord: isStop, isWeak } = known(word);
        if (!isStop)
          written.push({ text: word, terms: [term], forms: [form], isQueryStopWord: isWeak });
      }
    });
    return written;
  }

  return {
    wordsOf,
    contentWordsOf: tellingWordsOf,
    forEachTerm(text, each) {
      forEachRun(text, (start, end, isUnspaced) => {
        if (isUnspaced) {
          forEachPair(text, start, end, (first, last) => {
            const { form, term } = memoize(text.slice(first, last), analyzePair);
            each(form, term);
          });
        } else {
          const { form, term, isStopWord: isStop } = known(text.slice(start, end));
          if (!isStop) each(form, term);
        }
      });
    },
    termOf: (word) => known(word).term,
    finish() {
      isLearning = false;
    },
  };
}

/** Analyzers for a corpus in `languages`, by tags of BCP 47. */
export function createAnalyzers(languages: readonly string[]): Analyzers {
  const analyzers = new Map<string, Analyzer>();

  function of(language: string): Analyzer {
    const [primary = ""] = language.toLowerCase().split("-");
    const analyzer = analyzers.get(primary) ?? createAnalyzer(primary);
    analyzers.set(primary, analyzer);
    return analyzer;
  }
  const all = [...new Set(languages.map(of))];

  function tellingWordsOf(query: string): readonly ContentWord[] {
    const words: ContentWord[] = [];
    forEachRun(query, (start, end) => {
      const text = query.slice(start, end);
      const readings = all.flatMap((analyzer) => analyzer.contentWordsOf(text));
      if (readings.length === 0) return;
      const formOf = new Map(
        readings.flatMap(({ terms, forms }) =>
          terms.map((term, index) => [term, forms[index] ?? term]),
        ),
      );
      words.push({
        text,
        terms: [...formOf.keys()],
        forms: [...formOf.values()],
        isQueryStopWord:
          readings.length < all.length || readings.some(({ isQueryStopWord: isWeak }) => isWeak),
      });
    });
    return words;
  }

  return {
    of,
    tellingWordsOf,
    finish() {
      for (const analyzer of analyzers.values()) analyzer.finish();
    },
  };
}

/** Whether a word is one character where pairs are indexed: it begins them. */
export function isSingleCjkCharacter(word: string): boolean {
  return HALF.test(word);
}

function analyzePair(pair: string): Known {
  const form = fold(pair);
  return { form, term: form, isStopWord: false, isWeak: false };
}

/** A word as stemmers want it: in one Unicode form, without invisible characters, in small letters. */
function lowerCase(word: string, language: string): string {
  // A number in superscript stays one.
  if (/\p{N}/u.test(word)) return fold(word);
  return word
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLocaleLowerCase(language)
    .normalize("NFC");
}

/** Goes through the words of a text, and the runs of characters of scripts without spaces. */
function forEachRun(
  text: string,
  each: (start: number, end: number, isUnspaced: boolean) => void,
): void {
  let at = 0;
  while (at < text.length) {
    // Most letters are of ASCII, and to look at them one by one is many times faster than `WORD`.
    let end = at;
    while (isAsciiLetter(text.charCodeAt(end))) end += 1;
    const isAscii = end === text.length || text.charCodeAt(end) < 0x80;
    if (isAscii) {
      if (end > at) each(at, end, false);
      at = end + 1;
      continue;
    }
    WORD.lastIndex = at;
    const found = WORD.exec(text);
    if (found === null) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    else {
      each(at, at + found[0].length, found[1] !== undefined);
      at += found[0].length;
    }
  }
}

/** Goes through every two neighbouring characters of a run; a lone character as it is. */
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

/** The offset after the character at `offset`. */
function nextOffset(text: string, offset: number): number {
  return offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);
}

/** Whether a UTF-16 code unit is a letter or a figure of ASCII. */
function isAsciiLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39)
  );
}
