import {
  type Catalogue,
  type CompleteLiteral,
  createTranslate,
  english,
  type Translate,
} from "../../catalogue/catalogue.ts";
import { en } from "../../catalogue/en/index.ts";
import { ko } from "../../catalogue/ko.ts";
import { memoizeByText } from "../../foundation/memoize-by-text.ts";
import { isLanguageTag } from "../tags.ts";
import { attachParticles } from "./particles.ts";

/** The languages of Ibid’s own words, by their BCP 47 tags. A further language is a catalogue, and a line here. */
export const CATALOGUES: ReadonlyMap<
  string,
  readonly [catalogue: Catalogue, completeLiteral?: CompleteLiteral]
> = new Map<string, readonly [Catalogue, CompleteLiteral?]>([
  ["en", [en]],
  ["ko", [ko, attachParticles]],
]);

/** The tags of the languages that have a catalogue. */
export const CATALOGUE_LANGUAGES: readonly string[] = [...CATALOGUES.keys()];

const translations = new Map<string, Translate>([[english.language, english]]);

/** Returns what puts messages into the words of one of `CATALOGUE_LANGUAGES`; undefined for any other language. */
export function translationInto(language: string): Translate | undefined {
  const entry = CATALOGUES.get(language);
  if (entry === undefined) return undefined;
  const translation = translations.get(language) ?? createTranslate(language, ...entry);
  translations.set(language, translation);
  return translation;
}

/**
 * Returns the one of `CATALOGUE_LANGUAGES` for a tag that may name a region or a script: “en” for “en-GB”. Undefined if there is none, or
 * the text is no tag.
 */
export function availableLanguage(tag: string | undefined): string | undefined {
  return tag === undefined ? undefined : languageOfTag(tag);
}

/** How many tags are remembered. Discord has 32 locales. */
const MAX_TAGS = 100;

// Every answer asks for it, and the localized names of the commands ask thousands of times.
const languageOfTag = memoizeByText(MAX_TAGS, (tag) => {
  if (!isLanguageTag(tag)) return undefined;
  const { language, script } = new Intl.Locale(tag).maximize();
  return [tag, `${language}-${script}`, language].find((one) => CATALOGUES.has(one));
});

/** Returns the name of a language in itself: “English”, “한국어”. */
export function endonymOf(language: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
}
