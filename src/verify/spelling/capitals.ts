import { lazy } from "../../foundation/lazy.ts";
import { memoizeByObject } from "../../foundation/memoize-by-object.ts";
import type { LanguageProfile } from "../../language/language-profile.ts";
import { findLanguage } from "../../language/languages/index.ts";
import { wordsOf } from "../../language/word-lists.ts";

/** A word, and its first letter. */
export interface Cased {
  readonly text: string;
  /**
   * The case of its first letter. Undefined for a capital letter that any word has there: at the beginning of a sentence or
   * of a quotation, and in a text in capital letters.
   */
  readonly letterCase: "capital" | "small" | undefined;
}

/** After the end of a sentence or of a line, or at the beginning of direct speech. */
const BEGINNING = /[.!?…:\n]|[,;—–-]\s*["'“”„«»‘’‚‹›]/u;

/** Returns the case of a word after some white space and punctuation, which is undefined at the beginning of a text. */
export function letterCaseOf(word: string, before: string | undefined): Cased["letterCase"] {
  if (/^\p{Ll}/u.test(word)) return "small";
  const isCapital = /^\p{Lu}\P{Lu}*$/u.test(word);
  return isCapital && before !== undefined && !BEGINNING.test(before) ? "capital" : undefined;
}

interface Lists {
  readonly pronouns: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

const listsOf = memoizeByObject(
  ({ capitalizedPronouns, namesLikeWords }: LanguageProfile): Lists => ({
    pronouns: new Set(wordsOf(capitalizedPronouns)),
    names: new Set(wordsOf(namesLikeWords)),
  }),
);

const isListed = (word: string, { pronouns, names }: Lists) =>
  pronouns.has(word) || names.has(word);

/** Whether one of two words is written like the other but for a capital letter that makes another word of it: Sie and sie. */
export function differInCapital(a: Cased, b: Cased, language: string): boolean {
  if (a.letterCase === b.letterCase || !a.letterCase || !b.letterCase) return false;
  const profile = findLanguage(language);
  const { text } = a.letterCase === "capital" ? a : b;
  return profile !== undefined && isListed(text, listsOf(profile));
}

/**
 * Returns the words of a quotation without the cases that mean nothing in it. Those who write no capital letters at all
 * write “may” for “May”; “sie” is “Sie” only if another word shows that they do. Where a book has capital letters that are
 * not printed in another, its “March” may be “march”.
 */
export function withTellingCases<T extends Cased>(
  quoted: readonly T[],
  printed: readonly Cased[],
  language: string,
): readonly T[] {
  const profile = findLanguage(language);
  const lists = profile && listsOf(profile);
  if (lists === undefined || lists.pronouns.size + lists.names.size === 0) return quoted;
  const writesCapitals = capitalsIn(quoted).length > 0;
  const isLowered = lazy(() => hasOtherCapitals(printed, quoted, lists));
  const isRaised = lazy(() => hasOtherCapitals(quoted, printed, lists));
  const isTelling = ({ text, letterCase }: Cased) => {
    if (letterCase === "capital") return !lists.names.has(text) || !isRaised();
    if (letterCase === undefined || writesCapitals) return true;
    const capital = text.charAt(0).toUpperCase() + text.slice(1);
    return lists.pronouns.has(capital) ? !isLowered() : !lists.names.has(capital);
  };
  return quoted.map((word) => (isTelling(word) ? word : { ...word, letterCase: undefined }));
}

/** Whether words have a capital letter that others have not, in a word that is not listed. */
function hasOtherCapitals(
  words: readonly Cased[],
  others: readonly Cased[],
  lists: Lists,
): boolean {
  const small = new Set(
    others.flatMap(({ text, letterCase }) => (letterCase === "small" ? [text] : [])),
  );
  return capitalsIn(words).some((word) => !isListed(word, lists) && small.has(word.toLowerCase()));
}

/** Returns the words with capital letters but for English “I”, which those who write no others may write too. */
function capitalsIn(words: readonly Cased[]): readonly string[] {
  return words.flatMap(({ text, letterCase }) =>
    letterCase === "capital" && text !== "I" ? [text] : [],
  );
}
