import { citationOf, nameOf } from "../src/cite/citation.ts";
import { defineCommand } from "../src/command/command.ts";
import { topic } from "../src/command/corpus-options.ts";
import { between, narrowing } from "../src/command/filter.ts";
import { nothingFound, openHit } from "../src/command/nothing.ts";
import { optional, text } from "../src/command/option.ts";
import { page, paged } from "../src/command/paging.ts";
import { triedSentences } from "../src/command/tried.ts";
import { addressOf } from "../src/corpus/document.ts";
import { excerptedReply } from "../src/reply/excerpted.ts";
import type { FoundItem } from "../src/reply/reply.ts";
import { excerptedText, type Hit } from "../src/search/library.ts";

/** `/search`: whatever matches some words, the best first. */
export const search = defineCommand({
  name: "search",
  description: "Search passages, notes and documents; the best match comes first.",
  examples: ["/search query:missile threats", '/search query:"no changed outcome"'],
  options: {
    query: text("Words to look for; a phrase in quotation marks must stand as it is."),
    topic: optional(topic("Only what is on this topic.")),
    ...narrowing,
    page,
  },

  run({ query, topic, from, to, after, before, page }, { library, again }) {
    const filter = { from, to, topic, period: between(after, before) };
    const found = library.search(query, filter);
    if (found.hits.length === 0)
      return nothingFound(library, { subject: "Nothing in this corpus", query, filter });

    const { items, ...shown } = paged(found.hits, page, (number) => again({ page: number }));
    return {
      kind: "hits",
      query,
      hits: items.map(foundItem),
      total: found.hits.length,
      tried: triedSentences(found),
      ...shown,
    };
  },
});

function foundItem(hit: Hit): FoundItem {
  const { kind, document } = hit;
  const item = {
    kind,
    documentId: document.id,
    excerpt: excerptedReply(excerptedText(hit), hit.excerpt),
    open: openHit(hit),
  };
  if (hit.kind !== "passage") return { ...item, citation: nameOf(document) };
  const citation = citationOf(document, hit.passage).line;
  return { ...item, citation, address: addressOf(document, hit.passage) };
}
