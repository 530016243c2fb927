import type { Document, PassageRef, Person } from "./document.ts";

/** Returns whether a person wrote or received a document, or is named in it. */
export function mentions(person: Person, { from, to, named }: Document): boolean {
  return from.includes(person) || to.includes(person) || named.includes(person);
}

/** Returns whether a passage is in a person's own words or names them. */
export function isByOrMentions(person: Person, { document, passage }: PassageRef): boolean {
  return document.from.includes(person) || passage.named.includes(person);
}
