import { type CitedWork, citationFormsOf } from "../cite/citation-forms.ts";
import { type Quotation, quotationOf } from "../cite/quotation.ts";
import { receiptOf } from "../cite/receipt.ts";
import { formatRecord, recordFileName } from "../cite/reference-record.ts";
import type { Style } from "../cite/style.ts";
import type { RunContext } from "../command/types.ts";
import { identityOf } from "../corpus/titles.ts";
import type { Citable } from "../options/citable.ts";
import { type Action, action, type CitationRemark, type CitationReply } from "../reply/reply.ts";
import type { Library } from "../search/library.ts";
import { keepActions, showWholeAction } from "./actions.ts";

/** The maximum number of other styles offered as actions. Completion offers all styles. */
const MAX_STYLE_ACTIONS = 9;

/** Cites a work in a style. For a receipt, also says whether its words are unchanged. */
export function citationReply(citable: Citable, style: Style, context: RunContext): CitationReply {
  const { cited, quotation } = subjectOf(citable, context.library);
  const { document } = cited;
  const otherStyles = context.styles.all.filter((one) => one !== style);
  return {
    kind: "citation",
    style: { name: style.name, title: style.title },
    document: identityOf(document),
    ...(quotation && { quotation }),
    ...(citable.kind === "receipt" && {
      check: { outcome: citable.outcome.kind, address: citable.receipt.address },
    }),
    ...formsOf(style, cited),
    ...(quotation && cited.passage && { receipt: receiptOf(quotation, cited.passage) }),
    actions: [
      ...otherStyles
        .slice(0, MAX_STYLE_ACTIONS)
        .map(({ name, label }) =>
          action({ kind: "value", value: label }, context.again({ style: name })),
        ),
      ...(quotation ? [quoteAction(quotation, cited)] : []),
      ...keepCited(cited, quotation, context),
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
  const remarks: readonly CitationRemark[] = isKnownSecondHand(cited) ? ["second-hand"] : [];
  switch (style.kind) {
    case "csl": {
      const forms = citationFormsOf(style, cited);
      return {
        forms,
        remarks: [
          ...remarks,
          ...(forms.length === 0 ? (["no-form"] as const) : []),
          ...(isPrinted && !style.secondary?.namesDocument ? (["document-unnamed"] as const) : []),
          "no-italics",
        ],
      };
    }
    case "record": {
      const text = formatRecord(style, cited);
      return {
        forms: [{ label: style.label, text }],
        file: { name: recordFileName(style, cited), text: `${text}\n`, goes: "always" },
        remarks: [...remarks, ...(isPrinted ? (["record-of-printing-work"] as const) : [])],
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

/** Keeps exactly the words cited. */
function keepCited(
  { document, passage }: CitedWork,
  quotation: Quotation | undefined,
  context: RunContext,
): readonly Action[] {
  if (quotation === undefined || passage === undefined) return [];
  const { start, end } = quotation;
  return keepActions({ document, passage, start, end }, context);
}

/** Quotes exactly the words cited. */
function quoteAction(quotation: Quotation, { passage }: CitedWork): Action {
  const isWhole = passage === undefined || quotation.text === passage.text;
  const words = isWhole ? quotation.citation.address : receiptOf(quotation, passage);
  return action("quote", { name: "quote", options: { passage: words } });
}
