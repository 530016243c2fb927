import { noResults } from "../src/answers/no-results.ts";
import { searchHitOf } from "../src/answers/search.ts";
import { describeExpansion } from "../src/answers/search-notes.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { limitForPage, page, paginateList } from "../src/options/paging.ts";
import { filterOptions, periodBetween } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { words } from "../src/options/words.ts";

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
      return noResults(library, { subject: "Nothing in this corpus", query, filter });
    }
    const { items, ...paging } = paginateList(hits, page, (page) => again({ page }), total);
    return {
      kind: "hits",
      query,
      hits: items.map(searchHitOf),
      total,
      tried: describeExpansion(result),
      ...paging,
    };
  },
});
