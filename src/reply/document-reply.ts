import { authorNamesOf } from "../cite/csl-item.ts";
import { quotationOf } from "../cite/quotation.ts";
import type { Document, Note, Passage } from "../corpus/document.ts";
import { identityOf } from "../corpus/titles.ts";
import { referencesForDocument } from "./references.ts";
import type { Action, DocumentMetadata, DocumentReply, PageNumber } from "./reply.ts";

/** Creates the reply for one page of a document. */
export function documentReply(
  document: Document,
  passages: readonly Passage[],
  page: PageNumber,
  actions: readonly Action[],
): DocumentReply {
  return {
    kind: "document",
    document: identityOf(document),
    metadata: metadataOf(document),
    summary: noteTextsOf(document, "summary"),
    quotations: passages.map((passage) => quotationOf(document, passage)),
    remarks: noteTextsOf(document, "remark"),
    references: referencesForDocument(document),
    page,
    hasDetails: false,
    actions,
  };
}

export function noteTextsOf({ notes }: Document, kind: Note["kind"]): readonly string[] {
  return notes.filter((note) => note.kind === kind).map(({ text }) => text);
}

export function metadataOf(document: Document): DocumentMetadata {
  const { verified, delivered, rights, topics, more } = document;
  const { "container-title": container, publisher } = more;
  return {
    authors: authorNamesOf(document),
    ...(container !== undefined && { "container-title": container }),
    ...(publisher !== undefined && { publisher }),
    verified,
    ...(delivered !== undefined && { delivered }),
    topics: topics.map(({ label }) => label),
    ...(rights !== undefined && { rights }),
  };
}
