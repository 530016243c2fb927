import { type Quotation, quotationOf } from "../cite/quotation.ts";
import { receiptOf, shortenReceipt } from "../cite/receipt.ts";
import type { Context } from "../command/types.ts";
import {
  addressOf,
  type CorpusEvent,
  type Document,
  distinctPassagesOf,
  type Passage,
  type PassageRef,
} from "../corpus/document.ts";
import { documentKind, identityOf } from "../corpus/titles.ts";
import type { PassagePart } from "../options/passage.ts";
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

export function showPassageAction(part: PassageRef): Action {
  const address = addressOf(part.document, part.passage);
  return action({ kind: "open", address }, passageLine(part));
}

/** The command that quotes a passage. */
export function passageLine({ document, passage }: PassageRef): CommandLine {
  return { name: "quote", options: { passage: addressOf(document, passage) } };
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

export function showDocumentLine({ id }: Document): CommandLine {
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
export function contextActions(part: PassageRef): readonly Action[] {
  if (passageSequence(part).length === 1) return [];
  const passage = addressOf(part.document, part.passage);
  return [aside("in-context", { name: "quote", options: { passage, around: DEFAULT_AROUND } })];
}

/** The follow-ups to a passage: its context, its citation and its document. `kept` are the words to keep. */
export function passageActions(
  part: PassageRef,
  context: Context,
  kept: PassagePart | undefined = part,
): readonly Action[] {
  return [
    ...contextActions(part),
    citeAction(addressOf(part.document, part.passage)),
    ...(kept ? keepActions(kept, context) : []),
    showWholeAction(part.document),
  ];
}

/** Puts words into the user's tray, unless there are no trays. */
export function keepActions(part: PassagePart, { problem }: Context): readonly Action[] {
  if (problem === "off") return [];
  const receipt = receiptOf(quotationOfPart(part), part.passage);
  return [aside("keep", { name: "tray", options: { add: shortenReceipt(receipt) } })];
}

/** Offers the words of a document to keep, all or some of them. */
export function keepDocumentActions(
  document: Document,
  page: number,
  context: Context,
): readonly Action[] {
  const passages = distinctPassagesOf(document);
  const [passage] = passages;
  if (passage === undefined || context.problem === "off") return [];
  if (passages.length === 1) return keepActions({ document, passage }, context);
  const options = { add: document.id, ...(page > 1 && { page }) };
  return [aside("keep", { name: "tray", options })];
}

export function trayAction(): Action {
  return action("tray", { name: "tray", options: {} });
}

export function quotationOfPart({ document, passage, start, end }: PassagePart): Quotation {
  return quotationOf(document, passage, start, end);
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
