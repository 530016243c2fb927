import { fullReference, shortReference } from "../cite/citation.ts";
import type { Quotation } from "../cite/quotation.ts";
import { linkToText } from "../cite/text-fragment.ts";
import type { Document, Source } from "../corpus/document.ts";
import type { Reference } from "./reply.ts";

export function referenceOf(source: Source): Reference {
  return {
    line: fullReference(source),
    label: shortReference(source),
    ...(source.URL && { url: source.URL }),
  };
}

/**
 * Returns the works that print these quotations, each once. A work with a web address is linked to
 * the first of the quotations that it prints.
 */
export function referencesForQuotations(quotations: readonly Quotation[]): readonly Reference[] {
  const references = new Map<Source | string, Reference>();
  for (const { text, citation } of quotations) {
    const { printedIn, documentId, url, line } = citation;
    const work = printedIn ?? documentId;
    if (references.has(work)) continue;
    if (printedIn !== undefined) references.set(work, linkToWords(referenceOf(printedIn), text));
    else if (url !== undefined) {
      references.set(work, linkToWords({ line, url }, text));
    }
  }
  return [...references.values()];
}

function linkToWords(reference: Reference, words: string): Reference {
  const { url } = reference;
  return url === undefined ? reference : { ...reference, url: linkToText(url, words) };
}

/** Returns the document's own web address, if it has one, and its sources. */
export function referencesForDocument({ title, more, sources }: Document): readonly Reference[] {
  const { URL: url } = more;
  const own = url === undefined ? [] : [{ line: `${title}, ${url}`, url }];
  return [...own, ...sources.map(referenceOf)];
}
