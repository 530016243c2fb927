import { fold } from "./fold.ts";
import { findLanguage, LANGUAGES } from "./languages/index.ts";
import { isCharacterToken } from "./tokenizer.ts";
import { allWords, wordPattern, wordsOf } from "./word-lists.ts";

const UNMISTAKABLE = new RegExp(
  `^(?:${wordPattern(allWords(({ unmistakableNegations }) => unmistakableNegations).map(fold), ".*")})$`,
  "su",
);
const IN_ANY_LANGUAGE: ReadonlySet<string> = new Set(
  allWords(({ negations }) => negations).map(fold),
);
const BY_LANGUAGE = new Map(
  LANGUAGES.filter(({ negations }) => negations !== undefined).map((language) => [
    language,
    new Set(wordsOf(language.negations).map(fold)),
  ]),
);

const NEGATED_FORMS = new Map(
  LANGUAGES.flatMap((language) =>
    language.negatedForms === undefined
      ? []
      : [[language, new RegExp(`^${language.negatedForms}$`, "u")] as const],
  ),
);
const DENIALS = new Map(
  LANGUAGES.filter(({ denials }) => denials !== undefined).map((language) => [
    language,
    new RegExp(`^(?:${wordPattern(wordsOf(language.denials).map(fold), ".*")})$`, "su"),
  ]),
);

/**
 * Whether a folded word negates in a text with a BCP 47 tag: “sin” does in Spanish and not in English.
 * In a language without a list of negations, those of all languages count.
 */
export function isNegation(word: string, tag: string): boolean {
  const language = findLanguage(tag);
  const negations = (language && BY_LANGUAGE.get(language)) ?? IN_ANY_LANGUAGE;
  if (negations.has(word) || UNMISTAKABLE.test(word)) return true;
  return language !== undefined && NEGATED_FORMS.get(language)?.test(word) === true;
}

/** Whether a folded word makes what depends on it untrue, in a text with a BCP 47 tag: “refused”, “seldom”. */
export function isDenial(word: string, tag: string): boolean {
  const language = findLanguage(tag);
  return language !== undefined && DENIALS.get(language)?.test(word) === true;
}

const CONTRASTS = new Map(
  LANGUAGES.flatMap(({ tags, contrasts }) =>
    contrasts === undefined ? [] : [[tags[0], new Set(wordsOf(contrasts).map(fold))] as const],
  ),
);

/** The maximum length of a word among tokens that are single characters. */
const MAX_CHARACTERS = 5;

/**
 * Returns the words that consecutive tokens, given by their keys, may be: each by itself, and in scripts whose tokens
 * are single characters also several together.
 */
export function wordsAmong(keys: readonly string[]): readonly string[] {
  return keys.flatMap((key, index) => {
    if (!isCharacterToken(key)) return [key];
    const following = keys.slice(index, index + MAX_CHARACTERS);
    const end = following.findIndex((one) => !isCharacterToken(one));
    const characters = end === -1 ? following : following.slice(0, end);
    return characters.map((_, last) => characters.slice(0, last + 1).join(""));
  });
}

/** Whether a folded word takes back what precedes it, in a text with a BCP 47 tag: “but”. */
export function isContrast(word: string, tag: string): boolean {
  const language = findLanguage(tag)?.tags[0];
  return language !== undefined && CONTRASTS.get(language)?.has(word) === true;
}
