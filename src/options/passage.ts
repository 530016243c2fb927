import type { LabelKey } from "../catalogue/catalogue.ts";
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
import {
  addressOf,
  type Document,
  distinctPassagesOf,
  type PassageRef,
} from "../corpus/document.ts";
import { identityOf } from "../corpus/titles.ts";
import type { Failure } from "../foundation/result.ts";
import { fold } from "../language/fold.ts";
import type { Library } from "../search/library.ts";
import { indexByLibrary } from "../search/memoize-by-library.ts";
import { createNameFinder } from "../search/suggest/name-index.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS } from "./choices.ts";
import { documentIndex } from "./document.ts";

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
export function passage(description: LabelKey): Option<PassagePart> {
  return parsedText<PassagePart>(description, {
    expects: { kind: "passage" },
    suggest: (typed, { library }) => suggestPassages(typed, library),
    parse(typed, { library }) {
      const receipt = parseReceipt(typed);
      if (receipt !== undefined) return passagePartOf(receipt, library);
      const found = passageCalled(typed, library);
      return found === undefined ? invalidAddress(typed, library) : { value: found };
    },
  });
}

/**
 * Returns a passage by its address, or the only passage of a document by its title, such as a verse:
 * “Of the Lamp 1:16”.
 */
export function passageCalled(typed: string, library: Library): PassageRef | undefined {
  const [titled, ...others] = documentIndex(library).withName(typed.trim());
  return library.passage(typed) ?? (others.length > 0 ? undefined : onlyPassageOf(titled));
}

function onlyPassageOf(document: Document | undefined): PassageRef | undefined {
  const [passage, ...others] = document?.passages ?? [];
  return document === undefined || passage === undefined || others.length > 0
    ? undefined
    : { document, passage };
}

/** Finds passages that are called by a title which begins like this. */
function findByTitle(typed: string, library: Library): readonly PassageRef[] {
  const start = fold(typed.trim());
  if (start === "") return [];
  return documentIndex(library)
    .find(typed.trim(), MAX_SUGGESTIONS)
    .filter(({ title }) => fold(title).startsWith(start))
    .flatMap((document) => onlyPassageOf(document) ?? []);
}

/** How much of a passage's text a suggestion shows, before any front end shortens it. */
const MAX_SHOWN_LENGTH = 200;

/** Completes addresses, which can also be found by the passage's words. */
export function suggestPassages(typed: string, library: Library): readonly Suggestion[] {
  const byAddress = findByAddress(typed, library);
  const titled = findByTitle(typed, library);
  const found = new Map(
    [...byAddress, ...titled, ...findByWords(typed, library)].map(toSuggestion),
  );
  return [...found.values()].slice(0, MAX_SUGGESTIONS);
}

function toSuggestion(ref: PassageRef) {
  const value = addressOfRef(ref);
  const label = `${value} · ${ref.passage.text.slice(0, MAX_SHOWN_LENGTH)}`;
  return [value, { label, value }] as const;
}

/** Finds passages by words, of which the last may not be finished. */
function findByWords(typed: string, library: Library): readonly PassageRef[] {
  const options = { kinds: ["passage"], limit: MAX_SUGGESTIONS } as const;
  return [typed, ...library.completeWords(typed, MAX_COMPLETIONS_SEARCHED)].flatMap((query) =>
    library.search(query, {}, options).hits.filter((hit) => hit.kind === "passage"),
  );
}

/** How many completions of the last word are searched for. */
const MAX_COMPLETIONS_SEARCHED = 3;

const addressOfRef = ({ document, passage }: PassageRef) => addressOf(document, passage);

/** The ids of the documents that have passages to quote. */
const passageIds = indexByLibrary(({ corpus }) =>
  createNameFinder(function* () {
    for (const value of corpus.documents) {
      if (value.distinctPassageCount > 0) yield { value, names: [value.id] };
    }
  }),
);

/** In how many documents a passage with the number of a part of an address is looked for. */
const MAX_DOCUMENTS = 200;

/**
 * Finds passages by a part of an address that may end in the middle: the address itself first, then those that begin
 * with it, then the others that contain it.
 */
function findByAddress(typed: string, library: Library): readonly PassageRef[] {
  const [id = "", number] = fold(typed.replace("#", "¶")).split("¶");
  const ids = passageIds(library);
  const documents =
    number === undefined ? ids.find(id, MAX_SUGGESTIONS) : ids.findByEnd(id, MAX_DOCUMENTS);
  const found: PassageRef[] = [];
  for (const document of documents) {
    const passages = distinctPassagesOf(document);
    const exact = passages.filter((passage) => passage.number === number);
    const others = passages.filter((passage) => !exact.includes(passage));
    for (const passage of [...exact, ...others]) {
      if (passage.number.startsWith(number ?? "")) found.push({ document, passage });
      if (found.length === MAX_SUGGESTIONS) return found;
    }
  }
  return found;
}

function passagePartOf(receipt: Receipt, library: Library): OptionResult<PassagePart> {
  const outcome = checkReceipt(receipt, library);
  if (!("quotation" in outcome)) return receiptGone(receipt, outcome, library);
  const { kind, quotation } = outcome;
  const { start, end, citation } = quotation;
  const found = library.passage(citation.address);
  if (kind === "unchanged" && found !== undefined) return { value: { ...found, start, end } };
  const { address } = citation;
  return kind === "moved" && found !== undefined
    ? optionError({ kind: "receipt-moved", address }, [receiptOf(quotation, found.passage)])
    : optionError({ kind: "receipt-broken", address }, [address]);
}

/** Rejects a receipt whose words are no longer in a passage of the corpus. */
export function receiptGone(
  { address }: Receipt,
  outcome: Exclude<ReceiptOutcome, FoundReceipt>,
  library: Library,
): Failure<OptionError> {
  switch (outcome.kind) {
    case "passage-gone":
      return noSuchPassage(address, outcome.document, true);
    case "in-note":
      return optionError({ kind: "receipt-in-note", address: outcome.document.id });
    case "document-gone":
      return noSuchAddress(address, library);
  }
}

/** Rejects an address, and offers the passages of its document or addresses that begin like it. */
export function invalidAddress(typed: string, library: Library): Failure<OptionError> {
  const document = library.document(idIn(typed));
  return document === undefined
    ? noSuchAddress(typed, library)
    : noSuchPassage(typed, document, false);
}

/** Returns the id in an address. */
function idIn(address: string): string {
  return address.replace(/\s*[¶#].*$/, "");
}

function noSuchAddress(typed: string, library: Library): Failure<OptionError> {
  const [, number] = typed.split(/\s*[¶#]\s*/);
  const called = library
    .documentsCalled(idIn(typed))
    .map(({ id }) => (number === undefined ? id : `${id}¶${number}`))
    .filter((address) => number === undefined || library.passage(address) !== undefined)
    .slice(0, MAX_OFFERED_VALUES);
  if (called.length > 0)
    return optionError({ kind: "several-names", typed, names: called }, called);
  const [example] = library.passageList({}).slice(0, 1).map(addressOfRef);
  const completions = findByAddress(typed, library)
    .map(addressOfRef)
    .filter((one) => one.startsWith(typed.toLowerCase()))
    .slice(0, MAX_OFFERED_VALUES);
  return optionError(
    {
      kind: "no-such-address",
      typed,
      completions,
      ...(example !== undefined && { example }),
    },
    completions,
  );
}

function noSuchPassage(
  typed: string,
  document: Document,
  isOfReceipt: boolean,
): Failure<OptionError> {
  const addresses = document.passages.map((one) => addressOf(document, one));
  const ends = [...new Set([...addresses.slice(0, 1), ...addresses.slice(-1)])];
  return optionError(
    { kind: "no-such-passage", typed, document: identityOf(document), ends, isOfReceipt },
    addresses.slice(0, MAX_OFFERED_VALUES),
  );
}
