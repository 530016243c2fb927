import { showHitAction } from "../src/answers/actions.ts";
import { noResults } from "../src/answers/no-results.ts";
import { expansionOf } from "../src/answers/searched.ts";
import { quotationOf } from "../src/cite/quotation.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { identityOf } from "../src/corpus/titles.ts";
import { limitForPage, page, paginateList } from "../src/options/paging.ts";
import { filterOptions, periodBetween } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { words } from "../src/options/words.ts";
import type { SearchHit } from "../src/reply/reply.ts";
import type { Hit } from "../src/search/search.ts";
import { excerptedText } from "../src/search/search-entry.ts";

/** `/search`: the passages, notes, documents and events that match some words. */
export const search = defineCommand({
  name: "search",
  description: "Search passages, notes, documents and events; the best match comes first.",
  examples: ["/search query:missile threats", '/search query:"no changed outcome"'],
  options: {
    query: words("Words to look for; a phrase in quotation marks must stand as it is."),
    topic: optional(topic("Only what is on this topic.")),
    ...filterOptions,
    page,
  },

  run({ query, topic, from, to, after, before, page }, { library, again }) {
    const filter = { from, to, topic, period: periodBetween(after, before) };
    const result = library.search(query, filter, { limit: limitForPage(page) });
    const { hits, total } = result;
    if (hits.length === 0) {
      return noResults(library, { sought: "anything", query, filter });
    }
    const { items, ...paging } = paginateList(hits, page, (page) => again({ page }), total);
    return {
      kind: "hits",
      query,
      hits: items.map(searchHitOf),
      total,
      expansion: expansionOf(result),
      ...paging,
    };
  },
});

/** Converts a hit to its form in a reply: an excerpt with offsets that count from its own start. */
function searchHitOf(hit: Hit): SearchHit {
  const { start, end, matches } = hit.excerpt;
  const whole = excerptedText(hit);
  const open = showHitAction(hit);
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
