import { type CitedWork, citationFormsOf } from "../cite/citation-forms.ts";
import { type Quotation, quotationOf } from "../cite/quotation.ts";
import { receiptOf } from "../cite/receipt.ts";
import { formatRecord, recordFileName } from "../cite/reference-record.ts";
import type { Style } from "../cite/style.ts";
import type { RunContext } from "../command/types.ts";
import { documentKind, documentName } from "../corpus/titles.ts";
import type { Citable } from "../options/citable.ts";
import { type Action, action, type CitationReply } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";
import { showWholeAction } from "./actions.ts";

/** The maximum number of other styles offered as actions. Completion offers all styles. */
const MAX_STYLE_ACTIONS = 9;

/** Cites a work in a style. For a receipt, also says whether its words are unchanged. */
export function citationReply(citable: Citable, style: Style, context: RunContext): CitationReply {
  const { cited, quotation } = subjectOf(citable, context.library);
  const { document } = cited;
  const otherStyles = context.styles.all.filter((one) => one !== style);
  return {
    kind: "citation",
    title: style.title,
    subject: quotation ?? { documentId: document.id, name: documentName(document) },
    ...(citable.kind === "receipt" && { verdict: describeReceipt(citable) }),
    ...formsOf(style, cited),
    ...(quotation && { receipt: receiptOf(quotation) }),
    actions: [
      ...otherStyles
        .slice(0, MAX_STYLE_ACTIONS)
        .map(({ name, label }) => action(label, context.again({ style: name }))),
      ...(quotation ? [quoteAction(quotation, cited)] : []),
      showWholeAction(document),
    ],
  };
}

interface Subject {
  readonly cited: CitedWork;
  /** The words cited, unless a document is cited as a whole. */
  readonly quotation?: Quotation;
}

function subjectOf(citable: Citable, library: Library): Subject {
  switch (citable.kind) {
    case "document":
      return { cited: { document: citable.document } };
    case "passage":
      return { cited: citable, quotation: quotationOf(citable.document, citable.passage) };
    case "receipt": {
      const { quotation } = citable.outcome;
      const cited = library.passage(quotation.citation.address);
      if (cited === undefined) throw new Error("A quotation’s address leads nowhere.");
      return { cited, quotation };
    }
  }
}

/**
 * Returns the citation in the forms of a style, or as a record with its file, and remarks on it.
 */
function formsOf(
  style: Style,
  cited: CitedWork,
): Pick<CitationReply, "forms" | "file" | "remarks"> {
  const isPrinted = cited.passage?.printedIn !== undefined;
  const kind = documentKind(cited.document);
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

/**
 * Whether a whole document is cited that the corpus knows only through works that print or report
 * it.
 */
function isKnownSecondHand({ document, passage }: CitedWork): boolean {
  if (passage !== undefined || document.sources.length === 0) return false;
  return document.passages.every(({ printedIn }) => printedIn !== undefined);
}

/** Quotes exactly the words cited. */
function quoteAction(quotation: Quotation, { passage }: CitedWork): Action {
  const isWhole = quotation.text === passage?.text;
  const words = isWhole ? quotation.citation.address : receiptOf(quotation);
  return action("Quote", { name: "quote", options: { passage: words } });
}

function describeReceipt({
  receipt,
  outcome: { kind, quotation },
}: Extract<Citable, { kind: "receipt" }>): string {
  const { address } = quotation.citation;
  switch (kind) {
    case "unchanged":
      return address === receipt.address
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
