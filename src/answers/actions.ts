import {
  addressOf,
  type CorpusEvent,
  type Document,
  type Passage,
  type PassageRef,
} from "../corpus/document.ts";
import { documentKind, identityOf } from "../corpus/titles.ts";
import { type Action, action, aside, type CommandLine } from "../reply/reply.ts";
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

/** Shows the passages around one, if its document has others to show. */
function contextActions(part: PassageRef): readonly Action[] {
  if (passageSequence(part).length === 1) return [];
  const passage = addressOf(part.document, part.passage);
  return [aside("in-context", { name: "quote", options: { passage, around: DEFAULT_AROUND } })];
}

/** The follow-ups to a passage: its context, its citation and its document. */
export function passageActions(part: PassageRef): readonly Action[] {
  return [
    ...contextActions(part),
    citeAction(addressOf(part.document, part.passage)),
    showWholeAction(part.document),
  ];
}

/**
 * Returns the passages of a document among which a passage has its context: the full text and the
 * passages known only as printed are two separate sequences.
 */
export function passageSequence({ document, passage }: PassageRef): readonly Passage[] {
  const isOwn = passage.printedIn === undefined;
  return document.passages.filter(({ printedIn }) => (printedIn === undefined) === isOwn);
}

export function citeAction(address: string): Action {
  return action("cite", { name: "cite", options: { passage: address } });
}
