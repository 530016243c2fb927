import { action } from "../command/define-command.ts";
import { hidden, integer, optional } from "../command/option-types.ts";
import type { Action, CommandLine, PageNumber } from "../reply/reply.ts";

/** How many entries a page of a list has: as many as a phone shows without losing the thread. */
const PAGE_SIZE = 8;

/** The option that turns a list's pages. */
export const page = optional(hidden(integer("Which page to show.", { min: 1, max: 1_000_000 })), 1);

/** How many entries there are up to the end of a page. */
export function entriesThrough(page: number): number {
  return page * PAGE_SIZE;
}

/** Cuts out the page with this number of `total` entries; one behind the last is the last. */
export function paginateList<T>(
  all: readonly T[],
  asked: number,
  lineOf: (page: number) => CommandLine,
  total = all.length,
): { items: readonly T[]; page: PageNumber; actions: readonly Action[] } {
  const of = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const number = Math.min(asked, of);
  return {
    items: all.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
    page: { number, of },
    actions: [
      ...(number > 1 ? [action("Previous page", lineOf(number - 1))] : []),
      ...(number < of ? [action("Next page", lineOf(number + 1))] : []),
    ],
  };
}
