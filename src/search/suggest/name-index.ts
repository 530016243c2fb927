import MiniSearch from "minisearch";
import { elementAt } from "../../foundation/checked-access.ts";
import { lazy } from "../../foundation/lazy.ts";
import { closestSpelling } from "../../foundation/spelling.ts";
import { fold } from "../../language/fold.ts";

/** A value and all names that users may call it by. */
export interface NamedValue<T> {
  readonly value: T;
  readonly names: readonly string[];
}

/** The values that a typed name refers to. */
export type NameResolution<T> =
  | { readonly kind: "one"; readonly value: T }
  | { readonly kind: "several"; readonly values: readonly T[] }
  /** `near` has a similar spelling. */
  | { readonly kind: "none"; readonly near?: T };

/** An index of values by their names. */
export interface NameIndex<T> {
  /** Returns the values with exactly this name; otherwise those with all its words in one of their names. */
  resolve(typed: string): NameResolution<T>;
  /** Whether a value has exactly this name. */
  hasName(typed: string): boolean;
  /**
   * Returns the values with a name that contains what is typed: exact names before prefixes before infixes.
   * If there are none, returns the values with all its words as prefixes or in a similar spelling, in any
   * order.
   */
  complete(typed: string, limit: number): readonly T[];
}

export function createNameIndex<T>(named: readonly NamedValue<T>[]): NameIndex<T> {
  return createFoldedNameIndex(
    named.map(({ value, names }) => ({ value, names: names.map(fold) })),
  );
}

/** Creates an index of names that are folded already. */
export function createFoldedNameIndex<T>(entries: readonly NamedValue<T>[]): NameIndex<T> {
  const wordIndex = lazy(() => {
    const index = new MiniSearch<{ id: number; names: string }>({
      fields: ["names"],
      tokenize: (text) => [...wordsOf(text)],
      searchOptions: {
        combineWith: "AND",
        prefix: true,
        // With one edit, a word of three letters is another word.
        fuzzy: (word) => word.length > 3 && 0.25,
        maxFuzzy: 2,
      },
    });
    index.addAll(entries.map(({ names }, id) => ({ id, names: names.join("\n") })));
    return index;
  });

  return {
    resolve(typed) {
      const name = fold(typed);
      const exact = entries.filter(({ names }) => names.includes(name));
      const words = wordsOf(name);
      const matching =
        exact.length > 0 ? exact : entries.filter(({ names }) => hasWords(names, words));
      const [first, second] = matching;
      if (second !== undefined) {
        return { kind: "several", values: matching.map(({ value }) => value) };
      }
      if (first !== undefined) return { kind: "one", value: first.value };

      const nearName = closestSpelling(
        name,
        entries.flatMap(({ names }) => names),
      );
      const near = entries.find(({ names }) => nearName !== undefined && names.includes(nearName));
      return near === undefined ? { kind: "none" } : { kind: "none", near: near.value };
    },

    hasName: (typed) => entries.some(({ names }) => names.includes(fold(typed))),

    complete(typed, limit) {
      const name = fold(typed);
      const exact: T[] = [];
      const byPrefix: T[] = [];
      const byInfix: T[] = [];
      for (const { value, names } of entries) {
        if (names.includes(name)) exact.push(value);
        else if (names.some((candidate) => candidate.startsWith(name))) byPrefix.push(value);
        else if (names.some((candidate) => candidate.includes(name))) byInfix.push(value);
      }
      const matching = [...exact, ...byPrefix, ...byInfix];
      if (matching.length > 0) return matching.slice(0, limit);
      const similar = wordIndex().search(name).slice(0, limit);
      return similar.map(({ id }) => elementAt(entries, Number(id)).value);
    },
  };
}

/** Whether one of `names` has all of `words`. */
function hasWords(names: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return false;
  return names.some((name) => {
    if (!words.every((word) => name.includes(word))) return false;
    const nameWords = wordsOf(name);
    return words.every((word) => nameWords.includes(word));
  });
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
