import type { Document } from "../corpus/document.ts";
import { identityOf } from "../corpus/titles.ts";
import { noteTextsOf } from "../reply/document-reply.ts";
import type { DocumentEntry } from "../reply/reply.ts";
import { showDocumentAction } from "./actions.ts";

/** Creates the entry of a document in a list, with its summary. */
export function documentEntry(document: Document): DocumentEntry {
  const paragraphs = noteTextsOf(document, "summary");
  return {
    document: identityOf(document),
    ...(paragraphs.length > 0 && { summary: paragraphs.join(" ") }),
    open: { ...showDocumentAction(document), isAside: true },
  };
}
