import { fullReference, shortReference } from "../cite/citation.ts";
import type { Document, Source } from "../corpus/document.ts";
import type { Reference } from "./reply.ts";

export function referenceOf(source: Source): Reference {
  return {
    line: fullReference(source),
    label: shortReference(source),
    ...(source.URL && { url: source.URL }),
  };
}

/** Returns the document's own web address, if it has one, and its sources. */
export function referencesForDocument({ title, more, sources }: Document): readonly Reference[] {
  const { URL: url } = more;
  const own = url === undefined ? [] : [{ line: `${title}, ${url}`, url }];
  return [...own, ...sources.map(referenceOf)];
}
