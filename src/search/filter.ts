import type { Period } from "../corpus/date.ts";
import type { Person, Topic } from "../corpus/document.ts";

/** What documents and passages must be like; what is left out does not matter. */
export interface Filter {
  readonly from?: Person | undefined;
  readonly to?: Person | undefined;
  /** A topic finds what is on it and on topics narrower than it. */
  readonly topic?: Topic | undefined;
  readonly period?: Period | undefined;
}

/** Whether a filter lets everything through. */
export function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}
