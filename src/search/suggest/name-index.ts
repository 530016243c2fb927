import MiniSearch from "minisearch";
import { elementAt, floatAt, integerAt } from "../../foundation/checked-access.ts";
import { type BuiltInSteps, lazyInSteps } from "../../foundation/lazy.ts";
import { closestSpelling, MAX_SPELLING_DISTANCE } from "../../foundation/spelling.ts";
import { fold } from "../../language/fold.ts";
import { bestOf } from "../ranking/scored-texts.ts";

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
  /** Returns the values with a name that ends like this, exact names first. */
  findByEnd(typed: string, limit: number): readonly T[];
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
  /** All words of the names. A query for a word takes as long as there are different words like it. */
  const vocabulary = lazyInSteps(function* () {
    const index = new MiniSearch<{ id: string }>({
      fields: ["id"],
      tokenize: (word) => [word],
      searchOptions: {
        prefix: true,
        // With one edit, a word of three letters is another word.
        fuzzy: (word) => word.length > 3 && 0.25,
        maxFuzzy: 2,
      },
    });
    for (const id of lines().entriesByWord.keys()) {
      index.add({ id });
      yield;
    }
    return index;
  });
  /** Returns the words that a typed word may mean, with how much each is like it, the most similar ones first. */
  function similarWords(typed: string): readonly (readonly [word: string, score: number])[] {
    // A tenth of all words begin with the same letter, and MiniSearch would score each of them.
    if (typed.length === 1) return (lines().wordsByInitial.get(typed) ?? []).map((one) => [one, 1]);
    return vocabulary()
      .search(typed)
      .map(({ id, score }) => [String(id), score]);
  }
  /** Returns the values with all of `sought` as prefixes or in a similar spelling, the most similar ones first. */
  function similarValues(sought: readonly string[], limit: number): readonly T[] {
    const { entries, entriesByWord } = lines();
    const scores = new Float64Array(entries.length);
    /** How many of `sought` each entry has, which is all that were looked for or fewer. */
    const found = new Uint32Array(entries.length);
    for (const [before, typed] of sought.entries()) {
      for (const [word, score] of similarWords(typed)) {
        for (const id of entriesByWord.get(word) ?? []) {
          // An entry counts with the most similar of its words.
          if (integerAt(found, id) !== before) continue;
          found[id] = before + 1;
          scores[id] = floatAt(scores, id) + score;
        }
      }
    }
    const docIds = Uint32Array.from(entries.keys()).filter(
      (id) => integerAt(found, id) === sought.length,
    );
    const matching = { docIds, scores: Float64Array.from(docIds, (id) => floatAt(scores, id)) };
    return bestOf(matching, limit).map(({ docId }) => elementAt(entries, docId).value);
  }
  return {
    ...finder,
    buildSome: () => finder.buildSome() || vocabulary.buildSome(),
    complete(typed, limit) {
      const found = finder.find(typed, limit);
      if (found.length > 0) return found;
      const longest = distinctWordsOf(fold(typed))
        .toSorted((one, other) => other.length - one.length)
        .slice(0, MAX_SIMILAR_WORDS);
      return longest.length === 0 ? [] : similarValues(longest, limit);
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
    const namesByLength: Set<string>[] = [];
    /** The indexes of the entries with a word, in ascending order. */
    const entriesByWord = new Map<string, number[]>();
    const wordsByInitial = new Map<string, string[]>();
    // A date in all languages of Ibid’s takes a tenth of a millisecond.
    for (const { value, names: written } of named()) {
      const names = written.map(fold);
      for (const word of new Set(names.flatMap(wordsOf))) {
        const having = entriesByWord.get(word);
        if (having !== undefined) having.push(entries.length);
        else {
          entriesByWord.set(word, [entries.length]);
          const alike = wordsByInitial.get(word.charAt(0));
          if (alike === undefined) wordsByInitial.set(word.charAt(0), [word]);
          else alike.push(word);
        }
      }
      entries.push({ value, names });
      for (const name of names) {
        starts.push(text.length - 1);
        values.push(value);
        text += `${name}\n`;
        const alike = namesByLength[name.length];
        if (alike === undefined) namesByLength[name.length] = new Set([name]);
        else alike.add(name);
      }
      yield;
    }
    return { entries, text, starts, values, namesByLength, entriesByWord, wordsByInitial };
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
    const { entries, entriesByWord } = lines();
    const having = words.map((word) => entriesByWord.get(word) ?? []);
    const [rarest = []] = having.toSorted((one, other) => one.length - other.length);
    const patterns = words.map((word) => new RegExp(`(?<!${LETTER})${word}(?!${LETTER})`, "u"));
    return rarest
      .map((id) => elementAt(entries, id))
      .filter(
        ({ names }) =>
          patterns.length === 1 || names.some((name) => patterns.every((word) => word.test(name))),
      )
      .map(({ value }) => value);
  }

  /** Returns the names of a length, with up to `tolerance` UTF-16 code units more or fewer. */
  function* namesOfLength(length: number, tolerance: number): Iterable<string> {
    const { namesByLength } = lines();
    for (let one = Math.max(0, length - tolerance); one <= length + tolerance; one++)
      yield* namesByLength[one] ?? [];
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
    findByEnd(typed: string, limit: number): readonly T[] {
      const name = fold(typed);
      return findLines([`\n${name}\n`, `${name}\n`], limit);
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
