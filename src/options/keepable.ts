import type { LabelKey } from "../catalogue/catalogue.ts";
import { checkReceipt, parseReceipt } from "../cite/receipt.ts";
import { optionError, parsedText } from "../command/option-types.ts";
import type { Option, OptionError, OptionResult } from "../command/types.ts";
import type { Document } from "../corpus/document.ts";
import type { Failure, Result } from "../foundation/result.ts";
import type { Library } from "../search/library.ts";
import { findQuotations } from "../verify/quotation-finder.ts";
import {
  invalidAddress,
  type PassagePart,
  passageCalled,
  receiptGone,
  suggestPassages,
} from "./passage.ts";
import { isVerifiable, MAX_QUOTATION_LENGTH } from "./quotation.ts";

/** The words that a user wants to keep. */
export type Keepable =
  /** Words by their addresses or receipts, and how many of these lead to no words. */
  | { readonly kind: "parts"; readonly parts: readonly PassagePart[]; readonly missing: number }
  | { readonly kind: "document"; readonly document: Document }
  /** Quotations whose places have to be found. */
  | { readonly kind: "words"; readonly quotations: readonly string[] };

/** Declares an option for addresses and receipts of passages, the id of a document, or quoted words. */
export function keepable(description: LabelKey): Option<Keepable> {
  return parsedText<Keepable>(description, {
    expects: { kind: "keepable" },
    maxLength: MAX_QUOTATION_LENGTH,
    suggest: (typed, { library }) => suggestPassages(typed, library),
    parse(typed, { library }) {
      const parts = typed.split(/\s+/).map((one) => findPart(one, library));
      if (parts.every((one) => one !== undefined)) return partsOf(parts);
      const part = passageCalled(typed, library) ?? findPart(typed, library);
      if (part !== undefined) return partsOf([part]);
      const document = library.document(typed);
      if (document !== undefined) return { value: { kind: "document", document } };
      if (!isVerifiable(typed)) return undefined;
      return { value: { kind: "words", quotations: findQuotations(typed) } };
    },
  });
}

type FoundPart = Result<PassagePart, OptionError>;

/** Returns the words at an address or of a receipt. Undefined if the text is neither. */
function findPart(typed: string, library: Library): FoundPart | undefined {
  const receipt = parseReceipt(typed);
  if (receipt === undefined) {
    const isAddress = /^[a-z0-9-]+\s*[¶#]\s*[a-z0-9]+$/i.test(typed);
    return library.passage(typed) ?? (isAddress ? invalidAddress(typed, library) : undefined);
  }
  const outcome = checkReceipt(receipt, library);
  if (!("quotation" in outcome)) return receiptGone(receipt, outcome, library);
  const { start, end, citation } = outcome.quotation;
  const found = library.passage(citation.address);
  return found === undefined || outcome.kind === "changed" || outcome.kind === "cut"
    ? wordsChanged(citation.address)
    : { ...found, start, end };
}

/** Rejects a receipt of words that have changed, and offers the present ones. */
function wordsChanged(address: string): Failure<OptionError> {
  return optionError({ kind: "receipt-broken", address }, [address]);
}

/** Returns the words that were found. If there are none, the first one's error says why. */
function partsOf(found: readonly FoundPart[]): OptionResult<Keepable> {
  const parts = found.flatMap((one) => ("error" in one ? [] : [one]));
  const [error] = found.flatMap((one) => ("error" in one ? [one] : []));
  if (parts.length === 0 && error !== undefined) return error;
  return { value: { kind: "parts", parts, missing: found.length - parts.length } };
}
