import MiniSearch from "minisearch";
import { elementAt } from "../../foundation/checked-access.ts";
import type { BuiltInSteps } from "../../foundation/lazy.ts";
import { closestSpelling } from "../../foundation/spelling.ts";
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

/** How many values are prepared at a time: a date in all languages of Ibid’s takes a tenth of a millisecond. */
const VALUES_PER_STEP = 100;

export function createNameFinder<T>(named: readonly NamedValue<T>[]): NameFinder<T> {
  return createFinder(named);
}

export function createNameIndex<T>(named: readonly NamedValue<T>[]): NameIndex<T> {
  const finder = createFinder(named);
  const words = new MiniSearch<{ id: number; names: string }>({
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
  function buildSome(): boolean {
    if (finder.buildSome()) return true;
    const start = words.documentCount;
    const some = finder.entries.slice(start, start + VALUES_PER_STEP);
    words.addAll(some.map(({ names }, index) => ({ id: start + index, names: names.join("\n") })));
    return words.documentCount < named.length;
  }
  return {
    ...finder,
    buildSome,
    complete(typed, limit) {
      const found = finder.find(typed, limit);
      if (found.length > 0) return found;
      while (buildSome());
      const similar = words.search(fold(typed)).slice(0, limit);
      return similar.map(({ id }) => elementAt(named, Number(id)).value);
    },
  };
}

function createFinder<T>(named: readonly NamedValue<T>[]) {
  const entries: NamedValue<T>[] = [];
  // All names are one text, a line each, which is searched much faster than each name by itself.
  let text = "\n";
  const starts: number[] = [];
  const values: T[] = [];
  function buildSome(): boolean {
    for (const one of named.slice(entries.length, entries.length + VALUES_PER_STEP)) {
      const names = one.names.map(fold);
      entries.push({ value: one.value, names });
      for (const name of names) {
        starts.push(text.length - 1);
        values.push(one.value);
        text += `${name}\n`;
      }
    }
    return entries.length < named.length;
  }

  /** Returns the values of the lines that contain a text of `sought`, in the order of these. */
  function findLines(sought: readonly string[], limit = Number.POSITIVE_INFINITY): readonly T[] {
    while (buildSome());
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

  const withName = (typed: string) => findLines([`\n${fold(typed)}\n`]);

  return {
    entries,
    buildSome,
    withName,
    hasName: (typed: string) => withName(typed).length > 0,

    resolve(typed: string): NameResolution<T> {
      const name = fold(typed);
      const exact = withName(typed);
      const words = wordsOf(name);
      const matching =
        exact.length > 0
          ? exact
          : entries.filter(({ names }) => hasWords(names, words)).map(({ value }) => value);
      const [first, second] = matching;
      if (second !== undefined) return { kind: "several", values: matching };
      if (first !== undefined) return { kind: "one", value: first };

      const nearName = closestSpelling(
        name,
        entries.flatMap(({ names }) => names),
      );
      const near = entries.find(({ names }) => nearName !== undefined && names.includes(nearName));
      return near === undefined ? { kind: "none" } : { kind: "none", near: near.value };
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
