import MiniSearch from "minisearch";
import { lazy } from "../../foundation/lazy.ts";
import { closestSpelling } from "../../foundation/spelling.ts";
import { fold } from "../../language/fold.ts";

/** Something that people name, and everything they may call it. */
export interface NamedValue<T> {
  readonly value: T;
  readonly names: readonly string[];
}

/** What a typed name stands for. */
export type NameResolution<T> =
  | { readonly kind: "one"; readonly value: T }
  | { readonly kind: "several"; readonly values: readonly T[] }
  /** `near` is spelt almost like it. */
  | { readonly kind: "none"; readonly near?: T };

/** Finds things by what people call them. */
export interface NameIndex<T> {
  /** What has exactly this name; else what has all its words in one of its names. */
  resolve(typed: string): NameResolution<T>;
  /** Whether something has exactly this name. */
  isNamed(typed: string): boolean;
  /**
   * What begins or continues like this: exact before prefix before infix; at most `most`. Where nothing
   * does, what has words that begin like these or are spelt almost like them, in any order.
   */
  complete(typed: string, limit: number): readonly T[];
}

export function createNameIndex<T>(named: readonly NamedValue<T>[]): NameIndex<T> {
  const entries = named.map(({ value, names }) => ({ value, names: names.map(fold) }));
  const words = lazy(() => {
    const index = new MiniSearch<{ id: number; names: string }>({
      fields: ["names"],
      tokenize: (text) => [...wordsOf(text)],
      searchOptions: {
        combineWith: "AND",
        prefix: true,
        // Of three letters, one other makes another word.
        fuzzy: (word) => word.length > 3 && 0.25,
        maxFuzzy: 2,
      },
    });
    index.addAll(entries.map(({ names }, id) => ({ id, names: names.join("\n") })));
    return index;
  });

  return {
    resolve(typed) {
      const wanted = fold(typed);
      const exact = entries.filter(({ names }) => names.includes(wanted));
      const typedWords = wordsOf(wanted);
      const found =
        exact.length > 0 ? exact : entries.filter(({ names }) => hasWords(names, typedWords));
      const [first, second] = found;
      if (second !== undefined) return { kind: "several", values: found.map(({ value }) => value) };
      if (first !== undefined) return { kind: "one", value: first.value };

      const nearest = closestSpelling(
        wanted,
        entries.flatMap(({ names }) => names),
      );
      const near = entries.find(({ names }) => nearest !== undefined && names.includes(nearest));
      return near === undefined ? { kind: "none" } : { kind: "none", near: near.value };
    },

    isNamed: (typed) => entries.some(({ names }) => names.includes(fold(typed))),

    complete(typed, most) {
      const wanted = fold(typed);
      const ranks: readonly T[][] = [[], [], []];
      for (const { value, names } of entries) {
        ranks[Math.min(...names.map((name) => rank(name, wanted)))]?.push(value);
      }
      const found = ranks.flat();
      if (found.length > 0) return found.slice(0, most);
      const guessed = words().search(wanted).slice(0, most);
      return guessed.flatMap(({ id }) => entries[Number(id)]?.value ?? []);
    },
  };
}

/** 0 exact, 1 prefix, 2 infix. */
function rank(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : Number.POSITIVE_INFINITY;
}

function hasWords(names: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return false;
  return names.some((name) => {
    const own = wordsOf(name);
    return words.every((word) => own.includes(word));
  });
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
