import type { Document } from "../corpus/document.ts";
import { labelOf } from "../corpus/naming.ts";
import type { Item } from "../reply/reply.ts";
import { openDocument } from "./open.ts";
import { summaryOf } from "./quoting.ts";

/** A document in a list to pick from: told apart by date, from and to, with its summary. */
export function documentItem(document: Document): Item {
  const summary = summaryOf(document);
  return {
    label: labelOf(document),
    ...(summary !== undefined && { detail: `Summary: ${summary}` }),
    open: openDocument(document),
  };
}
