import { quotationOf } from "../cite/quotation.ts";
import type { RunContext } from "../command/types.ts";
import type { Topic } from "../corpus/document.ts";
import { identityOf } from "../corpus/titles.ts";
import { createPrepared } from "../foundation/prepared.ts";
import { limitForPage, paginateList } from "../options/paging.ts";
import {
  aside,
  type Expansion,
  type HitsReply,
  type SearchedTopic,
  type SearchHit,
} from "../reply/reply.ts";
import { type Filter, filterKey } from "../search/filter.ts";
import type { Library } from "../search/library.ts";
import { memoizeByLibrary } from "../search/memoize-by-library.ts";
import type { Hit, SearchResult } from "../search/search.ts";
import { excerptedText } from "../search/search-entry.ts";
import { showHitAction } from "./actions.ts";

/** Makes the first half of the answer, and keeps it for `hitsReply`. */
export function* prepareHits(
  query: string,
  { filter, page }: Pick<HitsOptions, "filter" | "page">,
  library: Library,
): Iterable<unknown> {
  yield preparePassages(query, filter, limitForPage(page), library);
}

/** Searches the passages that `findPassages` returns, and keeps the result for it. */
export function preparePassages(...search: Parameters<typeof searchPassages>): void {
  const [query, filter, limit, library] = search;
  preparedSearches(library).prepare(keyOf(query, filter, limit), () => searchPassages(...search));
}

/** Returns the passages for a query, at most `limit` of them. The search may have been prepared. */
export function findPassages(...search: Parameters<typeof searchPassages>): SearchResult {
  const [query, filter, limit, library] = search;
  return preparedSearches(library).take(keyOf(query, filter, limit), () =>
    searchPassages(...search),
  );
}

function searchPassages(
  query: string,
  filter: Filter,
  limit: number | undefined,
  library: Library,
): SearchResult {
  return library.search(query, filter, {
    kinds: ["passage"],
    ...(limit !== undefined && { limit }),
  });
}

/** How many searches are kept for answers that are under way. */
const MAX_PREPARED_SEARCHES = 20;
const preparedSearches = memoizeByLibrary(() =>
  createPrepared<SearchResult>(MAX_PREPARED_SEARCHES),
);

const keyOf = (query: string, filter: Filter, limit: number | undefined) =>
  JSON.stringify([query, filterKey(filter), limit]);

interface HitsOptions {
  readonly filter: Filter;
  readonly page: number;
  readonly details: boolean;
}

/** Shows the hits for a query, quotations first; undefined if there are none. */
export function hitsReply(
  query: string,
  { filter, page: pageNumber, details }: HitsOptions,
  { library, again }: RunContext,
): HitsReply | undefined {
  const limit = limitForPage(pageNumber);
  const passages = findPassages(query, filter, limit, library);
  const others = library.search(query, filter, { kinds: ["note", "document", "event"], limit });
  const total = passages.total + others.total;
  if (total === 0) return undefined;
  const hits = [...passages.hits, ...others.hits];
  const { items, page, actions } = paginateList(
    hits,
    pageNumber,
    (page) => again({ page, details: undefined }),
    total,
  );
  const expansion = expansionOf(passages.total > 0 ? passages : others);
  const isExpanded = expansion.synonyms.length + expansion.narrower.length > 0;
  return {
    kind: "hits",
    query,
    hits: items.map(searchHitOf),
    quotations: passages.total,
    total,
    page,
    expansion,
    hasDetails: details,
    actions: details
      ? []
      : [...actions, ...(isExpanded ? [aside("details", again({ details: true }))] : [])],
  };
}

/** Converts a hit to its form in a reply: an excerpt with offsets that count from its own start. */
function searchHitOf(hit: Hit): SearchHit {
  const { start, end, matches } = hit.excerpt;
  const whole = excerptedText(hit);
  const { label, line } = showHitAction(hit);
  const open = aside(label, line);
  const marks = {
    matches: matches.map((match) => ({ start: match.start - start, end: match.end - start })),
    more: { before: start > 0, after: end < whole.length },
  };
  const excerpt = { text: whole.slice(start, end), marks, open };
  switch (hit.kind) {
    case "passage": {
      const quotation = quotationOf(hit.document, hit.passage, start, end);
      return { kind: "passage", quotation, marks, open };
    }
    case "event": {
      const { date, title } = hit.event;
      return { kind: "event", date, title, ...excerpt };
    }
    case "note":
    case "document": {
      const { kind, document } = hit;
      return { kind, document: identityOf(document), ...excerpt };
    }
  }
}

/** Returns what a search did besides looking for the words as typed. */
export function expansionOf(result: SearchResult): Expansion {
  const { synonyms, narrower, missing, isAllMissing, corrections } = result;
  return { synonyms, narrower, missing, isAllMissing, corrections };
}

/** Returns a topic with what a search for it covers. */
export function searchedTopic(topic: Topic, library: Library): SearchedTopic {
  const { id, label, synonyms } = topic;
  return { id, label, synonyms, narrower: library.narrower(topic).map((one) => one.label) };
}
