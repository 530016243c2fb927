import type { Document, Person } from "../corpus/document.ts";
import type { Place } from "../search/entry.ts";

/** Whether a person wrote or received a document, or is named in it. */
export function concerns(person: Person, { from, to, named }: Document): boolean {
  return from.includes(person) || to.includes(person) || named.includes(person);
}

/** Whether a passage is in a person's own words, or names them. */
export function isOfOrNames(person: Person, { document, passage }: Place): boolean {
  return document.from.includes(person) || passage.named.includes(person);
}
