import type { Quotation } from "../cite/quotation.ts";
import { checked, type Receipt, readReceipt, receiptOf, type Verdict } from "../cite/receipt.ts";
import { addressOf, type Document } from "../corpus/document.ts";
import { labelOf, nameOf } from "../corpus/naming.ts";
import { counted } from "../reply/wording.ts";
import type { Place } from "../search/entry.ts";
import type { Library } from "../search/library.ts";
import { createNameIndex } from "../search/names.ts";
import type { Option, Suggestion, Unclear } from "./command.ts";
import { documentsOf, listed, MOST_SUGGESTIONS, MOST_VALUES } from "./corpus-options.ts";
import { parsed } from "./option.ts";
import { perLibrary } from "./per-library.ts";

/** A passage, or the part of it from `start` to `end`. */
export interface Stretch extends Place {
  readonly start?: number;
  readonly end?: number;
}

/** What `/cite` may be asked for. */
export type Citable =
  | { readonly kind: "document"; readonly document: Document }
  | ({ readonly kind: "passage" } & Place)
  | { readonly kind: "receipt"; readonly receipt: Receipt; readonly verdict: Standing };

/** What has become of words whose passage is still there. */
export type Standing = Extract<Verdict, { readonly quotation: Quotation }>;

/** The passage at an address, or the words of a receipt where they stand unchanged. */
export function passage(description: string): Option<Stretch> {
  return parsed<Stretch>(description, {
    expects: "the address of a passage, such as 2019-08-05-kim-to-trump¶a",
    suggest: (typed, { library }) => suggestedPlaces(typed, library),
    parse(typed, { library }) {
      const receipt = readReceipt(typed);
      if (receipt !== undefined) return stretchOf(receipt, library);
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
        const verdict = checked(receipt, library);
        return "quotation" in verdict
          ? { value: { kind: "receipt", receipt, verdict } }
          : gone(receipt, verdict, library);
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
          return {
            unclear: `“${typed}” may be one of ${counted(result.values.length, "document")}. \`/letter\` lists them.`,
            values: result.values.map(({ id }) => id).slice(0, MOST_VALUES),
          };
        case "none":
          return nothingAt(typed, library);
      }
    },
  });
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
function stretchOf(receipt: Receipt, library: Library): { readonly value: Stretch } | Unclear {
  const verdict = checked(receipt, library);
  if (!("quotation" in verdict)) return gone(receipt, verdict, library);
  const { kind, quotation } = verdict;
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
function gone(
  { address }: Receipt,
  verdict: Exclude<Verdict, Standing>,
  library: Library,
): Unclear {
  switch (verdict.kind) {
    case "passage-gone": {
      const { unclear, ...rest } = noPassage(address, verdict.document);
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
