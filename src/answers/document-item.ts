import type { Document } from "../corpus/document.ts";
import { documentLabel } from "../corpus/titles.ts";
import { noteTextsOf } from "../reply/document-reply.ts";
import type { ListItem } from "../reply/reply.ts";
import { showDocumentAction } from "./actions.ts";

/** Creates the list entry of a document: its date, its correspondents or title, and its summary. */
export function documentItem(document: Document): ListItem {
  const summary = summaryOf(document);
  return {
    label: documentLabel(document),
    ...(summary !== undefined && { detail: `Summary: ${summary}` }),
    open: showDocumentAction(document),
  };
}

/** Returns the editor's summary of a document as one paragraph; undefined if there is none. */
export function summaryOf(document: Document): string | undefined {
  const paragraphs = noteTextsOf(document, "summary");
  return paragraphs.length > 0 ? paragraphs.join(" ") : undefined;
}
