import { optional } from "../command/option-types.ts";
import type { Period } from "../corpus/date.ts";
import type { Filter } from "../search/filter.ts";
import { period } from "./period.ts";
import { person } from "./person.ts";

/** The options that narrow a search by people and dates. They are the same in every command. */
export const filterOptions = {
  from: optional(person("Who wrote it.", "from", ["after", "before"])),
  to: optional(person("Whom it was written to.", "to", ["after", "before"])),
  after: optional(period("On or after this date: 2018-06, Aug 5 2019, 2019.", ["from", "to"])),
  before: optional(period("On or before this date: 2018-06, Aug 5 2019, 2019.", ["from", "to"])),
};

/**
 * Returns the period from the start of `after` to the end of `before`; undefined if both are open.
 */
export function periodBetween(
  after: Period | undefined,
  before: Period | undefined,
): Filter["period"] {
  const first = after?.first ?? Number.NEGATIVE_INFINITY;
  const last = before?.last ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(first) || Number.isFinite(last) ? { first, last } : undefined;
}
