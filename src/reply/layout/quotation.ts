import type { Quotation } from "../../cite/quotation.ts";
import { documentName } from "../../corpus/titles.ts";
import { formatNumber } from "../../foundation/format.ts";
import type { ContextReply, QuotationReply } from "../reply.ts";
import { finePrint, heading, type LayoutBlock, pageLabel, plainRun, RULE } from "./blocks.ts";
import { describeExpansion, describeTopic } from "./search-notes.ts";

export function quotationReplyBlocks(reply: QuotationReply): readonly LayoutBlock[] {
  const { quotation, rank } = reply;
  return [
    ...quotationBlocks(quotation),
    ...finePrint(sourceNoteOf(quotation), describeSelection(reply), pageLabel(rank, "Quotation")),
  ];
}

/** Says how the passage was chosen; undefined if its address or a filter alone chose it. */
export function describeSelection({ day, topic, expansion }: QuotationReply): string | undefined {
  const sentences = [
    ...(day === undefined ? [] : [`The passage of the day, ${day.label}.`]),
    ...(topic === undefined ? [] : [describeTopic(topic)]),
    ...(expansion === undefined ? [] : describeExpansion(expansion)),
  ];
  return sentences.length > 0 ? sentences.join(" ") : undefined;
}

export function contextBlocks(reply: ContextReply): readonly LayoutBlock[] {
  const { document, before, quotation, after } = reply;
  const notes = new Set([...before, quotation, ...after].map(sourceNoteOf));
  return [
    heading(documentName(document)),
    ...before.flatMap(quotationBlocks),
    ...(before.length > 0 ? [RULE] : []),
    ...quotationBlocks(quotation),
    ...(after.length > 0 ? [RULE] : []),
    ...after.flatMap(quotationBlocks),
    ...finePrint(...notes, describePieces(reply), windowLabel(reply)),
  ];
}

/** Warns that passages known only from another work do not follow each other in the original. */
export function describePieces({ quotation, window }: ContextReply): string | undefined {
  if (quotation.citation.printedIn === undefined) return undefined;
  return window.of === 1
    ? "This is a single quotation. What stands around it is not in this corpus."
    : "These are separate quotations. What stands between and around them is not in this corpus.";
}

/** Formats “Passages 4 to 6 of 31”, or “Quotations …” for words that are known only as printed. */
function windowLabel({ quotation, window: { from, to, of } }: ContextReply): string {
  const what = quotation.citation.printedIn === undefined ? "Passage" : "Quotation";
  const which =
    from === to ? ` ${formatNumber(from)}` : `s ${formatNumber(from)} to ${formatNumber(to)}`;
  return `${what}${which} of ${formatNumber(of)}`;
}

export function quotationBlocks({ text, citation }: Quotation): readonly LayoutBlock[] {
  return [
    { kind: "quote", runs: [plainRun(text)] },
    { kind: "fine", text: `— ${citation.line} (${citation.address})` },
  ];
}

/** Returns the note that the corpus shows under every quotation from this source. */
export function sourceNoteOf({ citation }: Quotation): string | undefined {
  return citation.printedIn?.note;
}
