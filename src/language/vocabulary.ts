import { createRequire } from "node:module";
import type { LanguageProfile } from "./language-profile.ts";
import { findLanguage, LANGUAGES } from "./languages/index.ts";
import { UNDETERMINED } from "./tags.ts";
import { wordPattern, wordsOf } from "./word-lists.ts";

/** The stemmer and the stop words of a language. Words are in lower case, with their accents. */
export interface Vocabulary {
  /** Returns what a word has in common with its other forms. */
  stem(word: string): string;
  /** Whether a word says nothing about a text's subject, and is left out of an index. */
  isStopWord(word: string): boolean;
  /** Whether a word says little about a query's subject, as the words of a question do. */
  isQueryStopWord(word: string): boolean;
}

/**
 * The greatest length in UTF-16 code units of the words of @orama/stopwords that are left out of an
 * index. Longer ones may be the subject of a query, such as Spanish “acuerdo” and “trabajo”.
 */
const MAX_STOP_WORD_LENGTH = 4;

const UNKNOWN: Vocabulary = {
  stem: (word) => word,
  isStopWord: () => false,
  isQueryStopWord: () => false,
};

const vocabularies = new Map<LanguageProfile, Vocabulary>();

/**
 * Returns the vocabulary for a BCP 47 tag. In a language without a stemmer, every word is its own stem
 * and none is a stop word.
 */
export function vocabularyOf(tag: string): Vocabulary {
  const language = findLanguage(tag);
  if (language?.oramaName === undefined) return UNKNOWN;
  const vocabulary = vocabularies.get(language) ?? loadVocabulary(language, language.oramaName);
  vocabularies.set(language, vocabulary);
  return vocabulary;
}

// Importing all stemmers and lists takes 100 ms, and a corpus has few languages.
const require = createRequire(import.meta.url);

function loadVocabulary(language: LanguageProfile, name: string): Vocabulary {
  const { stopWordsCodePage, normalizeStopWord: normalize = (word) => word } = language;
  const listed = requireExport(require(`@orama/stopwords/${name}`), "stopwords", isStrings);
  const list = new Set(listed.map((word) => normalize(repairEncoding(word, stopWordsCodePage))));
  const isListed = (word: string) => list.has(normalize(word));
  const own = new Set(wordsOf(language.stopWords));
  return {
    stem: language.stem ?? loadStemmer(name),
    isStopWord:
      language.stopWords === undefined
        ? (word) => word.length <= MAX_STOP_WORD_LENGTH && isListed(word)
        : (word) => own.has(word),
    isQueryStopWord: isListed,
  };
}

function loadStemmer(name: string): (word: string) => string {
  const stem = requireExport(require(`@orama/stemmers/${name}`), "stemmer", isFunction);
  return (word) => {
    const stemmed = stem(word);
    // If a word is also an ending, some stemmers leave nothing of it.
    return typeof stemmed === "string" && stemmed !== "" ? stemmed : word;
  };
}

/**
 * Returns an export of a module that was loaded by `require`, whose types are unknown. Throws a
 * TypeError if the module does not have an export of that name and of the shape that `isExpected` checks.
 */
function requireExport<T>(
  module: unknown,
  name: string,
  isExpected: (value: unknown) => value is T,
): T {
  const value: unknown =
    typeof module === "object" && module !== null ? Reflect.get(module, name) : undefined;
  if (isExpected(value)) return value;
  throw new TypeError(`The module has no export ${name} of the expected shape.`);
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isFunction(value: unknown): value is (word: string) => unknown {
  return typeof value === "function";
}

/** Returns a listed stop word in lower case and NFC, decoded from the list's code page. */
function repairEncoding(word: string, codePage: string | undefined): string {
  const whole = word.toLowerCase().replace("\ufeff", "").normalize("NFC");
  if (codePage === undefined) return whole;
  const decoder = new TextDecoder(codePage);
  return whole.replace(/[\u0080-\u00ff]/g, (letter) =>
    decoder.decode(Uint8Array.of(letter.charCodeAt(0))),
  );
}

const DISTINCTIVE_WORDS = new Map<LanguageProfile | undefined, RegExp>(
  LANGUAGES.filter(({ distinctiveWords }) => distinctiveWords !== undefined).map((language) => [
    language,
    new RegExp(
      String.raw`(?<!\p{L})(?:${wordPattern(wordsOf(language.distinctiveWords))})(?!\p{L})`,
      "giu",
    ),
  ]),
);
const WORD = /[\p{L}\p{M}]+/gu;

/** English has more: one of twelve in 99 of 100 stretches of the Federalist papers, with the words around them. */
const MIN_SHARE = 1 / 20;

/**
 * Returns the language of some words by what is said of it, a BCP 47 tag, unless they are not in it: a document that does
 * not name its language counts as one in that of the corpus.
 */
export function languageOfWords(text: string, tag: string): string {
  const distinctive = DISTINCTIVE_WORDS.get(findLanguage(tag));
  if (distinctive === undefined) return tag;
  const count = text.match(distinctive)?.length ?? 0;
  const isInLanguage = count > 0 && count >= (text.match(WORD)?.length ?? 0) * MIN_SHARE;
  return isInLanguage ? tag : UNDETERMINED;
}
