import { documentKind, documentName } from "../../corpus/titles.ts";
import type { CitationRemark, CitationReply } from "../reply.ts";
import {
  copyBlocks,
  finePrint,
  heading,
  type LayoutBlock,
  sentenceBlock,
  textBlock,
} from "./blocks.ts";
import { quotationBlocks, sourceNoteOf } from "./quotation.ts";

export function citationBlocks(reply: CitationReply): readonly LayoutBlock[] {
  const { style, document, quotation, forms, receipt } = reply;
  return [
    heading(style.title),
    ...describeCheck(reply).map(sentenceBlock),
    ...(quotation === undefined
      ? [textBlock(documentName(document))]
      : [...quotationBlocks(quotation), ...finePrint(sourceNoteOf(quotation))]),
    ...forms.flatMap(({ label, text }) => copyBlocks(label, text)),
    ...(receipt === undefined ? [] : copyBlocks("Receipt", receipt)),
    ...finePrint(...describeRemarks(reply)),
  ];
}

/** Says whether the words of a receipt are unchanged; empty if the user gave no receipt. */
export function describeCheck({ check, quotation }: CitationReply): readonly string[] {
  if (check === undefined || quotation === undefined) return [];
  const { address } = quotation.citation;
  switch (check.outcome) {
    case "unchanged":
      return [
        address === check.address
          ? `The words of this receipt are still at \`${address}\`, unchanged.`
          : `The words of this receipt are unchanged. Their document has a new id, so they are at \`${address}\`.`,
      ];
    case "moved":
      return [
        `The words of this receipt are unchanged, but have moved to \`${address}\`. The receipt below is the new one.`,
      ];
    case "changed":
      return [
        `The words of this receipt are no longer there. A receipt contains only a hash of its words, so only the present words of \`${address}\` can be shown:`,
      ];
    case "cut":
      return [
        `The words of this receipt are no longer there: the passage ends before they would begin. A receipt contains only a hash of its words, so only the present words of \`${address}\` can be shown:`,
      ];
  }
}

export function describeRemarks({ remarks, document }: CitationReply): readonly string[] {
  const kind = documentKind(document);
  return remarks.map((remark) => describeRemark(remark, kind));
}

function describeRemark(remark: CitationRemark, kind: "letter" | "document"): string {
  switch (remark) {
    case "second-hand":
      return `This cites the ${kind} itself, which is known here only through other works. Cite the one that you have read: “The whole ${kind}” lists them.`;
    case "no-form":
      return "This style has no form for it.";
    case "document-unnamed":
      return "The citation names only the work that prints the words: say in your own text whose they are.";
    case "no-italics":
      return "Plain text has no italics: set titles as the manual wants them.";
    case "record-of-printing-work":
      return `The record is that of the work that prints the words; its note names the ${kind}.`;
  }
}
