import {
  dailyQuotation,
  foundQuotation,
  MAX_AROUND,
  passageReply,
  prepareUnderstood,
  understoodReply,
} from "../src/answers/quote.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, integer, optional } from "../src/command/option-types.ts";
import { MAX_SEED } from "../src/foundation/seeded-random.ts";
import { details } from "../src/options/details.ts";
import { discuss } from "../src/options/discuss.ts";
import { page } from "../src/options/paging.ts";
import { passage } from "../src/options/passage.ts";
import { filterOf, filterOptions } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { words } from "../src/options/words.ts";
import { isEmptyFilter } from "../src/search/filter.ts";

/** `/quote`: one passage, word for word, with its citation. */
export const quote = defineCommand({
  name: "quote",
  description: "command.quote",
  examples: ({ topic, words, person }) => [
    { topic },
    { about: words, from: person },
    { random: true },
  ],
  showcase: ({ topic, words }) => [
    topic === undefined
      ? { kind: "words", options: { about: words } }
      : { kind: "topic", options: { topic } },
  ],
  isUseful: (library) => library.passageCount > 0,
  options: {
    about: optional(words("option.about")),
    topic: optional(topic("option.topic")),
    passage: optional(passage("option.passage")),
    ...filterOptions,
    random: optional(flag("option.random"), false),
    seed: optional(hidden(integer("option.seed", { min: 0, max: MAX_SEED }))),
    rank: optional(hidden(integer("option.rank", { min: 1, max: 1e6 })), 1),
    around: optional(hidden(integer("option.around", { min: 0, max: MAX_AROUND }))),
    details,
    discuss,
    page,
  },

  prepare({ about, passage, random, rank, ...options }, { library, seed }) {
    if (about === undefined || passage !== undefined) return [];
    const filter = filterOf(options);
    return prepareUnderstood({ about, filter, seed: random ? seed : undefined, rank }, library);
  },

  run(options, context) {
    const { about, passage, random, around } = options;
    const filter = filterOf(options);
    const { scope, ...narrow } = filter;
    if (passage !== undefined) return passageReply(passage, { ...options, filter }, context);
    const isOpen = about === undefined && isEmptyFilter(narrow) && !random;
    const daily = isOpen ? dailyQuotation(scope, context) : undefined;
    if (daily !== undefined) return daily;
    const seed = random ? (options.seed ?? context.seed) : undefined;
    const search = { ...options, filter, seed };
    return about === undefined
      ? foundQuotation(search, context)
      : understoodReply({ ...search, about, around }, context);
  },
});
