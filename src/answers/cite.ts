import { type CitedWork, citationFormsOf } from "../cite/citation-forms.ts";
import { type Quotation, quotationOf } from "../cite/quotation.ts";
import { type Receipt, receiptOf } from "../cite/receipt.ts";
import { formatRecord, recordFileName } from "../cite/reference-record.ts";
import type { Style } from "../cite/style.ts";
import { action } from "../command/define-command.ts";
import type { CommandContext } from "../command/types.ts";
import { kindOf, nameOf } from "../corpus/titles.ts";
import type { Citable, FoundReceipt } from "../options/passage.ts";
import type { Action, CitationReply } from "../reply/reply.ts";
import { showWholeAction } from "./actions.ts";

/** How what was asked for is cited in a style, and what has become of the words of a receipt. */
export function citationReply(asked: Citable, style: Style, run: CommandContext): CitationReply {
  const { cited, quotation } = citedSubject(asked, run);
  const { document } = cited;
  const others = run.styles.all.filter((one) => one !== style).slice(0, MAX_STYLE_BUTTONS);
  return {
    kind: "citation",
    title: style.title,
    subject: quotation ?? { documentId: document.id, name: nameOf(document) },
    ...(asked.kind === "receipt" && { verdict: describeReceipt(asked.receipt, asked.outcome) }),
    ...formsAndRemarks(style, cited),
    ...(quotation && { receipt: receiptOf(quotation) }),
    actions: [
      ...others.map(({ name, label }) => action(label, run.again({ style: name }))),
      ...(quotation ? [quoteAction(quotation, cited)] : []),
      showWholeAction(document),
    ],
  };
}

/** How many other styles are offered to press; completion offers them all. */
const MAX_STYLE_BUTTONS = 9;

interface Subject {
  readonly cited: CitedWork;
  readonly quotation?: Quotation;
}

function citedSubject(asked: Citable, { library }: CommandContext): Subject {
  switch (asked.kind) {
    case "document":
      return { cited: { document: asked.document } };
    case "passage":
      return { cited: asked, quotation: quotationOf(asked.document, asked.passage) };
    case "receipt": {
      const { quotation } = asked.outcome;
      const place = library.passage(quotation.citation.address);
      if (place === undefined) throw new Error("A quotation’s address leads nowhere.");
      return { cited: place, quotation };
    }
  }
}

/** The forms of the style, or the record with its file, and what is to be known of them. */
function formsAndRemarks(
  style: Style,
  cited: CitedWork,
): Pick<CitationReply, "forms" | "file" | "remarks"> {
  const isPrinted = cited.passage?.printedIn !== undefined;
  const kind = kindOf(cited.document);
  const remarks = isKnownSecondHand(cited)
    ? [
        `This cites the ${kind} itself, which is known here only through other works. Cite the one that you have read: “The whole ${kind}” lists them.`,
      ]
    : [];
  switch (style.kind) {
    case "csl": {
      const forms = citationFormsOf(style, cited);
      return {
        forms,
        remarks: [
          ...remarks,
          ...(forms.length === 0 ? ["This style has no form for it."] : []),
          ...(isPrinted && !style.secondary?.namesDocument
            ? [
                "The citation names only the work that prints the words: say in your own text whose they are.",
              ]
            : []),
          "Plain text has no italics: set titles as the manual wants them.",
        ],
      };
    }
    case "record": {
      const text = formatRecord(style, cited);
      return {
        forms: [{ label: style.label, text }],
        file: { name: recordFileName(style, cited), text: `${text}\n`, goes: "always" },
        remarks: [
          ...remarks,
          ...(isPrinted
            ? [`The record is that of the work that prints the words; its note names the ${kind}.`]
            : []),
        ],
      };
    }
  }
}

/** Whether a document is cited of which the corpus knows only what other works print or report. */
function isKnownSecondHand({ document, passage }: CitedWork): boolean {
  if (passage !== undefined || document.sources.length === 0) return false;
  return document.passages.every(({ printedIn }) => printedIn !== undefined);
}

/** The action that quotes exactly these words. */
function quoteAction(quotation: Quotation, { passage }: CitedWork): Action {
  const isWhole = quotation.text === passage?.text;
  const words = isWhole ? quotation.citation.address : receiptOf(quotation);
  return action("Quote", { name: "quote", options: { passage: words } });
}

/** What a receipt proves, in sentences. */
function describeReceipt({ address: written }: Receipt, { kind, quotation }: FoundReceipt): string {
  const { address } = quotation.citation;
  switch (kind) {
    case "unchanged":
      return address === written
        ? `The words of this receipt still stand at \`${address}\`, unchanged.`
        : `The words of this receipt are unchanged. Their document has another id now: they stand at \`${address}\`.`;
    case "moved":
      return `The words of this receipt are unchanged, and stand at another place now, in \`${address}\`. The receipt below is the new one.`;
    case "changed":
      return `The words of this receipt no longer stand there. A receipt keeps no words, only their hash, so only what stands in \`${address}\` now can be shown:`;
    case "cut":
      return `The words of this receipt no longer stand there: the passage ends before they would begin. A receipt keeps no words, only their hash, so only what stands in \`${address}\` now can be shown:`;
  }
}
