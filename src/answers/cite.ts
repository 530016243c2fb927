import { type Cited, formsOf } from "../cite/citation-forms.ts";
import { type Quotation, quotationOf } from "../cite/quotation.ts";
import { type Receipt, receiptOf } from "../cite/receipt.ts";
import { recordFile, recordOf } from "../cite/reference-record.ts";
import type { Style } from "../cite/style.ts";
import { action } from "../command/define-command.ts";
import type { Run } from "../command/types.ts";
import { kindOf, nameOf } from "../corpus/titles.ts";
import type { Citable, Traced } from "../options/passage.ts";
import type { Action, CitationReply } from "../reply/reply.ts";
import { openWhole } from "./actions.ts";

/** How what was asked for is cited in a style, and what has become of the words of a receipt. */
export function citation(asked: Citable, style: Style, run: Run): CitationReply {
  const { cited, quotation } = subjectOf(asked, run);
  const { document } = cited;
  const others = run.styles.all.filter((one) => one !== style).slice(0, MOST_STYLES);
  return {
    kind: "citation",
    title: style.title,
    subject: quotation ?? { documentId: document.id, name: nameOf(document) },
    ...(asked.kind === "receipt" && { verdict: outcomeInWords(asked.receipt, asked.outcome) }),
    ...written(style, cited),
    ...(quotation && { receipt: receiptOf(quotation) }),
    actions: [
      ...others.map(({ name, label }) => action(label, run.again({ style: name }))),
      ...(quotation ? [openQuotation(quotation, cited)] : []),
      openWhole(document),
    ],
  };
}

/** How many other styles are offered to press; completion offers them all. */
const MOST_STYLES = 9;

interface Subject {
  readonly cited: Cited;
  readonly quotation?: Quotation;
}

function subjectOf(asked: Citable, { library }: Run): Subject {
  switch (asked.kind) {
    case "document":
      return { cited: { document: asked.document } };
    case "passage":
      return { cited: asked, quotation: quotationOf(asked.document, asked.passage) };
    case "receipt": {
      const { quotation } = asked.outcome;
      const place = library.place(quotation.citation.address);
      if (place === undefined) throw new Error("A quotation’s address leads nowhere.");
      return { cited: place, quotation };
    }
  }
}

/** The forms of the style, or the record with its file, and what is to be known of them. */
function written(style: Style, cited: Cited): Pick<CitationReply, "forms" | "file" | "remarks"> {
  const isPrinted = cited.passage?.printedIn !== undefined;
  const kind = kindOf(cited.document);
  const remarks = isReported(cited)
    ? [
        `This cites the ${kind} itself, which is known here only through other works. Cite the one that you have read: “The whole ${kind}” lists them.`,
      ]
    : [];
  switch (style.kind) {
    case "csl": {
      const forms = formsOf(style, cited);
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
      const text = recordOf(style, cited);
      return {
        forms: [{ label: style.label, text }],
        file: { name: recordFile(style, cited), text: `${text}\n`, goes: "always" },
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
function isReported({ document, passage }: Cited): boolean {
  if (passage !== undefined || document.sources.length === 0) return false;
  return document.passages.every(({ printedIn }) => printedIn !== undefined);
}

/** The action that quotes exactly these words. */
function openQuotation(quotation: Quotation, { passage }: Cited): Action {
  const isWhole = quotation.text === passage?.text;
  const words = isWhole ? quotation.citation.address : receiptOf(quotation);
  return action("Quote", { name: "quote", options: { passage: words } });
}

/** What a receipt proves, in sentences. */
function outcomeInWords({ address: written }: Receipt, { kind, quotation }: Traced): string {
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
