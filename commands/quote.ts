import { noResults } from "../src/answers/no-results.ts";
import {
  contextReply,
  describeTopic,
  MAX_AROUND,
  quotationReply,
  summariesReply,
} from "../src/answers/quote.ts";
import { describeExpansion } from "../src/answers/search-notes.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { memoizeByLibrary } from "../src/command/memoize-by-library.ts";
import { flag, hidden, integer, optional } from "../src/command/option-types.ts";
import { MAX_SEED, shuffle } from "../src/command/seeded-random.ts";
import { dayLabel } from "../src/corpus/date.ts";
import { addressOf } from "../src/corpus/document.ts";
import { page } from "../src/options/paging.ts";
import { passage } from "../src/options/passage.ts";
import { filterOptions, periodBetween } from "../src/options/search-filter.ts";
import { topic } from "../src/options/topic.ts";
import { words } from "../src/options/words.ts";
import { isEmpty } from "../src/search/filter.ts";

/** The order in which the days have their passages. */
const SEED_OF_DAYS = 0;
const orderOfDays = memoizeByLibrary((library) => shuffle(library.passages({}), SEED_OF_DAYS));

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

  run(options, run) {
    const { topic, about, passage, from, to, random, rank, around, page } = options;
    const { library, day } = run;
    const filter = { from, to, topic, period: periodBetween(options.after, options.before) };
    if (passage !== undefined) {
      const isSuitable = library.passages(filter).some((one) => one.passage === passage.passage);
      // A passage that the full text holds too is not among them, and has its address all the same.
      if (!isSuitable && !isEmpty(filter))
        return noResults(library, {
          subject: "No passage in this corpus",
          filter,
          other: addressOf(passage.document, passage.passage),
        });
      return around === undefined
        ? quotationReply([passage], 1, {}, run)
        : contextReply(passage, around);
    }

    const seed = options.seed ?? run.seed;
    if (about === undefined && isEmpty(filter) && !random) {
      // Every passage has its turn before one comes again, and *Another* is tomorrow’s.
      const all = orderOfDays(library);
      const today = day % all.length;
      const another = { random: true, seed: SEED_OF_DAYS, rank: ((today + 1) % all.length) + 1 };
      const searched = `The passage of the day, ${dayLabel(day)}.`;
      const place = all[today];
      if (place !== undefined) {
        return quotationReply([place], 1, { searched, ...(all.length > 1 && { another }) }, run);
      }
    }

    const found =
      about === undefined
        ? undefined
        : library.search(about, filter, { kinds: ["passage"], ...(!random && { limit: rank }) });
    const places = found?.hits.flatMap((hit) => (hit.kind === "passage" ? [hit] : []));
    const candidates = places ?? library.passages(filter);
    if (candidates.length === 0) {
      const summaries =
        topic && about === undefined ? summariesReply(topic, filter, page, run) : undefined;
      return (
        summaries ??
        noResults(library, { subject: "No passage in this corpus", query: about, filter })
      );
    }
    const searched = [
      ...(topic ? [describeTopic(topic, library)] : []),
      ...describeExpansion(found),
    ];
    return quotationReply(
      random ? shuffle(candidates, seed) : candidates,
      rank,
      {
        ...(searched.length > 0 && { searched: searched.join(" ") }),
        ...(random && { chosen: { seed } }),
        ...(found && { total: found.total }),
      },
      run,
    );
  },
});
