import type { Quotation } from "../cite/quotation.ts";
import { checked, type Outcome, type Receipt, readReceipt, receiptOf } from "../cite/receipt.ts";
import { perLibrary } from "../command/memoize-by-library.ts";
import { parsed } from "../command/option-types.ts";
import type { Option, Suggestion, Unclear } from "../command/types.ts";
import { addressOf, type Document, type PassageRef } from "../corpus/document.ts";
import { labelOf, nameOf } from "../corpus/titles.ts";
import { counted } from "../foundation/format.ts";
import { type ClearDate, dateQuery, isNumeric, matches } from "../search/date-query.ts";
import type { Library } from "../search/library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { listed, MOST_SUGGESTIONS, MOST_VALUES } from "./choices.ts";
import { aroundTime, documentsOf, noneDated } from "./document.ts";
import { ambiguous, noDate } from "./period.ts";

/** A passage, or the part of it from `start` to `end`. */
export interface PassagePart extends PassageRef {
  readonly start?: number;
  readonly end?: number;
}

/** What `/cite` may be asked for. */
export type Citable =
  | { readonly kind: "document"; readonly document: Document }
  | ({ readonly kind: "passage" } & PassageRef)
  | { readonly kind: "receipt"; readonly receipt: Receipt; readonly outcome: Traced };

/** What has become of words whose passage is still there. */
export type Traced = Extract<Outcome, { readonly quotation: Quotation }>;

/** The passage at an address, or the words of a receipt where they stand unchanged. */
export function passage(description: string): Option<PassagePart> {
  return parsed<PassagePart>(description, {
    expects: "the address of a passage, such as 2019-08-05-kim-to-trump¶a",
    suggest: (typed, { library }) => suggestedPlaces(typed, library),
    parse(typed, { library }) {
      const receipt = readReceipt(typed);
      if (receipt !== undefined) return partOf(receipt, library);
      const place = library.place(typed);
      return place === undefined ? nothingAt(typed, library) : { value: place };
    },
  });
}

/** A passage, the words of a receipt, or a document. */
export function citable(description: string): Option<Citable> {
  return parsed<Citable>(description, {
    expects:
      "an address such as 2019-08-05-kim-to-trump¶a, a receipt, or the id or the title of a document",
    suggest(typed, { library }) {
      const documents = documentsOf(library).complete(typed, MOST_SUGGESTIONS);
      return [
        ...suggestedPlaces(typed, library),
        ...documents.map((one) => ({ label: labelOf(one), value: one.id })),
      ].slice(0, MOST_SUGGESTIONS);
    },
    parse(typed, { library }) {
      const receipt = readReceipt(typed);
      if (receipt !== undefined) {
        const outcome = checked(receipt, library);
        return "quotation" in outcome
          ? { value: { kind: "receipt", receipt, outcome } }
          : gone(receipt, outcome, library);
      }
      const place = library.place(typed);
      if (place !== undefined) return { value: { kind: "passage", ...place } };
      const document = library.document(typed);
      if (document !== undefined) return { value: { kind: "document", document } };
      const result = documentsOf(library).resolve(typed);
      switch (result.kind) {
        case "one":
          return { value: { kind: "document", document: result.value } };
        case "several":
          return severalDocuments(typed, result.values);
        case "none":
          return documentDated(typed, library) ?? nothingAt(typed, library);
      }
    },
  });
}

function severalDocuments(typed: string, documents: readonly Document[]): Unclear {
  return {
    unclear: `“${typed}” may be one of ${counted(documents.length, "document")}. \`/letter\` lists them.`,
    values: documents.map(({ id }) => id).slice(0, MOST_VALUES),
  };
}

/** The document of a day, a month or a year; undefined for what is no date. */
function documentDated(
  typed: string,
  { corpus: { documents } }: Library,
): { readonly value: Citable } | Unclear | undefined {
  const query = dateQuery(typed);
  if (query === undefined) return /\D/.test(typed) && isNumeric(typed) ? noDate(typed) : undefined;
  if (query.kind === "ambiguous") return ambiguous(typed, query.readings);
  const found = documents.filter(({ date }) => date !== undefined && matches(query, date));
  const [document] = found;
  if (document === undefined) return noDocumentDated(documents, query);
  return found.length === 1
    ? { value: { kind: "document", document } }
    : severalDocuments(typed, found);
}

function noDocumentDated(documents: readonly Document[], query: ClearDate): Unclear {
  const near = query.kind === "period" ? aroundTime(documents, query.period) : [];
  return {
    unclear: [
      noneDated(documents, query, "/letter date:undated"),
      ...(near.length > 0 ? ["What comes nearest:", ...near.map(({ label }) => label)] : []),
    ].join("\n"),
    values: near.map(({ document }) => document.id),
  };
}

function suggestedPlaces(typed: string, library: Library): readonly Suggestion[] {
  return placesOf(library)
    .complete(typed.replace("#", "¶"), MOST_SUGGESTIONS)
    .map((place) => {
      const address = addressOf(place.document, place.passage);
      return { label: `${address} · ${place.passage.text}`, value: address };
    });
}

/** The words of a receipt, which are quoted only where they stand as it says. */
function partOf(receipt: Receipt, library: Library): { readonly value: PassagePart } | Unclear {
  const outcome = checked(receipt, library);
  if (!("quotation" in outcome)) return gone(receipt, outcome, library);
  const { kind, quotation } = outcome;
  const { start, end, citation } = quotation;
  const place = library.place(citation.address);
  if (kind === "unchanged" && place !== undefined) return { value: { ...place, start, end } };
  if (kind === "moved") {
    return {
      unclear: `The words of this receipt stand at another place now, ${citation.address}.`,
      values: [receiptOf(quotation)],
    };
  }
  return {
    unclear: `The words of this receipt no longer stand at ${citation.address}. \`/cite\` tells what stands there now.`,
    values: [citation.address],
  };
}

/** Says that what a receipt was given for is not in the corpus any more. */
function gone({ address }: Receipt, outcome: Exclude<Outcome, Traced>, library: Library): Unclear {
  switch (outcome.kind) {
    case "passage-gone": {
      const { unclear, ...rest } = noPassage(address, outcome.document);
      return {
        unclear: `${unclear} The words of this receipt were not found elsewhere in it.`,
        ...rest,
      };
    }
    case "document-gone":
      return noAddress(address, library);
  }
}

function nothingAt(typed: string, library: Library): Unclear {
  const document = library.document(typed.replace(/\s*[¶#].*$/, ""));
  return document === undefined ? noAddress(typed, library) : noPassage(typed, document);
}

function noAddress(typed: string, library: Library): Unclear {
  const addresses = library.passages({}).map((one) => addressOf(one.document, one.passage));
  const [example] = addresses;
  const begun = addresses
    .filter((one) => one.startsWith(typed.toLowerCase()))
    .slice(0, MOST_VALUES);
  const hint =
    begun.length > 0
      ? `Is ${listed(begun)} meant?`
      : example === undefined
        ? "This corpus has none that can be quoted."
        : `An address looks like ${example}.`;
  return { unclear: `No passage has the address “${typed}”. ${hint}`, values: begun };
}

function noPassage(typed: string, document: Document): Unclear {
  const addresses = document.passages.map((one) => addressOf(document, one));
  const ends = [...new Set([addresses[0], addresses.at(-1)])];
  const hint =
    addresses.length === 0
      ? "has no passage that can be quoted: only what others report of it is known"
      : `has ${ends.join(" to ")}`;
  return {
    unclear: `“${typed}” is not the address of a passage. ${nameOf(document)}, ${hint}.`,
    values: addresses.slice(0, MOST_VALUES),
  };
}

const placesOf = perLibrary((library) =>
  createNameIndex(
    library.passages({}).map((value) => ({
      value,
      names: [addressOf(value.document, value.passage), value.passage.text],
    })),
  ),
);
