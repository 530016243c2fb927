import { quotationOf } from "../cite/quotation.ts";
import { documentName } from "../corpus/titles.ts";
import type { SearchHit } from "../reply/reply.ts";
import type { Hit } from "../search/search.ts";
import { excerptedText } from "../search/searchable.ts";
import { showHitAction } from "./actions.ts";

/** Converts a hit to its form in a reply: an excerpt with offsets that count from its own start. */
export function searchHitOf(hit: Hit): SearchHit {
  const { start, end, matches } = hit.excerpt;
  const whole = excerptedText(hit);
  const open = showHitAction(hit);
  const marks = {
    matches: matches.map((match) => ({ start: match.start - start, end: match.end - start })),
    more: { before: start > 0, after: end < whole.length },
  };
  const excerpt = { text: whole.slice(start, end), marks, open };
  switch (hit.kind) {
    case "passage": {
      const quotation = quotationOf(hit.document, hit.passage, start, end);
      return { kind: "passage", quotation, marks, open };
    }
    case "event": {
      const { date, title } = hit.event;
      return { kind: "event", label: `${date.label} · ${title}`, ...excerpt };
    }
    case "note":
    case "document": {
      const { kind, document } = hit;
      return { kind, documentId: document.id, label: documentName(document), ...excerpt };
    }
  }
}
