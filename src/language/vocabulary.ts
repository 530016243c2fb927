import { createRequire } from "node:module";
import { stem } from "porter2";
import { fold } from "./fold.ts";

/** What is known of the words of a language. They come in small letters, with their accents. */
export interface Vocabulary {
  /** What a word has in common with its other forms. */
  stem(word: string): string;
  /** Whether a word tells nothing of what a text is about: an index has no use for it. */
  isStopWord(word: string): boolean;
  /** Whether a word tells little of what somebody looks for: it says how they ask. */
  isWeak(word: string): boolean;
}

/** The languages of @orama/stemmers and @orama/stopwords, by the primary subtag of BCP 47. */
const NAMES: Readonly<Record<string, string>> = {
  ar: "arabic",
  bg: "bulgarian",
  da: "danish",
  de: "german",
  el: "greek",
  es: "spanish",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hi: "indian",
  hu: "hungarian",
  hy: "armenian",
  id: "indonesian",
  it: "italian",
  lt: "lithuanian",
  nb: "norwegian",
  ne: "nepali",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sa: "sanskrit",
  sr: "serbian",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
  uk: "ukrainian",
};

/** In which code page these lists of stop words were written before they were read as Latin-1. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  lt: "windows-1257",
  sr: "windows-1250",
  tr: "windows-1254",
};

/**
 * Stop words of other languages are left out of the index up to this many letters: longer ones may be
 * what somebody looks for, such as Spanish “acuerdo” and “trabajo”, and are weak.
 */
const LONGEST_STOP_WORD = 4;

const ENGLISH_STOP_WORDS = new Set(
  `a about an and are as at be been but by for from had has have he her his i if in into is it its of
  on or our she so than that the their them then there these they this those to was we were what when
  which who will with would you your`.split(/\s+/),
);
const UNKNOWN: Vocabulary = { stem: (word) => word, isStopWord: () => false, isWeak: () => false };

const known = new Map<string, Vocabulary>();

/** The language with a tag of BCP 47; of one that we do not know, every word is its own stem. */
export function vocabularyOf(tag: string): Vocabulary {
  const [primary = ""] = tag.toLowerCase().split("-");
  const language = known.get(primary) ?? (primary === "en" ? english() : snowball(primary));
  known.set(primary, language);
  return language;
}

// To import all of them takes 100 ms, and a corpus has few languages.
const require = createRequire(import.meta.url);

/**
 * Of Cranfield's 225 queries with BM25, nDCG@10 is 0.520 with all words, 0.529 without our stop words,
 * 0.532 without @orama's in texts and queries, and 0.535 without ours in texts and @orama's in queries.
 */
function english(): Vocabulary {
  const { stopwords }: { stopwords: readonly string[] } = require("@orama/stopwords/english");
  // An apostrophe parts words: of “won't”, it is “t” that tells little.
  const weak = new Set(stopwords.map((word) => word.replace(/^.*'/, "")));
  return {
    stem: (word) => stem(fold(word)),
    isStopWord: (word) => ENGLISH_STOP_WORDS.has(word),
    isWeak: (word) => weak.has(word),
  };
}

function snowball(primary: string): Vocabulary {
  const name = NAMES[primary];
  if (name === undefined) return UNKNOWN;
  const { stemmer }: { stemmer(word: string): string } = require(`@orama/stemmers/${name}`);
  const { stopwords }: { stopwords: readonly string[] } = require(`@orama/stopwords/${name}`);
  const plain = primary === "el" ? normalizeGreek : (word: string) => word;
  const list = new Set(stopwords.map((word) => plain(repairEncoding(word, CODE_PAGES[primary]))));
  const isWeak = (word: string) => list.has(plain(word));
  return {
    // Of a word that is an ending as well, some stemmers leave nothing.
    stem: (word) => stemmer(word) || word,
    isStopWord: (word) => word.length <= LONGEST_STOP_WORD && isWeak(word),
    isWeak,
  };
}

/** The Greek list has no accents, and no sigma of its own at the end of a word. */
function normalizeGreek(word: string): string {
  return fold(word).replace(/ς$/, "σ");
}

function repairEncoding(word: string, codePage: string | undefined): string {
  const whole = word.toLowerCase().replace("\ufeff", "").normalize("NFC");
  if (codePage === undefined) return whole;
  const decoder = new TextDecoder(codePage);
  return whole.replace(/[\u0080-\u00ff]/g, (letter) =>
    decoder.decode(Uint8Array.of(letter.charCodeAt(0))),
  );
}
