import type { Translate } from "../../catalogue/catalogue.ts";
import type { Quotation } from "../../cite/quotation.ts";
import { linkToText } from "../../cite/text-fragment.ts";
import { formatDate } from "../../corpus/date.ts";
import { sentenceStarts } from "../../language/sentences.ts";
import type { ContextReply, QuotationReply, ReportedUnquotable, Understanding } from "../reply.ts";
import {
  type Credit,
  finePrint,
  heading,
  type LayoutBlock,
  linkRun,
  plainRun,
  RULE,
  type StyledText,
  sentenceBlock,
  textBlock,
} from "./blocks.ts";
import { localDateLabel, localDocumentName } from "./document-names.ts";
import { describeCorrections, describeExpansion, describeTopic } from "./search-notes.ts";

/** Lays out a quotation as a card: the words, their origin, and one small line. */
export function quotationReplyBlocks(reply: QuotationReply, t: Translate): readonly LayoutBlock[] {
  const { quotation, hasDetails } = reply;
  return [
    ...describeSelection(reply, t).map(sentenceBlock),
    quotationCard(quotation),
    ...(hasDetails ? finePrint(...describeDetails(reply, t)) : []),
  ];
}

/** Says how the passage was found, if the user could not expect it. */
export function describeSelection(
  { day, understoodAs, expansion }: QuotationReply,
  t: Translate,
): readonly string[] {
  return [
    ...(day === undefined ? [] : [t("quotation.of-the-day", { day: formatDate(day, t) })]),
    ...(understoodAs === undefined
      ? []
      : [t(`understood.${understoodAs.kind}`, { label: localLabel(understoodAs, t) })]),
    ...(expansion === undefined ? [] : describeCorrections(expansion, t)),
  ];
}

function localLabel({ kind, label }: Understanding, t: Translate): string {
  if (kind === "date") return localDateLabel(label, t);
  return kind === "topic" ? t.nameOf(label) : label;
}

/** Describes what was searched, how much was found, and the work that prints the words. */
export function describeDetails(
  { quotation, topic, expansion, rank }: QuotationReply,
  t: Translate,
): readonly string[] {
  const note = sourceNoteOf(quotation);
  return [
    ...(rank.of > 1
      ? [t("quotation.rank", { number: t.number(rank.number), of: t.number(rank.of) })]
      : []),
    ...(topic === undefined ? [] : [describeTopic(topic, t)]),
    ...(expansion === undefined ? [] : describeExpansion(expansion, t)),
    ...(note === undefined ? [] : [note]),
  ];
}

/** Lays out the passages around one, which is marked. Its neighbours are named by their numbers only. */
export function contextBlocks(reply: ContextReply, t: Translate): readonly LayoutBlock[] {
  const { document, before, quotation, after, unquotable } = reply;
  const neighbour = (one: Quotation): LayoutBlock => {
    const { place, printedIn } = one.citation;
    const isFromSameWork = printedIn === quotation.citation.printedIn;
    const credit = isFromSameWork ? { line: [], small: [plainRun(place)] } : placeCredit(one, true);
    return { ...quoteBlock(one), credit };
  };
  return [
    heading(localDocumentName(document, t)),
    ...before.flatMap((one) => [...unquotableBlocks(unquotable, one, t), neighbour(one)]),
    ...(before.length > 0 ? [RULE] : []),
    ...unquotableBlocks(unquotable, quotation, t),
    {
      kind: "subheading",
      text: t("context.asked", { place: quotation.citation.place }),
    },
    quotationCard(quotation),
    ...(after.length > 0 ? [RULE] : []),
    ...after.flatMap((one) => [...unquotableBlocks(unquotable, one, t), neighbour(one)]),
    ...unquotableBlocks(unquotable, undefined, t),
    ...finePrint(describePieces(reply, t), windowLabel(reply, t)),
  ];
}

/** Names the code, tables and pictures before a quotation, or at the end if there is none. */
export function unquotableBlocks(
  all: readonly ReportedUnquotable[],
  quotation: Quotation | undefined,
  t: Translate,
): readonly LayoutBlock[] {
  return all
    .filter(({ before }) => before === quotation?.citation.address)
    .map((one) => textBlock(describeUnquotable(one, t)));
}

function describeUnquotable({ kind, text }: ReportedUnquotable, t: Translate): string {
  switch (kind) {
    case "code":
      return t("unquotable.code");
    case "html":
      return t("unquotable.html");
    case "table":
      return t("unquotable.table");
    case "heading":
      return t("unquotable.heading", { text });
    case "image":
      return text.trim() === "" ? t("unquotable.image") : t("unquotable.image-of", { text });
  }
}

/** Warns that passages known only from another work do not follow each other in the original. */
export function describePieces(
  { quotation, window }: ContextReply,
  t: Translate,
): string | undefined {
  if (quotation.citation.printedIn === undefined) return undefined;
  return window.of === 1 ? t("context.single-piece") : t("context.separate-pieces");
}

/** Formats “Passages 4 to 6 of 31”, or “Quotations …” for words that are known only as printed. */
function windowLabel({ quotation, window }: ContextReply, t: Translate): string {
  const from = t.number(window.from);
  const to = t.number(window.to);
  const of = t.number(window.of);
  const isPrinted = quotation.citation.printedIn !== undefined;
  if (window.from === window.to) {
    return isPrinted
      ? t("context.quotation", { number: from, of })
      : t("context.passage", { number: from, of });
  }
  return isPrinted
    ? t("context.quotations", { from, to, of })
    : t("context.passages", { from, to, of });
}

/** Lays out words with who wrote them, to whom and when, their address, and the limits of the words. */
export function quotationCard(quotation: Quotation): LayoutBlock {
  const { citation } = quotation;
  const limit = limitOf(quotation);
  return {
    ...quoteBlock(quotation),
    credit: {
      line: [plainRun("— "), ...originRuns(quotation)],
      small: [plainRun(limit === undefined ? citation.address : `${citation.address} · ${limit}`)],
    },
  };
}

function quoteBlock({ text }: Quotation): Extract<LayoutBlock, { kind: "quote" }> {
  return { kind: "quote", runs: [plainRun(text)] };
}

/** The citation in one line from `start` on; the work that prints the words, or the document, is a link. */
function originRuns({ text, citation }: Quotation, start = 0): readonly StyledText[] {
  const { line, link } = citation;
  if (link === undefined || link.start < start) return [plainRun(line.slice(start))];
  return [
    plainRun(line.slice(start, link.start)),
    linkRun(line.slice(link.start, link.end), linkToText(link.url, text)),
    plainRun(line.slice(link.end)),
  ].filter((run) => run.text !== "");
}

/** The citation in one line without the work that prints the words. */
export function originWithoutWork({ citation: { line, printingStart } }: Quotation): string {
  return printingStart === undefined ? line : line.slice(0, printingStart).replace(/, $/, "");
}

/** Returns the address of words and the work that prints them, for a small line, perhaps with their limit. */
export function placeCredit(quotation: Quotation, hasLimit = false): Credit {
  const { address, printingStart } = quotation.citation;
  const printing =
    printingStart === undefined ? [] : [plainRun(" · "), ...originRuns(quotation, printingStart)];
  const limit = hasLimit ? limitOf(quotation) : undefined;
  return {
    line: [],
    small: [
      plainRun(address),
      ...printing,
      ...(limit === undefined ? [] : [plainRun(` · ${limit}`)]),
    ],
  };
}

/** Returns the note that the corpus shows with every quotation from this source. */
export function sourceNoteOf({ citation }: Quotation): string | undefined {
  return citation.printedIn?.note;
}

/** Returns what limits the words: the first sentence of the source's note. The rest is a detail. */
export function limitOf(quotation: Quotation): string | undefined {
  const note = sourceNoteOf(quotation);
  if (note === undefined) return undefined;
  const [, second = note.length] = sentenceStarts(note, "en");
  return note.slice(0, second).trim();
}
