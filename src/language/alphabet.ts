import { memoizeByText } from "../foundation/memoize-by-text.ts";
import { MAX_TAGS, primarySubtag, scriptOf, UNDETERMINED } from "./tags.ts";

/**
 * The letters with marks, and the other letters beside the basic ones, that each language distinguishes
 * from the letters without them: the main exemplar characters of the Unicode CLDR, version 48.2. Left
 * out are Russian ё, which is usually written е, and the ligatures of French. Turkish has the letters with a circumflex too,
 * by which its spelling guide distinguishes words (Türk Dil Kurumu, Yazım Kılavuzu, 2012): hala is an aunt, and hâlâ “still”.
 */
const LETTERS: Readonly<Record<string, string>> = {
  af: "á â é è ê ë î ï ô ö û",
  an: "á é í ó ú ü",
  az: "ç ğ ı i ö ş ü й",
  ba: "й",
  be: "ё й ў",
  bg: "й",
  br: "ê ñ ù",
  bs: "ć č đ š ž",
  ca: "à ç é è í ï ó ò ú ü",
  ce: "й",
  co: "à è ì ï ò ù ü",
  cs: "á č ď é ě í ň ó ř š ť ú ů ý ž",
  cv: "ӑ ӗ й ӳ",
  cy: "á à â ä é è ê ë í ì î ï ó ò ô ö ú ù û ü ẃ ẁ ŵ ẅ ý ỳ ŷ ÿ",
  da: "å æ ø",
  de: "ä ö ü",
  ee: "á à ã é è ẽ ɛ́ ɛ̀ ɛ̃ í ì ĩ ó ò õ ɔ́ ɔ̀ ɔ̃ ú ù ũ",
  eo: "ĉ ĝ ĥ ĵ ŝ ŭ",
  es: "á é í ñ ó ú ü",
  et: "ä ö õ š ü ž",
  eu: "ç ñ",
  ff: "ñ",
  fi: "å ä ö š ž",
  fil: "ñ",
  fo: "á æ í ó ø ú ý",
  fr: "à â ç é è ê ë î ï ô ù û ü ÿ",
  fy: "á à â ä é è ê ë í ï j́ ó ô ö ú û ü ý",
  ga: "á é í ó ú",
  gd: "à è ì ò ù",
  gl: "á é í ï ñ ó ú ü",
  gn: "ã ẽ g̃ ĩ ñ õ ũ ỹ",
  gv: "ç",
  haw: "ā ē ī ō ū",
  hr: "ć č đ š ž",
  ht: "è ò",
  hu: "á é í ó ö ő ú ü ű",
  ie: "á é í ó ú",
  ig: "ị ṅ ọ ụ",
  is: "á æ é í ó ö ú ý",
  it: "à é è ì ò ù",
  jv: "â å é è ê ì ò ù",
  ki: "ĩ ũ",
  kk: "й",
  kl: "å æ ø",
  ku: "ç ê î ş û",
  ky: "й",
  lb: "ä é ë",
  ln: "á â ǎ é ê ě ɛ́ ɛ̂ ɛ̌ í î ǐ ó ô ǒ ɔ́ ɔ̂ ɔ̌ ú",
  lt: "ą č ė ę į š ų ū ž",
  lu: "á à é è ɛ́ ɛ̀ í ì ó ò ɔ́ ɔ̀ ú ù",
  lv: "ā č ē ģ ī ķ ļ ņ š ū ž",
  mg: "à è ì ò ô ỳ",
  mi: "ā ē ī ō ū",
  mk: "ѓ ќ",
  mn: "й",
  mt: "à ċ è ġ ì ò ù ż",
  nb: "à å æ é ó ò ô ø",
  nl: "á ä é ë í ï j́ ó ö ú ü",
  nn: "à å æ é ó ò ô ø",
  no: "à å æ é ó ò ô ø",
  nv: "á ą ą́ é ę ę́ í į į́ ł ó ǫ ǫ́",
  ny: "ŵ",
  oc: "á à ç é è í ï ó ò ú ü",
  os: "й",
  pl: "ą ć ę ł ń ó ś ź ż",
  pt: "á à â ã ç é ê í ó ò ô õ ú",
  qu: "ñ",
  rm: "à é è ì ò ù",
  ro: "ă â î ș ț",
  ru: "й",
  sc: "à è ì ò ù",
  se: "á č đ š ž",
  sg: "â ä ê ë î ï ô ö ù û ü",
  sk: "á ä č ď é í ĺ ľ ň ó ô ŕ š ť ú ý ž",
  sl: "č š ž",
  sq: "ç ë",
  sr: "ć č đ š ž",
  su: "é",
  sv: "à å ä é ö",
  tg: "ӣ й ӯ",
  tk: "ä ç ň ö ş ü ý ž",
  tn: "ê ô",
  to: "á ā é ē í ī ó ō ú ū",
  tr: "â ç ğ ı i î ö ş ü û",
  tt: "й",
  uk: "ї й",
  uz: "й ў",
  ve: "ḓ ḽ ṅ ṋ ṱ",
  vi: "á à ă ắ ằ ẵ ẳ â ấ ầ ẫ ẩ ã ả ạ ặ ậ đ é è ê ế ề ễ ể ẽ ẻ ẹ ệ í ì ĩ ỉ ị ó ò ô ố ồ ỗ ổ õ ỏ ơ ớ ờ ỡ ở ợ ọ ộ ú ù ũ ủ ư ứ ừ ữ ử ự ụ ý ỳ ỹ ỷ ỵ",
  vo: "ä ö ü",
  wa: "à â å ç é è ê ë î ï ô ù û ü ÿ",
  wo: "à é ë ñ ó",
  yo: "á à é è ẹ ẹ́ ẹ̀ í ì ḿ m̀ m̄ ń ǹ n̄ ó ò ọ ọ́ ọ̀ ṣ ú ù",
};

/** Greek of any age: what counts is whether a letter has an accent, and not which. */
const GREEK = new Set(["el", "grc"]);
/** Languages that write capital letters without accents. */
const PLAIN_CAPITALS = new Set(["el", "grc", "fr"]);
/** Languages that write ș and ț, for which older keyboards and encodings have only ş and ţ. */
const COMMA_BELOW = new Set(["ro"]);
/** Languages in which i and ı are two letters, each with its capital. */
const DOTTED_I = new Set(["tr", "az"]);

/** The letters that a language distinguishes, and how it writes them in capitals. */
export interface Alphabet {
  /** Returns a text in NFD without the marks that make no other letter in this language. */
  stripMarks(text: string): string;
  /** Whether a letter that no normalization decomposes, such as ø, is one of this language. */
  hasLetter(letter: string): boolean;
  toLowerCase(text: string): string;
  readonly writesCapitalsWithoutAccents: boolean;
}

const lettersIn = (list: string) => list.normalize("NFC").split(" ");

/**
 * The letters of a text in an unknown language: those of all languages, so that no mark is taken for an accent
 * where it makes another word. Russian ё is none again.
 */
const ALL_LETTERS = Object.values(LETTERS)
  .flatMap(lettersIn)
  .filter((letter) => letter !== "ё");

/** Languages in Latin script that have only the basic letters, of which most texts are. Latin has macrons only in textbooks. */
const BASIC_LANGUAGES = new Set(
  "bem bi ceb en ia id la lg ms nd nr om pcm rn rw sco sn so ss st sw tpi ts xh zu".split(" "),
);

/** An alphabet of the basic letters, in which every mark is an accent: that of English, among others. */
export const BASIC_ALPHABET = createAlphabet("en", []);

/**
 * Returns the alphabet of the language with a BCP 47 tag. In a language in Latin or Cyrillic script that no list has, the
 * letters of all count, as in an undetermined one.
 */
export const alphabetOf = memoizeByText(MAX_TAGS, (tag): Alphabet => {
  const language = primarySubtag(tag);
  const list = LETTERS[language];
  if (list !== undefined) return createAlphabet(language, lettersIn(list));
  const isListed = BASIC_LANGUAGES.has(language) || GREEK.has(language);
  const hasAccents = !isListed && /^(?:Latn|Cyrl)$/.test(scriptOf(tag) ?? "Latn");
  return createAlphabet(language, hasAccents ? ALL_LETTERS : []);
});

function createAlphabet(language: string, list: readonly string[]): Alphabet {
  const letters = new Set(list);
  const isUndetermined = language === UNDETERMINED;
  const isGreek = GREEK.has(language);
  const hasCommaBelow = isUndetermined || COMMA_BELOW.has(language);
  const isVietnamese = language === "vi";

  function keepMarks(base: string, marks: string): string {
    if (isGreek || (isUndetermined && /\p{Script=Greek}/u.test(base)))
      return /[\u0300\u0301\u0342]/.test(marks) ? "\u0301" : "";
    if (letters.size === 0) return "";
    const isLetter = (kept: string) =>
      letters.has((base + kept).normalize("NFC").toLocaleLowerCase(language));
    return isLetter(marks) ? marks : ([...marks].find(isLetter) ?? "");
  }

  return {
    stripMarks(text) {
      // Most texts have none, and to look for one takes a fraction of the time.
      if (text.search(ACCENTS) === -1) return text;
      const written = hasCommaBelow ? text.replace(/(?<=[st])\u0327/gi, "\u0326") : text;
      const marked = isVietnamese ? written.replace(TONE_ON_SECOND_VOWEL, "$1$3$5$2$4") : written;
      return marked.replace(LETTER_WITH_MARKS, (_, base: string, marks: string) => {
        const accents = marks.match(ACCENTS)?.join("") ?? "";
        return base + keepMarks(base, accents) + marks.replace(ACCENTS, "");
      });
    },
    hasLetter: (letter) => letters.has(letter.toLowerCase()),
    toLowerCase: DOTTED_I.has(language)
      ? (text) => text.toLocaleLowerCase(language)
      : (text) => text.toLowerCase(),
    writesCapitalsWithoutAccents: PLAIN_CAPITALS.has(language),
  };
}

const LETTER_WITH_MARKS = /(\p{L})(\p{M}+)/gu;
// Strokes through a letter, U+0334 to U+0338, are no accents: they cross it out. A line above it, U+0305, negates it.
const ACCENTS = /[\u0300-\u0304\u0306-\u0333\u0339-\u036f]/g;
/**
 * Vietnamese in NFD, at the end of a syllable: hoà and hòa are the same word, in the newer and the older
 * spelling of oa, oe and uy.
 */
const TONE_ON_SECOND_VOWEL =
  /(?:(o)([ae])|(u)(y))([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/giu;
