import { availableLanguage } from "../language/translation/catalogues.ts";
import { memoizeByLibrary } from "./memoize-by-library.ts";

/**
 * Returns the labels that a corpus gives to its topics and people in other languages, by language, and by the label or the name in
 * its own.
 */
export const labelsByLanguage = memoizeByLibrary(
  ({ corpus }): ReadonlyMap<string, ReadonlyMap<string, string>> => {
    const languages = new Map<string, Map<string, string>>();
    const named = [
      ...[...corpus.topics.values()].map(({ label, labels }) => ({ name: label, labels })),
      ...[...corpus.people.values()].map(({ name, labels }) => ({ name, labels })),
    ];
    for (const { name, labels = {} } of named) {
      for (const [tag, label] of Object.entries(labels)) {
        const language = availableLanguage(tag);
        if (language === undefined) continue;
        languages.set(language, (languages.get(language) ?? new Map()).set(name, label));
      }
    }
    return languages;
  },
);
