import type { Translate } from "../../catalogue/catalogue.ts";
import { formatDate } from "../../corpus/date.ts";
import { quoteUnlessQuoted } from "../../language/quotation-marks.ts";
import type { HitsReply, SearchHit } from "../reply.ts";
import {
  excerptRuns,
  finePrint,
  heading,
  type LayoutBlock,
  pageLabel,
  RULE,
  textBlock,
} from "./blocks.ts";
import { localDocumentName } from "./document-names.ts";
import { originWithoutWork, placeCredit } from "./quotation.ts";
import { describeExpansion, describeReplacement, quotedList } from "./search-notes.ts";

/** Lays out hits in two parts with their counts: quotations, then what editors wrote. */
export function hitsBlocks(reply: HitsReply, t: Translate): readonly LayoutBlock[] {
  const { hits, quotations, total, page, expansion, hasDetails } = reply;
  const quoted = hits.filter(({ kind }) => kind === "passage");
  const others = hits.filter(({ kind }) => kind !== "passage");
  return [
    heading(describeHits(reply, t)),
    ...describeSearch(reply, t).map(textBlock),
    ...(quoted.length > 0 ? [partHeading(t("hits.quotations", { count: quotations }))] : []),
    ...quoted.flatMap((hit) => hitBlocks(hit, t)),
    ...(others.length > 0 ? [partHeading(t("hits.others", { count: total - quotations }))] : []),
    ...others.flatMap((hit) => hitBlocks(hit, t)),
    RULE,
    ...finePrint(...(hasDetails ? describeExpansion(expansion, t) : []), pageLabel(page, t)),
  ];
}

function partHeading(text: string): LayoutBlock {
  return { kind: "subheading", text };
}

/** Says how much was found, or which words do not occur at all: never both. */
export function describeHits(
  { query, total, expansion: { missing } }: HitsReply,
  t: Translate,
): string {
  return missing.length === 0
    ? t("hits.title", { count: total, query: quoteUnlessQuoted(query) })
    : t("hits.title-missing", {
        count: missing.length,
        words: quotedList(missing, t),
      });
}

/** Says what was searched instead of words that do not occur, and that no quotation was found. */
export function describeSearch(reply: HitsReply, t: Translate): readonly string[] {
  const { quotations, expansion } = reply;
  return [
    ...(expansion.missing.length === 0 ? [] : [describeReplacement(expansion, t)]),
    ...(quotations === 0 ? [t("hits.no-quotation")] : []),
  ];
}

function hitBlocks(hit: SearchHit, t: Translate): readonly LayoutBlock[] {
  const { open, marks } = hit;
  switch (hit.kind) {
    case "passage": {
      const { quotation } = hit;
      return [
        { kind: "subheading", text: originWithoutWork(quotation), open },
        {
          kind: "quote",
          runs: excerptRuns(quotation.text, marks),
          credit: placeCredit(quotation),
        },
      ];
    }
    case "note":
      return [
        {
          kind: "subheading",
          text: t("hits.note", { name: localDocumentName(hit.document, t) }),
          open,
        },
        { kind: "text", runs: excerptRuns(hit.text, marks) },
      ];
    case "document":
      return [
        {
          kind: "subheading",
          text: t("hits.document", { name: localDocumentName(hit.document, t) }),
          open,
        },
      ];
    case "event":
      return [
        {
          kind: "subheading",
          text: t("hits.event", { date: formatDate(hit.date, t), title: hit.title }),
          open,
        },
        { kind: "text", runs: excerptRuns(hit.text, marks) },
      ];
  }
}
