import type { Document, Person } from "../corpus/document.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { type BuiltInSteps, lazyInSteps } from "../foundation/lazy.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { tokenize, tokenKey } from "../language/tokenizer.ts";

/** The words of titles, headings and names, which quotations may have beside those of passages. */
export interface NamingWords extends BuiltInSteps {
  /** Returns the lengths, in words, of the titles and headings that begin at `first` among the keys of a text. */
  headingLengthsAt(keys: readonly string[], first: number): readonly number[];
  /**
   * Removes the title of a document from a text, if it has several words and begins with no small letter. Others may be
   * words of a sentence.
   */
  removeTitle(text: string): string;
  /** Whether a word is in a title or in the name of a person. */
  isInName(key: string): boolean;
}

/** The keys of the words of a title or a heading, in order. */
type Heading = readonly string[];

export function createNamingWords(documents: readonly Document[]): NamingWords {
  const words = lazyInSteps(function* () {
    const headings = new Set<string>();
    const titles = new Set<string>();
    // Many headings begin with the same words, but few of these have different lengths.
    const lengthsByStart = new Map<string, Set<number>>();
    const inNames = new Set<string>();
    for (const document of documents) {
      const { title, headings: own, names, people } = namesOf(document);
      if (writtenWordsOf(document.title).length > 1) titles.add(title.join(" "));
      for (const heading of own) {
        if (heading.length === 0) continue;
        headings.add(heading.join(" "));
        const start = heading.slice(0, 2).join(" ");
        const lengths = lengthsByStart.get(start) ?? new Set();
        lengthsByStart.set(start, lengths.add(heading.length));
      }
      for (const key of names) inNames.add(key);
      for (const person of people) for (const key of keysOfPerson(person)) inNames.add(key);
      yield;
    }
    return { headings, titles, lengthsByStart, inNames };
  });

  function lengthsAt(keys: readonly string[], first: number, among: ReadonlySet<string>) {
    const { lengthsByStart } = words();
    const [one = "", two] = [keys[first], keys[first + 1]];
    const starts = two === undefined ? [one] : [one, `${one} ${two}`];
    const lengths = starts.flatMap((start) => [...(lengthsByStart.get(start) ?? [])]);
    return lengths.filter(
      (length) =>
        first + length <= keys.length && among.has(keys.slice(first, first + length).join(" ")),
    );
  }

  return {
    buildSome: words.buildSome,
    headingLengthsAt: (keys, first) => lengthsAt(keys, first, words().headings),
    removeTitle(text) {
      const tokens = tokenize(text);
      const keys = keysOf(text);
      const titles = tokens.flatMap(({ start }, first) =>
        /^\p{Ll}/u.test(text.slice(start))
          ? []
          : lengthsAt(keys, first, words().titles).map((length) => ({
              start,
              end: elementAt(tokens, first + length - 1).end,
            })),
      );
      // A title may begin with that of another document.
      const [title] = titles.sort((a, b) => b.end - b.start - (a.end - a.start));
      return title === undefined ? text : `${text.slice(0, title.start)} ${text.slice(title.end)}`;
    },
    isInName: (key) => words().inNames.has(key),
  };
}

interface DocumentNames {
  readonly title: Heading;
  readonly headings: readonly Heading[];
  readonly names: readonly string[];
  readonly people: ReadonlySet<Person>;
}

/** The names in a document, which a changed corpus has from the one before. */
const namesOf = memoizeByObject((document: Document): DocumentNames => {
  const { title, authors, from, to, named, passages } = document;
  return {
    title: keysOf(title),
    headings: [...new Set([title, ...passages.flatMap(({ headings }) => headings)])].map(keysOf),
    names: [title, ...authors].flatMap(nameKeysOf),
    people: new Set([...from, ...to, ...named]),
  };
});

const keysOfPerson = memoizeByObject(({ name, forms }: Person) =>
  [name, ...forms].flatMap(nameKeysOf),
);

/** Returns the keys of a name’s words, and of those that are written together in scripts of single characters. */
function nameKeysOf(name: string): readonly string[] {
  return [...new Set([...keysOf(name), ...writtenWordsOf(name).map(tokenKey)])];
}

/** Returns what is between the spaces and the punctuation of a text. */
export function writtenWordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Returns the keys of the words of a text. */
export function keysOf(text: string): readonly string[] {
  return tokenize(text).map(({ start, end }) => tokenKey(text.slice(start, end)));
}
