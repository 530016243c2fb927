import type { Quotation } from "../cite/quotation.ts";
import {
  checkReceipt,
  parseReceipt,
  type Receipt,
  type ReceiptOutcome,
  receiptOf,
} from "../cite/receipt.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option, OptionError, OptionResult, Suggestion } from "../command/types.ts";
import { addressOf, type Document, type PassageRef } from "../corpus/document.ts";
import { documentName } from "../corpus/titles.ts";
import { formatOr } from "../foundation/format.ts";
import type { Failure } from "../foundation/result.ts";
import type { Library } from "../search/library.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";
import { createNameIndex } from "../search/suggest/name-index.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS } from "./choices.ts";

/** A passage, or its part from `start` to `end` in UTF-16 code units. */
export interface PassagePart extends PassageRef {
  readonly start?: number;
  readonly end?: number;
}

/** The outcome for a receipt whose document still has words to show. */
export type FoundReceipt = Extract<ReceiptOutcome, { readonly quotation: Quotation }>;

/**
 * Declares an option for a passage by its address, or for its words by a receipt that still holds.
 */
export function passage(description: string): Option<PassagePart> {
  return parsedText<PassagePart>(description, {
    expects: "the address of a passage, such as 2019-08-05-kim-to-trump¶a",
    suggest: (typed, { library }) => suggestPassages(typed, library),
    parse(typed, { library }) {
      const receipt = parseReceipt(typed);
      if (receipt !== undefined) return passagePartOf(receipt, library);
      const found = library.passage(typed);
      return found === undefined ? invalidAddress(typed, library) : { value: found };
    },
  });
}

/** Completes addresses, which can also be found by the passage's words. */
export function suggestPassages(typed: string, library: Library): readonly Suggestion[] {
  return passageIndex(library)
    .complete(typed.replace("#", "¶"), MAX_SUGGESTIONS)
    .map(({ document, passage }) => {
      const address = addressOf(document, passage);
      return { label: `${address} · ${passage.text}`, value: address };
    });
}

const passageIndex = memoizeByLibrary((library) =>
  createNameIndex(
    library.passages({}).map((value) => ({
      value,
      names: [addressOf(value.document, value.passage), value.passage.text],
    })),
  ),
);

function passagePartOf(receipt: Receipt, library: Library): OptionResult<PassagePart> {
  const outcome = checkReceipt(receipt, library);
  if (!("quotation" in outcome)) return receiptGone(receipt, outcome, library);
  const { kind, quotation } = outcome;
  const { start, end, citation } = quotation;
  const found = library.passage(citation.address);
  if (kind === "unchanged" && found !== undefined) return { value: { ...found, start, end } };
  if (kind === "moved") {
    return optionError(
      `The words of this receipt stand at another place now, ${citation.address}.`,
      [receiptOf(quotation)],
    );
  }
  return optionError(
    `The words of this receipt no longer stand at ${citation.address}. \`/cite\` tells what stands there now.`,
    [citation.address],
  );
}

/** Rejects a receipt whose passage or document is no longer in the corpus. */
export function receiptGone(
  { address }: Receipt,
  outcome: Exclude<ReceiptOutcome, FoundReceipt>,
  library: Library,
): Failure<OptionError> {
  switch (outcome.kind) {
    case "passage-gone": {
      const { message, values } = noSuchPassage(address, outcome.document).error;
      return optionError(
        `${message} The words of this receipt were not found elsewhere in it.`,
        values,
      );
    }
    case "document-gone":
      return noSuchAddress(address, library);
  }
}

/** Rejects an address, and offers the passages of its document or addresses that begin like it. */
export function invalidAddress(typed: string, library: Library): Failure<OptionError> {
  const document = library.document(typed.replace(/\s*[¶#].*$/, ""));
  return document === undefined ? noSuchAddress(typed, library) : noSuchPassage(typed, document);
}

function noSuchAddress(typed: string, library: Library): Failure<OptionError> {
  const addresses = library
    .passages({})
    .map(({ document, passage }) => addressOf(document, passage));
  const [example] = addresses;
  const completions = addresses
    .filter((one) => one.startsWith(typed.toLowerCase()))
    .slice(0, MAX_OFFERED_VALUES);
  const hint =
    completions.length > 0
      ? `Is ${formatOr(completions)} meant?`
      : example === undefined
        ? "This corpus has none that can be quoted."
        : `An address looks like ${example}.`;
  return optionError(`No passage has the address “${typed}”. ${hint}`, completions);
}

function noSuchPassage(typed: string, document: Document): Failure<OptionError> {
  const addresses = document.passages.map((one) => addressOf(document, one));
  const ends = [...new Set([addresses[0], addresses.at(-1)])];
  const hint =
    addresses.length === 0
      ? "has no passage that can be quoted: only what others report of it is known"
      : `has ${ends.join(" to ")}`;
  return optionError(
    `“${typed}” is not the address of a passage. ${documentName(document)}, ${hint}.`,
    addresses.slice(0, MAX_OFFERED_VALUES),
  );
}
