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
