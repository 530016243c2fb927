import { memoizeByText } from "../foundation/memoize-by-text.ts";
import { type Alphabet, alphabetOf, BASIC_ALPHABET } from "./alphabet.ts";
import { uniteEncodings, uniteSequences } from "./folding/letter-encodings.ts";
import { writeNasalsAsAnusvara } from "./folding/nasals.ts";
import { toSerbianLatin } from "./folding/serbian-scripts.ts";
import { MAX_TAGS, primarySubtag } from "./tags.ts";

/** The name of a difference in writing. */
export type FoldName =
  | "ellipses"
  | "punctuation"
  | "umlauts"
  | "Serbian scripts"
  | "Unicode forms and ligatures"
  | "digits"
  | "subscripts"
  | "nasals"
  | "accents"
  | typeof HEBREW_POINTS
  | typeof ARABIC_VOWEL_SIGNS
  | "Syriac vowel signs"
  | "forms of Arabic letters"
  | "special letters"
  | "invisible characters and soft hyphens"
  | "bracketed letters"
  | "capitals"
  | "quotation marks and apostrophes"
  | "dashes"
  | typeof WHITE_SPACE;

export const HEBREW_POINTS = "Hebrew points and accents";
export const ARABIC_VOWEL_SIGNS = "Arabic vowel signs";

/** The fold of white space, of which a reader sees nothing. */
export const WHITE_SPACE = "spaces and line breaks";

/** A difference in writing that makes no other word, and a function that removes it. */
export interface Fold {
  readonly name: FoldName;
  fold(text: string): string;
}

/** Letters that no Unicode normalization decomposes, and how they are written without them. */
const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ẞ: "ss",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  // The Greek form at the end of a word, which programs that make small letters of capitals do not know.
  ς: "σ",
};

/**
 * The letters that typists without these keys write as two: German ones after DIN 5007-2, Danish and Norwegian ones as in
 * names and in all words before the reforms of 1948 and 1917. In other languages, a and e are two letters.
 */
const DIGRAPHS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: { ä: "ae", ö: "oe", ü: "ue" },
  da: { å: "aa", æ: "ae", ø: "oe" },
  nb: { å: "aa", æ: "ae", ø: "oe" },
  nn: { å: "aa", æ: "ae", ø: "oe" },
  no: { å: "aa", æ: "ae", ø: "oe" },
};

/**
 * German writes no ü for the ue after q or after another vowel: Quelle, neue. The exception is a prefix before the stem of üben or
 * über: geübt.
 */
const FIXED_DIGRAPH = "(?<!q)(?<![aeo](?=ü[^b]|ü$))";

/** Languages that are written in two scripts whose letters correspond one to one. */
const DIGRAPHIC = new Set(["sr", "bs", "cnr"]);

/** Returns the folds of spellings that only one language has. */
function spellingFoldsOf(language: string): readonly Fold[] {
  if (DIGRAPHIC.has(language)) {
    return [{ name: "Serbian scripts", fold: (text) => toSerbianLatin(text.normalize("NFC")) }];
  }
  const digraphs = DIGRAPHS[language];
  if (digraphs === undefined) return [];
  const letters = new RegExp(`${FIXED_DIGRAPH}[${Object.keys(digraphs).join("")}]`, "giu");
  const toDigraph = (letter: string) => digraphs[letter.toLowerCase()] ?? letter;
  return [{ name: "umlauts", fold: (text) => text.normalize("NFC").replace(letters, toDigraph) }];
}

/**
 * Hebrew points and accents; and Arabic vowel signs, signs of recitation, tatweel, and the hamza above it: on a letter,
 * it is composed with it.
 */
const HEBREW_SIGNS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g;
const ARABIC_SIGNS =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]/g;

/** Vowel signs of both Syriac traditions, and the points of hard and soft letters. */
const SYRIAC_SIGNS = /[\u0730-\u074a]/g;

/** The ligatures of Yiddish, which no normalization decomposes. */
const YIDDISH_LIGATURES: Readonly<Record<string, string>> = { װ: "וו", ױ: "וי", ײ: "יי" };

/** Letters of Arabic script that keyboards confuse. */
const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  ...{ ٱ: "ا", ى: "ي", ی: "ي", ک: "ك" },
  ...{ "\u06c0": "\u0647", "\u06c1": "\u0647", "\u06c2": "\u0647", "\u06c3": "\u0629" },
};

/** The Persian sign of a genitive after a final he, in letters. Otherwise, it is a hamza above: خانه‌ی, خانهٔ. */
const EZAFE_IN_LETTERS = /(?<=\u0647)\u200c[یيى](?![\p{L}\p{M}])/gu;

/** A fraction in one character that is a number by itself, and not the rest of one, as in 3½. */
const FRACTION = /(?<!\p{N})[¼-¾⅐-⅞↉](?!\p{N})/gu;
/** Signs of Arabic script that have the same meaning as others. */
const PER_HUNDRED: Readonly<Record<string, string>> = { "٪": "%", "؉": "‰", "؊": "‱" };
/** The content of a character class: dots of lists and of names, which are also written for the point of a number: 3·5. */
export const MIDDLE_DOT = "·・･ㆍ‧";
const POINT_OF_NUMBER = new RegExp(String.raw`(?<!\p{L})[${MIDDLE_DOT}](?=\p{N})`, "gu");
const FRACTION_SLASH = /(?<=\p{N})\u2044(?=\p{N})/gu;

/** Returns the value of a decimal digit of any script. The ten digits of a script follow each other. */
export function digitValueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

function foldsFor(alphabet: Alphabet, spellings: readonly Fold[]): readonly Fold[] {
  return [
    {
      name: "Unicode forms and ligatures",
      // Superscripts, fractions and the like are numbers of their own: 10² is not 102. A normalized
      // acute accent would be a space, as a Greek apostrophe would, and a double prime two primes.
      fold: (text) =>
        uniteEncodings(text)
          .replace(POINT_OF_NUMBER, ".")
          .replace(FRACTION, (fraction) => fraction.normalize("NFKC"))
          .replace(/[^\p{No}´″᾽᾿]+/gu, (part) => uniteSequences(part.normalize("NFKC")))
          .replace(FRACTION_SLASH, "/")
          .replace(/[װױײ]/g, (ligature) => YIDDISH_LIGATURES[ligature] ?? ligature)
          .replace(/[٪؉؊]/g, (sign) => PER_HUNDRED[sign] ?? sign),
    },
    {
      name: "digits",
      fold: (text) => text.replace(/[^\P{Nd}0-9]/gu, (digit) => `${digitValueOf(digit)}`),
    },
    {
      name: "subscripts",
      // CO₂ is typed CO2. After a number, as in 10₂, they would make another number.
      fold: (text) => text.replace(/(?<=[\p{L})\]₀-₉])[₀-₉]/gu, (digit) => digit.normalize("NFKC")),
    },
    { name: "nasals", fold: writeNasalsAsAnusvara },
    ...spellings,
    {
      name: "accents",
      // Latin, Greek and Cyrillic accents. In other scripts, marks distinguish words.
      fold: (text) => alphabet.stripMarks(text.normalize("NFD")).normalize("NFC"),
    },
    { name: HEBREW_POINTS, fold: (text) => text.replace(HEBREW_SIGNS, "") },
    {
      name: ARABIC_VOWEL_SIGNS,
      // The sign of a long alef is composed with it.
      fold: (text) => text.replaceAll("آ", "ا").replace(ARABIC_SIGNS, ""),
    },
    { name: "Syriac vowel signs", fold: (text) => text.replace(SYRIAC_SIGNS, "") },
    {
      name: "forms of Arabic letters",
      fold: (text) =>
        text
          .replace(EZAFE_IN_LETTERS, "")
          .replace(/[ٱىیک\u06c0-\u06c3]/g, (letter) => ARABIC_LETTERS[letter] ?? letter),
    },
    {
      name: "special letters",
      fold: (text) =>
        text.replace(/[æœßẞøđłıς]/giu, (letter) =>
          alphabet.hasLetter(letter) ? letter : (SPECIAL_LETTERS[letter.toLowerCase()] ?? letter),
        ),
    },
    {
      name: "invisible characters and soft hyphens",
      fold: (text) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
    },
    {
      name: "bracketed letters",
      // [W]e, writ[t]en, soldier[s]: the brackets mark the letters as the quoting author's.
      fold: (text) =>
        /[[⟨]/.test(text)
          ? text.replace(/[[⟨](\p{L}{1,3})[\]⟩](?=\p{L})|(?<=\p{L})[[⟨](\p{L}{1,3})[\]⟩]/gu, "$1$2")
          : text,
    },
    { name: "capitals", fold: (text) => alphabet.toLowerCase(text).replaceAll("ς", "σ") },
    {
      name: "quotation marks and apostrophes",
      // Some are letters, as in Uzbek oʻ and Romanized Gogolʹ, and are typed as apostrophes.
      fold: (text) => text.replace(/[‘’‚‛′ʹʻʼʽꞌ`´᾽᾿]/g, "'").replace(/[“”„‟″«»]/g, '"'),
    },
    { name: "dashes", fold: (text) => text.replace(/[\u2010-\u2015\u2212]/g, "-") },
    { name: WHITE_SPACE, fold: (text) => text.replace(/\s+/g, " ").trim() },
  ];
}

/** All folds, in their order, of which some make other words in some languages. */
export const ALL_FOLDS = foldsFor(BASIC_ALPHABET, []);

/**
 * Applies all folds to a text, whatever its language, for finding it: people type without accents. A
 * verdict is stricter, by `foldsOf` the language.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/ {2,}/g, " ").trim();
  return text.length > MAX_WORD_LENGTH ? applyFolds(text, ALL_FOLDS) : foldWord(text);
}

/** Longer texts are hardly a word that comes again, in UTF-16 code units. */
const MAX_WORD_LENGTH = 40;
/** How many folded words are remembered: the same words of a quotation are folded for each comparison. */
const MAX_WORDS = 20_000;
const foldWord = memoizeByText(MAX_WORDS, (word) => applyFolds(word, ALL_FOLDS));

/** Texts in which only capitals and spaces can be folded, which takes a twentieth of the time. */
const PLAIN = /^[ -Z\\\]-_a-~¶가-힣]*$/;

/** Returns the folds that make no other word in the language of a BCP 47 tag, in their order. */
export const foldsOf = memoizeByText(MAX_TAGS, (tag): readonly Fold[] =>
  foldsFor(alphabetOf(tag), spellingFoldsOf(primarySubtag(tag))),
);

export function applyFolds(text: string, folds: readonly Fold[]): string {
  return folds.reduce((rest, { fold }) => fold(rest), text);
}
