import { authorNamesOf } from "../cite/csl-item.ts";
import { quotationOf } from "../cite/quotation.ts";
import type { Document, Passage } from "../corpus/document.ts";
import { correspondentsOf, namesOf } from "../corpus/titles.ts";
import { referencesForDocument } from "./references.ts";
import type { Action, DocumentReply, Fact, PageNumber } from "./reply.ts";

/** A document as a reply: its data, its summary called a summary, and some of its passages. */
export function documentReply(
  document: Document,
  passages: readonly Passage[],
  page: PageNumber,
  actions: readonly Action[],
): DocumentReply {
  const isFirst = page.number === 1;
  const notes = (kind: "summary" | "remark") =>
    document.notes.filter((note) => note.kind === kind).map(({ text }) => text);
  return {
    kind: "document",
    documentId: document.id,
    title: document.title,
    page,
    facts: isFirst ? documentFacts(document) : [],
    summary: isFirst ? notes("summary") : [],
    quotations: passages.map((passage) => quotationOf(document, passage)),
    remarks: isFirst ? notes("remark") : [],
    references: isFirst ? referencesForDocument(document) : [],
    actions,
  };
}

/** The passages that a document is shown with; the same words once. */
export function distinctPassagesOf({ passages }: Document): readonly Passage[] {
  return passages.filter(({ sameAs }) => sameAs === undefined);
}

export function documentFacts(document: Document): readonly Fact[] {
  const { from, to, date, verified, delivered, rights, topics, more } = document;
  const authors = authorNamesOf(document);
  const facts: (Fact | undefined)[] = [
    fact("From", from.length > 0 ? namesOf(from) : undefined),
    fact("To", to.length > 0 ? namesOf(to) : undefined),
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
