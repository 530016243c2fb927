import type { Corpus } from "../corpus/document.ts";
import { availableLanguage } from "../language/translation/catalogues.ts";
import { memoizeByLibrary } from "./memoize-by-library.ts";

export const labelsByLanguage = memoizeByLibrary(({ corpus }) => labelsIn(corpus));

/**
 * Returns the labels that a corpus gives to its topics and people in other languages, by language, and by the label or the name in
 * its own.
 */
export function labelsIn({
  topics,
  people,
}: Pick<Corpus, "topics" | "people">): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const languages = new Map<string, Map<string, string>>();
  const named = [
    ...[...topics.values()].map(({ label, labels }) => ({ name: label, labels })),
    ...[...people.values()].map(({ name, labels }) => ({ name, labels })),
  ];
  for (const { name, labels = {} } of named) {
    for (const [tag, label] of Object.entries(labels)) {
      const language = availableLanguage(tag);
      if (language === undefined) continue;
      languages.set(language, (languages.get(language) ?? new Map()).set(name, label));
    }
  }
  return languages;
}
