import type { Document } from "../corpus/document.ts";
import { labelOf } from "../corpus/titles.ts";
import type { ListItem } from "../reply/reply.ts";
import { showDocumentAction } from "./actions.ts";
import { summaryOf } from "./quote.ts";

/** A document in a list to pick from: told apart by date, from and to, with its summary. */
export function documentItem(document: Document): ListItem {
  const summary = summaryOf(document);
  return {
    label: labelOf(document),
    ...(summary !== undefined && { detail: `Summary: ${summary}` }),
    open: showDocumentAction(document),
  };
}
