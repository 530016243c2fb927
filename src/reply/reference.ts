import { briefly, inFull } from "../cite/citation.ts";
import type { Document, Source } from "../corpus/document.ts";
import type { Reference } from "./reply.ts";

/** A source as replies refer to it. */
export function referenceOf(source: Source): Reference {
  return { line: inFull(source), label: briefly(source), ...(source.URL && { url: source.URL }) };
}

/** What a document rests on: its own address, where it has one, and its sources. */
export function referencesOf({ title, more, sources }: Document): readonly Reference[] {
  const { URL: url } = more;
  const own = url === undefined ? [] : [{ line: `${title}, ${url}`, label: "The document", url }];
  return [...own, ...sources.map(referenceOf)];
}
