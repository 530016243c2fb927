import { quotationOf } from "../cite/quotation.ts";
import { addressOf, type Document, type Note, type Passage } from "../corpus/document.ts";
import { identityOf } from "../corpus/titles.ts";
import { referencesForDocument } from "./references.ts";
import type {
  Action,
  DocumentMetadata,
  DocumentReply,
  PageNumber,
  ReportedUnquotable,
} from "./reply.ts";

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
    unquotable: unquotableAmong(document, passages, page.number === page.of),
    remarks: noteTextsOf(document, "remark"),
    footnotes: noteTextsOf(document, "footnote"),
    references: referencesForDocument(document),
    page,
    hasDetails: false,
    actions,
  };
}

/** Returns the code, tables and pictures among passages, and after them if they are the last ones. */
export function unquotableAmong(
  document: Document,
  passages: readonly Passage[],
  areLast: boolean,
): readonly ReportedUnquotable[] {
  const shown = new Map(passages.map((passage) => [passage.number, addressOf(document, passage)]));
  return document.unquotable.flatMap(({ before, ...one }) => {
    if (before === undefined) return areLast ? [one] : [];
    const address = shown.get(before);
    return address === undefined ? [] : [{ ...one, before: address }];
  });
}

export function noteTextsOf({ notes }: Document, kind: Note["kind"]): readonly string[] {
  return notes.filter((note) => note.kind === kind).map(({ text }) => text);
}

export function metadataOf(document: Document): DocumentMetadata {
  const { verified, delivered, rights, topics, more } = document;
  const { "container-title": container, publisher } = more;
  return {
    authors: document.authors,
    ...(container !== undefined && { "container-title": container }),
    ...(publisher !== undefined && { publisher }),
    verified,
    ...(delivered !== undefined && { delivered }),
    topics: topics.map(({ label }) => label),
    ...(rights !== undefined && { rights }),
  };
}
