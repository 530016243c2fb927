import { addressOf, type CorpusEvent, type Document, type PassageRef } from "../corpus/document.ts";
import { documentKind, identityOf } from "../corpus/titles.ts";
import { type Action, action, type CommandLine } from "../reply/reply.ts";
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
  return action({ kind: "open", address }, { name: "quote", options: { passage: address } });
}

export function showDocumentAction(document: Document, nearest?: "before" | "after"): Action {
  return action(
    { kind: "document", document: identityOf(document), ...(nearest && { nearest }) },
    showDocumentLine(document),
  );
}

/** Shows the document before or after another one by date. */
export function showNeighbourAction(kind: "previous" | "next", document: Document): Action {
  return action({ kind, documentKind: documentKind(document) }, showDocumentLine(document));
}

function showDocumentLine({ id }: Document): CommandLine {
  return { name: "letter", options: { date: id } };
}

/** Shows a document on one page. */
export function showWholeAction(document: Document): Action {
  const options = { date: document.id, whole: true };
  return action(
    { kind: "whole", documentKind: documentKind(document) },
    { name: "letter", options },
  );
}

/** Shows the timeline of the event's days. */
function showEventAction({ date, title }: CorpusEvent): Action {
  const options = { after: date.edtf, before: date.edtf };
  return action({ kind: "event", date, title }, { name: "timeline", options });
}

/** The follow-ups to a passage: its context, its citation and its document. */
export function passageActions({ document, passage }: PassageRef): readonly Action[] {
  const address = addressOf(document, passage);
  return [
    action("in-context", { name: "quote", options: { passage: address, around: DEFAULT_AROUND } }),
    action("cite", { name: "cite", options: { passage: address } }),
    showWholeAction(document),
  ];
}
