import { dailyQuotation, foundQuotation, MAX_AROUND, passageReply } from "../src/answers/quote.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, integer, optional } from "../src/command/option-types.ts";
import { MAX_SEED } from "../src/foundation/seeded-random.ts";
import { page } from "../src/options/paging.ts";
import { passage } from "../src/options/passage.ts";
import { filterOptions, periodBetween } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { words } from "../src/options/words.ts";
import { isEmptyFilter } from "../src/search/filter.ts";

/** `/quote`: one passage, word for word, with its citation. */
export const quote = defineCommand({
  name: "quote",
  description: "Quote a passage word for word, with the place where it stands.",
  examples: ["/quote topic:drills", "/quote about:missile threats from:Kim", "/quote random:true"],
  options: {
    topic: optional(topic("What it is about: a topic or one of its synonyms.")),
    about: optional(words("Words to look for; a phrase in quotation marks must stand as it is.")),
    passage: optional(
      passage("The address of a passage, such as 2019-08-05-kim-to-trump¶a, or a receipt."),
    ),
    ...filterOptions,
    random: optional(flag("Let chance choose."), false),
    seed: optional(hidden(integer("What chance is made of.", { min: 0, max: MAX_SEED }))),
    rank: optional(hidden(integer("Which of the quotations found.", { min: 1, max: 1e6 })), 1),
    around: optional(hidden(integer("How many passages around it.", { min: 0, max: MAX_AROUND }))),
    page,
  },

  run(options, context) {
    const { topic, about, passage, from, to, after, before, random, rank, around, page } = options;
    const filter = { from, to, topic, period: periodBetween(after, before) };
    if (passage !== undefined) return passageReply(passage, filter, around, context);
    const isOpen = about === undefined && isEmptyFilter(filter) && !random;
    const daily = isOpen ? dailyQuotation(context) : undefined;
    if (daily !== undefined) return daily;
    const seed = random ? (options.seed ?? context.seed) : undefined;
    return foundQuotation({ about, filter, seed, rank, page }, context);
  },
});
