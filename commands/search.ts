import { noResults } from "../src/answers/no-results.ts";
import { hitsReply, prepareHits } from "../src/answers/search.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { details } from "../src/options/details.ts";
import { page } from "../src/options/paging.ts";
import { filterOf, filterOptions } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { words } from "../src/options/words.ts";

/** `/search`: the passages, notes, documents and events that match some words. */
export const search = defineCommand({
  name: "search",
  description: "command.search",
  examples: ({ words, quoted }) => [
    { query: words },
    { query: quoted === undefined ? undefined : `"${quoted}"` },
  ],
  options: {
    query: words("option.query"),
    topic: optional(topic("option.only-topic")),
    ...filterOptions,
    details,
    page,
  },

  prepare({ query, page, ...options }, { library }) {
    return prepareHits(query, { filter: filterOf(options), page }, library);
  },

  run({ query, page, details, ...options }, context) {
    const filter = filterOf(options);
    const found = hitsReply(query, { filter, page, details }, context);
    return found ?? noResults(context, { sought: "anything", query, filter });
  },
});
