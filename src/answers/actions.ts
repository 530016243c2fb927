import { addressOf, type CorpusEvent, type Document, type PassageRef } from "../corpus/document.ts";
import { documentKind, documentName } from "../corpus/titles.ts";
import { type Action, action } from "../reply/reply.ts";
import type { Hit } from "../search/search.ts";

/** The number of passages on each side when a context is opened. */
export const DEFAULT_AROUND = 1;

/** Shows a search hit whole. */
export function showHitAction(hit: Hit): Action {
  switch (hit.kind) {
    case "passage":
      return showPassageAction(hit);
    case "event":
      return showEventAction(hit.event);
    case "note":
    case "document":
      return showDocumentAction(hit.document);
  }
}

export function showPassageAction({ document, passage }: PassageRef): Action {
  const address = addressOf(document, passage);
  return action(`Open ${address}`, { name: "quote", options: { passage: address } });
}

export function showDocumentAction(document: Document, label = documentName(document)): Action {
  return action(label, { name: "letter", options: { date: document.id } });
}

/** Shows a document on one page: “The whole letter”, “The whole document”. */
export function showWholeAction(document: Document): Action {
  const options = { date: document.id, whole: true };
  return action(`The whole ${documentKind(document)}`, { name: "letter", options });
}

/** Shows the timeline of the event's days. */
function showEventAction({ date, title }: CorpusEvent): Action {
  const options = { from: date.edtf, to: date.edtf };
  return action(`${date.label}: ${title}`, { name: "timeline", options });
}

/** The follow-ups to a passage: its context, its citation and its document. */
export function passageActions({ document, passage }: PassageRef): readonly Action[] {
  const address = addressOf(document, passage);
  return [
    action("In context", { name: "quote", options: { passage: address, around: DEFAULT_AROUND } }),
    action("Cite", { name: "cite", options: { passage: address } }),
    showWholeAction(document),
  ];
}
