import { memoizeByText } from "../foundation/memoize-by-text.ts";
import type { LanguageProfile, WordList } from "./language-profile.ts";
import { LANGUAGES } from "./languages/index.ts";
import { MAX_TAGS } from "./tags.ts";

/** Returns the words of a list. A missing list has none. */
export function wordsOf(list: WordList | undefined): readonly string[] {
  return list?.match(/\S+/g) ?? [];
}

/** Returns the words that the languages have in one of their lists, each once. */
export function allWords(
  listOf: (language: LanguageProfile) => WordList | undefined,
): readonly string[] {
  return [...new Set(LANGUAGES.flatMap((language) => wordsOf(listOf(language))))];
}

/**
 * Returns the source of a regular expression with the flag `u` that matches any of the words.
 * `anyLetters` is what an asterisk matches.
 */
export function wordPattern(words: readonly string[], anyLetters = String.raw`\p{L}*`): string {
  return words
    .map((word) =>
      word
        .replace(/\.(?!\p{L})/gu, String.raw`\.`)
        .replace(/\.(?=\p{L})/gu, String.raw`\.\s?`)
        .replaceAll("*", () => anyLetters),
    )
    .join("|");
}

/** Returns the word by which a language, a BCP 47 tag, joins the last of several things, after the patterns of lists in Unicode’s CLDR. */
export const wordForAnd = memoizeByText(MAX_TAGS, (tag) => {
  const parts = new Intl.ListFormat(tag, { type: "conjunction" }).formatToParts(["A", "B"]);
  return parts.find(({ type }) => type === "literal")?.value.trim() ?? "";
});
