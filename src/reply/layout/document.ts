import type { Translate } from "../../catalogue/catalogue.ts";
import type { Quotation } from "../../cite/quotation.ts";
import { formatDate } from "../../corpus/date.ts";
import { type DocumentIdentity, documentKind } from "../../corpus/titles.ts";
import type { DocumentMetadata, DocumentReply, Reference } from "../reply.ts";
import {
  type Fact,
  fact,
  factBlocks,
  finePrint,
  heading,
  type LayoutBlock,
  linkRun,
  listFact,
  pageLabel,
  paragraphBlocks,
  plainRun,
  RULE,
  sectionBlocks,
  textBlock,
} from "./blocks.ts";
import { localCorrespondents, localNames } from "./document-names.ts";
import { limitOf, placeCredit, unquotableBlocks } from "./quotation.ts";

/**
 * Lays out one page of a document: its words, then its summary. Remarks, sources and the other
 * metadata are details.
 */
export function documentBlocks(reply: DocumentReply, t: Translate): readonly LayoutBlock[] {
  const { document, metadata, summary, quotations, unquotable, page, hasDetails } = reply;
  const isFirst = page.number === 1;
  if (hasDetails) return [heading(document.title), ...detailBlocks(reply, t)];
  const origin = originOf(document, metadata, t);
  return [
    heading(document.title),
    ...(isFirst && origin !== undefined ? [textBlock(origin)] : []),
    ...(isFirst && !metadata.verified ? [textBlock(t("document.unverified"))] : []),
    ...quotedBlocks(quotations, unquotable, t),
    ...unquotableBlocks(unquotable, undefined, t),
    ...(page.of === 1 && quotations.length === 0 ? [textBlock(describeAbsence(reply, t))] : []),
    ...(isFirst ? summaryBlocks(summary, t) : []),
    ...finePrint(pageLabel(page, t)),
  ];
}

/** Says that a document has no words to quote, and if others report about it, that there is no more. */
function describeAbsence(
  { document, summary, remarks, references, unquotable }: DocumentReply,
  t: Translate,
): string {
  const isReported = summary.length + remarks.length + references.length > 0;
  return isReported && unquotable.length === 0
    ? t(`document.no-words-${documentKind(document)}`)
    : t("document.nothing-to-quote");
}

/** The length of quotations that one message shows at once, in UTF-16 code units. */
const MAX_TOGETHER = 1200;

/**
 * Lays out quotations with their addresses and the works that print them. A work that prints all of them is
 * named once, below them, if one message shows them together.
 */
function quotedBlocks(
  quotations: readonly Quotation[],
  unquotable: DocumentReply["unquotable"],
  t: Translate,
): readonly LayoutBlock[] {
  const limits = new Set(quotations.map(limitOf));
  const works = new Set(quotations.map(({ citation }) => citation.printedIn));
  const length = quotations.reduce((sum, { text }) => sum + text.length, 0);
  const isTogether = works.size === 1 && length <= MAX_TOGETHER;
  const last = quotations.length - 1;
  return [
    ...quotations.flatMap((quotation, index): readonly LayoutBlock[] => {
      const { text, citation } = quotation;
      const credit =
        isTogether && index < last
          ? { line: [], small: [plainRun(citation.address)] }
          : placeCredit(quotation, isTogether);
      return [
        ...unquotableBlocks(unquotable, quotation, t),
        { kind: "quote", runs: [plainRun(text)], credit },
      ];
    }),
    ...(isTogether ? [] : finePrint(...limits)),
  ];
}

/** Lays out a summary, which is called so. */
function summaryBlocks(
  [first, ...others]: readonly string[],
  t: Translate,
): readonly LayoutBlock[] {
  if (first === undefined) return [];
  const label = { text: t("document.summary"), isMatch: true };
  return [RULE, { kind: "text", runs: [label, plainRun(` ${first}`)] }, ...paragraphBlocks(others)];
}

/** Says who wrote a document, to whom and when, unless its title says all of it. */
function originOf(
  { title, date, from, to }: DocumentIdentity,
  { authors }: DocumentMetadata,
  t: Translate,
): string | undefined {
  const correspondents = localCorrespondents({ from, to }, t);
  const names =
    correspondents === undefined ? [...authors, ...from.map(({ name }) => name)] : undefined;
  const parts = [...(names?.map(t.nameOf) ?? [correspondents]), date && formatDate(date, t)].filter(
    (one) => one !== undefined,
  );
  const isInTitle = [
    ...(names ?? [...from, ...to].map(({ name }) => name)),
    ...(date === undefined ? [] : [date.label]),
  ].every((one) => title.includes(one));
  return isInTitle ? undefined : parts.join(", ");
}

function detailBlocks(
  { document, metadata, quotations, remarks, footnotes, references }: DocumentReply,
  t: Translate,
): readonly LayoutBlock[] {
  const notes = new Set(quotations.flatMap(({ citation }) => citation.printedIn?.note ?? []));
  return [
    ...factBlocks([
      ...documentFacts(document, metadata, t),
      { label: t("document.id"), value: document.id },
    ]),
    ...sectionBlocks(t("document.remarks"), [...remarks, ...notes]),
    ...sectionBlocks(t("document.footnotes"), footnotes),
    ...(references.length === 0
      ? []
      : [{ kind: "subheading", text: t("document.sources") } as const]),
    ...references.map(referenceBlock),
  ];
}

function referenceBlock({ line, url }: Reference): LayoutBlock {
  return { kind: "text", runs: [plainRun("• "), linkRun(line, url)] };
}

/** Returns a document's metadata with labels, in the order in which readers see it. */
export function documentFacts(
  document: DocumentIdentity,
  metadata: DocumentMetadata,
  t: Translate,
): readonly Fact[] {
  const { from, to, date } = document;
  const { authors, publisher, verified, delivered, topics, rights } = metadata;
  const unknownDate = localCorrespondents(document, t) && t("document.date-unknown");
  return [
    ...fact(t("document.from"), from.length > 0 ? localNames(from, t) : undefined),
    ...fact(t("document.to"), to.length > 0 ? localNames(to, t) : undefined),
    ...listFact(t("document.author"), authors),
    ...fact(t("document.in"), metadata["container-title"]),
    ...fact(t("document.publisher"), publisher),
    ...fact(t("document.date"), date === undefined ? unknownDate : formatDate(date, t)),
    ...fact(t("document.verified"), verified ? undefined : t("document.verified-no")),
    ...fact(t("document.delivered"), delivered),
    ...listFact(t("document.topics"), topics.map(t.nameOf)),
    ...fact(t("document.rights"), rights),
  ];
}
