import { documentName } from "../../corpus/titles.ts";
import { plural } from "../../foundation/format.ts";
import { quoteUnlessQuoted } from "../../language/quotation-marks.ts";
import type { HitsReply, SearchHit } from "../reply.ts";
import { excerptRuns, finePrint, heading, type LayoutBlock, pageLabel } from "./blocks.ts";
import { describeExpansion } from "./search-notes.ts";

export function hitsBlocks({
  total,
  query,
  hits,
  expansion,
  page,
}: HitsReply): readonly LayoutBlock[] {
  return [
    heading(`${plural(total, "hit")} for ${quoteUnlessQuoted(query)}`),
    ...hits.flatMap(hitBlocks),
    ...finePrint(...describeExpansion(expansion), pageLabel(page)),
  ];
}

function hitBlocks(hit: SearchHit): readonly LayoutBlock[] {
  const { open, marks } = hit;
  switch (hit.kind) {
    case "passage": {
      const { text, citation } = hit.quotation;
      return [
        { kind: "subheading", text: citation.line, open },
        { kind: "quote", runs: excerptRuns(text, marks) },
        { kind: "fine", text: citation.address },
      ];
    }
    case "note":
      return [
        {
          kind: "subheading",
          text: `${documentName(hit.document)} · a note, not the document’s words`,
          open,
        },
        { kind: "text", runs: excerptRuns(hit.text, marks) },
      ];
    case "document":
      return [{ kind: "subheading", text: `${documentName(hit.document)} · the document`, open }];
    case "event":
      return [
        { kind: "subheading", text: `${hit.date.label} · ${hit.title} · an event`, open },
        { kind: "text", runs: excerptRuns(hit.text, marks) },
      ];
  }
}
