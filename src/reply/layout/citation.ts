import { isMessageKey, type Translate } from "../../catalogue/catalogue.ts";
import { documentKind, documentName } from "../../corpus/titles.ts";
import { localStyleTitle } from "../../language/translation/local-names.ts";
import type { CitationRemark, CitationReply } from "../reply.ts";
import {
  copyBlocks,
  finePrint,
  heading,
  type LayoutBlock,
  sentenceBlock,
  textBlock,
} from "./blocks.ts";
import { quotationCard } from "./quotation.ts";

export function citationBlocks(reply: CitationReply, t: Translate): readonly LayoutBlock[] {
  const { style, document, quotation, forms, receipt } = reply;
  return [
    heading(localStyleTitle(style.name, t) ?? style.title),
    ...describeCheck(reply, t).map(sentenceBlock),
    quotation === undefined ? textBlock(documentName(document)) : quotationCard(quotation),
    ...forms.flatMap(({ label, text }) => copyBlocks(localFormName(label, t), text)),
    ...(receipt === undefined ? [] : copyBlocks(t("citation.receipt"), receipt)),
    ...finePrint(...describeRemarks(reply, t)),
  ];
}

/** Returns the name of a form of citations in a language. Those of records are the same in all. */
function localFormName(label: string, t: Translate): string {
  const key = `citation-form.${label}`;
  return isMessageKey(key) ? t.format({ key, values: {} }) : label;
}

/** Says whether the words of a receipt are unchanged; empty if the user gave no receipt. */
export function describeCheck(
  { check, quotation }: CitationReply,
  t: Translate,
): readonly string[] {
  if (check === undefined || quotation === undefined) return [];
  const { address } = quotation.citation;
  const isRenamed = check.outcome === "unchanged" && address !== check.address;
  return [t(`citation.receipt-${isRenamed ? "renamed" : check.outcome}`, { address })];
}

export function describeRemarks(
  { remarks, document }: CitationReply,
  t: Translate,
): readonly string[] {
  const kind = documentKind(document);
  return remarks.map((remark) => describeRemark(remark, kind, t));
}

function describeRemark(remark: CitationRemark, kind: "letter" | "document", t: Translate): string {
  switch (remark) {
    case "second-hand":
      return t(`citation.second-hand-${kind}`);
    case "record-of-printing-work":
      return t(`citation.record-of-printing-work-${kind}`);
    case "no-form":
    case "document-unnamed":
    case "no-italics":
      return t(`citation.${remark}`);
  }
}
