import MiniSearch from "minisearch";
import { elementAt } from "../../foundation/checked-access.ts";
import { type BuiltInSteps, lazyInSteps } from "../../foundation/lazy.ts";
import { closestSpelling, MAX_SPELLING_DISTANCE } from "../../foundation/spelling.ts";
import { fold } from "../../language/fold.ts";

/** A value and all names that users may call it by, which are read once. */
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

/** Finds values by their names. */
export interface NameFinder<T> extends BuiltInSteps {
  /** Returns the values with exactly this name; otherwise those with all its words in one of their names. */
  resolve(typed: string): NameResolution<T>;
  /** Returns the values with exactly this name. */
  withName(typed: string): readonly T[];
  /** Whether a value has exactly this name. */
  hasName(typed: string): boolean;
  /** Returns the values with a name that contains what is typed: exact names before prefixes before infixes. */
  find(typed: string, limit: number): readonly T[];
}

/** An index of values by their names and by the words of these. */
export interface NameIndex<T> extends NameFinder<T> {
  /**
   * Returns the values with a name that contains what is typed, as `find` does. If there are none, returns the
   * values with all its words as prefixes or in a similar spelling, in any order.
   */
  complete(typed: string, limit: number): readonly T[];
}

/** How many words are looked for in a similar spelling: the longest ones. Each takes a few milliseconds of many names. */
const MAX_SIMILAR_WORDS = 8;

/** Finds the values that `named` makes, which is called on first use. */
export function createNameFinder<T>(named: () => Iterable<NamedValue<T>>): NameFinder<T> {
  return createFinder(named);
}

/** Indexes the values that `named` makes, which is called on first use. */
export function createNameIndex<T>(named: () => Iterable<NamedValue<T>>): NameIndex<T> {
  const { lines, ...finder } = createFinder(named);
  const words = lazyInSteps(function* () {
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
    for (const [id, { names }] of lines().entries.entries()) {
      index.add({ id, names: names.join("\n") });
      yield;
    }
    return index;
  });
  /** Returns the entries with all of `sought` as prefixes or in a similar spelling. */
  function similarEntries(sought: readonly string[]): readonly NamedValue<T>[] {
    const { entries } = lines();
    if (sought.length === 0) return entries;
    const found = words().search(sought.join(" "));
    return found.map(({ id }) => elementAt(entries, Number(id)));
  }
  return {
    ...finder,
    buildSome: () => finder.buildSome() || words.buildSome(),
    complete(typed, limit) {
      const found = finder.find(typed, limit);
      if (found.length > 0) return found;
      const typedWords = distinctWordsOf(fold(typed));
      if (typedWords.length === 0) return [];
      // A tenth of all words begin with the same letter, so the index would return most values.
      const initials = typedWords
        .filter((word) => word.length === 1)
        .map((letter) => new RegExp(`(?<!${LETTER})${letter}`, "u"));
      const longest = typedWords
        .filter((word) => word.length > 1)
        .toSorted((one, other) => other.length - one.length)
        .slice(0, MAX_SIMILAR_WORDS);
      const similar: T[] = [];
      for (const { value, names } of similarEntries(longest)) {
        if (similar.length === limit) break;
        if (initials.every((letter) => names.some((name) => letter.test(name))))
          similar.push(value);
      }
      return similar;
    },
  };
}

function createFinder<T>(named: () => Iterable<NamedValue<T>>) {
  const lines = lazyInSteps(function* () {
    const entries: NamedValue<T>[] = [];
    // All names are one text, a line each, which is searched much faster than each name by itself.
    let text = "\n";
    const starts: number[] = [];
    const values: T[] = [];
    const namesByLength: string[][] = [];
    // A date in all languages of Ibid’s takes a tenth of a millisecond.
    for (const { value, names: written } of named()) {
      const names = written.map(fold);
      entries.push({ value, names });
      for (const name of names) {
        starts.push(text.length - 1);
        values.push(value);
        text += `${name}\n`;
        const alike = namesByLength[name.length];
        if (alike === undefined) namesByLength[name.length] = [name];
        else alike.push(name);
      }
      yield;
    }
    return { entries, text, starts, values, namesByLength };
  });

  /** Returns the values of the lines that contain a text of `sought`, in the order of these. */
  function findLines(sought: readonly string[], limit = Number.POSITIVE_INFINITY): readonly T[] {
    const { text, starts, values } = lines();
    const found = new Set<T>();
    for (const one of sought) {
      let from: number | undefined = 0;
      while (from !== undefined && found.size < limit) {
        const at = text.indexOf(one, from);
        if (at === -1 || starts.length === 0) break;
        const line = lineAt(starts, at);
        found.add(elementAt(values, line));
        // An empty text would be found at the end again and again.
        from = starts[line + 1];
      }
    }
    return [...found];
  }

  /** Returns the values that have all of `words` in one of their names. */
  function withWords(words: readonly string[]): readonly T[] {
    const { entries, text, namesByLength } = lines();
    const [longest] = words.toSorted((one, other) => other.length - one.length);
    if (longest === undefined || words.join("").length >= namesByLength.length) return [];
    // Most texts that are no name have a word that is in none, and few values have the longest word.
    if (!words.every((word) => text.includes(word))) return [];
    const candidates = new Set(findLines([longest]));
    const patterns = words.map((word) => new RegExp(`(?<!${LETTER})${word}(?!${LETTER})`, "u"));
    return entries
      .filter(
        ({ value, names }) =>
          candidates.has(value) && names.some((name) => patterns.every((word) => word.test(name))),
      )
      .map(({ value }) => value);
  }

  /** Returns the names of a length, with up to `tolerance` UTF-16 code units more or fewer. */
  function namesOfLength(length: number, tolerance: number): readonly string[] {
    const lengths = lines().namesByLength.slice(
      Math.max(0, length - tolerance),
      length + tolerance + 1,
    );
    return [...new Set(lengths.flat())];
  }

  const withName = (typed: string) => findLines([`\n${fold(typed)}\n`]);

  return {
    lines,
    buildSome: lines.buildSome,
    withName,
    hasName: (typed: string) => withName(typed).length > 0,

    resolve(typed: string): NameResolution<T> {
      const name = fold(typed);
      const exact = withName(typed);
      const matching = exact.length > 0 ? exact : withWords(distinctWordsOf(name));
      const [first, second] = matching;
      if (second !== undefined) return { kind: "several", values: matching };
      if (first !== undefined) return { kind: "one", value: first };

      const nearName = closestSpelling(name, namesOfLength(name.length, MAX_SPELLING_DISTANCE));
      const [near] = nearName === undefined ? [] : findLines([`\n${nearName}\n`], 1);
      return near === undefined ? { kind: "none" } : { kind: "none", near };
    },

    find(typed: string, limit: number): readonly T[] {
      const name = fold(typed);
      return findLines([`\n${name}\n`, `\n${name}`, name], limit);
    },
  };
}

/** Returns the last line that begins at `offset` or before it. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (elementAt(starts, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function wordsOf(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

function distinctWordsOf(text: string): readonly string[] {
  return [...new Set(wordsOf(text))];
}

/** Source of a regular expression with the flag `u` for a character of a word. */
const LETTER = String.raw`[\p{L}\p{N}]`;
const WORDS = new RegExp(`${LETTER}+`, "gu");
