import { action } from "../command/define-command.ts";
import { addressOf, type CorpusEvent, type Document } from "../corpus/document.ts";
import { kindOf, nameOf } from "../corpus/titles.ts";
import type { Action } from "../reply/reply.ts";
import type { Hit } from "../search/search.ts";

/** The action that shows a hit whole. */
export function showHitAction(hit: Hit): Action {
  if (hit.kind === "event") return showEventAction(hit.event);
  if (hit.kind !== "passage") return showDocumentAction(hit.document);
  const address = addressOf(hit.document, hit.passage);
  return action(`Open ${address}`, { name: "quote", options: { passage: address } });
}

/** The action that shows a document, by its name unless `label` says more. */
export function showDocumentAction(document: Document, label = nameOf(document)): Action {
  return action(label, { name: "letter", options: { date: document.id } });
}

/** “The whole letter”, “The whole document”. */
export function showWholeAction(document: Document): Action {
  const options = { date: document.id, whole: true };
  return action(`The whole ${kindOf(document)}`, { name: "letter", options });
}

/** The action that shows the timeline of an event's days. */
function showEventAction({ date, title }: CorpusEvent): Action {
  const options = { from: date.edtf, to: date.edtf };
  return action(`${date.label}: ${title}`, { name: "timeline", options });
}
