import type { Quotation } from "../cite/quotation.ts";
import {
  checkReceipt,
  parseReceipt,
  type Receipt,
  type ReceiptOutcome,
  receiptOf,
} from "../cite/receipt.ts";
import { memoizeByLibrary } from "../command/memoize-by-library.ts";
import { parsedText } from "../command/option-types.ts";
import type { Option, OptionError, Suggestion } from "../command/types.ts";
import { addressOf, type Document, type PassageRef } from "../corpus/document.ts";
import { labelOf, nameOf } from "../corpus/titles.ts";
import { plural } from "../foundation/format.ts";
import { type ClearDate, isNumeric, matchesDate, parseDateQuery } from "../search/date-query.ts";
import type { Library } from "../search/library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { formatOr, MAX_OFFERED_VALUES, MAX_SUGGESTIONS } from "./choices.ts";
import { describeNoneDated, documentIndex, nearestByDate } from "./document.ts";
import { ambiguousDate, unreadableDate } from "./period.ts";

/** A passage, or the part of it from `start` to `end`. */
export interface PassagePart extends PassageRef {
  readonly start?: number;
  readonly end?: number;
}

/** What `/cite` may be asked for. */
export type Citable =
  | { readonly kind: "document"; readonly document: Document }
  | ({ readonly kind: "passage" } & PassageRef)
  | { readonly kind: "receipt"; readonly receipt: Receipt; readonly outcome: FoundReceipt };

/** What has become of words whose passage is still there. */
export type FoundReceipt = Extract<ReceiptOutcome, { readonly quotation: Quotation }>;

/** The passage at an address, or the words of a receipt where they stand unchanged. */
export function passage(description: string): Option<PassagePart> {
  return parsedText<PassagePart>(description, {
    expects: "the address of a passage, such as 2019-08-05-kim-to-trump¶a",
    suggest: (typed, { library }) => suggestPassages(typed, library),
    parse(typed, { library }) {
      const receipt = parseReceipt(typed);
      if (receipt !== undefined) return passagePartOf(receipt, library);
      const place = library.passage(typed);
      return place === undefined ? noSuchAddress(typed, library) : { value: place };
    },
  });
}

/** A passage, the words of a receipt, or a document. */
export function citable(description: string): Option<Citable> {
  return parsedText<Citable>(description, {
    expects:
      "an address such as 2019-08-05-kim-to-trump¶a, a receipt, or the id or the title of a document",
    suggest(typed, { library }) {
      const documents = documentIndex(library).complete(typed, MAX_SUGGESTIONS);
      return [
        ...suggestPassages(typed, library),
        ...documents.map((one) => ({ label: labelOf(one), value: one.id })),
      ].slice(0, MAX_SUGGESTIONS);
    },
    parse(typed, { library }) {
      const receipt = parseReceipt(typed);
      if (receipt !== undefined) {
        const outcome = checkReceipt(receipt, library);
        return "quotation" in outcome
          ? { value: { kind: "receipt", receipt, outcome } }
          : receiptGone(receipt, outcome, library);
      }
      const place = library.passage(typed);
      if (place !== undefined) return { value: { kind: "passage", ...place } };
      const document = library.document(typed);
      if (document !== undefined) return { value: { kind: "document", document } };
      const result = documentIndex(library).resolve(typed);
      switch (result.kind) {
        case "one":
          return { value: { kind: "document", document: result.value } };
        case "several":
          return severalDocuments(typed, result.values);
        case "none":
          return documentByDate(typed, library) ?? noSuchAddress(typed, library);
      }
    },
  });
}

function severalDocuments(typed: string, documents: readonly Document[]): OptionError {
  return {
    message: `“${typed}” may be one of ${plural(documents.length, "document")}. \`/letter\` lists them.`,
    values: documents.map(({ id }) => id).slice(0, MAX_OFFERED_VALUES),
  };
}

/** The document of a day, a month or a year; undefined for what is no date. */
function documentByDate(
  typed: string,
  { corpus: { documents } }: Library,
): { readonly value: Citable } | OptionError | undefined {
  const query = parseDateQuery(typed);
  if (query === undefined)
    return /\D/.test(typed) && isNumeric(typed) ? unreadableDate(typed) : undefined;
  if (query.kind === "ambiguous") return ambiguousDate(typed, query.readings);
  const found = documents.filter(({ date }) => date !== undefined && matchesDate(query, date));
  const [document] = found;
  if (document === undefined) return noDocumentOnDate(documents, query);
  return found.length === 1
    ? { value: { kind: "document", document } }
    : severalDocuments(typed, found);
}

function noDocumentOnDate(documents: readonly Document[], query: ClearDate): OptionError {
  const near = query.kind === "period" ? nearestByDate(documents, query.period) : [];
  return {
    message: [
      describeNoneDated(documents, query, "/letter date:undated"),
      ...(near.length > 0 ? ["What comes nearest:", ...near.map(({ label }) => label)] : []),
    ].join("\n"),
    values: near.map(({ document }) => document.id),
  };
}

function suggestPassages(typed: string, library: Library): readonly Suggestion[] {
  return passageIndex(library)
    .complete(typed.replace("#", "¶"), MAX_SUGGESTIONS)
    .map((place) => {
      const address = addressOf(place.document, place.passage);
      return { label: `${address} · ${place.passage.text}`, value: address };
    });
}

/** The words of a receipt, which are quoted only where they stand as it says. */
function passagePartOf(
  receipt: Receipt,
  library: Library,
): { readonly value: PassagePart } | OptionError {
  const outcome = checkReceipt(receipt, library);
  if (!("quotation" in outcome)) return receiptGone(receipt, outcome, library);
  const { kind, quotation } = outcome;
  const { start, end, citation } = quotation;
  const place = library.passage(citation.address);
  if (kind === "unchanged" && place !== undefined) return { value: { ...place, start, end } };
  if (kind === "moved") {
    return {
      message: `The words of this receipt stand at another place now, ${citation.address}.`,
      values: [receiptOf(quotation)],
    };
  }
  return {
    message: `The words of this receipt no longer stand at ${citation.address}. \`/cite\` tells what stands there now.`,
    values: [citation.address],
  };
}

/** Says that what a receipt was given for is not in the corpus any more. */
function receiptGone(
  { address }: Receipt,
  outcome: Exclude<ReceiptOutcome, FoundReceipt>,
  library: Library,
): OptionError {
  switch (outcome.kind) {
    case "passage-gone": {
      const { message: unclear, ...rest } = noPassage(address, outcome.document);
      return {
        message: `${unclear} The words of this receipt were not found elsewhere in it.`,
        ...rest,
      };
    }
    case "document-gone":
      return noAddress(address, library);
  }
}

function noSuchAddress(typed: string, library: Library): OptionError {
  const document = library.document(typed.replace(/\s*[¶#].*$/, ""));
  return document === undefined ? noAddress(typed, library) : noPassage(typed, document);
}

function noAddress(typed: string, library: Library): OptionError {
  const addresses = library.passages({}).map((one) => addressOf(one.document, one.passage));
  const [example] = addresses;
  const begun = addresses
    .filter((one) => one.startsWith(typed.toLowerCase()))
    .slice(0, MAX_OFFERED_VALUES);
  const hint =
    begun.length > 0
      ? `Is ${formatOr(begun)} meant?`
      : example === undefined
        ? "This corpus has none that can be quoted."
        : `An address looks like ${example}.`;
  return { message: `No passage has the address “${typed}”. ${hint}`, values: begun };
}

function noPassage(typed: string, document: Document): OptionError {
  const addresses = document.passages.map((one) => addressOf(document, one));
  const ends = [...new Set([addresses[0], addresses.at(-1)])];
  const hint =
    addresses.length === 0
      ? "has no passage that can be quoted: only what others report of it is known"
      : `has ${ends.join(" to ")}`;
  return {
    message: `“${typed}” is not the address of a passage. ${nameOf(document)}, ${hint}.`,
    values: addresses.slice(0, MAX_OFFERED_VALUES),
  };
}

const passageIndex = memoizeByLibrary((library) =>
  createNameIndex(
    library.passages({}).map((value) => ({
      value,
      names: [addressOf(value.document, value.passage), value.passage.text],
    })),
  ),
);
