import { hidden, integer, optional } from "../command/option-types.ts";
import type { LazyList } from "../foundation/lazy-list.ts";
import { type Action, action, type CommandLine, type PageNumber } from "../reply/reply.ts";

/** The number of entries on a page: as many as a phone can show while the list stays readable. */
const PAGE_SIZE = 8;

/** The option that selects a list's page. */
export const page = optional(hidden(integer("option.page", { min: 1, max: 1_000_000 })), 1);

/** Returns the number of entries on all pages up to this one. */
export function limitForPage(page: number): number {
  return page * PAGE_SIZE;
}

/** One page of a list. */
interface ListPage<T> {
  readonly items: readonly T[];
  readonly page: PageNumber;
  /** Turns to the previous and to the next page. */
  readonly actions: readonly Action[];
}

/**
 * Cuts one page out of a list: the last page if `pageNumber` is beyond it. `lineForPage` returns
 * the command that shows a page. `total` is the length of the whole list, if `items` is only its
 * beginning.
 */
export function paginateList<T>(
  items: LazyList<T>,
  pageNumber: number,
  lineForPage: (pageNumber: number) => CommandLine,
  total = items.length,
): ListPage<T> {
  const of = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const number = Math.min(pageNumber, of);
  return {
    items: itemsOnPage(items, number),
    page: { number, of },
    actions: [
      ...(number > 1 ? [action("previous-page", lineForPage(number - 1))] : []),
      ...(number < of ? [action("next-page", lineForPage(number + 1))] : []),
    ],
  };
}

export function itemsOnPage<T>(items: LazyList<T>, pageNumber: number): readonly T[] {
  return items.slice((pageNumber - 1) * PAGE_SIZE, pageNumber * PAGE_SIZE);
}
