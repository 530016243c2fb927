import { lazyInSteps } from "../foundation/lazy.ts";
import { type Document, distinctPassagesOf, type Passage, type Person } from "./document.ts";

/** Returns whether a person wrote or received a document, or is named in it. */
export function mentions(person: Person, { from, to, named }: Document): boolean {
  return from.includes(person) || to.includes(person) || named.includes(person);
}

/** The documents by, to or naming a person, and the quotable passages by or naming them. */
export interface Mentions {
  readonly documents: readonly Document[];
  readonly passages: readonly Passage[];
}

/** Returns the mentions of each person, for every list and count of people. */
export function mentionsByPerson(documents: readonly Document[]): ReadonlyMap<Person, Mentions> {
  return lazyInSteps(() => mentionsInSteps(documents))();
}

/** Returns the same, a document with each step. */
export function* mentionsInSteps(
  documents: readonly Document[],
): Generator<void, ReadonlyMap<Person, Mentions>> {
  const byPerson = new Map<Person, { documents: Document[]; passages: Passage[] }>();
  const mentionsOf = (person: Person) => {
    const found = byPerson.get(person) ?? { documents: [], passages: [] };
    byPerson.set(person, found);
    return found;
  };
  for (const document of documents) {
    const { from, to, named } = document;
    for (const person of new Set([...from, ...to, ...named])) {
      mentionsOf(person).documents.push(document);
    }
    for (const passage of distinctPassagesOf(document)) {
      for (const person of new Set([...from, ...passage.named])) {
        mentionsOf(person).passages.push(passage);
      }
    }
    yield;
  }
  return byPerson;
}
