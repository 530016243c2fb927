import { noResults } from "../src/answers/no-results.ts";
import { hitsReply, prepareHits } from "../src/answers/search.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { details } from "../src/options/details.ts";
import { page } from "../src/options/paging.ts";
import { filterOptions, periodBetween } from "../src/options/search-filter.ts";
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

  prepare({ query, topic, from, to, after, before, in: scope, page }, { library }) {
    const filter = { from, to, topic, period: periodBetween(after, before), scope };
    return prepareHits(query, { filter, page }, library);
  },

  run({ query, topic, from, to, after, before, in: scope, page, details }, context) {
    const filter = { from, to, topic, period: periodBetween(after, before), scope };
    const found = hitsReply(query, { filter, page, details }, context);
    return found ?? noResults(context, { sought: "anything", query, filter });
  },
});
