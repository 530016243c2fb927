import type { LabelKey } from "../catalogue/catalogue.ts";
import { checkReceipt, parseReceipt, type Receipt } from "../cite/receipt.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option, OptionError, OptionResult } from "../command/types.ts";
import {
  isNumericDate,
  matchesDate,
  parseDateQuery,
  type UnambiguousDate,
} from "../corpus/dates/date-query.ts";
import type { Document, PassageRef } from "../corpus/document.ts";
import { identityOf } from "../corpus/titles.ts";
import type { Failure } from "../foundation/result.ts";
import { localDocumentLabel } from "../reply/layout/document-names.ts";
import type { Library } from "../search/library.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS } from "./choices.ts";
import { documentIndex, type ListDocuments, missingDate } from "./document.ts";
import { type FoundReceipt, invalidAddress, receiptGone, suggestPassages } from "./passage.ts";
import { ambiguousDate, invalidDate } from "./period.ts";

/** A document, a passage or the words of a receipt: anything that can be cited. */
export type Citable =
  | { readonly kind: "document"; readonly document: Document }
  | ({ readonly kind: "passage" } & PassageRef)
  | { readonly kind: "receipt"; readonly receipt: Receipt; readonly outcome: FoundReceipt };

/**
 * Declares an option for a passage by its address, a receipt, or a document by id, title or date.
 */
export function citable(description: LabelKey): Option<Citable> {
  return parsedText<Citable>(description, {
    expects: { kind: "citable" },
    suggest(typed, { library }, t) {
      const documents = documentIndex(library).complete(typed, MAX_SUGGESTIONS);
      return [
        ...suggestPassages(typed, library),
        ...documents.map((one) => ({ label: localDocumentLabel(one, t), value: one.id })),
      ].slice(0, MAX_SUGGESTIONS);
    },
    parse(typed, { library }) {
      const receipt = parseReceipt(typed);
      if (receipt !== undefined) return citedReceipt(receipt, library);
      const passage = library.passage(typed);
      if (passage !== undefined) return { value: { kind: "passage", ...passage } };
      const document = library.document(typed);
      if (document !== undefined) return { value: { kind: "document", document } };
      const called = library.documentsCalled(typed);
      if (called.length > 0) return severalDocuments(typed, called);
      const result = documentIndex(library).resolve(typed);
      switch (result.kind) {
        case "one":
          return { value: { kind: "document", document: result.value } };
        case "several":
          return severalDocuments(typed, result.values);
        case "none":
          return documentByDate(typed, library) ?? invalidAddress(typed, library);
      }
    },
  });
}

function citedReceipt(receipt: Receipt, library: Library): OptionResult<Citable> {
  const outcome = checkReceipt(receipt, library);
  return "quotation" in outcome
    ? { value: { kind: "receipt", receipt, outcome } }
    : receiptGone(receipt, outcome, library);
}

/** Returns the document of a day, a month or a year; undefined if `typed` is not a date. */
function documentByDate(typed: string, library: Library): OptionResult<Citable> | undefined {
  const query = parseDateQuery(typed);
  if (query === undefined) {
    return /\D/.test(typed) && isNumericDate(typed) ? invalidDate(typed) : undefined;
  }
  if (query.kind === "ambiguous") return ambiguousDate(typed, query.readings);
  const listDocuments: ListDocuments = (isDated) => library.documents({}, isDated);
  const found = listDocuments((date) => matchesDate(query, date));
  const [document] = found;
  if (document === undefined) return noDocumentDated(query, listDocuments);
  return found.length === 1
    ? { value: { kind: "document", document } }
    : severalDocuments(typed, found);
}

function severalDocuments(typed: string, documents: readonly Document[]): Failure<OptionError> {
  return optionError(
    { kind: "several-documents", typed, documents: documents.length },
    documents.map(({ id }) => id).slice(0, MAX_OFFERED_VALUES),
  );
}

function noDocumentDated(
  query: UnambiguousDate,
  listDocuments: ListDocuments,
): Failure<OptionError> {
  const { reason, nearest } = missingDate(query, listDocuments);
  return {
    error: {
      reason,
      offers: nearest.map(({ document, nearest }) => ({
        value: document.id,
        label: { kind: "document", document: identityOf(document), nearest },
      })),
    },
  };
}
