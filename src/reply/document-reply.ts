import { authorNamesOf } from "../cite/csl-item.ts";
import { quotationOf } from "../cite/quotation.ts";
import type { Document, Note, Passage } from "../corpus/document.ts";
import { correspondentsOf, joinNames } from "../corpus/titles.ts";
import { referencesForDocument } from "./references.ts";
import type { Action, DocumentReply, Fact, PageNumber } from "./reply.ts";

/** Creates the reply for one page of a document. The first page also has its metadata and notes. */
export function documentReply(
  document: Document,
  passages: readonly Passage[],
  page: PageNumber,
  actions: readonly Action[],
): DocumentReply {
  const isFirst = page.number === 1;
  return {
    kind: "document",
    documentId: document.id,
    title: document.title,
    page,
    facts: isFirst ? documentFacts(document) : [],
    summary: isFirst ? noteTextsOf(document, "summary") : [],
    quotations: passages.map((passage) => quotationOf(document, passage)),
    remarks: isFirst ? noteTextsOf(document, "remark") : [],
    references: isFirst ? referencesForDocument(document) : [],
    actions,
  };
}

export function noteTextsOf({ notes }: Document, kind: Note["kind"]): readonly string[] {
  return notes.filter((note) => note.kind === kind).map(({ text }) => text);
}

/** Returns a document's metadata with labels, in the order in which readers see it. */
export function documentFacts(document: Document): readonly Fact[] {
  const { from, to, date, verified, delivered, rights, topics, more } = document;
  const authors = authorNamesOf(document);
  const facts: (Fact | undefined)[] = [
    fact("From", from.length > 0 ? joinNames(from) : undefined),
    fact("To", to.length > 0 ? joinNames(to) : undefined),
    fact("Author", authors.length > 0 ? authors.join(", ") : undefined),
    fact("In", more["container-title"]),
    fact("Publisher", more["publisher"]),
    fact("Date", date?.label ?? (correspondentsOf(document) && "not known")),
    fact("Verified", verified ? undefined : "no; it is known to exist, and no more"),
    fact("Delivered", delivered),
    fact("Topics", topics.length > 0 ? topics.map(({ label }) => label).join(", ") : undefined),
    fact("Rights", rights),
  ];
  return facts.filter((one) => one !== undefined);
}

function fact(label: string, value: string | undefined): Fact | undefined {
  return value === undefined ? undefined : { label, value };
}
