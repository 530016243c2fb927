import { showHitAction } from "../src/answers/actions.ts";
import { noResults } from "../src/answers/no-results.ts";
import { describeExpansion } from "../src/answers/search-notes.ts";
import { quotationOf } from "../src/cite/quotation.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { optional } from "../src/command/option-types.ts";
import { nameOf } from "../src/corpus/titles.ts";
import { entriesThrough, page, paginateList } from "../src/options/paging.ts";
import { filterOptions, periodBetween } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { words } from "../src/options/words.ts";
import type { SearchHit } from "../src/reply/reply.ts";
import type { Hit } from "../src/search/search.ts";
import { excerptedText } from "../src/search/searchable.ts";

/** `/search`: whatever matches some words, the best first. */
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
    const found = library.search(query, filter, { limit: entriesThrough(page) });
    if (found.hits.length === 0)
      return noResults(library, { subject: "Nothing in this corpus", query, filter });

    const lineOf = (number: number) => again({ page: number });
    const { items, ...shown } = paginateList(found.hits, page, lineOf, found.total);
    return {
      kind: "hits",
      query,
      hits: items.map(toSearchHit),
      total: found.total,
      tried: describeExpansion(found),
      ...shown,
    };
  },
});

function toSearchHit(hit: Hit): SearchHit {
  const { start, end, matches } = hit.excerpt;
  const whole = excerptedText(hit);
  const open = showHitAction(hit);
  const marks = {
    matches: matches.map((match) => ({ start: match.start - start, end: match.end - start })),
    more: { before: start > 0, after: end < whole.length },
  };
  const other = { text: whole.slice(start, end), marks, open };
  switch (hit.kind) {
    case "passage":
      return {
        kind: "passage",
        quotation: quotationOf(hit.document, hit.passage, start, end),
        marks,
        open,
      };
    case "event":
      return { kind: "event", label: `${hit.event.date.label} · ${hit.event.title}`, ...other };
    case "note":
    case "document": {
      const { kind, document } = hit;
      return { kind, documentId: document.id, label: nameOf(document), ...other };
    }
  }
}
