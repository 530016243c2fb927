import { optional } from "../command/option-types.ts";
import type { Period } from "../corpus/date.ts";
import type { CorpusPart, Filter } from "../search/filter.ts";
import { period } from "./period.ts";
import { person } from "./person.ts";
import { within } from "./scope.ts";

/** The options that narrow a search by people and dates. They are the same in every command. */
export const filterOptions = {
  from: optional(person("option.from", "from", ["after", "before"])),
  to: optional(person("option.to", "to", ["after", "before"])),
  after: optional(period("option.after", ["from", "to"])),
  before: optional(period("option.before", ["from", "to"])),
  in: within("option.in"),
};

/** Returns the filter that the options of a command describe. */
export function filterOf({
  topic,
  from,
  to,
  after,
  before,
  in: scope,
}: Pick<Filter, "topic" | "from" | "to"> & {
  readonly after?: Period | undefined;
  readonly before?: Period | undefined;
  readonly in?: CorpusPart | undefined;
}): Filter {
  return { topic, from, to, period: periodBetween(after, before), scope };
}

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
