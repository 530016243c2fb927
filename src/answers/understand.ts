import { checkReceipt, parseReceipt } from "../cite/receipt.ts";
import { parseDateQuery, type UnambiguousDate } from "../corpus/dates/date-query.ts";
import type { Document, Topic } from "../corpus/document.ts";
import { fold } from "../language/fold.ts";
import { documentIndex, numberedNames } from "../options/document.ts";
import type { PassagePart } from "../options/passage.ts";
import { topicIndex } from "../options/topic.ts";
import type { Filter } from "../search/filter.ts";
import type { Library } from "../search/library.ts";

/** The meaning of a text that was typed without saying what it is. */
type Understood =
  | { readonly kind: "address"; readonly part: PassagePart }
  | { readonly kind: "title"; readonly document: Document }
  | { readonly kind: "date"; readonly query: UnambiguousDate }
  /** A date that can be read in two ways. */
  | { readonly kind: "unclear"; readonly readings: readonly [string, string] }
  | { readonly kind: "topic"; readonly topic: Topic }
  | { readonly kind: "words" };

/**
 * Returns the meaning of a text: an address, a title, a date or a topic if the whole text is one, in this
 * order, otherwise words to look for.
 */
export function understand(typed: string, filter: Filter, library: Library): Understood {
  const part = passageAt(typed, library);
  if (part !== undefined) return { kind: "address", part };

  const titled = documentCalled(typed, library);
  if (titled !== undefined) return { kind: "title", document: titled };

  // Without a digit, “May” and “march” are words.
  const date = /\p{N}/u.test(typed) ? parseDateQuery(typed) : undefined;
  if (date?.kind === "ambiguous") return { kind: "unclear", readings: date.readings };
  if (date !== undefined) return { kind: "date", query: date };

  const topics = topicIndex(library);
  const topic =
    filter.topic === undefined && topics.hasName(typed) ? topics.resolve(typed) : undefined;
  return topic?.kind === "one" ? { kind: "topic", topic: topic.value } : { kind: "words" };
}

/** Returns the only document whose title is exactly what was typed, or whose id, if it is no word. */
function documentCalled(typed: string, library: Library): Document | undefined {
  const index = documentIndex(library);
  const named = index.hasName(typed) ? index.resolve(typed) : undefined;
  if (named?.kind !== "one") return undefined;
  const { title, id } = named.value;
  // The index also knows documents by their dates.
  const names = [title, ...(/[\d-]/.test(id) ? [id] : []), ...numberedNames(named.value)];
  return names.some((name) => fold(name) === fold(typed)) ? named.value : undefined;
}

/** Returns the passage with this address, or the words of a receipt that still holds. */
function passageAt(typed: string, library: Library): PassagePart | undefined {
  const receipt = parseReceipt(typed);
  if (receipt === undefined) return library.passage(typed);
  const outcome = checkReceipt(receipt, library);
  if (outcome.kind !== "unchanged") return undefined;
  const { start, end, citation } = outcome.quotation;
  const found = library.passage(citation.address);
  return found && { ...found, start, end };
}
