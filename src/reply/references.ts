import { fullReference, shortReference } from "../cite/citation.ts";
import type { Quotation } from "../cite/quotation.ts";
import { linkToText } from "../cite/text-fragment.ts";
import type { Document, Source } from "../corpus/document.ts";
import type { Reference } from "./reply.ts";

/** A source as replies refer to it. */
export function referenceOf(source: Source): Reference {
  return {
    line: fullReference(source),
    label: shortReference(source),
    ...(source.URL && { url: source.URL }),
  };
}

/**
 * Where the words of quotations can be read on the web: each work once, linked at the first of the
 * words that it prints.
 */
export function referencesForQuotations(quotations: readonly Quotation[]): readonly Reference[] {
  const works = new Map<Source | string, Reference>();
  for (const { text, citation } of quotations) {
    const { printedIn, documentId, url, line } = citation;
    const own = url === undefined ? undefined : { line, label: "The document", url };
    const reference = printedIn === undefined ? own : referenceOf(printedIn);
    const work = printedIn ?? documentId;
    if (reference !== undefined && !works.has(work)) works.set(work, linkedAt(text, reference));
  }
  return [...works.values()];
}

function linkedAt(words: string, reference: Reference): Reference {
  const { url } = reference;
  return url === undefined ? reference : { ...reference, url: linkToText(url, words) };
}

/** What a document rests on: its own address, where it has one, and its sources. */
export function referencesForDocument({ title, more, sources }: Document): readonly Reference[] {
  const { URL: url } = more;
  const own = url === undefined ? [] : [{ line: `${title}, ${url}`, label: "The document", url }];
  return [...own, ...sources.map(referenceOf)];
}
