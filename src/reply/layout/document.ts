import { correspondentsOf, type DocumentIdentity, joinNames } from "../../corpus/titles.ts";
import type { DocumentMetadata, DocumentReply } from "../reply.ts";
import {
  type Fact,
  fact,
  factBlocks,
  finePrint,
  heading,
  type LayoutBlock,
  listFact,
  pageLabel,
  RULE,
  sectionBlocks,
} from "./blocks.ts";
import { quotationBlocks, sourceNoteOf } from "./quotation.ts";

/** Lays out one page of a document. Only the first page has its metadata, notes and sources. */
export function documentBlocks(reply: DocumentReply): readonly LayoutBlock[] {
  const { document, metadata, summary, quotations, remarks, references, page } = reply;
  const isFirst = page.number === 1;
  const notes = new Set(quotations.map(sourceNoteOf));
  return [
    heading(document.title),
    ...(isFirst ? factBlocks(documentFacts(document, metadata)) : []),
    ...(isFirst ? sectionBlocks("Summary", summary) : []),
    ...quotations.flatMap((quotation) => [RULE, ...quotationBlocks(quotation)]),
    ...finePrint(...notes),
    ...(isFirst ? sectionBlocks("Remarks", remarks) : []),
    ...(isFirst
      ? sectionBlocks(
          "Sources",
          references.map(({ line }) => line),
        )
      : []),
    ...finePrint(pageLabel(page)),
  ];
}

/** Returns a document's metadata with labels, in the order in which readers see it. */
export function documentFacts(
  document: DocumentIdentity,
  metadata: DocumentMetadata,
): readonly Fact[] {
  const { from, to, date } = document;
  const { authors, publisher, verified, delivered, topics, rights } = metadata;
  return [
    ...fact("From", from.length > 0 ? joinNames(from) : undefined),
    ...fact("To", to.length > 0 ? joinNames(to) : undefined),
    ...listFact("Author", authors),
    ...fact("In", metadata["container-title"]),
    ...fact("Publisher", publisher),
    ...fact("Date", date?.label ?? (correspondentsOf(document) && "not known")),
    ...fact("Verified", verified ? undefined : "no; it is known to exist, and no more"),
    ...fact("Delivered", delivered),
    ...listFact("Topics", topics),
    ...fact("Rights", rights),
  ];
}
