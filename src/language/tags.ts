import { memoizeByText } from "../foundation/memoize-by-text.ts";

const ASCII_LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** The tag of a text whose language is not known. */
export const UNDETERMINED = "und";

/** More tags of languages than a corpus has. */
export const MAX_TAGS = 500;

/**
 * Returns the language of a BCP 47 tag without script and region: “zh” of “zh-Hant”, and also of “cmn”, since CLDR takes
 * the code of the principal member of a macrolanguage for an alias.
 */
export const primarySubtag = memoizeByText(MAX_TAGS, (tag) =>
  (parseLanguageTag(tag) ?? tag).toLowerCase().replace(/-.*$/s, ""),
);

/** Returns the usual script of a language by its tag, as a code of ISO 15924; undefined if it is unknown. */
export function scriptOf(tag: string): string | undefined {
  return isLanguageTag(tag) ? new Intl.Locale(tag).maximize().script : undefined;
}

/** Whether `tag` is a language tag of BCP 47, such as en, ko or zh-Hant. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * Returns the canonical BCP 47 tag for a file's statement of its language, which may have underscores
 * (“en_US”). Returns undefined if it is no tag.
 */
export function parseLanguageTag(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/**
 * Returns the canonical tag of the language that has this English name in CLDR and a two-letter code in
 * ISO 639-1. Returns undefined for other names, among them lists of several languages.
 */
export function languageTagByEnglishName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const code = ASCII_LETTERS.flatMap((first) => ASCII_LETTERS.map((second) => first + second)).find(
    (letters) => names.of(letters)?.toLowerCase() === name.toLowerCase(),
  );
  return parseLanguageTag(code);
}

/** Scripts by their codes of ISO 15924, and the language that each shows by its letters. */
const SCRIPTS: readonly {
  readonly code: string;
  readonly script: RegExp;
  readonly languageOf: (letters: string) => string;
}[] = [
  { code: "Cyrl", script: /\p{Script=Cyrillic}/gu, languageOf: languageOfCyrillic },
  { code: "Arab", script: /\p{Script=Arabic}/gu, languageOf: languageOfArabic },
  { code: "Grek", script: /\p{Script=Greek}/gu, languageOf: () => "el" },
  { code: "Hebr", script: /\p{Script=Hebrew}/gu, languageOf: () => "he" },
  { code: "Thai", script: /\p{Script=Thai}/gu, languageOf: () => "th" },
  { code: "Taml", script: /\p{Script=Tamil}/gu, languageOf: () => "ta" },
  { code: "Armn", script: /\p{Script=Armenian}/gu, languageOf: () => "hy" },
];
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HANGUL = /\p{Script=Hangul}/gu;
const HAN = /\p{Script=Han}/gu;
/** The least share of kana or Korean letters that Japanese or Korean has beside Chinese characters. */
const MIN_OWN_LETTERS = 1 / 10;
/** How much of a text shows its script, in UTF-16 code units. */
const MAX_SCRIPT_SAMPLE = 20_000;

/**
 * Returns the language of a text that does not name its own, by that of the texts around it, a BCP 47 tag. If that one is
 * not written in the script of the text, it is the language that is, or an undetermined one where several are. Latin letters
 * show none.
 */
export function languageOfScript(text: string, tag: string): string {
  const sample = text.slice(0, MAX_SCRIPT_SAMPLE);
  const countOf = (script: RegExp) => sample.match(script)?.length ?? 0;
  const half = countOf(/\p{L}/gu) / 2;
  if (countOf(/\p{Script=Latin}/gu) >= half) return tag;
  const code = scriptOf(tag);
  const [han, hangul, kana] = [HAN, HANGUL, KANA].map(countOf);
  const all = (han ?? 0) + (hangul ?? 0) + (kana ?? 0);
  if (all > half) {
    const isKorean = (hangul ?? 0) >= all * MIN_OWN_LETTERS;
    const isJapanese = (kana ?? 0) >= all * MIN_OWN_LETTERS;
    if ((isKorean && code === "Kore") || (isJapanese && code === "Jpan")) return tag;
    if (isKorean && (hangul ?? 0) >= (kana ?? 0)) return "ko";
    if (isJapanese) return "ja";
    return /^(?:Han[ist]|Jpan|Kore)$/.test(code ?? "") ? tag : "zh";
  }
  const own = SCRIPTS.find(({ script }) => countOf(script) > half);
  if (own === undefined) return code === "Latn" ? UNDETERMINED : tag;
  return code === own.code ? tag : own.languageOf(sample);
}

/** Russian has no letters of other languages, and Bulgarian no ы and э. */
function languageOfCyrillic(text: string): string {
  const letters = new Set(text.toLowerCase().match(/\p{Script=Cyrillic}/gu));
  const hasAny = (some: string) => [...some].some((letter) => letters.has(letter));
  if (hasAny("іїєґ")) return hasAny("ыэў") ? UNDETERMINED : "uk";
  return hasAny("ыэ") && [...letters].every((letter) => /[а-яё]/.test(letter))
    ? "ru"
    : UNDETERMINED;
}

/** Persian has four letters that Arabic has not, and other languages have more. */
function languageOfArabic(text: string): string {
  if (/[ټډړښڼۍټٹڈڑںےھۆڵڕېۋڭ]/u.test(text)) return UNDETERMINED;
  return /[پچژگ]/u.test(text) ? "fa" : "ar";
}
