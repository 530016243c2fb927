import type { Document, Person } from "../corpus/document.ts";
import { type BuiltInSteps, lazyInSteps } from "../foundation/lazy.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { tokenize, tokenKey } from "../language/tokenizer.ts";

/** The words of titles, headings and names, which quotations may have beside those of passages. */
export interface NamingWords extends BuiltInSteps {
  /** Returns the titles and headings that begin with a word, each as the keys of its words. */
  headingsFrom(key: string): readonly Heading[];
  /** Whether a word is in a title or in the name of a person. */
  isInName(key: string): boolean;
}

/** The keys of the words of a title or a heading, in order. */
type Heading = readonly string[];

export function createNamingWords(documents: readonly Document[]): NamingWords {
  const words = lazyInSteps(function* () {
    const headings = new Map<string, Heading[]>();
    const known = new Set<string>();
    const inNames = new Set<string>();
    for (const document of documents) {
      const { headings: own, names, people } = namesOf(document);
      for (const heading of own) {
        const [first] = heading;
        const whole = heading.join(" ");
        if (first === undefined || known.has(whole)) continue;
        known.add(whole);
        const others = headings.get(first);
        if (others === undefined) headings.set(first, [heading]);
        else others.push(heading);
      }
      for (const key of names) inNames.add(key);
      for (const person of people) for (const key of keysOfPerson(person)) inNames.add(key);
      yield;
    }
    return { headings, inNames };
  });
  return {
    buildSome: words.buildSome,
    headingsFrom: (key) => words().headings.get(key) ?? [],
    isInName: (key) => words().inNames.has(key),
  };
}

interface DocumentNames {
  readonly headings: readonly Heading[];
  readonly names: readonly string[];
  readonly people: ReadonlySet<Person>;
}

/** The names in a document, which a changed corpus has from the one before. */
const namesOf = memoizeByObject((document: Document): DocumentNames => {
  const { title, authors, from, to, named, passages } = document;
  return {
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
