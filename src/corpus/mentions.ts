import { eachInSteps, lazyInSteps } from "../foundation/lazy.ts";
import { type Document, distinctPassagesOf, type Passage, type Person } from "./document.ts";

/** Returns the people who wrote a passage or are named in it. */
export function mentionedIn(
  { from }: Pick<Document, "from">,
  { named }: Passage,
): ReadonlySet<Person> {
  return new Set([...from, ...named]);
}

/** A document by, to or naming a person. */
export interface Mention {
  readonly document: Document;
  /** Its place among the documents. */
  readonly place: number;
  readonly isAuthor: boolean;
  readonly isRecipient: boolean;
  /** How many of its quotable passages are by or naming the person. */
  readonly passages: number;
}

/** The mentions of each person who has any, in the order of the documents. */
export type MentionsByPerson = ReadonlyMap<Person, readonly Mention[]>;

/** Returns the mentions of each person, for every list and count of people. */
export function mentionsByPerson(documents: readonly Document[]): MentionsByPerson {
  return lazyInSteps(() => mentionsInSteps(documents))();
}

/** Returns the same, some passages with each step. */
export function* mentionsInSteps(
  documents: readonly Document[],
): Generator<void, MentionsByPerson> {
  const byPerson = new Map<Person, Mention[]>();
  for (const [place, document] of documents.entries()) {
    const { from, to, named } = document;
    const counts = new Map([...from, ...to, ...named].map((person) => [person, 0]));
    // Without people, no passage needs to be unpacked.
    if (counts.size > 0) {
      yield* eachInSteps(distinctPassagesOf(document), (passage) => {
        for (const person of mentionedIn(document, passage))
          counts.set(person, (counts.get(person) ?? 0) + 1);
      });
    }
    for (const [person, passages] of counts) {
      const isAuthor = from.includes(person);
      const isRecipient = to.includes(person);
      const mention = { document, place, isAuthor, isRecipient, passages };
      const known = byPerson.get(person);
      if (known === undefined) byPerson.set(person, [mention]);
      else known.push(mention);
    }
    yield;
  }
  return byPerson;
}
