import type { LanguageProfile, WordList } from "./language-profile.ts";
import { LANGUAGES } from "./languages/index.ts";

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
